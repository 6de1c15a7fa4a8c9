import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { projectFolder } from "../../src/projectFolder";
import { sojourn } from "./wholeProgram";

const main = join(projectFolder, "dist", "cli", "main.js");
const folder = mkdtempSync(join(tmpdir(), "sojourn-swallowed-"));
const rows = Array.from({ length: 40 }, (_, i) => `${(i * 7) % 5 < 2 ? 1 : 0},${i % 9},${i % 4}`);
writeFileSync(join(folder, "d.csv"), `y,x,z\n${rows.join("\n")}\n`);
const fit = ["fit", "d.csv", "--outcome", "y", "--family", "binomial"];
const here = process.cwd();
let before: string[];
beforeAll(async () => {
  vi.stubEnv("LANG", "C");
  vi.stubEnv("LC_ALL", "");
  process.chdir(folder);
  expect(await sojourn(...fit, "--terms", "x", "--out", "fit.json")).toMatchObject({ exit: 0 });
  before = readdirSync(folder);
});
afterAll(() => {
  process.chdir(here);
  vi.unstubAllEnvs();
});

/** Ended as bad input, saying so of the option; nothing was written, nothing was printed. */
async function refused(args: readonly string[], says: RegExp): Promise<void> {
  expect(await sojourn(...args)).toEqual({ exit: 2, stdout: "", stderr: expect.stringMatching(says) as string });
  expect(readdirSync(folder)).toEqual(before);
}

/** The same by the built command. */
const built = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: "utf8", env: { ...process.env, LANG: "C", LC_ALL: "" } });

describe("no option is swallowed", () => {
  it.each([
    [[...fit, "--terms", "x", "--terms", "z"], /^--terms: it is given twice, x and z /],
    [[...fit, "--terms=x", "--terms=z"], /^--terms: it is given twice/],
    [[...fit, "--terms", "x", "--where", "z > 0", "--where", "x > 1"], /^--where: it is given twice/],
    [["synthesize", "--seed", "1", "--seed", "2", "--out", "s.csv"], /^--seed: it is given twice/],
    [["reproduce", "--lang", "en", "--lang", "en"], /^--lang: it is given twice/],
    [["predict", "fit.json", "--at", "x=1", "--at", "x=2"], /^--at: it is given twice/],
  ])("where it is given twice: %j", refused);

  it("and one that may be given several times is gathered", async () => {
    expect(await sojourn(...fit, "--terms", "x,z", "--factor", "z", "--factor", "x")).toMatchObject({ exit: 0, stdout: expect.stringContaining("x=1") as string });
  });

  it.each([
    [[...fit, "--terms", "x", "--out", ""], /^--out: it is given an empty value/],
    [["run", "--out", ""], /^--out: /], [["site", "--out="], /^--out: /], [["kernelspec", "--out", ""], /^--out: /],
    [["trace", "M4.age2", "--html", ""], /^--html: /], [["audit", "t.txt", "--claims", ""], /^--claims: /],
    [["predict", "fit.json", "--at", ""], /^--at: /], [["predict", "fit.json", "--at", " ; "], /^--at: " ; " is not understood/],
    [["test", "fit.json", "--hypothesis", ""], /^--hypothesis: /], [["test", "fit.json", "--hypothesis", ";"], /^--hypothesis: ";" is no equation/],
    [["map", "d.csv", "--study", ""], /^--study: /], [["run", ""], /^run: one of its arguments is empty/],
  ])("where its value is empty: %j", refused);

  it("but --na takes an empty one: no codes of missing cells", async () => expect(await sojourn(...fit, "--terms", "x", "--na", "")).toMatchObject({ exit: 0 }));

  it.each([
    [["reproduce", "--mapping", "m.json"], /^--mapping: tells how to read data, and none are named \(expected --data FILE beside --mapping\)/],
    [["verdicts", "--encoding", "gb18030"], /^--encoding: tells how/], [["trace", "M4.age2", "--separator", ";"], /^--separator: tells how/],
    [["inspect", "--sheet", "a"], /^--sheet: tells how/], [["multiverse", "--only", "age", "--separator", ";"], /^--separator: tells how/],
    [["predict", "fit.json", "--separator", ";"], /^--separator: tells how .*--new FILE beside/],
    [["multiverse", "--only", "age", "--seed", "3"], /^--seed: there is nothing to draw/], [["multiverse", "--only", "age", "--workers", "2"], /^--workers: there is nothing to draw/],
    [["multiverse", "--only", "age", "--shard", "1/2", "--sensitivity", "--out", "u.csv"], /^--shard: the choices of the paper itself/],
    [["code", "--readings", "--study", "data/wvs"], /^--study: --readings lists those of the paper/], [["code", "d.csv", "--readings"], /^d\.csv: --readings lists/],
  ])("where it has no effect: %j", refused);
});

describe("a command line that is refused", () => {
  it.each([
    [["fit", "--nothing", "--lang", "zh"], "错误：没有选项 '--nothing'"],
    [["fit", "--lang", "zh", "d.csv", "--outcom", "y"], "错误：没有选项 '--outcom'\n（是否指 --outcome？）"],
    [["fit", "d.csv", "--family", "binom", "--lang", "zh"], "错误：选项 '--family <family>' 的取值 'binom' 无效。可选：binomial, ordered。"],
    [["audit", "--lang=zh"], "错误：缺少参数 'table'"],
    [["fit", "d.csv", "--lang", "zh"], "--family：没有给出（应为：binomial 或 ordered）。"],
    [["doctor", "a", "--lang", "zh"], "错误：'doctor' 的参数过多：应有 0 个，实有 1 个。"],
    [["run", "--jobs", "0", "--lang", "zh"], "错误：选项 '--jobs <n>' 的取值 '0' 无效。应为 1 至 99 的整数。"],
    [["fit", "--terms", "a", "--terms", "b", "--lang", "zh"], "--terms：给出了两次：a 和 b（应为：一个取值）。否则只有后一个起作用。"],
  ])("is told so in the language it asks for: %j", async (args, stderr) => expect(await sojourn(...args)).toEqual({ exit: 2, stdout: "", stderr: stderr }));

  it("in English as before, and once; and acts on no terminal", () => {
    expect(built(...fit, "--terms", "x", "--terms", "z")).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("--terms: it is given twice") as string });
    expect(built("fit", "--nothing").stderr).toBe("error: unknown option '--nothing'\n");
    expect(built("fit", "d.csv", "--outcom", "y").stderr).toBe("error: unknown option '--outcom'\n(Did you mean --outcome?)\n");
    expect(built("\u001b[31mfit").stderr).toBe("error: unknown command '\\u001b[31mfit'\n");
    expect(built("--version")).toMatchObject({ status: 0, stderr: "" });
  });
});
