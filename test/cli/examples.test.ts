import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { EXAMPLES, FIRST } from "../../src/cli/examples";
import { columnWidth } from "../../src/display/render/columnWidth";
import { projectFolder } from "../../src/projectFolder";
import { sojourn as inProcess } from "./wholeProgram";

/** A folder of its own, with the files that the examples name. */
const folder = mkdtempSync(join(tmpdir(), "sojourn-examples-"));
for (const name of ["data", "test"]) symlinkSync(join(projectFolder, name), join(folder, name));
cpSync(join(projectFolder, "package.json"), join(folder, "package.json"));

const here = process.cwd();
beforeAll(() => process.chdir(folder));
afterAll(() => process.chdir(here));

const ENGLISH = { LANG: "C", LC_ALL: "" };
const CHINESE = { LANG: "zh_CN.UTF-8", LC_ALL: "" };

/** The words of a line as a shell reads it: quotes, semicolons and all. */
const words = (line: string): string[] => spawnSync("/bin/sh", ["-c", `printf '%s\\0' ${line.replace(/^sojourn /, "")}`], { encoding: "utf8" }).stdout.split("\0").slice(0, -1);

/** What a line ends with and prints, in this process: .ci/run types the examples to the built command (scripts/documented.mjs). */
async function sojourn(line: string, environment: Readonly<Record<string, string>> = ENGLISH): Promise<{ exit: number; stdout: string; stderr: string }> {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const ended = await inProcess(...words(line));
  vi.unstubAllEnvs();
  return ended;
}

/** The same by the built command. */
const built = (args: readonly string[], environment: Readonly<Record<string, string>> = ENGLISH) =>
  spawnSync(process.execPath, [join(projectFolder, "dist", "cli", "main.js"), ...args], { cwd: folder, encoding: "utf8", env: { ...process.env, ...environment } });

describe("the examples of --help", () => {
  it("stand in the help of every command", async () => {
    const commands = [...(await sojourn("--help")).stdout.split("Commands:\n")[1].split(/\n(?! )/)[0].matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name).filter((name) => name !== "help");
    expect(commands.length).toBeGreaterThan(10);
    const readme = readFileSync(join(projectFolder, "README.md"), "utf8");
    for (const command of commands) {
      const { stdout } = await sojourn(`${command} --help`);
      // Each as it is typed, once: what is run below is all that help shows.
      expect(`${stdout.trimEnd()}\n`.split(/Examples?:\n/).slice(1), command).toEqual([`${EXAMPLES[command].lines.map((example) => `  npx --no-install ${example}\n`).join("")}`]);
      expect(readme, `README's table of commands: ${command}`).toMatch(new RegExp(`^\\|[^|]*\`${command}\`[^|]*\\|`, "m"));
    }
  });

  // The slow ones start kernels or a server: .ci/run types them.
  const quick = ["code", ...Object.keys(EXAMPLES).filter((name) => name !== "code" && !EXAMPLES[name].slow)].flatMap((name) => EXAMPLES[name].lines.map((line) => [line]));
  const drivers = existsSync(join(projectFolder, "engines", "node_modules"));
  it.each(quick)("%s", async (line) => {
    if (line.includes(" --from ") && !drivers) return; // .ci/run types it, where the drivers are installed
    const { exit, stderr } = await sojourn(line);
    // An audit ends with 1 where it finds something, as it does here; so does map while something is to be decided.
    expect([0, ...(/ (audit|map|doctor) /.test(`${line} `) ? [1] : [])], stderr).toContain(exit);
  });

  it("say all that they name: a shell takes nothing apart", async () => {
    const { stdout } = await sojourn(`${EXAMPLES.predict.lines[0]} --json`);
    expect((JSON.parse(stdout) as { predictions: { at: Record<string, string> }[] }).predictions.map(({ at }) => at)).toEqual([{ gender: "0", education: "3" }, { gender: "1", education: "3" }]);
  });

  it("of the whole are examples of commands", () => {
    for (const name of FIRST.map((line) => line.split(" ")[1])) expect(EXAMPLES).toHaveProperty(name);
  });
});

describe("every command", () => {
  it("tells the version", () => expect(built(["--version"]).stdout).toMatch(/^\d+\.\d+\.\d+\n$/));

  it("refuses in Chinese under --lang zh, and under a Chinese LANG", async () => {
    const line = "sojourn fit none.csv --outcome y --terms x --family binomial";
    const english = "none.csv: there is no such file. Check the path. Nothing was written.";
    const chinese = "none.csv：没有这个文件。请检查路径。没有写入任何文件。";
    expect(built(words(line))).toMatchObject({ status: 2, stdout: "", stderr: `${english}\n` });
    expect((await sojourn(`${line} --lang zh`)).stderr).toBe(chinese);
    expect((await sojourn(line, CHINESE)).stderr).toBe(chinese);
    expect((await sojourn(`${line} --lang en`, CHINESE)).stderr).toBe(english);
  });

  it("shows control characters of what it is given, and sends none", () => {
    const { stderr } = built(["trace", "M4.\u001b]0;owned\u0007\u202e"]);
    expect(stderr).toContain("\\u001b]0;owned\\u0007\\u202e");
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describe("a terminal", () => {
  it.each(["reproduce", "verdicts", "code --readings", "audit data/published.json", "trace M4.supportUnit"])("of 80 columns is enough for %s", async (line) => {
    const { stdout } = await sojourn(line, { ...ENGLISH, COLUMNS: "80" });
    expect(stdout.split("\n").length).toBeGreaterThan(10);
    expect(stdout.split("\n").filter((text) => columnWidth(text) > 80)).toEqual([]);
  });

  it("shows one language under --lang", async () => {
    expect((await sojourn("verdicts --lang en")).stdout.replace(/^Synthetic.*/gm, "")).not.toMatch(/[一-鿿]/);
    expect((await sojourn("verdicts --lang zh")).stdout.replace(/^Synthetic.*/gm, "")).not.toMatch(/hypothes|support/i);
  });

  it("is told each sentence in one language: --lang's, else LANG's", async () => {
    for (const line of ["map data/sfrc-synthetic.csv", "code --readings"]) {
      const { stdout } = await sojourn(line);
      expect(stdout, line).not.toMatch(/[一-鿿]/);
      expect((await sojourn(`${line} --lang en`, CHINESE)).stdout, line).toBe(stdout);
    }
    expect((await sojourn("map data/sfrc-synthetic.csv", CHINESE)).stdout).toMatch(/^无需映射$/m);
    expect((await sojourn("map data/sfrc-synthetic.csv --lang zh")).stdout).not.toMatch(/no mapping|rows/);
  });

  it("is told how a file is given, which models have a term, and the verdicts as JSON", async () => {
    expect(await sojourn("reproduce extract.csv")).toMatchObject({ exit: 2, stderr: expect.stringContaining("--data extract.csv") as string });
    expect(await sojourn("trace supportUnit")).toMatchObject({ exit: 2, stderr: expect.stringContaining("M1.supportUnit, ") as string });
    expect((JSON.parse((await sojourn("verdicts --json")).stdout) as { hypotheses: object[] }).hypotheses[0]).toMatchObject({ id: "H1", group: "changchun" });
    expect(await sojourn("effects coded.csv --outcome stayInMigration --terms gender --family binomial --bootstrap 100 --seed ''")).toMatchObject({ exit: 2 });
  });
});
