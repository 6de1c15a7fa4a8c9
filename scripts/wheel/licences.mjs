// @ts-check
// Whose code the extension's bundle holds: its builder says so (third-party-licenses.json); docx comes as one file with others inside.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dependencies, licencesText, thirdParty } from "../licences/packages.mjs";

const MODULES = "lab/node_modules";

/** @param {string} built  the extension's folder */
export function extensionLicences(built) {
  const { packages } = JSON.parse(readFileSync(join(built, "static", "third-party-licenses.json"), "utf8"));
  const names = /** @type {string[]} */ (packages.map((/** @type {{ name: string }} */ { name }) => name));
  const folders = new Set(["webpack", ...names].map((name) => join(MODULES, name)));
  for (const folder of [...folders].filter((path) => path.endsWith("docx")).flatMap((path) => dependencies(path))) folders.add(folder);
  return licencesText("the JupyterLab extension of Sojourn", [...folders].map(thirdParty).sort((a, b) => (a.name < b.name ? -1 : 1)));
}
