import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { choiceText, folderChoice } from "../../src/folderChoice";
import { readClaims, readSurvey, standInFile } from "../../src/sfrc/ourSurvey";
import { chooseReadings } from "../../src/sfrc/readings";
import { inventedFile } from "./inventedSurvey";

/** A folder of notebooks with a choice in it. */
function folderWith(choice: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), "choice-"));
  writeFileSync(join(folder, "sojourn.json"), typeof choice === "string" ? choice : JSON.stringify(choice));
  return folder;
}

afterEach(() => vi.unstubAllEnvs());

describe("the survey a notebook reads", () => {
  it("is the files that a call names, one or several", () => {
    const file = inventedFile();
    expect(readSurvey(file).files).toEqual([file]);
    expect(readSurvey([file, inventedFile((row) => ({ ...row, id: `SYN-B${row.id}` }))]).respondents).toHaveLength(800);
    expect(() => readSurvey(file, { mapping: "/nowhere/mapping.json" })).toThrow(/mapping\.json/);
  });

  it("is the files that the notebook's folder chooses, and the stand-in where it chooses none", () => {
    const file = inventedFile();
    vi.stubEnv("SOJOURN_CHOICE", join(folderWith({ files: [file] }), "sojourn.json"));
    expect(readSurvey().files).toEqual([file]);
    vi.stubEnv("SOJOURN_CHOICE", join(folderWith({ readings: { gender: "male" } }), "sojourn.json"));
    expect(readSurvey().files).toEqual([standInFile()]);
    vi.stubEnv("SOJOURN_CHOICE", undefined);
    expect(readSurvey().files).toEqual([standInFile()]);
  });

  it("has the paper's claims beside it", () => {
    expect(readClaims().map(({ id }) => id)).toContain("R4");
  });
});

describe("the choice of a folder of notebooks", () => {
  it("holds in the folder and in its Chinese edition, with paths seen from it, and nowhere else", () => {
    const folder = folderWith({ files: ["../mine.csv"], mapping: "map.json", readings: { gender: "male" } });
    mkdirSync(join(folder, "zh"));
    const choice = { files: [join(folder, "..", "mine.csv")], mapping: join(folder, "map.json"), readings: { gender: "male" } };
    expect(folderChoice(folder, "")).toEqual(choice);
    expect(folderChoice(join(folder, "zh"), "")).toEqual(choice);
    mkdirSync(join(folder, "other"));
    expect(folderChoice(join(folder, "other"), "")).toBeUndefined();
    expect(JSON.parse(choiceText(choice, folder))).toEqual({ files: ["../mine.csv"], mapping: "map.json", readings: { gender: "male" } });
    expect(relative(folder, choice.mapping)).toBe("map.json");
    const own = { study: join(folder, ".."), files: [join(folder, "a.txt")], encoding: "gb18030", separator: "\t" as const, sheet: undefined, mapping: undefined, readings: {} };
    expect(JSON.parse(choiceText(own, folder))).toEqual({ study: "..", files: ["a.txt"], encoding: "gb18030", separator: "\t", readings: {} });
    writeFileSync(join(folder, "sojourn.json"), choiceText(own, folder));
    expect(folderChoice(folder, "")).toEqual(own);
  });

  it.each([
    ["{", /sojourn\.json, row 1: is no JSON/], [[], /sojourn\.json, row 1: \[\] \(expected an object/], [{ file: [] }, /file: unknown key "file"; did you mean "files"\? \(expected study, files, mapping, encoding, separator, sheet, readings\)/],
    [{ files: "a.csv" }, /files: "a\.csv" \(expected a list/], [{ files: [1] }, /files › 0: 1 \(expected a text/], [{ mapping: "m.json" }, /mapping stands without files/],
    [{ files: ["a"], mapping: 1 }, /mapping: 1 \(expected a text/], [{ readings: { gender: 1 } }, /readings › gender: 1 \(expected a text/],
    [{ study: "" }, /study: "" \(expected a text that is not empty/], [{ study: "s", readings: { gender: "male" } }, /readings of the paper, and a study/], [{ files: ["a"], encoding: "klingon" }, /encoding: "klingon" \(expected utf-8/],
    [{ files: ["a"], separator: "x" }, /separator: "x" \(expected ",", ";"/], [{ files: ["a"], sheet: 1 }, /sheet: 1 \(expected a text/], [{ encoding: "big5" }, /encoding stands without files/],
  ])("refuses %j", (choice, message) => {
    expect(() => folderChoice(folderWith(choice), "")).toThrow(message);
  });

  it("gives the session its readings, which a call and useReadings may change, and refuses one that does not exist", async () => {
    vi.stubEnv("SOJOURN_CHOICE", join(folderWith({ readings: { gender: "male" } }), "sojourn.json"));
    vi.resetModules();
    const { sessionReadings, readingsFor, useReadings } = await import("../../src/sfrc/sessionReadings.js");
    expect(sessionReadings()).toEqual(chooseReadings({ gender: "male" }));
    expect(readingsFor({ gender: "female" }).gender).toBe("female");
    useReadings({ age: "withAge" });
    expect(sessionReadings()).toEqual(chooseReadings({ gender: "male", age: "withAge" }));
    useReadings();
    expect(sessionReadings()).toEqual(chooseReadings({ gender: "male" }));
    vi.stubEnv("SOJOURN_CHOICE", join(folderWith({ readings: { gender: "none" } }), "sojourn.json"));
    expect(() => useReadings()).toThrow(/expected female or male/);
  });
});
