// @ts-check
// What reads PDF, Word and Excel files on the audit page, and the character maps of East Asian fonts, as classic scripts. Their
// sources are large and seldom change: they are bundled again only where a package, a source or this script did.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { note } from "./licences/bundles.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const SOURCE = "src/site/client/documents";
const BUNDLE = "dist/client/documents.js";
const CMAPS = "node_modules/pdfjs-dist/cmaps";
const PACKAGES = ["pdfjs-dist", "mammoth", "@e965/xlsx"].map((name) => `node_modules/${name}/package.json`);

const age = (/** @type {string} */ file) => (existsSync(file) ? statSync(file).mtimeMs : 0);
const sources = [...readdirSync(SOURCE).map((name) => join(SOURCE, name)), ...PACKAGES, fileURLToPath(import.meta.url)];

if (age(BUNDLE) <= Math.max(...sources.map(age))) {
  const files = Object.fromEntries(readdirSync(CMAPS).filter((name) => name.endsWith(".bcmap")).sort().map((name) => [name, readFileSync(join(CMAPS, name)).toString("base64")]));
  writeFileSync("dist/client/document-cmaps.js", `sojournCMaps(${JSON.stringify(files)});\n`);
  const bundle = await rolldown({
    input: `${SOURCE}/main.ts`,
    platform: "browser",
    tsconfig: "tsconfig.client.json",
    onLog: (_, { code, message }) => { if (code !== "EVAL" && code !== "EMPTY_IMPORT_META") throw new Error(`${SOURCE}: ${message}`); }, // both stand in what pdf.js keeps for Node
  });
  note("documents", await bundle.write({ format: "iife", minify: true, file: BUNDLE }));
  await bundle.close();
}
