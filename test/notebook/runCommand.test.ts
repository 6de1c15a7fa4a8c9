import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as command from "../../src/cli/run";
import { projectFolder } from "../../src/projectFolder";
import { inProcess } from "../cli/inProcess";
import { PLAIN_CELLS } from "./plainCells";
import { makeFolder, writeNotebook } from "./smallNotebook";

const COMMAND = join(projectFolder, "dist", "cli", "main.js"); // as `npm run build` leaves it
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder within the project and a folder for temporary files, so that what is left behind can be seen. */
function workplace(): { folder: string; temporary: string } {
  const folder = makeFolder();
  const temporary = join(folder, "tmp");
  mkdirSync(temporary);
  folders.push(folder);
  return { folder, temporary };
}

interface Ended { code: number | null; stdout: string; stderr: string }

/** @param place `plain` where its kernels need no TypeScript */
function sojourn(args: readonly string[], { folder, temporary, plain = false }: { folder: string; temporary?: string; plain?: boolean }): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [COMMAND, "run", ...args], { cwd: folder, env: { ...process.env, TMPDIR: temporary ?? tmpdir(), ...(plain ? { NODE_OPTIONS: PLAIN_CELLS } : {}) } });
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => (said.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (said.stderr += text));
  return { child, ended: new Promise((resolve) => child.once("close", (code) => resolve({ code, ...said }))) };
}

