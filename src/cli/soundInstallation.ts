import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { missingPackage } from "./missingPackage";

// Loaded before anything else, and itself needs Node alone: an old Node, a package that is missing and a build that is older than
// its sources are told with their remedy by every command, not by a stack.

const PROJECT = join(__dirname, "..", "..");
const OLDEST = [20, 19] as const;

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  stop(`Sojourn needs Node ${OLDEST.join(".")} or later; this is ${process.versions.node}. Install a later one: https://nodejs.org`);
}

process.on("uncaughtException", (error: NodeJS.ErrnoException) => {
  const lacking = missingPackage(error);
  if (lacking !== undefined) stop(`The packages of Sojourn are not all there: ${lacking} is missing (expected what package-lock.json names). Mend it in its folder: npm ci && npm run build`);
  process.stderr.write(`${error.stack ?? String(error)}\n`); // a defect of ours
  process.exit(70);
});

const stale = staleSource();
if (stale !== undefined) process.stderr.write(`warning: dist/ is older than ${stale}, so this command is not what the sources say. Mend it: npm run build\n`);

function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

/** The first source that has changed since the build: later than the compiler's record, and of another digest than is written there. */
function staleSource(): string | undefined {
  const record = join(PROJECT, "dist", ".tsbuildinfo");
  if (!existsSync(record) || !existsSync(join(PROJECT, "src"))) return undefined;
  const built = statSync(record).mtimeMs;
  const later = sources(join(PROJECT, "src")).filter((file) => statSync(file).mtimeMs > built);
  if (later.length === 0) return undefined;
  const { fileNames, fileInfos } = JSON.parse(readFileSync(record, "utf8")) as { fileNames: string[]; fileInfos: (string | { version: string })[] };
  const digests = new Map(fileNames.map((name, place) => [join(PROJECT, "dist", name), fileInfos[place]]));
  const changed = later.find((file) => {
    const info = digests.get(file);
    return info !== undefined && createHash("sha256").update(readFileSync(file)).digest("hex") !== (typeof info === "string" ? info : info.version);
  });
  return changed?.slice(PROJECT.length + 1);
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : entry.name.endsWith(".ts") ? [path] : [];
  });
}
