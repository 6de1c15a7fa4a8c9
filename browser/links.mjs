// @ts-check
// Do all links of a page lead somewhere? Files of the site and anchors in them; other hosts are not asked.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const documents = new Map();
const anchorsOf = (path) => {
  if (!documents.has(path)) documents.set(path, new Set(Array.from(readFileSync(path, "utf8").matchAll(/\sid="([^"]*)"/g), ([, id]) => id)));
  return documents.get(path);
};

/** The addresses that lead nowhere, of all `href` and `src` (absolute, as the browser resolves them). */
export const deadLinks = (addresses) =>
  addresses.filter((address) => address.startsWith("file:")).filter((address) => {
    const url = new URL(address);
    const path = fileURLToPath(`file://${url.pathname}`);
    if (!existsSync(path)) return true;
    return url.hash.length > 1 && path.endsWith(".html") && !anchorsOf(path).has(decodeURIComponent(url.hash.slice(1)));
  });