async function eventually<T>(what: () => T | undefined | false): Promise<T> {
  for (let tries = 0; tries < 1_500; tries++) {
    const got = what();
    if (got) return got;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("it did not come about");
}

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const PIDS = `const { writeFileSync } = require("node:fs");\nconst { spawn } = require("node:child_process");\nconst helper = spawn("sleep", ["600"]);\nwriteFileSync("pids", process.pid + " " + helper.pid);`;
const FREE = PIDS.replace(`spawn("sleep", ["600"])`, `spawn("sleep", ["600"], { detached: true, stdio: "ignore" })`); // in a session of its own
const pidsIn = (folder: string) => eventually(() => existsSync(join(folder, "pids")) && readFileSync(join(folder, "pids"), "utf8").split(" ").map(Number));

/** The connection file, whose key lets one run code as the user, is the user's alone. */
function expectPrivateConnection(temporary: string): void {
  const [folder] = readdirSync(temporary);
  const file = join(temporary, folder, "connection.json");
  expect([statSync(join(temporary, folder)).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
  const { ip, transport, key } = JSON.parse(readFileSync(file, "utf8"));
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  // Its sockets are files of that folder, or ports of this machine where the folder's name is too long for them.
  expect([`ipc ${join(temporary, folder, "socket")}`, "tcp 127.0.0.1"]).toContain(`${transport} ${ip}`);
}

describe.concurrent("sojourn run", () => {
  test("runs the notebooks of a study folder on it, where they stand and as copies, which go on working on it", async () => {
    const { folder } = workplace();
    cpSync(join(projectFolder, "data", "wvs"), join(folder, "own"), { recursive: true });
    cpSync(join(projectFolder, "data", "wvs.csv"), join(folder, "wvs.csv"));
    mkdirSync(join(folder, "own", "notebooks"));
    const path = writeNotebook(join(folder, "own", "notebooks"), [`import { readStudy, readStudyData } from "sojourn";\nconst own = readStudy();\nconsole.log(own.study.id, readStudyData(own).respondents.length);`]);
    expect(await sojourn(["--study", "own"], { folder }).ended).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(path, "utf8")).toContain("wvs 5381");
    expect(JSON.parse(readFileSync(join(folder, "own", "notebooks", "sojourn.json"), "utf8"))).toEqual({ study: "..", files: [], readings: {} });
    // Copies on other data, in another encoding: the study comes from the notebooks' own folder.
    writeFileSync(join(folder, "two.csv"), Buffer.from("poverty;religion;degree;country;age;gender\nToo Little;yes;no;USA;44;male\nToo Much;no;yes;Norway;30;female\n", "utf16le"));
    const ended = await sojourn(["own/notebooks", "--data", "two.csv", "--encoding", "utf-16le", "--separator", ";", "--out", "mine"], { folder }).ended;
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(join(folder, "mine", "small.ipynb"), "utf8")).toContain("wvs 2");
    expect(JSON.parse(readFileSync(join(folder, "mine", "sojourn.json"), "utf8"))).toEqual({ study: "../own", files: ["../two.csv"], encoding: "utf-16le", separator: ";", readings: {} });
  });

  test("executes all notebooks of a folder by name, a line each, and leaves a current one untouched", async () => {
    const { folder, temporary } = workplace();
    for (const name of ["b.ipynb", "a.ipynb"]) writeNotebook(folder, [`console.log(1 / 3);`], name);
    const first = await sojourn(["."], { folder, temporary }).ended;
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toMatch(/^✔ [ab]\.ipynb {2}\d+\.\d s {2}updated: metadata kernelspec: was null, is .* \(and 2 more\)\n✔ .*\n2 notebooks in \d+\.\d s: 2 updated\n$/);
    // As another machine might print the last digit; and the file as only Jupyter would not write it.
    const path = join(folder, "a.ipynb");
    const committed = readFileSync(path, "utf8").replace("0.3333333333333333", "0.33333333333333326").replace(/\n$/, "  \n");
    writeFileSync(path, committed);
    const second = await sojourn(["b.ipynb", "a.ipynb"], { folder, temporary }).ended;
    expect(second.stdout).toMatch(/2 notebooks in \d+\.\d s: 2 unchanged\n$/);
    expect(readFileSync(path, "utf8")).toBe(committed);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("stops at the first failing cell with its place, exit 1, and leaves that notebook as it was", async () => {
    const { folder, temporary } = workplace();
    const path = writeNotebook(folder, [{ markdown: "## Four models" }, `const a: string = 1;`, `require("fs").writeFileSync("reached", "");`]);
    const before = readFileSync(path, "utf8");
    const { code, stdout, stderr } = await sojourn(["small.ipynb"], { folder, temporary }).ended;
    expect(code).toBe(1);
    expect(stderr).toBe(`small.ipynb › cell 1 "Four models" › line 1:7 › Type 'number' is not assignable to type 'string'.\n  1 | const a: string = 1;\n    |       ^\n`);
    expect(stdout).toBe("✖ small.ipynb\n");
    expect(existsSync(join(folder, "reached"))).toBe(false);
    expect(readFileSync(path, "utf8")).toBe(before);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("says so when the kernel is killed in mid-run", async () => {
    const { folder, temporary } = workplace();
    const path = writeNotebook(folder, [PIDS, `while (true) {}`]);
    const before = readFileSync(path, "utf8");
    const run = sojourn(["small.ipynb"], { folder, temporary });
    const [kernel, helper] = await pidsIn(folder);
    process.kill(kernel, "SIGKILL");
    const { code, stderr } = await run.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^small\.ipynb › cell [12] › the kernel was killed from outside \(SIGKILL/);
    expect(readFileSync(path, "utf8")).toBe(before);
    await eventually(() => !alive(helper));
    expect(readdirSync(temporary)).toEqual([]);
  });

  test.each([["SIGINT", 130, false], ["SIGTERM", 143, true]] as const)("stops on %s: kernels end, files stay as they were, exit %i", async (signal, exitCode, plain) => {
    const { folder, temporary } = workplace();
    const path = writeNotebook(folder, [PIDS, `await new Promise(() => undefined);`]);
    const before = readFileSync(path, "utf8");
    const run = sojourn(["small.ipynb"], { folder, temporary, plain });
    const pids = await pidsIn(folder);
    expectPrivateConnection(temporary);
    run.child.kill(signal);
    expect(await run.ended).toMatchObject({ code: exitCode, stderr: "Stopped. Notebooks that were not done are as they were.\n" });
    await eventually(() => !pids.some(alive));
    expect(readFileSync(path, "utf8")).toBe(before);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(["pids", "small.ipynb", "tmp"]);
  });

  test.each([["SIGKILL", false], ["SIGQUIT", true]] as const)("leaves no kernel, no child of a cell and no key behind when it is itself ended by %s while a cell loops", async (signal, plain) => {
    const { folder, temporary } = workplace();
    writeNotebook(folder, [FREE, `while (true) {}`]);
    const run = sojourn(["small.ipynb"], { folder, temporary, plain });
    const pids = await pidsIn(folder);
    run.child.kill(signal);
    await eventually(() => !pids.some(alive));
    await eventually(() => readdirSync(temporary).length === 0);
  });

  test("ends with the script that started it, killed with -9", async () => {
    const { folder, temporary } = workplace();
    writeNotebook(folder, [PIDS, `await new Promise(() => undefined);`]);
    const script = `require("node:child_process").spawn(process.execPath, [${JSON.stringify(COMMAND)}, "run", "."], { stdio: "ignore", env: { ...process.env, SOJOURN_PARENT: String(process.pid) } }); setInterval(() => 0, 1000);`;
    const starter = spawn(process.execPath, ["-e", script], { cwd: folder, env: { ...process.env, TMPDIR: temporary, NODE_OPTIONS: PLAIN_CELLS } });
    const pids = await pidsIn(folder);
    starter.kill("SIGKILL");
    await eventually(() => !pids.some(alive));
    await eventually(() => readdirSync(temporary).length === 0);
  });

  test("ends what a cell has started, also what has left the kernel's group", async () => {
    const { folder, temporary } = workplace();
    writeNotebook(folder, [FREE]);
    const run = sojourn(["small.ipynb"], { folder, temporary, plain: true });
    const pids = await pidsIn(folder);
    expect(await run.ended).toMatchObject({ code: 0 });
    await eventually(() => !pids.some(alive));
  });

  test("gives someone's data to the cells and writes copies to --out, not a byte elsewhere", async () => {
    const { folder, temporary } = workplace();
    const path = writeNotebook(folder, [`const { readFileSync } = require("node:fs");\nconsole.log(readFileSync(process.env.SOJOURN_CHOICE, "utf8"));`]);
    const before = readFileSync(path, "utf8");
    for (const name of ["甲.csv", "b.csv", "map.json"]) writeFileSync(join(folder, name), "{}");
    const ended = await sojourn(["small.ipynb", "--data", "甲.csv", "--data", "b.csv", "--mapping", "map.json", "--reading", "gender=male", "--out", "mine/out"], { folder, temporary, plain: true }).ended;
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/: 1 copied\n$/) });
    const copy = readFileSync(join(folder, "mine", "out", "small.ipynb"), "utf8");
    const choice = { files: ["../../甲.csv", "../../b.csv"], mapping: "../../map.json", readings: { gender: "male" } };
    expect(JSON.parse(JSON.parse(copy).cells[0].outputs[0].text.join(""))).toEqual(choice);
    expect(JSON.parse(readFileSync(join(folder, "mine", "out", "sojourn.json"), "utf8"))).toEqual(choice);
    const onStandIn = await sojourn(["small.ipynb", "--out", "mine/out"], { folder, temporary }).ended;
    expect(onStandIn).toMatchObject({ code: 2, stderr: expect.stringContaining("sojourn.json: chooses data or readings, and none are named") });
    expect(readFileSync(path, "utf8")).toBe(before);
    expect(readdirSync(folder).sort()).toEqual(["b.csv", "map.json", "mine", "small.ipynb", "tmp", "甲.csv"].sort());
  });

  test("runs a folder's Chinese edition after it, in zh/, and copies it to the zh/ of --out", async () => {
    const { folder } = workplace();
    mkdirSync(join(folder, "zh"));
    writeNotebook(folder, [`console.log("en");`], "a.ipynb");
    writeNotebook(join(folder, "zh"), [`console.log("zh");`], "a.ipynb");
    for (const place of [folder, join(folder, "zh")]) writeNotebook(place, [`console.log("drawn", Math.random());`], "b.ipynb");
    const ended = await sojourn([".", "--jobs", "1", "--out", "out"], { folder, plain: true }).ended;
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/^✔ a\.ipynb .* s {2}copied\n✔ b\.ipynb .* s {2}copied\n✔ zh\/a\.ipynb .* s {2}copied\n✔ zh\/b\.ipynb {2}ran as b\.ipynb {2}copied\n4 notebooks in .*: 4 copied\n$/) });
    const drawn = ["b.ipynb", "zh/b.ipynb"].map((copy) => /drawn [\d.]+/.exec(readFileSync(join(folder, "out", copy), "utf8"))?.[0]);
    expect(drawn[1]).toBe(drawn[0] ?? "nothing"); // of the same code, once
    for (const [copy, said] of [["a.ipynb", "en\\n"], ["zh/a.ipynb", "zh\\n"]]) expect(readFileSync(join(folder, "out", copy), "utf8")).toContain(said);
  });

  test("takes a data file's fault for bad input, exit 2", async () => {
    const { folder } = workplace();
    writeNotebook(folder, [`class BadInput extends Error { name = "BadInput"; }\nthrow new BadInput("mine.csv, row 3, column age: x");`]);
    writeFileSync(join(folder, "mine.csv"), "");
    const { code, stderr } = await sojourn(["small.ipynb", "--data", "mine.csv", "--out", "out"], { folder }).ended;
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^small\.ipynb › cell 1 › line 2:7 › BadInput: mine\.csv, row 3, column age: x\n/)]);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test("does not undo an edit made while it ran", async () => {
    const { folder } = workplace();
    const path = writeNotebook(folder, [`const { readFileSync, writeFileSync } = require("fs");\nwriteFileSync("small.ipynb", readFileSync("small.ipynb", "utf8").replace("const", "/* edited */ const"));`]);
    const before = readFileSync(path, "utf8");
    const { code, stderr } = await sojourn(["small.ipynb"], { folder, plain: true }).ended;
    expect([code, stderr]).toEqual([2, "small.ipynb: was edited while it ran (expected an unchanged file). It is left as it is: run it again.\n"]);
    expect(readFileSync(path, "utf8")).not.toBe(before);
    expect(readFileSync(path, "utf8")).not.toContain("kernelspec");
  });
});

