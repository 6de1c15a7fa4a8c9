// @ts-check
// Bundles src/site/client/ to dist/client/: one classic script a part of the site, since a page opened as a file may not import.
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { note, writeLicences } from "./licences/bundles.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const PARTS = { "audit-page": "auditPage", "live-editor": "editor", live: "live", search: "search", tables: "tables", traces: "trace", word: "word" };

for (const [name, folder] of Object.entries(PARTS)) {
  const bundle = await rolldown({
    input: `src/site/client/${folder}/main.ts`,
    platform: "browser",
    tsconfig: "tsconfig.client.json",
    onLog: (_, { message }) => { throw new Error(`src/site/client/${folder}: ${message}`); }, // a module of Node's that slipped in, among others
  });
  note(name, await bundle.write({ format: "iife", minify: true, file: `dist/client/${name}.js` }));
  await bundle.close();
}
await import("./bundle-documents.mjs");
await import("./bundle-live.mjs");
await import("./bundle-types.mjs");
writeLicences();
