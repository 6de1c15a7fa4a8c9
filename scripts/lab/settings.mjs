// @ts-check
// What JupyterLab is told here: no news, no look for updates, no extensions from elsewhere; its own folders.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ENVIRONMENT, LAB } from "./places.mjs";

export function writeSettings() {
  write(join(ENVIRONMENT, "share", "jupyter", "lab", "settings"), "overrides.json", {
    "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
  });
  write(join(LAB, "config"), "jupyter_lab_config.json", { LabApp: { extension_manager: "readonly" } });
}

/** A file that the user has changed stays. */
function write(folder, name, content) {
  if (existsSync(join(folder, name))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `${JSON.stringify(content, null, 1)}\n`);
}
