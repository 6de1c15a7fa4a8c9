import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as run from "../../src/cli/run";
import { useLanguage } from "../../src/cli/language";
import { FailedCell } from "../../src/notebook/run/failedCell";
import * as notebooks from "../../src/notebook/run/runNotebooks";
import { Stopped } from "../../src/notebook/run/stopOnSignals";
import { writeNotebook } from "../notebook/smallNotebook";
import { folder } from "../survey/rawFile";
import { inProcess } from "./inProcess";

const sojourn = inProcess(run);
const here = folder();
const notebook = writeNotebook(here.path, ["1"], "a.ipynb");
const data = here.put("s.csv", "id\n");
const ran = (outcome: notebooks.Outcome, warnings: readonly string[] = []) => ({ outcome, differences: [], milliseconds: 1, executed: { warnings } }) as unknown as notebooks.RanNotebook;
const asked: notebooks.RunOptions[] = [];
const ends = (how: () => notebooks.RanNotebook[]) => vi.spyOn(notebooks, "runNotebooks").mockImplementation(async (_, options) => (asked.push(options!), how()));

beforeEach(() => {
  asked.length = 0;
  useLanguage("en");
  return () => useLanguage(undefined);
});

describe("sojourn run, when the notebooks have run", () => {
  it("tells what became of them, and warns on stderr in the reader's language", async () => {
    ends(() => [ran("updated", ["a › cell 1 wrote more", "a › cell 2 too"]), ran("unchanged")]);
    const { exit, stdout, stderr } = await sojourn("run", notebook, "--cell-timeout", "0.5", "--jobs", "3");
    expect([exit, stdout, stderr]).toEqual([0, expect.stringMatching(/^2 notebooks in \d\.\d s: 1 updated, 1 unchanged$/), "warning: a › cell 1 wrote more\nwarning: a › cell 2 too"]);
    expect(asked[0]).toMatchObject({ cellTimeoutMs: 500, jobs: 3, out: undefined, choice: undefined });
    useLanguage("zh");
    expect((await sojourn("run", notebook)).stderr).toBe("注意: a › cell 1 wrote more\n注意: a › cell 2 too");
    expect(asked[1]).toMatchObject({ cellTimeoutMs: 120_000, jobs: notebooks.defaultJobs() });
  });

  it("by a failing cell fails the check; with someone's data, what they refuse is a bad input", async () => {
    const fails = (reason: string) => ends(() => {
      throw new FailedCell({ notebook: "a.ipynb", cell: 1 }, reason);
    });
    fails("RangeError: too far");
    expect(await sojourn("run", notebook)).toEqual({ exit: 1, stdout: "", stderr: "a.ipynb › cell 1 › RangeError: too far" });
    const own = ["--data", data, "--out", join(here.path, "own")];
    expect((await sojourn("run", notebook, ...own)).exit).toBe(1);
    fails("BadInput: s.csv, column id: missing");
    expect((await sojourn("run", notebook)).exit).toBe(1);
    expect(await sojourn("run", notebook, ...own)).toMatchObject({ exit: 2, stderr: "a.ipynb › cell 1 › BadInput: s.csv, column id: missing" });
    expect(existsSync(join(here.path, "own"))).toBe(false); // nothing was copied, so the choice is taken back
  });

  it("that was stopped says so, and ends as the signal wants it", async () => {
    ends(() => {
      throw new Stopped("SIGTERM");
    });
    expect(await sojourn("run", notebook)).toEqual({ exit: 143, stdout: "", stderr: "Stopped. Notebooks that were not done are as they were." });
    useLanguage("zh");
    expect((await sojourn("run", notebook)).stderr).toBe("已停止。没有完成的笔记本保持原样。");
  });

  it("by a fault of our own tells it as ours", async () => {
    ends(() => {
      throw new TypeError("ours");
    });
    const { exit, stderr } = await sojourn("run", notebook);
    expect([exit, stderr]).toEqual([70, expect.stringContaining("TypeError: ours")]);
  });

  it("leaves what was chosen beside copies: files, readings that are no default, paths as seen from there", async () => {
    ends(() => [ran("copied")]);
    const out = join(here.path, "copies");
    const chosen = () => JSON.parse(readFileSync(join(out, "sojourn.json"), "utf8")) as object;
    expect((await sojourn("run", notebook, "--data", data, "--reading", "gender=female", "--encoding", "gb18030", "--out", out)).exit).toBe(0);
    expect([asked[0].out, asked[0].choice]).toEqual([resolve(out), join(resolve(out), "sojourn.json")]);
    expect(chosen()).toEqual({ files: ["../s.csv"], encoding: "gb18030", readings: {} });
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, "mine.txt"), "");
    await sojourn("run", notebook, "--reading", "gender=male", "--out", out);
    expect(chosen()).toEqual({ files: [], readings: { gender: "male" } });
    const plain = join(here.path, "plain");
    await sojourn("run", notebook, "--out", plain);
    expect([asked[2].choice, existsSync(join(plain, "sojourn.json"))]).toEqual([undefined, false]);
  });
});
