// @ts-check
// A wheel is a zip whose RECORD names every file with its digest and size (PyPA's binary distribution format).
import { createHash } from "node:crypto";
import { strToU8, zipSync } from "fflate";

/** Zip knows no earlier day; the same files give the same wheel to the byte. */
const MADE = new Date(1980, 0, 1, 12);

/**
 * @param {Readonly<Record<string, Uint8Array>>} files  by their path in the wheel
 * @param {string} info  the folder NAME-VERSION.dist-info
 */
export function wheel(files, info) {
  const lines = Object.entries(files).map(([path, content]) => `${quoted(path)},sha256=${createHash("sha256").update(content).digest("base64url")},${content.length}`);
  const record = strToU8([...lines, `${info}/RECORD,,`, ""].join("\n"));
  return zipSync(Object.fromEntries(Object.entries({ ...files, [`${info}/RECORD`]: record }).map(([path, content]) => [path, [content, { mtime: MADE, level: 9, os: 3, attrs: 0o100644 << 16 }]])));
}

/** As CSV wants it. @param {string} path */
const quoted = (path) => (/[",]/.test(path) ? `"${path.replaceAll('"', '""')}"` : path);
