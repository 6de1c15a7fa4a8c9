import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { staleSource } from "../../src/cli/staleSource";

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
  expect(staleSource(project)).toBeUndefined(); // neither
  write("src/a.ts", "a", 1);
  expect(staleSource(project)).toBeUndefined(); // never built
  write("src/deep/b.ts", "b", 1);
  write("src/deep/c.ts", "c", 0);
  write("src/new.ts", "not compiled yet", 1);
  write("src/notes.md", "changed", 1);
  const infos = [digest("a"), { version: digest("b") }, digest("as it was"), digest("as it was")];
  write("dist/.tsbuildinfo", JSON.stringify({ fileNames: ["../src/a.ts", "../src/deep/b.ts", "../src/deep/c.ts", "../src/notes.md"], fileInfos: infos }), 0);
  expect(staleSource(project)).toBeUndefined(); // later by their date alone, or as old as the build
  write("src/deep/c.ts", "c", 1);
  expect(staleSource(project)).toBe("src/deep/c.ts");
  write("src/deep/b.ts", "b, changed", 1);
  expect(staleSource(project)).toBe("src/deep/b.ts");
  write("src/a.ts", "a, changed", 1);
  expect(staleSource(project)).toBe("src/a.ts");
  for (const file of ["src/a.ts", "src/deep/b.ts", "src/deep/c.ts", "src/new.ts"]) utimesSync(join(project, file), 1_000_000, 1_000_000);
  expect(staleSource(project)).toBeUndefined();
  rmSync(join(project, "src"), { recursive: true });
  expect(staleSource(project)).toBeUndefined(); // a package has no sources
});
