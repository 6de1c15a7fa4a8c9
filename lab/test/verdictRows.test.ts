import { expect, test } from "vitest";
import { panelState } from "../../src/exhibits/panelState";
import { readSurvey } from "../../src/sfrc/ourSurvey";
import { useReadings } from "../../src/sfrc/sessionReadings";
import { changedVerdicts, GROUPS, verdictRows } from "../src/panel/verdictRows";

const survey = readSurvey();
const cell = (rows: ReturnType<typeof verdictRows>, id: string, group: string) => rows.find((row) => row.id === id)!.cells.find((found) => found.group === group)!;

test("the paper's verdicts are there without any kernel", () => {
  const rows = verdictRows(undefined);
  expect(rows.map(({ id }) => id)).toEqual(["H1", "H2", "H3a", "H3b", "H3c", "H4a", "H4b"]);
  expect(GROUPS.map(({ id, model }) => `${id} ${model}`)).toEqual(["changchun M1", "south M3", "all M4"]);
  expect(cell(rows, "H1", "all")).toEqual({ group: "all", paper: [{ model: "M4", number: "0.535***", supported: true }], kernel: undefined, differs: false });
  expect(cell(rows, "H1", "changchun").paper.map(({ model }) => model)).toEqual(["M1", "M2"]);
});

test("a switch of the reading turns H1's number and its verdict, and the panel tells where", () => {
  const before = panelState(survey).verdicts;
  useReadings({ cumulativeCausation: "asPrinted" });
  const after = panelState(survey).verdicts;
  useReadings();
  const [was, is] = [before, after].map((verdicts) => cell(verdictRows(verdicts), "H1", "all"));
  expect(was.kernel![0].number).toMatch(/^0\.\d{3}\*\*\*$/);
  expect(is.kernel![0].number).toMatch(/^−0\.\d{3}\*\*\*$/);
  expect([was.differs, is.differs]).toEqual([false, true]);
  expect(changedVerdicts(before, after).map(({ hypothesis, group }) => `${hypothesis} ${group}`)).toEqual(expect.arrayContaining(["H1 south", "H1 all"]));
  expect(changedVerdicts(before, before)).toEqual([]);
});

test("a model that was not fitted has no number", () => {
  const none = panelState(survey).verdicts.map((verdict) => ({ ...verdict, estimate: null, supported: null }));
  expect(cell(verdictRows(none), "H1", "all").kernel![0]).toEqual({ model: "M4", number: null, supported: null });
});
