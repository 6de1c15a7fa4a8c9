import { expect, test } from "vitest";
import { codeWvs, readWvs, wvs } from "../../src/wvs/wvs";
import { codedFrom, panelState } from "../../src/exhibits/panelState";
import { readSurvey } from "../../src/sfrc/ourSurvey";
import { useReadings } from "../../src/sfrc/sessionReadings";
import { changedVerdicts, PAPER, verdictRows } from "../src/panel/verdictRows";

const survey = readSurvey();
const cell = (rows: ReturnType<typeof verdictRows>, id: string, group: string) => rows.find((row) => row.id === id)!.cells.find((found) => found.group === group)!;

test("the paper's verdicts are there without any kernel", () => {
  const rows = verdictRows(undefined);
  expect(rows.map(({ id }) => id)).toEqual(["H1", "H2", "H3a", "H3b", "H3c", "H4a", "H4b"]);
  expect(PAPER.groups.map(({ id, model }) => `${id} ${model}`)).toEqual(["changchun M1", "south M3", "all M4"]);
  expect(cell(rows, "H1", "all")).toEqual({ group: "all", paper: [{ model: "M4", number: "0.535***", supported: true }], kernel: undefined, differs: false });
  expect(cell(rows, "H1", "changchun").paper.map(({ model }) => model)).toEqual(["M1", "M2"]);
});

test("a switch of the reading changes H1's number and its verdict, and the panel tells where", () => {
  const before = panelState(codedFrom(survey)).verdicts;
  useReadings({ participationBehaviour: "missing" });
  const after = panelState(codedFrom(survey)).verdicts;
  useReadings();
  const [was, is] = [before, after].map((verdicts) => cell(verdictRows(verdicts), "H1", "all"));
  expect(was.kernel![0].number).toMatch(/^0\.\d{3}\*\*\*$/);
  expect(is.kernel![0].number).toMatch(/^0\.\d{3}$/);
  expect([was.differs, is.differs]).toEqual([false, true]);
  expect(changedVerdicts(before, after).map(({ hypothesis, group }) => `${hypothesis} ${group}`)).toEqual(expect.arrayContaining(["H1 south", "H1 all"]));
  expect(changedVerdicts(before, before)).toEqual([]);
});

test("which way the network's two answers are numbered turns no verdict", () => {
  const before = panelState(codedFrom(survey)).verdicts;
  for (const cumulativeCausation of ["asPrinted", "firstReference"] as const) {
    useReadings({ cumulativeCausation });
    expect(changedVerdicts(before, panelState(codedFrom(survey)).verdicts)).toEqual([]);
  }
  useReadings();
});

test("a model that was not fitted has no number", () => {
  const none = panelState(codedFrom(survey)).verdicts.map((verdict) => ({ ...verdict, estimate: null, supported: null }));
  expect(cell(verdictRows(none), "H1", "all").kernel![0]).toEqual({ model: "M4", number: null, supported: null });
});

test("another study has its own hypotheses and groups, and no paper beside", () => {
  const { study, verdicts } = panelState({ study: wvs, survey: readWvs(), code: () => codeWvs(readWvs()) });
  expect(study.groups.map(({ id, model }) => `${id} ${model}`)).toContain("Norway orderedNorway");
  const rows = verdictRows(verdicts, study);
  expect(rows.map(({ id }) => id)).toEqual(["W1", "W2", "W3"]);
  expect(rows[0].cells[0]).toMatchObject({ paper: [], differs: false });
  expect(rows[0].cells[0].kernel![0].model).toBe("orderedAustralia");
});
