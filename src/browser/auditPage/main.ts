import { startAuditPage } from "./page";

const root = document.getElementById("audit-app");
if (root) startAuditPage(root, document.documentElement.lang.startsWith("zh") ? "zh" : "en", exampleText());

/** The example that the site brings along, where it brings one. */
function exampleText(): string | null {
  const found: unknown = JSON.parse(document.getElementById("audit-example")?.textContent ?? "null");
  return typeof found === "string" ? found : null;
}
