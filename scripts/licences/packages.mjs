// @ts-check
// Whose code a bundle holds, and under which licence: read off the bundle's own list of modules and the packages' licence files.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LICENCE_FILE = /^(licen[cs]e|copying|notice|thirdpartynotice|ofl)/i;

/** @typedef {{ name: string, version: string, licence: string, texts: readonly string[] }} ThirdParty */

/**
 * The folders of the packages that modules come from, sorted, each once.
 *
 * @param {readonly string[]} modules  paths
 * @returns {string[]}
 */
export const packageFolders = (modules) =>
  [...new Set(modules.flatMap((path) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(path.replace(/^\0?(rolldown\/empty\.js\?)?/, ""))?.[0] ?? []))].sort();

/**
 * A package's name, version and licence texts.
 *
 * @param {string} folder
 * @returns {ThirdParty}
 * @throws {Error} it has no licence file
 */
export function thirdParty(folder) {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name)).map((entry) => join(folder, entry.name)).sort();
  if (files.length === 0) throw new Error(`${name} ${version}: no licence file in ${folder} (expected LICENSE or the like). Keep its text in scripts/licences/texts.`);
  return { name, version, licence: typeof license === "string" ? license : (licenses ?? [license]).map((/** @type {{ type: string }} */ { type }) => type).join(" or "), texts: files.map((file) => readFileSync(file, "utf8").trim()) };
}

/**
 * The folders of what a package depends on, and of what that depends on in turn.
 *
 * @param {string} folder
 * @param {string[]} [found]
 * @returns {string[]}
 */
export function dependencies(folder, found = []) {
  const names = Object.keys(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).dependencies ?? {}).filter((name) => !name.startsWith("@types/"));
  for (const name of names) {
    const place = [join(folder, "node_modules", name), join(folder.replace(/^(.*?node_modules)[\\/].*/, "$1"), name)].find((path) => existsSync(path));
    if (place === undefined) throw new Error(`${folder} depends on ${name}, which is not installed`);
    if (found.includes(place)) continue;
    found.push(place);
    dependencies(place, found);
  }
  return found;
}

/**
 * One text with all of them.
 *
 * @param {string} what  whose parts they are
 * @param {readonly ThirdParty[]} parts
 */
export function licencesText(what, parts) {
  const rule = "-".repeat(80);
  const sections = parts.map(({ name, version, licence, texts }) => [rule, `${name} ${version} (${licence})`, rule, "", texts.join("\n\n"), ""].join("\n"));
  return [`Code of others in ${what}, each part under its own licence:`, "", ...parts.map(({ name, version, licence }) => `  ${name} ${version}: ${licence}`), "", ...sections].join("\n");
}
