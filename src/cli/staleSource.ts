import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What scripts/build.mjs writes down: of each source that was compiled the digest that it had then; null where nothing was built. */
export function builtSources(project: string): Readonly<Record<string, string>> | null {
  const record = recordOf(project);
  return existsSync(record) ? (JSON.parse(readFileSync(record, "utf8")) as Record<string, string>) : null;
}

const recordOf = (project: string): string => join(project, "dist", ".digests");

/** Whether a source is another than was compiled, or gone. */
export function isChanged(project: string, source: string, digest: string): boolean {
  const file = join(project, source);
  return !existsSync(file) || createHash("sha256").update(readFileSync(file)).digest("hex") !== digest;
}

/** The first source of a project that has changed since its build: later than the record, and of another digest than is written there. */
export function staleSource(project: string): string | undefined {
  const built = builtSources(project);
  if (built === null || !existsSync(join(project, "src"))) return undefined;
  const at = statSync(recordOf(project)).mtimeMs;
  return Object.entries(built).find(([source, digest]) => (statSync(join(project, source), { throwIfNoEntry: false })?.mtimeMs ?? 0) > at && isChanged(project, source, digest))?.[0];
}
