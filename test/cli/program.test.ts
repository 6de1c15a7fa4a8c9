import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sojourn } from "./wholeProgram";

const folder = mkdtempSync(join(tmpdir(), "sojourn-program-"));
writeFileSync(join(folder, "d.csv"), `y,x,z\n${Array.from({ length: 40 }, (_, i) => `${(i * 7) % 5 < 2 ? 1 : 0},${i % 9},${i % 4}`).join("\n")}\n`);
const data = join(folder, "d.csv");
const fit = ["fit", data, "--outcome", "y", "--family", "binomial"];

describe("a command line", () => {
  it("lists the commands in its help, and tells its version", async () => {
    const help = await sojourn("--help");
    expect([help.exit, help.stderr]).toEqual([0, ""]);
    for (const name of ["run", "site", "fit", "test", "predict", "effects", "diagnose", "audit", "table", "multiverse", "engines", "new", "lab", "kernelspec", "doctor"]) expect(help.stdout).toMatch(new RegExp(`^  ${name}\\b`, "m"));
    const { version } = JSON.parse((await import("node:fs")).readFileSync(join(__dirname, "../../package.json"), "utf8")) as { version: string };
    for (const flag of ["--version", "-V"]) expect(await sojourn(flag)).toEqual({ exit: 0, stdout: `${version}\n`, stderr: "" });
    const one = await sojourn("fit", "--help");
    expect(one).toMatchObject({ exit: 0, stderr: "" });
    expect(one.stdout).toMatch(/--family[^]*--lang[^]*sojourn fit/);
  });

  it.each([
    [["fitt"], "error: unknown command 'fitt'\n(Did you mean fit?)"], [["fit", "--nothing"], "error: unknown option '--nothing'"], [["fit", "d.csv", "--outcom", "y"], "error: unknown option '--outcom'\n(Did you mean --outcome?)"],
    [["fit", "--lang", "zh", "d.csv", "--outcom", "y"], "错误：没有选项 '--outcom'\n（是否指 --outcome？）"], [["fit", "d.csv", "--family", "binom", "--lang", "zh"], "错误：选项 '--family <family>' 的取值 'binom' 无效。可选：binomial, ordered。"], [["audit", "--lang=zh"], "错误：缺少参数 'table'"],
    [["fit", "--outcome"], "error: option '--outcome <column>' argument missing"], [["doctor", "a", "--lang", "zh"], "错误：'doctor' 的参数过多：应有 0 个，实有 1 个。"], [["run", "--jobs", "0", "--lang", "zh"], "错误：选项 '--jobs <n>' 的取值 '0' 无效。应为 1 至 99 的整数。"], [["fitt", "--lang", "zh"], "错误：没有命令 'fitt'\n（是否指 fit？）"],
  ])("that is refused is told why: %j", async (argv, stderr) => expect(await sojourn(...argv)).toEqual({ exit: 2, stdout: "", stderr }));

  it("is refused in JSON too where JSON was asked for", async () => {
    const { exit, stdout, stderr } = await sojourn("fit", data, "--lnik", "probit", "--json");
    expect([exit, JSON.parse(stdout), stderr]).toEqual([2, { error: expect.objectContaining({ kind: "bad-input" }) as object }, expect.stringContaining("--lnik") as string]);
  });

  it.each([
    [[...fit, "--terms", "x", "--terms", "z"], "--terms: it is given twice, x and z"], [[...fit, "--terms=x", "--out", ""], "--out: it is given an empty value"], [["reproduce", "--lang", "en", "--lang", "en"], "--lang: it is given twice, en and en"], [["run", ""], "run: one of its arguments is empty"],
  ])("swallows no option: %j", async (argv, says) => {
    const { exit, stderr } = await sojourn(...argv);
    expect([exit, stderr.slice(0, says.length)]).toEqual([2, says]);
  });

  it("takes an option again that may be given again, and an empty one that means something", async () => {
    const again = await sojourn(...fit, "--terms", "x,z", "--factor", "z", "--factor", "x");
    expect([again.exit, again.stderr]).toEqual([0, ""]);
    expect(again.stdout).toContain("x=1");
    expect(await sojourn(...fit, "--terms", "x", "--na", "")).toMatchObject({ exit: 0 });
  });

  it("speaks the language it asks for", async () => {
    const zh = await sojourn("engines", "--nothing", "--lang", "zh");
    expect(zh.stderr).toBe("错误：没有选项 '--nothing'");
    const drivers = (await sojourn("engines", "--lang", "zh")).stdout;
    expect(drivers).toMatch(/Parquet 与 CSV 文件/);
    expect(drivers).not.toMatch(/not installed|→ sojourn/); // what is typed stands so that it can be
    expect((await sojourn("engines", "x", "--lang", "zh")).stderr).toMatch(/^x：/);
    expect((await sojourn("engines", "x", "--lang", "en")).stderr).toBe("x: engines has no such task (expected install, or nothing to see what is there).");
  });

  it("of engines tells each driver, in JSON where that is asked for", async () => {
    const { exit, stdout } = await sojourn("engines", "--json");
    expect([exit, (JSON.parse(stdout) as { engines: { reads: string }[] }).engines.map(({ reads }) => reads)]).toEqual([0, ["files", "postgres", "trino"]]);
    expect((await sojourn("engines")).stdout.split("\n").filter((line) => /^[✔–] /.test(line))).toHaveLength(3);
  });
});
