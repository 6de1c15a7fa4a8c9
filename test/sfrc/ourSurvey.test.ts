import { describe, expect, it } from "vitest";
import { readClaims, readSurvey } from "../../src/sfrc/ourSurvey";
import { inventedFile } from "./inventedSurvey";

describe("the survey a notebook reads", () => {
  it("is the files that SOJOURN_DATA lists", () => {
    const first = inventedFile();
    const second = inventedFile((row) => ({ ...row, id: `SYN-B${row.id}` }));
    const survey = readSurvey({ SOJOURN_DATA: JSON.stringify([first, second]) });
    expect(survey.files).toEqual([first, second]);
    expect(survey.respondents).toHaveLength(800);
  });

  it.each(["extract.csv", "[]", "[1]", "{}"])("refuses SOJOURN_DATA=%s", (text) => {
    expect(() => readSurvey({ SOJOURN_DATA: text })).toThrow(/SOJOURN_DATA: .*expected a JSON list of paths/);
  });

  it("takes the mapping that SOJOURN_MAPPING names", () => {
    expect(() => readSurvey({ SOJOURN_DATA: JSON.stringify([inventedFile()]), SOJOURN_MAPPING: "/nowhere/mapping.json" })).toThrow(/mapping\.json/);
  });

  it("has the paper's claims beside it", () => {
    expect(readClaims().map(({ id }) => id)).toContain("R4");
  });
});
