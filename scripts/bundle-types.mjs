// @ts-check
// What a page needs to know the types of its cells: TypeScript as the source of a worker, and the declarations of the package and
// of the language. Loaded with the first edit. TypeScript takes seconds to bundle: it is done again only where something changed.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { note } from "./licences/bundles.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const WORKER = "src/site/client/types/worker.ts";
const BUNDLE = "dist/client/live-types.js";
const LIB = "node_modules/typescript/lib";

const age = (/** @type {string} */ file) => (existsSync(file) ? statSync(file).mtimeMs : 0);
if (age(BUNDLE) < Math.max(age(WORKER), age(`${LIB}/typescript.js`), age(fileURLToPath(import.meta.url)))) {
  const bundle = await rolldown({ input: WORKER, platform: "browser", tsconfig: "tsconfig.client.json", onLog: () => undefined }); // TypeScript asks for Node's modules where they are
  const made = await bundle.generate({ format: "iife", minify: true });
  const { output: [{ code }] } = made;
  note("live-types", made);
  await bundle.close();
  const process = 'globalThis.process={env:{},argv:[],platform:"browser",versions:{},cwd:()=>"/",nextTick:(f)=>setTimeout(f)};';
  writeFileSync(BUNDLE, `sojournTypeWorker(${JSON.stringify(process + code)});\n`);
}

/** @type {Record<string, string>} */
const files = {
  "/around.d.ts": "declare const console: { log(...values: unknown[]): void; info(...values: unknown[]): void; warn(...values: unknown[]): void; error(...values: unknown[]): void; table(...values: unknown[]): void };\n" +
    "declare const process: { readonly stdout: { write(text: string): boolean }; readonly env: Readonly<Record<string, string | undefined>> };\n" +
    "declare namespace NodeJS { type ProcessEnv = Readonly<Record<string, string | undefined>> }\ninterface Buffer extends Uint8Array {}\n" +
    "declare function setTimeout(work: () => void, milliseconds?: number): number;\n",
  "/cell.ts": "export {};",
  "/node_modules/sojourn/package.json": readFileSync("package.json", "utf8"),
};
for (const name of readdirSync(LIB)) if (/^lib\.(es5|es20(1\d|2[0-3])(\..*)?|decorators(\.legacy)?)\.d\.ts$/.test(name)) files[`/${name}`] = readFileSync(join(LIB, name), "utf8");
for (const name of /** @type {string[]} */ (readdirSync("dist", { recursive: true }))) {
  const path = name.replaceAll("\\", "/");
  if (path.endsWith(".d.ts") && !/^(cli|site|notebook)\//.test(path)) files[`/node_modules/sojourn/dist/${path}`] = readFileSync(join("dist", name), "utf8").replace(/\n\/\/# sourceMappingURL=.*\s*$/, "");
}
writeFileSync("dist/client/live-declarations.js", `sojournTypes(${JSON.stringify(files)});\n`);
