import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, linkSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { makeFolder } from "../../src/io/makeFolder";
import { openWhole, writeWhole } from "../../src/io/write";
import { writeWholeFolder } from "../../src/io/writeFolder";
import { projectFolder } from "../../src/projectFolder";
import { bothLanguages } from "./bothLanguages";
import { temporaryFolder, writeNotebook } from "../notebook/smallNotebook";

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), "write-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe("a file is written whole or not at all", () => {
  test("with the permissions of the one it replaces", () => {
    const file = join(place(), "a.csv");
    writeFileSync(file, "old");
    chmodSync(file, 0o640);
    writeWhole(file, "new, 新");
    expect([readFileSync(file, "utf8"), statSync(file).mode & 0o777]).toEqual(["new, 新", 0o640]);
  });

  test("in pieces, of which nothing is seen before the last; one that is given up leaves what was there", () => {
    const folder = place();
    const file = join(folder, "a.csv");
    writeFileSync(file, "old");
    const given = openWhole(file);
    given.append("half");
    given.abandon();
    expect([readdirSync(folder), readFileSync(file, "utf8")]).toEqual([["a.csv"], "old"]);
    const whole = openWhole(file);
    whole.append("new, ");
    whole.append(Buffer.from("新"));
    expect(readFileSync(file, "utf8")).toBe("old");
    whole.commit();
    expect([readdirSync(folder), readFileSync(file, "utf8")]).toEqual([["a.csv"], "new, 新"]);
  });

  test("through a link, which stays one", () => {
    const folder = place();
    writeFileSync(join(folder, "real"), "old");
    symlinkSync("real", join(folder, "link"));
    writeWhole(join(folder, "link"), "new");
    expect([readFileSync(join(folder, "real"), "utf8"), lstatSync(join(folder, "link")).isSymbolicLink()]).toEqual(["new", true]);
    expect(readdirSync(folder).sort()).toEqual(["link", "real"]);
  });

  test("but never one that must stay as it is, under a link or a second name", () => {
    const folder = place();
    const kept = join(folder, "kept");
    writeFileSync(kept, "old");
    symlinkSync("kept", join(folder, "link"));
    linkSync(kept, join(folder, "second"));
    for (const name of ["kept", "link", "second"]) expect(() => writeWhole(join(folder, name), "new", { never: [kept] })).toThrow(`this is ${kept} itself, under another name`);
    expect(readFileSync(kept, "utf8")).toBe("old");
  });

  test("and what is a folder or a pipe is refused and stays", () => {
    const folder = place();
    const pipe = join(folder, "pipe");
    expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
    expect(() => writeWhole(folder, "")).toThrow("this is a folder");
    expect(() => writeWhole(pipe, "")).toThrow("this is a pipe");
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  // Where nobody can make a file, not even who may do everything: with the code broken, /dev/null itself was once replaced.
  const device = "/dev/pts/ptmx";
  test.runIf(existsSync(device))("nor a device", () => {
    expect(() => writeWhole(device, "")).toThrow(`${device}: this is a device (expected the name of a file to write). Nothing was written.`);
    expect(statSync(device).isCharacterDevice()).toBe(true);
  });

  test("and where there is no folder, it is said", () => {
    expect(() => writeWhole(join(place(), "no", "a"), "")).toThrow("cannot be written: its folder does not exist (ENOENT)");
    expect(bothLanguages(() => writeWhole(join(place(), "no", "a"), "", { named: "no/a" }))[1]).toBe("no/a：无法写入：所在文件夹不存在（ENOENT）（应为：有空间且有写入权限的位置）。原有内容保持不变。");
    const file = join(place(), "a.csv");
    writeFileSync(file, "");
    expect(bothLanguages(() => makeFolder(join(file, "x"), "a.csv/x"))).toEqual([expect.stringContaining("a.csv/x: cannot be written: its folder is a file (ENOTDIR)"), expect.stringContaining("a.csv/x：无法写入：所在文件夹其实是文件（ENOTDIR）")]);
  });
});

describe("a folder is written whole or not at all", () => {
  test("in place of the old one, and what killed runs have left beside it goes", () => {
    const folder = join(place(), "site");
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    for (const name of [folder, `${folder}.making-${dead}`, `${folder}.old-${dead}`, `${folder}.making-${process.pid}0x`]) mkdirSync(name);
    writeFileSync(join(folder, "gone"), "");
    writeWholeFolder(folder, [{ path: "a/b.html", content: "b" }, { path: "c", content: Buffer.from([1, 2]) }]);
    expect([readdirSync(folder).sort(), readFileSync(join(folder, "a", "b.html"), "utf8")]).toEqual([["a", "c"], "b"]);
    expect(readdirSync(join(folder, "..")).sort()).toEqual(["site", `site.making-${process.pid}0x`]);
  });

  test("and one that was put aside when the process was killed comes back", () => {
    const folder = join(place(), "site");
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    mkdirSync(`${folder}.old-${dead}`);
    writeFileSync(join(`${folder}.old-${dead}`, "kept"), "");
    expect(() => writeWholeFolder(folder, [{ path: "x\0", content: "" }])).toThrow();
    expect(readdirSync(folder)).toEqual(["kept"]);
  });
});

