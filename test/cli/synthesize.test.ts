import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as synthesize from "../../src/cli/synthesize";
import { dataFile } from "../../src/projectFolder";
import { readStoredPeople } from "../../src/standIn/storedPeople";
import { synthesize as write } from "../../src/standIn/synthesize";
import { codebook, folder } from "../survey/rawFile";
import { inProcess } from "./inProcess";

const run = inProcess(synthesize);
const { seed } = JSON.parse(readFileSync(dataFile("sfrc-synthetic.json"), "utf8")) as { seed: number };

it("the seed that ships reproduces the file that ships", async () => {
  const out = join(folder().path, "raw.csv");
  expect(await run("synthesize", "--seed", String(seed), "--out", out)).toMatchObject({ exit: 0, stdout: expect.stringMatching(/raw\.csv.* 2004 invented respondents written$/), stderr: "" });
  expect(readFileSync(out).equals(readFileSync(dataFile("sfrc-synthetic.csv")))).toBe(true);
});

it("an optional question that the stand-in does not answer changes no byte of it", () => {
  const { people } = readStoredPeople(dataFile("sfrc-synthetic.json"));
  const column = { ...codebook.columns[1], name: "childrenHere", optional: true };
  const more = { ...codebook, columns: [...codebook.columns, { ...column, type: "choice" as const, missing: ["refused"], answers: [{ code: "yes", en: "yes", zh: "有" }] }] };
  expect(write(seed, people, more)).toBe(readFileSync(dataFile("sfrc-synthetic.csv"), "utf8"));
});

it("another seed writes another file over an old one", async () => {
  const out = join(folder().path, "raw.csv");
  writeFileSync(out, "old");
  expect((await run("synthesize", "--seed", "3", "--out", out)).exit).toBe(0);
  const text = readFileSync(out, "utf8");
  expect(text.slice(0, 10)).toBe("id,source,");
  expect(text).not.toBe(readFileSync(dataFile("sfrc-synthetic.csv"), "utf8"));
});

it.each([
  [["--seed", "-1"], /--seed: "-1" is not/],
  [["--seed", "1.5"], /--seed: "1\.5" is not/],
  [["--seed", "1e3"], /--seed: "1e3" is not/],
  [["--seed", "9007199254740993"], /--seed: "9007199254740993" is not/],
  [[], /--seed is missing/],
])("refuses the seed %j and leaves the file that is there", async (options, message) => {
  const out = join(folder().path, "raw.csv");
  writeFileSync(out, "old");
  const { exit, stderr } = await run("synthesize", ...options, "--out", out);
  expect(exit).toBe(2);
  expect(stderr).toMatch(message);
  expect(readFileSync(out, "utf8")).toBe("old");
});

it("refuses to run without --out, into no folder, over its own input, or with an unknown option", async () => {
  expect(await run("synthesize", "--seed", "1")).toMatchObject({ exit: 2, stderr: expect.stringMatching(/--out is missing/) });
  const nowhere = join(folder().path, "none", "raw.csv");
  expect(await run("synthesize", "--seed", "1", "--out", nowhere)).toMatchObject({ exit: 2, stderr: expect.stringMatching(/there is no folder/) });
  expect(existsSync(nowhere)).toBe(false);
  expect(await run("synthesize", "--seed", "1", "--out", dataFile("sfrc-synthetic.json"))).toMatchObject({ exit: 2, stderr: expect.stringMatching(/would overwrite the input/) });
  expect((await run("synthesize", "--sed", "1", "--out", join(folder().path, "raw.csv"))).exit).toBe(2);
});

it("a search stores people that synthesize takes up", async () => {
  const out = join(folder().path, "found.json");
  const { exit, stderr } = await run("synthesize", "--search", "--seed", "8", "--moves", "200", "--out", out);
  expect(exit).toBe(0);
  expect(stderr).toMatch(/200 of 200 moves, cost/);
  expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({ search: expect.stringMatching(/--search --seed 8 --moves 200/) });
  expect(readStoredPeople(out).seed).toBeGreaterThanOrEqual(8);
}, 120_000);
