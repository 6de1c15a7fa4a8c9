import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { projectFolder } from "../../src/projectFolder";

const main = join(projectFolder, "dist", "cli", "main.js");
const sojourn = (...words: string[]) => spawnSync(process.execPath, [main, ...words], { encoding: "utf8" });

describe("the sojourn command, as built", () => {
  beforeAll(() => {
    if (!existsSync(main)) throw new Error("dist/ is missing: npm run build");
  });

  it("lists every command in its help, and ends with 0", () => {
    const { status, stdout } = sojourn("--help");
    expect(status).toBe(0);
    const files = readdirSync(join(projectFolder, "src", "cli")).filter((file) => file.endsWith(".ts") && readFileSync(join(projectFolder, "src", "cli", file), "utf8").includes("export function register("));
    for (const file of files) expect(stdout, file).toMatch(new RegExp(`^  ${file.replace(".ts", "")}\\b`, "m"));
  });

  it("refuses a misspelt command with the nearest one, exit 2", () => {
    const { status, stderr } = sojourn("fitt");
    expect(status).toBe(2);
    expect(stderr).toMatch(/unknown command 'fitt'[\s\S]*fit/);
  });

  it("refuses a misspelt option, exit 2, in JSON where JSON was asked for", () => {
    const { status, stdout, stderr } = sojourn("fit", "data/wvs.csv", "--outcome", "poverty", "--terms", "age", "--family", "ordered", "--lnik", "probit", "--json");
    expect(status).toBe(2);
    expect(JSON.parse(stdout).error).toMatchObject({ kind: "bad-input" });
    expect(stderr).toMatch(/unknown option .--lnik./);
  });
});
