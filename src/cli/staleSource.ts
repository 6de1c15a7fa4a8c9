import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The first source of a project that has changed since its build: later than the compiler's record, and of another digest than is written there. */
export function staleSource(project: string): string | undefined {
  const record = join(project, "dist", ".tsbuildinfo");
  if (!existsSync(record) || !existsSync(join(project, "src"))) return undefined;
  const built = statSync(record).mtimeMs;
  const later = sources(join(project, "src")).filter((file) => statSync(file).mtimeMs > built);
  if (later.length === 0) return undefined;
  const { fileNames, fileInfos } = JSON.parse(readFileSync(record, "utf8")) as { fileNames: string[]; fileInfos: (string | { version: string })[] };
  const digests = new Map(fileNames.map((name, place) => [join(project, "dist", name), fileInfos[place]]));
  const changed = later.find((file) => {
    const info = digests.get(file);
    return info !== undefined && createHash("sha256").update(readFileSync(file)).digest("hex") !== (typeof info === "string" ? info : info.version);
  });
  return changed?.slice(project.length + 1);
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : entry.name.endsWith(".ts") ? [path] : [];
  });
}
