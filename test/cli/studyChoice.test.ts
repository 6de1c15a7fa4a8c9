import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { leaveChoice, notebooksOf, settleStudy } from "../../src/cli/studyChoice";
import { CHOICE_FILE } from "../../src/folderChoice";
import { dataFile } from "../../src/projectFolder";

const folder = mkdtempSync(join(tmpdir(), "sojourn-choice-"));
const study = dataFile("wvs");
const place = (name: string) => join(folder, name);
const chosen = (name: string) => JSON.parse(readFileSync(join(place(name), CHOICE_FILE), "utf8")) as Record<string, unknown>;

describe("the study of a folder of notebooks", () => {
  it("is written where none is, as seen from there", () => {
    settleStudy(study, place("new"));
    expect(chosen("new")).toEqual({ study: relative(place("new"), resolve(study)), files: [], readings: {} });
    expect(notebooksOf("a")).toBe(join("a", "notebooks"));
  });

  it("is left as it is where it is the same, however it is spelt", () => {
    const before = readFileSync(join(place("new"), CHOICE_FILE), "utf8");
    settleStudy(`${study}/../wvs`, place("new"));
    expect(readFileSync(join(place("new"), CHOICE_FILE), "utf8")).toBe(before);
  });

  it("is not changed where another is chosen, or the paper with data", () => {
    mkdirSync(place("other"));
    for (const choice of [{ study: "../none", files: [], readings: {} }, { files: ["a.csv"], readings: {} }]) {
      writeFileSync(join(place("other"), CHOICE_FILE), JSON.stringify(choice));
      expect(() => settleStudy(study, place("other"))).toThrow(choice.study === undefined ? "chooses the paper, not" : /chooses .*none, not/);
      expect(chosen("other")).toEqual(choice);
    }
  });

  it("must be a study", () => {
    expect(() => settleStudy(place("none"), place("fresh"))).toThrow(/none/);
    expect(existsSync(place("fresh"))).toBe(false);
  });

  it("and any choice is left in a folder that is made for it", () => {
    expect(leaveChoice({ files: [place("x.csv")], readings: { gender: "female" } }, place("deep/er"))).toBe(join(place("deep/er"), CHOICE_FILE));
    expect(chosen("deep/er")).toEqual({ files: ["../../x.csv"], readings: { gender: "female" } });
  });
});
