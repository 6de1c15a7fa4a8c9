// @ts-check
// What the site's bundles hold is noted when they are made, and THIRD-PARTY-LICENSES.txt is written from these notes.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { dependencies, licencesText, packageFolders, thirdParty } from "./packages.mjs";

const FOLDER = "dist/client";
const SUFFIX = ".contents.json";
export const LICENCES = join(FOLDER, "THIRD-PARTY-LICENSES.txt");

/** Not bundled module by module, yet within a file of the site: pdf.js's character maps, and TypeScript's declarations. */
const WHOLE = ["node_modules/pdfjs-dist", "node_modules/typescript"];

/** Packages that come as one file, with what they depend on inside. */
const PREBUNDLED = ["docx", "mammoth"];

/** Within mammoth's file, yet not installed here, or without a licence file: their texts are kept in texts/. */
const KEPT = [["buffer", "4.9.1", "MIT"], ["ieee754", "1.1.8", "BSD-3-Clause"], ["isarray", "1.0.0", "MIT"], ["process", "0.11.9", "MIT"]]
  .map(([name, version, licence]) => ({ name, version, licence, texts: [readFileSync(new URL(`texts/${name}.txt`, import.meta.url), "utf8").trim()] }));

/**
 * Notes whose code a bundle holds.
 *
 * @param {string} name  the bundle's
 * @param {import("rolldown").RolldownOutput} written
 */
export function note(name, { output }) {
  const folders = packageFolders(output.flatMap((part) => ("moduleIds" in part ? part.moduleIds : []))).map((folder) => relative(".", folder));
  writeFileSync(join(FOLDER, `${name}${SUFFIX}`), `${JSON.stringify(folders)}\n`);
}

/** Every package within the site's bundles, with its licence. @returns {import("./packages.mjs").ThirdParty[]} */
export function bundledPackages() {
  const noted = readdirSync(FOLDER).filter((name) => name.endsWith(SUFFIX)).flatMap((name) => /** @type {string[]} */ (JSON.parse(readFileSync(join(FOLDER, name), "utf8"))));
  const inside = noted.filter((folder) => PREBUNDLED.includes(folder.replace("node_modules/", ""))).flatMap((folder) => dependencies(folder));
  const folders = [...new Set([...noted, ...WHOLE, ...inside])].filter((folder) => !KEPT.some(({ name }) => folder.endsWith(`/${name}`)));
  return [...folders.map(thirdParty), ...KEPT].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export const writeLicences = () => writeFileSync(LICENCES, licencesText("the pages of Sojourn's site", bundledPackages()));
