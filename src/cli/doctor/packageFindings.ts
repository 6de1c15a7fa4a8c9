import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fontFile } from "../../display/stills/font";
import { projectFolder } from "../../projectFolder";
import { type Finding, missing, there } from "./finding";

const OLDEST_NODE = [20, 19] as const;

export function nodeFinding(version = process.versions.node): Finding {
  const [major, minor] = version.split(".").map(Number);
  const isNew = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return isNew ? there("Node", version) : missing("Node", version, `install Node ${OLDEST_NODE.join(".")} or later`);
}

/** Every package of package-lock.json at its version, and those that are used themselves whole. */
export async function packagesFinding(folder = projectFolder): Promise<Finding> {
  const { packagesLacking } = (await import(pathToFileURL(join(projectFolder, "scripts", "packages.mjs")).href)) as { packagesLacking(folder: string): string[] };
  const lacking = packagesLacking(folder);
  if (lacking[0] === "all") return missing("npm packages", "not installed", "npm ci");
  return lacking.length === 0
    ? there("npm packages", "all, as package-lock.json has them")
    : missing("npm packages", `${lacking.length} missing, not whole or of another version, such as ${lacking[0]}`, "npm ci");
}

interface BuildRecord {
  /** Relative to the record's folder. */
  readonly fileNames: readonly string[];
  readonly fileInfos: readonly (string | { readonly version: string })[];
}

/** Compiled from the sources as they are: the compiler's own record holds a digest of each. */
export function buildFinding(record = join(projectFolder, "dist", ".tsbuildinfo")): Finding {
  if (!existsSync(record)) return missing("build", "dist/ is not there", "npm run build");
  const { fileNames, fileInfos } = JSON.parse(readFileSync(record, "utf8")) as BuildRecord;
  const changed = fileNames.map((name, place) => ({ name, info: fileInfos[place] })).filter(({ name }) => name.startsWith("../src/")).filter(({ name, info }) => {
    const file = join(record, "..", name);
    return !existsSync(file) || createHash("sha256").update(readFileSync(file)).digest("hex") !== (typeof info === "string" ? info : info.version);
  });
  return changed.length === 0 ? there("build", "dist/ is current") : missing("build", `dist/ is older than ${changed.length} of its sources, such as ${changed[0].name.slice(3)}`, "npm run build");
}

/** A cell finds the package by its name through this link. */
export function linkFinding(): Finding {
  const link = join(projectFolder, "node_modules", "sojourn");
  const leads = existsSync(link) && realpathSync(link) === realpathSync(projectFolder);
  return leads ? there("import \"sojourn\"", "node_modules/sojourn leads here") : missing("import \"sojourn\"", "the link node_modules/sojourn is missing", "npm run build");
}

/** Without its own font a still would lose its Chinese, in silence. */
export function fontFinding(): Finding {
  return existsSync(fontFile()) ? there("font of the stills", "assets/fonts") : missing("font of the stills", "not found", "git checkout -- assets/fonts");
}
