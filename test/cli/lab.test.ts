import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { useLanguage } from "../../src/cli/language";
import * as lab from "../../src/cli/lab";
import { CHOICE_FILE } from "../../src/folderChoice";
import { endingSignals } from "../../src/io/signals";
import { dataFile, projectFolder } from "../../src/projectFolder";
import { inProcess } from "./inProcess";

const folder = mkdtempSync(join(tmpdir(), "sojourn-lab-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const node = process.execPath;
const before = new Map(endingSignals.map((signal) => [signal, process.listeners(signal)]));

/** In the place of node: does `first`, writes down how it was called, does `then`. */
function inPlaceOfNode(then: string, first = ":"): void {
  const script = join(folder, "node.sh");
  writeFileSync(script, `#!/bin/sh\n${first}\nprintf '%s\\n' "$SOJOURN_PARENT" "$@" > "${join(folder, "called")}"\n${then}\n`);
  chmodSync(script, 0o755);
  process.execPath = script;
}
const called = (): string[] => readFileSync(join(folder, "called"), "utf8").trimEnd().split("\n");
/** What the command listens to, of a signal. */
const listening = (signal: NodeJS.Signals) => process.listeners(signal).filter((one) => !before.get(signal as "SIGINT")!.includes(one));

beforeEach(() => inPlaceOfNode("exit 0"));
afterEach(() => {
  process.execPath = node;
  for (const signal of endingSignals) for (const one of listening(signal)) process.off(signal, one);
});

const run = inProcess(lab);
const SCRIPT = [String(process.pid), join(projectFolder, "scripts", "lab.mjs")];

test("the script is told the language", async () => {
  inPlaceOfNode("exit 0", `printf %s "$SOJOURN_LANG" > "${join(folder, "language")}"`);
  for (const language of ["zh", "en"] as const) {
    useLanguage(language);
    await run("lab");
    useLanguage(undefined);
    expect(readFileSync(join(folder, "language"), "utf8")).toBe(language);
  }
});

test("the script is started with what was asked, and ends as it does", async () => {
  expect(await run("lab")).toEqual({ exit: 0, stdout: "", stderr: "" });
  expect(called()).toEqual(SCRIPT);
  inPlaceOfNode("exit 3");
  expect((await run("lab", "elsewhere", "--no-browser", "--port", "8123", "--prepare-only")).exit).toBe(3);
  expect(called()).toEqual([...SCRIPT, resolve("elsewhere"), "--no-browser", "--port", "8123", "--prepare-only"]);
});

test("one that a signal ended is no success, and a signal that we get reaches it", async () => {
  inPlaceOfNode("kill -9 $$");
  expect((await run("lab")).exit).toBe(1);
  inPlaceOfNode("for i in 1 2 3 4 5 6 7 8 9; do sleep 0.05; done; exit 8", "trap 'exit 7' HUP");
  const earlier = listening("SIGHUP");
  rmSync(join(folder, "called"));
  const going = run("lab");
  await expect.poll(() => existsSync(join(folder, "called")), { interval: 5 }).toBe(true);
  for (const hear of listening("SIGHUP").filter((one) => !earlier.includes(one))) hear("SIGHUP");
  expect((await going).exit).toBe(7);
  expect(endingSignals.map((signal) => listening(signal).length)).toEqual([2, 2, 2]);
});

test("notebooks of a study are its own, or those of the folder, which then choose it", async () => {
  const study = dataFile("wvs");
  expect((await run("lab", folder, "--study", study)).exit).toBe(0);
  expect(called()).toEqual([...SCRIPT, folder]);
  expect(resolve(folder, (JSON.parse(readFileSync(join(folder, CHOICE_FILE), "utf8")) as { study: string }).study)).toBe(resolve(study));
  rmSync(join(folder, "called"));
  expect(await run("lab", "--study", join(folder, "none"))).toMatchObject({ exit: 2, stderr: expect.stringContaining("none") });
  expect(() => called()).toThrow();
});
