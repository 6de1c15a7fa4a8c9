// @ts-check
// What `npm pack` does first: builds, and writes the licences of others' work within the package (fonts, a schema, a runtime).
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "./build.mjs";
import { installIfNeeded } from "./install-if-needed.mjs";
import { licencesText } from "./licences/packages.mjs";

installIfNeeded();
build();
const read = (/** @type {string} */ file) => readFileSync(file, "utf8").trim();
writeFileSync("dist/THIRD-PARTY-LICENSES.txt", licencesText("the package sojourn", [
  { name: "AssemblyScript (runtime within dist/models/kernel/rowsWasm.js)", version: "0.28.20", licence: "Apache-2.0", texts: ["Copyright The AssemblyScript Authors", read("node_modules/typescript/LICENSE.txt")] },
  { name: "nbformat (dist/notebook/nbformat/nbformat.v4.5.schema.json)", version: "4.5", licence: "BSD-3-Clause", texts: [read("src/notebook/nbformat/LICENSE.md")] },
  { name: "Noto Sans SC (assets/fonts)", version: "subset", licence: "OFL-1.1", texts: [read("assets/fonts/OFL.txt")] },
]));
