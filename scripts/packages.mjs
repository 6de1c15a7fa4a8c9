// @ts-check
// Is what package-lock.json names all there? npm's own record says so even where a folder has been lost since.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The packages that are missing, of another version, or not whole, sorted; "all" where nothing is installed.
 *
 * @param {string} [folder] the project's
 * @returns {string[]}
 */
export function packagesLacking(folder = ".") {
  const [lock, record] = [join(folder, "package-lock.json"), join(folder, "node_modules", ".package-lock.json")];
  if (!existsSync(lock) || !existsSync(record)) return ["all"];
  const [wanted, have] = [lock, record].map((file) => JSON.parse(readFileSync(file, "utf8")).packages);
  const direct = new Set(Object.keys({ ...wanted[""]?.dependencies, ...wanted[""]?.devDependencies }).map((name) => `node_modules/${name}`));
  return Object.entries(wanted)
    .filter(([path, { version, optional, link }]) => path.startsWith("node_modules/") && !optional && !link && !(have[path]?.version === version && isWhole(join(folder, path), direct.has(path))))
    .map(([path]) => path.replace(/^node_modules\//, "")).sort();
}

/**
 * Its description is there, and of a package that we use ourselves also every file by which it is entered.
 *
 * @param {string} place
 * @param {boolean} entered
 */
function isWhole(place, entered) {
  const file = join(place, "package.json");
  if (!existsSync(file)) return false;
  if (!entered) return true;
  const { main, module, exports } = JSON.parse(readFileSync(file, "utf8"));
  const root = typeof exports === "object" && exports !== null && "." in exports ? exports["."] : exports;
  const named = [main, module, ...textsIn(root)].filter((path) => typeof path === "string" && !path.includes("*"));
  return named.every((path) => [path, `${path}.js`, join(path, "index.js")].some((candidate) => existsSync(join(place, candidate)))) || named.some((path) => existsSync(join(place, path))) && existsSync(join(place, entry(main, root)));
}

/** @param {unknown} main @param {unknown} root @returns {string} the file that `require` takes, as far as the description shows */
function entry(main, root) {
  if (typeof root === "string") return root;
  const { require: required, node, default: other, import: imported } = /** @type {Record<string, unknown>} */ (root ?? {});
  for (const target of [required, node, other, imported]) {
    const [text] = textsIn(target).filter((path) => /\.[cm]?js$/.test(path));
    if (text) return text;
  }
  return typeof main === "string" ? main : "package.json";
}

/** @param {unknown} value @returns {string[]} */
function textsIn(value) {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
