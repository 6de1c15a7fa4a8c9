import { librariesAt } from "./documentLibraries";
import { startAuditPage } from "./page";

const root = document.getElementById("audit-app");
const own = (document.currentScript as HTMLScriptElement).src;
if (root) startAuditPage(root, document.documentElement.lang.startsWith("zh") ? "zh" : "en", exampleText(), librariesAt(new URL("documents.js", own).href));

/** The example that the site brings along, where it brings one. */
function exampleText(): string | null {
  const found: unknown = JSON.parse(document.getElementById("audit-example")?.textContent ?? "null");
  return typeof found === "string" ? found : null;
}
