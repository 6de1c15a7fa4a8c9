import { join } from "node:path";
import { missingPackage } from "./missingPackage";
import { staleSource } from "./staleSource";

// Loaded before anything else, and itself needs Node alone: an old Node, a package that is missing and a build that is older than
// its sources are told with their remedy by every command, not by a stack.

const PROJECT = join(__dirname, "..", "..");
const OLDEST = [20, 19] as const;

export function isTooOld(version: string): boolean {
  const [major, minor] = version.split(".").map(Number);
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}

if (isTooOld(process.versions.node)) stop(`Sojourn needs Node ${OLDEST.join(".")} or later; this is ${process.versions.node}. Install a later one: https://nodejs.org`);

process.on("uncaughtException", (error: NodeJS.ErrnoException) => {
  const lacking = missingPackage(error);
  if (lacking !== undefined) stop(`The packages of Sojourn are not all there: ${lacking} is missing (expected what package-lock.json names). Mend it in its folder: npm ci && npm run build`);
  process.stderr.write(`${error.stack ?? String(error)}\n`); // a defect of ours
  process.exit(70);
});

const stale = staleSource(PROJECT);
if (stale !== undefined) process.stderr.write(`warning: dist/ is older than ${stale}, so this command is not what the sources say. Mend it: npm run build\n`);

function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
