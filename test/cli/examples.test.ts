import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXAMPLES, HELP } from "../../src/cli/examples";
import { columnWidth } from "../../src/display/render/columnWidth";
import { projectFolder } from "../../src/projectFolder";

const main = join(projectFolder, "dist", "cli", "main.js");
const english = { ...process.env, LANG: "C", LC_ALL: "" };

/** A folder of its own, with the files that the examples name. */
const folder = mkdtempSync(join(tmpdir(), "sojourn-examples-"));
for (const name of ["data", "test"]) symlinkSync(join(projectFolder, name), join(folder, name));
cpSync(join(projectFolder, "package.json"), join(folder, "package.json"));
/** A line as a shell reads it: quotes, semicolons and all. */
const sojourn = (line: string, env: NodeJS.ProcessEnv = english) =>
  spawnSync(`sojourn() { "$SOJOURN_NODE" "$SOJOURN_MAIN" "$@"; }; set -e; sojourn ${line.replace(/^sojourn /, "")}`, { shell: "/bin/sh", cwd: folder, encoding: "utf8", env: { ...env, SOJOURN_NODE: process.execPath, SOJOURN_MAIN: main } });

describe("the examples of --help", () => {
  it("stand in the help of every command", () => {
    const commands = [...sojourn("--help").stdout.split("Commands:\n")[1].split(/\n(?! )/)[0].matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name).filter((name) => name !== "help");
    expect(commands.length).toBeGreaterThan(10);
    for (const command of commands) {
      const { stdout } = sojourn(`${command} --help`);
      // Each as it is typed, once: what is run below is all that help shows.
      expect(stdout.split(/Examples?:\n/).slice(1), command).toEqual([`${EXAMPLES[command].lines.map((example) => `  npx --no-install ${example}\n`).join("")}`]);
    }
    const readme = readFileSync(join(projectFolder, "README.md"), "utf8");
    for (const command of commands) expect(readme, `README's table of commands: ${command}`).toMatch(new RegExp(`^\\|[^|]*\`${command}\`[^|]*\\|`, "m"));
  });

  // The slow ones start kernels or a server: .ci/run types them.
  const quick = ["code", ...Object.keys(EXAMPLES).filter((name) => name !== "code" && !EXAMPLES[name].slow)].flatMap((name) => EXAMPLES[name].lines.map((line) => [line]));
  const drivers = existsSync(join(projectFolder, "engines", "node_modules"));
  it.each(quick)("%s", (line) => {
    if (line.includes(" --from ") && !drivers) return; // .ci/run types it, where the drivers are installed
    const { status, stderr } = sojourn(line);
    // An audit ends with 1 where it finds something, as it does here; so does map while something is to be decided.
    expect([0, ...(/ (audit|map|doctor) /.test(`${line} `) ? [1] : [])], stderr).toContain(status);
  });

  it("say all that they name: a shell takes nothing apart", () => {
    const places = (line: string) => (JSON.parse(sojourn(`${line} --json`).stdout) as { predictions: { at: Record<string, string> }[] }).predictions.map(({ at }) => at);
    expect(places(EXAMPLES.predict.lines[0])).toEqual([{ gender: "0", education: "3" }, { gender: "1", education: "3" }]);
  });

  it("of the whole are examples of commands", () => {
    for (const [, name] of HELP.matchAll(/sojourn (\w+)/g)) expect(EXAMPLES).toHaveProperty(name);
  });
});

describe("every command", () => {
  it("tells the version", () => expect(sojourn("--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/));

  it("refuses in Chinese under --lang zh, and under a Chinese LANG", () => {
    const line = "sojourn fit none.csv --outcome y --terms x --family binomial";
    expect(sojourn(line).stderr).toBe("none.csv: there is no such file. Check the path. Nothing was written.\n");
    const chinese = "none.csv：没有这个文件。请检查路径。没有写入任何文件。\n";
    expect(sojourn(`${line} --lang zh`).stderr).toBe(chinese);
    expect(sojourn(line, { ...english, LANG: "zh_CN.UTF-8" }).stderr).toBe(chinese);
    expect(sojourn(`${line} --lang en`, { ...english, LANG: "zh_CN.UTF-8" }).stderr).toMatch(/there is no such file/);
  });

  it("shows control characters of what it is given, and sends none", () => {
    const { stderr } = spawnSync(process.execPath, [main, "trace", "M4.\u001b]0;owned\u0007\u202e"], { encoding: "utf8", env: english });
    expect(stderr).toContain("\\u001b]0;owned\\u0007\\u202e");
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describe("a terminal", () => {
  it.each(["reproduce", "verdicts", "code --readings", "audit data/published.json", "trace M4.supportUnit"])("of 80 columns is enough for %s", (line) => {
    const { stdout } = sojourn(line, { ...english, COLUMNS: "80" });
    expect(stdout.split("\n").filter((text) => columnWidth(text) > 80)).toEqual([]);
  });

  it("shows one language under --lang", () => {
    expect(sojourn("verdicts --lang en").stdout.replace(/^Synthetic.*/gm, "")).not.toMatch(/[一-鿿]/);
    expect(sojourn("verdicts --lang zh").stdout.replace(/^Synthetic.*/gm, "")).not.toMatch(/hypothes|support/i);
  });

  it("is told each sentence in one language: --lang's, else LANG's", () => {
    const chinese = { ...english, LANG: "zh_CN.UTF-8" };
    for (const line of ["map data/sfrc-synthetic.csv", "code --readings"]) {
      const { stdout } = sojourn(line);
      expect(stdout, line).not.toMatch(/[一-鿿]/);
      expect(sojourn(`${line} --lang en`, chinese).stdout, line).toBe(stdout);
    }
    expect(sojourn("map data/sfrc-synthetic.csv", chinese).stdout).toMatch(/^无需映射$/m);
    expect(sojourn("map data/sfrc-synthetic.csv --lang zh").stdout).not.toMatch(/no mapping|rows/);
  });

  it("is told how a file is given, which models have a term, and the verdicts as JSON", () => {
    expect(sojourn("reproduce extract.csv")).toMatchObject({ status: 2, stderr: expect.stringContaining("--data extract.csv") as string });
    expect(sojourn("trace supportUnit")).toMatchObject({ status: 2, stderr: expect.stringContaining("M1.supportUnit, ") as string });
    expect(JSON.parse(sojourn("verdicts --json").stdout).hypotheses[0]).toMatchObject({ id: "H1", group: "changchun" });
    expect(sojourn("effects coded.csv --outcome stayInMigration --terms gender --family binomial --bootstrap 100 --seed ").status).toBe(2);
  });
});
