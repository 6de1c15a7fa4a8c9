// @ts-check
// Rebuilds src/models/kernel/rowsWasm.ts from scripts/kernel/rows.ts.
// Needs AssemblyScript 0.28.20, which is not among the project's packages: install it elsewhere and say where,
//   npm install --prefix /tmp/asc assemblyscript@0.28.20 && node scripts/build-kernel.mjs /tmp/asc
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCE = "scripts/kernel/rows.ts";
const TARGET = "src/models/kernel/rowsWasm.ts";
const OPTIONS = ["-O3", "--shrinkLevel", "0", "--runtime", "stub", "--noAssert", "--enable", "simd"];

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const [home] = process.argv.slice(2);
if (!home) {
  console.error("Say where AssemblyScript is installed: node scripts/build-kernel.mjs FOLDER (the one that holds node_modules/assemblyscript)");
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), "kernel-"));
const binary = join(folder, "rows.wasm");
const compiled = spawnSync(process.execPath, [join(home, "node_modules/assemblyscript/bin/asc.js"), SOURCE, "-o", binary, ...OPTIONS], { stdio: "inherit" });
if (compiled.status !== 0) process.exit(1);
const version = JSON.parse(readFileSync(join(home, "node_modules/assemblyscript/package.json"), "utf8")).version;
const bytes = readFileSync(binary);
rmSync(folder, { recursive: true });
const hash = createHash("sha256").update(readFileSync(SOURCE)).digest("hex");

const lines = bytes.toString("base64").match(/.{1,120}/g).map((line) => `  "${line}",`);
writeFileSync(TARGET, `// Written by scripts/build-kernel.mjs (AssemblyScript ${version}, ${OPTIONS.join(" ")}); do not edit.

/** SHA-256 of scripts/kernel/rows.ts as it was compiled. */
export const COMPILED_FROM = "${hash}";

/** ${bytes.length} bytes of WebAssembly, in base64. */
export const ROWS_WASM = [
${lines.join("\n")}
].join("");
`);
console.log(`${TARGET}: ${bytes.length} bytes`);
