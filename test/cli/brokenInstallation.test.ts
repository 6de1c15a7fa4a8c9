import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { projectFolder } from "../../src/projectFolder";

/** The built commands, without the browser's scripts, which are half of dist/. */
const folder = mkdtempSync(join(tmpdir(), "installation-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const part of ["dist", "data", "package.json", "src/notebook/preload"]) cpSync(join(projectFolder, part), join(folder, part), { recursive: true, preserveTimestamps: true, filter: (path) => path !== join(projectFolder, "dist", "client") });

/** Puts a node_modules of our own making beside them, in place of the one before. */
function installation(packages: readonly string[]): string {
  rmSync(join(folder, "node_modules"), { recursive: true, force: true });
  mkdirSync(join(folder, "node_modules"));
  for (const name of packages) symlinkSync(join(projectFolder, "node_modules", name), join(folder, "node_modules", name));
  return folder;
}

const sojourn = (folder: string, args: readonly string[], ...node: string[]) => spawnSync(process.execPath, [...node, join(folder, "dist", "cli", "main.js"), ...args], { encoding: "utf8", cwd: folder });

test("a package that is missing is named with the remedy, whether all commands need it or one", () => {
  const none = sojourn(installation([]), ["--help"]);
  expect([none.status, none.stderr]).toEqual([2, "The packages of Sojourn are not all there: commander is missing (expected what package-lock.json names). Mend it in its folder: npm ci && npm run build\n"]);
  const one = sojourn(installation(["commander"]), ["table", "-"]);
  expect(one.status).toBe(2);
  expect(one.stderr.trim().split("\n")).toHaveLength(1);
  expect(one.stderr).toMatch(/^The packages of Sojourn are not all there: [\w@/.-]+ is missing/);
});

test("an old Node is told by every command", () => {
  installation(["commander"]);
  const old = join(folder, "old.cjs");
  writeFileSync(old, `Object.defineProperty(process.versions, "node", { value: "20.18.3" });`);
  for (const command of [["fit", "x.csv"], ["site"], ["--help"]]) {
    const { status, stderr } = sojourn(folder, command, "--require", old);
    expect([status, stderr]).toEqual([2, "Sojourn needs Node 20.19 or later; this is 20.18.3. Install a later one: https://nodejs.org\n"]);
  }
});

test("a build that is older than its sources is told, one whose sources only have a later date is not", () => {
  rmSync(join(folder, "node_modules"), { recursive: true, force: true });
  symlinkSync(join(projectFolder, "node_modules"), join(folder, "node_modules"));
  cpSync(join(projectFolder, "src", "bilingual.ts"), join(folder, "src", "bilingual.ts"));
  const later = new Date(Date.now() + 60_000);
  utimesSync(join(folder, "src", "bilingual.ts"), later, later);
  expect(sojourn(folder, ["--help"]).stderr).toBe("");
  writeFileSync(join(folder, "src", "bilingual.ts"), "export const changed = 1;\n");
  utimesSync(join(folder, "src", "bilingual.ts"), later, later);
  expect(sojourn(folder, ["--help"]).stderr).toBe("warning: dist/ is older than src/bilingual.ts, so this command is not what the sources say. Mend it: npm run build\n");
});
