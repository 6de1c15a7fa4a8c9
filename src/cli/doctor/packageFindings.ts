import { noted } from "../../faults/noted";
import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fontFile } from "../../display/stills/font";
import { projectFolder } from "../../projectFolder";
import { builtSources, isChanged } from "../staleSource";
import { type Finding, missing, there } from "./finding";

const OLDEST_NODE = [20, 19] as const;

export function nodeFinding(version = process.versions.node): Finding {
  const [major, minor] = version.split(".").map(Number);
  const isNew = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return isNew ? there("Node", version) : missing("Node", version, noted`install Node ${OLDEST_NODE.join(".")} or later`);
}

/** Every package of package-lock.json at its version, and those that are used themselves whole. */
export async function packagesFinding(folder = projectFolder): Promise<Finding> {
  const { packagesLacking } = (await import(pathToFileURL(join(projectFolder, "scripts", "packages.mjs")).href)) as { packagesLacking(folder: string): string[] };
  const lacking = packagesLacking(folder);
  if (lacking[0] === "all") return missing(noted`npm packages`, noted`not installed`, "npm ci");
  return lacking.length === 0
    ? there(noted`npm packages`, noted`all, as package-lock.json has them`)
    : missing(noted`npm packages`, noted`${lacking.length} missing, not whole or of another version, such as ${lacking[0]}`, "npm ci");
}

/** Compiled from the sources as they are. */
export function buildFinding(project = projectFolder): Finding {
  const built = builtSources(project);
  if (built === null) return missing(noted`build`, noted`dist/ is not there`, "npm run build");
  const changed = Object.entries(built).filter(([source, digest]) => isChanged(project, source, digest)).map(([source]) => source);
  return changed.length === 0 ? there(noted`build`, noted`dist/ is current`) : missing(noted`build`, noted`dist/ is older than ${changed.length} of its sources, such as ${changed[0]}`, "npm run build");
}

/** A cell finds the package by its name through this link. */
export function linkFinding(): Finding {
  const link = join(projectFolder, "node_modules", "sojourn");
  const leads = existsSync(link) && realpathSync(link) === realpathSync(projectFolder);
  return leads ? there("import \"sojourn\"", noted`node_modules/sojourn leads here`) : missing("import \"sojourn\"", noted`the link node_modules/sojourn is missing`, "npm run build");
}

/** Without its own font a still would lose its Chinese, in silence. */
export function fontFinding(): Finding {
  return existsSync(fontFile()) ? there(noted`font of the stills`, "assets/fonts") : missing(noted`font of the stills`, noted`not found`, "git checkout -- assets/fonts");
}
