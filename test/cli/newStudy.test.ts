import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectFolder } from "../../src/projectFolder";
import { readStudy } from "../../src/study/folder/readStudy";
import { code, display, prose } from "../site/exampleNotebooks";
import { sojourn } from "./wholeProgram";

/** A place that finds the package, as one does that has installed it. */
const place = mkdtempSync(join(tmpdir(), "sojourn-new-study-"));
mkdirSync(join(place, "node_modules"));
symlinkSync(projectFolder, join(place, "node_modules", "sojourn"));
/** A program of the study's own, such as the one that draws its data. */
const run = (...argv: string[]) => spawnSync(process.execPath, argv, { cwd: place, encoding: "utf8", env: { ...process.env, LANG: "C" } });
const files = (folder: string): string[] => (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.includes(".")).sort();

const here = process.cwd();
beforeAll(async () => {
  process.chdir(place);
  const { exit, stderr } = await sojourn("new", "study", "mine");
  expect(exit, stderr).toBe(0);
});
afterAll(() => process.chdir(here));

describe("sojourn new study", () => {
  it("writes everything that a study has, under its name, and draws its data the same again", () => {
    expect(files(join(place, "mine"))).toEqual([
      "README.md", "codebook.json", "coding.json", "data.csv", "hypotheses.json", "make-data.mjs", "models.json", "multiverse.json",
      "notebooks/01-the-data.ipynb", "notebooks/02-the-models.ipynb", "notebooks/sojourn.json", "notebooks/zh/01-the-data.ipynb", "notebooks/zh/02-the-models.ipynb",
      "study.json", "test/study.test.mjs",
    ]);
    const data = join(place, "mine", "data.csv");
    const first = readFileSync(data, "utf8");
    expect(first.split("\n")).toHaveLength(602);
    expect(first.split("\n").slice(1, -1).every((row) => row.split(",")[1] === "synthetic")).toBe(true);
    writeFileSync(data, "");
    expect(run("mine/make-data.mjs").status).toBe(0);
    expect(readFileSync(data, "utf8")).toBe(first);
    expect(readFileSync(join(place, "mine", "README.md"), "utf8")).not.toContain("@NAME@");
    expect(readStudy(join(place, "mine")).study).toMatchObject({ id: "mine", models: { length: 4 }, hypotheses: { length: 2 } });
  });

  it("leaves every folder that is there as it is, and none of its own making beside it", async () => {
    mkdirSync(join(place, "other.making"));
    writeFileSync(join(place, "other.making", "mine.txt"), "kept");
    expect((await sojourn("new", "study", "other")).exit).toBe(0);
    expect(readFileSync(join(place, "other.making", "mine.txt"), "utf8")).toBe("kept");
    expect(readdirSync(place).filter((name) => name.includes("other")).sort()).toEqual(["other", "other.making"]);
    expect(readdirSync(place).filter((name) => name.startsWith("."))).toEqual([]);
    expect(statSync(join(place, "other")).mode & 0o777).toBe(statSync(join(place, "other.making")).mode & 0o777);
    for (const name of ["other", "other.making"]) rmSync(join(place, name), { recursive: true });
  });

  it("passes its own tests", () => {
    const { status, stdout } = run("--test", "mine/test/study.test.mjs");
    expect(stdout).toMatch(/# pass 8\n# fail 0/);
    expect(status).toBe(0);
  });

  it("is reproduced, judged, traced, inspected, coded and multiplied at once", async () => {
    const found = JSON.parse((await sojourn("reproduce", "--study", "mine", "--json")).stdout);
    expect(Object.keys(found.models)).toEqual(["joinRiverside", "joinHillside", "joinAll", "visitsAll"]);
    expect(found.flow.map(({ left }: { left: number }) => left)).toEqual([600, expect.any(Number), found.flow.at(-1).left]);
    expect(JSON.parse((await sojourn("verdicts", "--study", "mine", "--json")).stdout).hypotheses).toHaveLength(6);
    expect(JSON.parse((await sojourn("trace", "joinAll.talks", "--study", "mine", "--json")).stdout)).toMatchObject({ synthetic: true, rule: { file: "coding.json" } });
    expect(JSON.parse((await sojourn("inspect", "--study", "mine", "--json")).stdout)).toMatchObject({ rows: 600, synthetic: true });
    expect((await sojourn("code", "--study", "mine", "--out", "coded.csv")).exit).toBe(0);
    expect(JSON.parse((await sojourn("multiverse", "--study", "mine", "--json")).stdout)).toMatchObject({ synthetic: true, universes: { length: 64 } });
  });

  it("becomes a site of its own, whose pages run, once its notebooks have run", async () => {
    expect(await sojourn("site", "--study", "mine", "--out", "site")).toMatchObject({ exit: 2, stderr: expect.stringContaining("was never run (expected an executed notebook). Run it: npx --no-install sojourn run --study mine.") });
    const copies = join(place, "copies");
    mkdirSync(copies, { recursive: true }); // there already where CI tries once more
    cpSync(join(place, "mine", "notebooks", "sojourn.json"), join(copies, "sojourn.json"));
    writeFileSync(join(copies, "sojourn.json"), JSON.stringify({ study: "../mine" }));
    const result = display({ "text/plain": "1" }, { sojourn: { data: ["of-other-data"], readings: {}, version: "0" } });
    writeFileSync(join(copies, "a.ipynb"), JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [prose("a", "# A"), code("b", "1", [result])] }));
    const { exit, stderr } = await sojourn("site", "--notebooks", "copies", "--out", "site");
    expect(exit, stderr).toBe(0);
    expect(stderr).toMatch(/warning: copies\/a\.ipynb: some of its results were made from other data/);
    const front = new JSDOM(readFileSync(join(place, "site", "index.html"), "utf8")).window.document;
    expect(front.querySelector("h1")!.textContent).toBe("mine: who would join a reading circle?");
    expect(front.querySelectorAll("#verdicts tbody tr")).toHaveLength(2);
    expect(front.querySelectorAll("#verdicts thead th")).toHaveLength(7); // no column of print
    expect(front.body.textContent).not.toMatch(/Chinese sociology|\b777\b|the paper/);
    expect(front.querySelector(".caution")).toBeNull(); // nothing on its one page says that it is invented
    expect(new JSDOM(readFileSync(join(place, "site", "a.html"), "utf8")).window.document.querySelector(".provenance")!.textContent).toContain("Some results of this page were made from other data than these files.");
    expect(readFileSync(join(place, "site", "assets", "live-files.js"), "utf8")).toContain("/study/data.csv");
  });

  it("never puts answers of people into the site", async () => {
    cpSync(join(place, "mine"), join(place, "real"), { recursive: true });
    const [head, first, ...rows] = readFileSync(join(place, "mine", "data.csv"), "utf8").split("\n");
    writeFileSync(join(place, "real", "data.csv"), [head, first.replace("synthetic", "Ministry"), ...rows].join("\n"));
    const { exit } = await sojourn("site", "--study", "real", "--notebooks", "copies", "--out", "site-real");
    expect(exit).toBe(0);
    expect(existsSync(join(place, "site-real", "downloads", "data", "data.csv"))).toBe(false);
    expect(existsSync(join(place, "site-real", "assets", "live-files.js"))).toBe(false);
  });

  it("takes the place of nothing, and no name that is none", async () => {
    expect(await sojourn("new", "study", "mine")).toMatchObject({ exit: 2, stderr: expect.stringContaining("is there already") });
    expect(await sojourn("new", "study", "9lives")).toMatchObject({ exit: 2, stderr: expect.stringContaining("is no name for a study") });
    expect(await sojourn("new", "study", "no/such")).toMatchObject({ exit: 2, stderr: expect.stringContaining("there is no folder") });
    expect(await sojourn("new", "poem", "x")).toMatchObject({ exit: 2, stderr: expect.stringContaining("expected study") });
    expect(readdirSync(place).filter((name) => name.includes("making"))).toEqual([]);
  });
});
