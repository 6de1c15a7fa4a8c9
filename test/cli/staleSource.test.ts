import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { builtSources, isChanged, staleSource } from "../../src/cli/staleSource";

const project = mkdtempSync(join(tmpdir(), "stale-"));
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Seconds after the build. */
function write(file: string, text: string, after: number): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
  utimesSync(join(project, file), 1_000_000 + after, 1_000_000 + after);
}
const digest = (text: string) => createHash("sha256").update(text).digest("hex");

it("names the first source that changed after the build, by its place in the project", () => {
  expect([staleSource(project), builtSources(project)]).toEqual([undefined, null]); // neither
  write("src/a.ts", "a", 1);
  expect(staleSource(project)).toBeUndefined(); // never built
  write("src/deep/b.ts", "b", 1);
  write("src/deep/c.ts", "c", 0);
  write("src/new.ts", "not compiled yet", 1);
  const built = { "src/a.ts": digest("a"), "src/deep/b.ts": digest("b"), "src/deep/c.ts": digest("as it was"), "src/gone.ts": digest("gone") };
  write("dist/.digests", JSON.stringify(built), 0);
  expect(builtSources(project)).toEqual(built);
  expect(staleSource(project)).toBeUndefined(); // later by their date alone, as old as the build, or gone
  write("src/deep/c.ts", "c", 1);
  expect(staleSource(project)).toBe("src/deep/c.ts");
  write("src/deep/b.ts", "b, changed", 1);
  expect(staleSource(project)).toBe("src/deep/b.ts");
  write("src/a.ts", "a, changed", 1);
  expect(staleSource(project)).toBe("src/a.ts");
  expect(["src/a.ts", "src/deep/c.ts", "src/gone.ts"].map((source) => isChanged(project, source, digest("c")))).toEqual([true, false, true]);
  for (const file of ["src/a.ts", "src/deep/b.ts", "src/deep/c.ts", "src/new.ts"]) utimesSync(join(project, file), 1_000_000, 1_000_000);
  expect(staleSource(project)).toBeUndefined();
  rmSync(join(project, "src"), { recursive: true });
  expect(staleSource(project)).toBeUndefined(); // a package has no sources
});
