// Bundles src/browser/ to dist/browser/: one classic script a part of the site, since a page opened as a file may not import.
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const PARTS = { "audit-page": "auditPage", search: "search", traces: "trace" };

for (const [name, folder] of Object.entries(PARTS)) {
  const bundle = await rolldown({
    input: `src/browser/${folder}/main.ts`,
    platform: "browser",
    tsconfig: "tsconfig.browser.json",
    onLog: (_, { message }) => { throw new Error(`src/browser/${folder}: ${message}`); }, // a module of Node's that slipped in, among others
  });
  await bundle.write({ format: "iife", minify: true, file: `dist/browser/${name}.js` });
  await bundle.close();
}
