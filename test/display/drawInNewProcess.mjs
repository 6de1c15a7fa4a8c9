// Draws one figure (JSON on stdin) in a process of its own, straight from src/, and prints what its SVG and PNG hash to.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ts from "typescript";

const require = createRequire(import.meta.url);
require.extensions[".ts"] = (module, file) => {
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  module._compile(ts.transpileModule(readFileSync(file, "utf8"), { compilerOptions: options }).outputText, file);
};
const { figurePng } = require("../../src/display/stills/figurePng.ts");
const { figureSvg } = require("../../src/display/stills/figureSvg.ts");

const hash = (bytes) => createHash("sha256").update(bytes).digest("hex");
const figure = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify({ svg: hash(await figureSvg(figure)), png: hash((await figurePng(figure)).bytes) }));
