import { createRequire } from "node:module";

// cli-table3 measures with string-width 4, the last release that CommonJS can require on every Node; it stands beside it in
// node_modules, where a `require("string-width")` of ours finds version 7, an ES module. So its measure is asked for through it.
const { strlen } = createRequire(__filename)("cli-table3/src/utils") as { strlen(text: string): number };

/** How many columns of a terminal or of a fixed-width font a text takes: full-width characters two, combining marks none. */
export const columnWidth = (text: string): number => strlen(text);
