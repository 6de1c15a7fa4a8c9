// Draws one figure (JSON on stdin) in a process of its own, straight from src/, and prints what its SVG and PNG hash to.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { transform } from "sucrase";

const require = createRequire(import.meta.url);
require.extensions[".ts"] = (module, file) => {
  module._compile(transform(readFileSync(file, "utf8"), { transforms: ["typescript", "imports"] }).code, file);
};
const { figurePng } = require("../../src/display/stills/figurePng.ts");
const { figureSvg } = require("../../src/display/stills/figureSvg.ts");

const hash = (bytes) => createHash("sha256").update(bytes).digest("hex");
const figure = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify({ svg: hash(await figureSvg(figure)), png: hash((await figurePng(figure)).bytes) }));
