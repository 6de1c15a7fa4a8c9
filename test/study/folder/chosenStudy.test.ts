import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { panelState } from "../../../src/exhibits/panelState";
import { dataFile } from "../../../src/projectFolder";
import { readSurvey } from "../../../src/sfrc/ourSurvey";
import { readStudy, readStudyData } from "../../../src/study/folder/readStudy";

/** As if the notebook's folder had this `sojourn.json`. */
function choose(choice: object): void {
  const file = join(mkdtempSync(join(tmpdir(), "sojourn-chosen-")), "sojourn.json");
  writeFileSync(file, JSON.stringify(choice));
  vi.stubEnv("SOJOURN_CHOICE", file);
}

afterEach(() => vi.unstubAllEnvs());

test("a notebook reads the study that its folder chooses, on the study's own data", () => {
  choose({ study: dataFile("wvs") });
  const own = readStudy();
  expect(own.study.id).toBe("wvs");
  expect(readStudyData(own).respondents).toHaveLength(5381);
});

test("or on the data chosen there, in the encoding named there; a call that names files has its own", () => {
  const folder = mkdtempSync(join(tmpdir(), "sojourn-chosen-"));
  const rows = ["Too Little;yes;no;USA;44;male", "Too Much;no;yes;Norway;30;female"];
  const file = join(folder, "mine.csv");
  writeFileSync(file, Buffer.from(`poverty;religion;degree;country;age;gender\n${rows.join("\n")}\n`, "utf16le"));
  choose({ study: dataFile("wvs"), files: [file], encoding: "utf-16le", separator: ";" });
  const own = readStudy();
  expect(readStudyData(own)).toMatchObject({ files: [file], respondents: [{ country: "USA", age: "44" }, { country: "Norway" }] });
  expect(readStudyData(own, [dataFile("wvs.csv")]).respondents).toHaveLength(5381);
});

test("without a choice there is no study to read, and says how to make one", () => {
  vi.stubEnv("SOJOURN_CHOICE", undefined);
  expect(() => readStudy()).toThrow(/sojourn\.json: no study is chosen for this folder .*sojourn run --study FOLDER/);
});

test("the paper's survey is not read in its place", () => {
  choose({ study: dataFile("wvs") });
  expect(() => readSurvey()).toThrow(/on the study .*wvs, and readSurvey reads the paper's survey \(expected readStudyData\(readStudy\(\)\)\)/);
  expect(readSurvey(dataFile("sfrc-synthetic.csv")).synthetic).toBe(true);
});

test("the panel beside the notebook begins with it", () => {
  choose({ study: dataFile("wvs") });
  expect(panelState()).toMatchObject({ study: { id: "wvs" }, synthetic: false });
});
