import { noted } from "../../faults/noted";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { projectFolder } from "../../projectFolder";
import { absent, type Finding, missing, there } from "./finding";

interface Description {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** Of Sojourn as an installed package: each package that it names can be found from it. */
export function dependenciesFinding(folder = projectFolder): Finding {
  const { dependencies } = describedIn(folder);
  const lacking = Object.keys(dependencies).filter((name) => !canFind(name, folder));
  return lacking.length === 0
    ? there(noted`npm packages`, noted`all ${Object.keys(dependencies).length} that Sojourn names`)
    : missing(noted`npm packages`, noted`${lacking.length} missing, such as ${lacking[0]}`, "npm install");
}

/** danfojs-node, which only data frames need. */
export function framesFinding(folder = projectFolder): Finding {
  const { peerDependencies } = describedIn(folder);
  return canFind("danfojs-node", folder)
    ? there(noted`danfojs-node, for data frames`, noted`installed`)
    : absent(noted`danfojs-node, for data frames`, noted`not installed`, `docs/anywhere.md, "Data frames" (danfojs-node ${peerDependencies["danfojs-node"]})`);
}

const describedIn = (folder: string): Description => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Description;

/** Looked for in the folders where Node would look: some packages have no entry that `require` takes. */
function canFind(name: string, folder: string): boolean {
  const places = createRequire(join(folder, "package.json")).resolve.paths(name) ?? [];
  return places.some((place) => readable(join(place, name, "package.json")));
}

function readable(file: string): boolean {
  try {
    return readFileSync(file).length > 0;
  } catch {
    return false;
  }
}
