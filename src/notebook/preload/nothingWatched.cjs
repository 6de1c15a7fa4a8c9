/* eslint-disable @typescript-eslint/no-require-imports -- `node --require` loads CommonJS */
// Lets tslab's compiler read files without watching them. tslab compiles in TypeScript's watch mode, and so watches some
// 500 files and folders, node_modules/@types among them; but its stand-in for a timer can hold only one, so that a
// change at the wrong moment (an install, a build) throws "Unexpected pending rebuildTimer" in the kernel, and cells may
// fail. A notebook is run on files that stay as they are. Loaded before tslab's main script.
"use strict";
const { createRequire } = require("node:module");

const { sys } = createRequire(require.resolve(process.argv[1]))("@tslab/typescript-for-tslab");

const unwatched = () => ({ close() {} });
sys.watchFile = unwatched;
sys.watchDirectory = unwatched;