/** A command of ours under a limit on the size of files, in blocks of 1,024 bytes: a write is then cut short. */
const limited = (blocks: number, command: string, cwd: string) =>
  spawnSync("bash", ["-c", `ulimit -f ${blocks}; exec node ${join(projectFolder, "dist", "cli", "main.js")} ${command}`], { cwd, encoding: "utf8" });

describe("where the system takes only part of the data, a command ends with exit 2 and the old file stays:", () => {
  test.each([
    ["code", `code ${projectFolder}/data/sfrc-synthetic.csv --out out`],
    ["audit --html", `audit ${projectFolder}/data/published.json --html out`],
    ["trace --html", `trace M4.supportUnit --html out`],
    ["synthesize", `synthesize --seed 1 --out out`],
  ])("%s", (_, command) => {
    const folder = place();
    writeFileSync(join(folder, "out"), "old content");
    const { status, stderr } = limited(4, command, folder);
    expect(stderr).toContain("out: cannot be written: it is larger than a file may be here (EFBIG");
    expect(status).toBe(2);
    expect(readFileSync(join(folder, "out"), "utf8")).toBe("old content");
    expect(readdirSync(folder)).toEqual(["out"]);
  });

  test("run, in place", () => {
    const folder = temporaryFolder();
    const path = writeNotebook(folder, [{ markdown: "my precious words" }, `for (let i = 0; i < 3000; i++) console.log("line " + i);`]);
    const before = readFileSync(path, "utf8");
    const { status, stderr } = limited(8, "run small.ipynb", folder);
    expect(stderr).toContain("small.ipynb: cannot be written: it is larger than a file may be here");
    expect(status).toBe(2);
    expect(readFileSync(path, "utf8")).toBe(before);
    expect(readdirSync(folder)).toEqual(["small.ipynb"]);
  });

  test("what is printed, to a file", () => {
    const folder = place();
    const { status, stderr } = limited(4, `audit ${projectFolder}/data/published.json --json > out.json`, folder);
    expect(stderr).toContain("standard output cannot be written: ");
    expect(status).toBe(2);
  });
});

test.runIf(existsSync("/dev/full"))("what is printed to a full device is an error, exit 2", () => {
  const { status, stderr } = spawnSync("bash", ["-c", `node ${join(projectFolder, "dist", "cli", "main.js")} verdicts > /dev/full`], { cwd: projectFolder, encoding: "utf8" });
  expect([status, stderr]).toEqual([2, "standard output cannot be written: the disk is full (ENOSPC) (expected a place with room for the result). What was written there is not whole.\n"]);
});

describe("a folder to write into", () => {
  test("is made with those that it lies in, and one that is there stays", () => {
    const folder = join(place(), "a", "b", "c");
    makeFolder(folder);
    writeFileSync(join(folder, "kept"), "");
    makeFolder(folder);
    expect(readdirSync(folder)).toEqual(["kept"]);
  });

  test("is refused where a file has its name, or that of a folder above it", () => {
    const file = join(place(), "file");
    writeFileSync(file, "kept");
    for (const folder of [file, join(file, "a", "b")]) expect(() => makeFolder(folder)).toThrow(`${folder}: cannot be written: `);
    expect(readFileSync(file, "utf8")).toBe("kept");
  });

  // Node's own recursive mkdir goes round for ever there.
  test.runIf(existsSync("/proc/self"))("is refused where the system makes none, at once", () => {
    const { status, stderr } = spawnSync(process.execPath, [join(projectFolder, "dist", "cli", "main.js"), "kernelspec", "--out", "/proc/no/such"], { cwd: projectFolder, encoding: "utf8", timeout: 60_000, killSignal: "SIGKILL" });
    expect([status, stderr]).toEqual([2, "/proc/no/such: cannot be written: its folder does not exist (ENOENT) (expected a place with room for it, where you may write). What was there is as it was.\n"]);
  });
});

test("a reader that has had enough is no error", () => {
  const { status, stderr } = spawnSync("bash", ["-o", "pipefail", "-c", `node ${join(projectFolder, "dist", "cli", "main.js")} audit data/published.json --json | head -c 10`], { cwd: projectFolder, encoding: "utf8" });
  expect(stderr).toBe("");
  expect([0, 1]).toContain(status);
});