describe("sojourn run refuses, with exit 2 and before it runs anything,", () => {
  const { folder } = workplace();
  writeNotebook(folder, [`1`], "a.ipynb");
  mkdirSync(join(folder, "sub"));
  writeNotebook(join(folder, "sub"), [`1`], "a.ipynb");
  mkdirSync(join(folder, "empty"));
  mkdirSync(join(folder, "editions", "zh"), { recursive: true });
  writeNotebook(join(folder, "editions", "zh"), [`1`], "a.ipynb");
  symlinkSync("a.ipynb", join(folder, "link.ipynb"));
  writeFileSync(join(folder, "x.csv"), "");
  writeFileSync(join(folder, "broken.ipynb"), "{");
  writeFileSync(join(folder, "other.ipynb"), `{"a": 1}`);
  writeFileSync(join(folder, "old.ipynb"), `{"nbformat": 3, "nbformat_minor": 0, "worksheets": []}`);
  const here = process.cwd();
  beforeAll(() => process.chdir(folder));
  afterAll(() => process.chdir(here));
  const run = inProcess(command);

  test("as the built command", async () => {
    expect(await sojourn(["nope.ipynb"], { folder }).ended).toEqual({ code: 2, stdout: "", stderr: "nope.ipynb: does not exist (expected a notebook or a folder of notebooks).\n" });
  });

  test.each([
    ["a notebook that is not there", ["nope.ipynb"], "nope.ipynb: does not exist"],
    ["a file that is none", ["x.csv"], "x.csv: is no notebook by its name"],
    ["a folder without any", ["empty"], "empty: holds no notebook"],
    ["one named twice", ["a.ipynb", "./a.ipynb"], "a.ipynb: is named twice"],
    ["one named twice by a link", ["a.ipynb", "link.ipynb"], "link.ipynb: is named twice"],
    ["a notebook that is no JSON", ["broken.ipynb"], "broken.ipynb, row 1: is no JSON"],
    ["JSON that is no notebook", ["other.ipynb"], "other.ipynb: is JSON but no notebook"],
    ["an old format", ["old.ipynb"], "old.ipynb: is of nbformat 3.0 (expected nbformat 4.0 to 4.5)"],
    ["data without a folder for the results", ["a.ipynb", "--data", "x.csv"], "x.csv: no folder is named for the results (expected --out DIR beside --data)"],
    ["data that are not there", ["a.ipynb", "--data", "y.csv", "--out", "o"], "y.csv: does not exist"],
    ["a folder as data", ["a.ipynb", "--data", "sub", "--out", "o"], "sub: is no file"],
    ["the same data twice", ["a.ipynb", "--data", "x.csv", "--data", "./x.csv", "--out", "o"], "./x.csv: is given twice as data"],
    ["a mapping that is not there", ["a.ipynb", "--data", "x.csv", "--mapping", "m.json", "--out", "o"], "m.json: does not exist"],
    ["a mapping without data", ["a.ipynb", "--mapping", "x.csv"], "--mapping: tells how to read data, and none are named (expected --data FILE beside --mapping)"],
    ["the notebooks' own folder for copies", ["a.ipynb", "--out", "."], ".: is the folder of a.ipynb itself"],
    ["the folder that holds their Chinese edition for copies", ["editions", "--out", "editions"], "editions: is the folder of editions/zh/a.ipynb itself"],
    ["the committed notebooks' folder for copies", ["a.ipynb", "--out", join(projectFolder, "notebooks")], "is the folder of the committed notebooks"],
    ["the committed Chinese notebooks' folder for copies", ["a.ipynb", "--out", join(projectFolder, "notebooks", "zh")], "is the folder of the committed notebooks"],
    ["a file for copies", ["a.ipynb", "--out", "x.csv"], "x.csv: is a file"],
    ["a way to read data that are not named", ["a.ipynb", "--encoding", "gbk", "--out", "o"], "--encoding: tells how to read data, and none are named"],
    ["a reading beside a study", ["a.ipynb", "--study", "sub", "--reading", "age=withAge", "--out", "o"], "age=withAge is a reading of the paper, and sub is another study"],
    ["a study that is none", ["a.ipynb", "--study", "sub", "--out", "o"], "study.json"],
    ["notebooks of another place than the study's", ["a.ipynb", "--study", join(projectFolder, "data", "wvs")], "a.ipynb: is no notebook of the study"],
    ["two copies of one name", ["a.ipynb", "sub/a.ipynb", "--out", "o"], "sub/a.ipynb: has the name of another notebook"],
    ["a time limit that is none", ["a.ipynb", "--cell-timeout", "soon"], "error: option '--cell-timeout <seconds>' argument 'soon' is invalid"],
    ["an option it does not know", ["a.ipynb", "--fast"], "error: unknown option '--fast'"],
  ])("%s", async (_, args, message) => {
    const before = readFileSync(join(folder, "a.ipynb"), "utf8");
    const { exit, stderr } = await run("run", ...args);
    expect(stderr).toContain(message);
    expect(stderr.trim().split("\n").length).toBeLessThanOrEqual(2);
    expect(exit).toBe(2);
    expect(existsSync(join(folder, "o"))).toBe(false);
    expect(readFileSync(join(folder, "a.ipynb"), "utf8")).toBe(before);
  });
});
