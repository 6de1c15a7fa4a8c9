// Bundles the package with what runs cells, for the pages' worker: dist/client/live-kernel.js hands its source to the page,
// which makes a worker of it (a page opened as a file has no other way).
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { note } from "./licences/bundles.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const KERNEL = "src/site/client/kernel";
const here = (path) => resolve(KERNEL, path);
/** Modules that a page has no use for, or has otherwise. */
/** @type {[RegExp, string][]} */
const INSTEAD = [
  [/^node:fs$/, "node/fs.ts"],
  [/^node:path$/, "node/path.ts"],
  [/^node:crypto$/, "node/crypto.ts"],
  [/^node:zlib$/, "node/zlib.ts"],
  [/^@e965\/xlsx$/, "node/xlsx.ts"],
  [/^hyparquet(-compressors)?$/, "node/hyparquet.ts"],
  [/^(node:.*|danfojs-node|piscina|jsdom|@resvg\/resvg-js)$/, "node/absent.ts"],
  [/^\.\/parquetTable$/, "parquetTable.ts"],
  [/\/projectFolder$/, "projectFolder.ts"],
  [/\/display\/kernel$|^\.\/kernel$/, "displayKernel.ts"],
  [/stills\/figurePng$/, "figurePng.ts"],
];

const kernelInPage = {
  name: "kernel-in-page",
  async resolveId(id, importer) {
    if (importer?.includes(KERNEL) && !id.startsWith("node:")) return null;
    for (const [name, file] of INSTEAD) if (name.test(id) && !(id === "./kernel" && !importer?.includes("/src/display/"))) return here(file);
    return id === "csv-parse/sync" ? resolve("node_modules/csv-parse/dist/esm/sync.js") : null;
  },
};

/** Bundles a script, and hands its source to a function of the page. */
async function handOver(/** @type {string} */ input, /** @type {string} */ name, /** @type {string} */ taker, /** @type {import("rolldown").Plugin[]} */ plugins) {
  const bundle = await rolldown({
    input,
    platform: "browser",
    tsconfig: "tsconfig.client.json",
    plugins,
    onLog: (_, { code, message }) => { if (code !== "CIRCULAR_DEPENDENCY" && code !== "EVAL") throw new Error(`${input}: ${message}`); },
  });
  const file = `dist/client/${name}.js`;
  note(name, await bundle.write({ format: "iife", minify: true, file, codeSplitting: false }));
  await bundle.close();
  writeFileSync(file, `${taker}(${JSON.stringify(readFileSync(file, "utf8"))});\n`);
}

await handOver(`${KERNEL}/main.ts`, "live-kernel", "sojournKernel", [kernelInPage]);
// Loaded with the first workbook or Parquet file.
await handOver("src/site/client/formats/main.ts", "live-formats", "sojournFormats", []);
