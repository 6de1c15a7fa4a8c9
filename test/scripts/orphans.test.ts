import { expect, it } from "vitest";
// @ts-expect-error plain JavaScript, whose types are in its comments
import * as script from "../../scripts/orphans.mjs";

const { orphans } = script as { orphans: (files: readonly string[], exists: (source: string) => boolean) => string[] };

it("what was compiled of sources that are gone, and nothing else, is taken out of dist/", () => {
  const kinds = (name: string) => ["js", "d.ts", "js.map", "d.ts.map"].map((kind) => `${name}.${kind}`);
  const others = ["client/live.js", ".tsbuildinfo", ".digests", "THIRD-PARTY-LICENSES.txt", "notebook/nbformat/nbformat.v4.5.schema.json", "audit"];
  expect(orphans([...kinds("audit/tails"), ...kinds("audit/audit"), ...kinds("index"), "deep\\gone.js", ...others], (source) => ["src/audit/audit.ts", "src/index.ts"].includes(source))).toEqual([...kinds("audit/tails"), "deep/gone.js"]);
});
