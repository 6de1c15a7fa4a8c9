import { afterEach, expect, test } from "vitest";
import { answersTable } from "../../src/exhibits/answers";
import { panelState, tellPanel } from "../../src/exhibits/panelState";
import { codeSample } from "../../src/sfrc/codeSample";
import { readPublished, readSurvey } from "../../src/sfrc/ourSurvey";
import { sessionReadings, useReadings } from "../../src/sfrc/sessionReadings";
import { sfrc } from "../../src/sfrc/study";
import { runStudy } from "../../src/study/runStudy";

const QUESTION = Symbol.for("sojourn.question");
const globals = globalThis as Record<symbol, unknown>;
afterEach(() => {
  useReadings();
  delete globals[QUESTION];
});
const survey = readSurvey();
const decision = (hypothesis: string, group: string) => panelState(survey).verdicts.find((verdict) => verdict.hypothesis === hypothesis && verdict.group === group)!;

test("the panel's verdicts are those that a cell's runStudy gives", () => {
  const { verdicts } = runStudy(sfrc, codeSample(survey));
  expect(panelState(survey).verdicts).toEqual(verdicts);
  expect(panelState(survey)).toMatchObject({ synthetic: true, refused: [] });
});

test("read as printed, the cumulative-causation network turns its sign, and H1 is lost in every group that supported it", () => {
  const groups = ["south", "all"];
  const before = groups.map((group) => decision("H1", group));
  useReadings({ cumulativeCausation: "asPrinted" });
  const after = groups.map((group) => decision("H1", group));
  groups.forEach((_, i) => {
    expect(before[i].supported).toBe(true);
    expect(after[i].estimate).toBeCloseTo(-before[i].estimate!, 6);
    expect(after[i].supported).toBe(false);
  });
});

test("an answer goes to whoever asked, and a choice that does not exist is told, not thrown", () => {
  const told: { data: Record<string, unknown> }[] = [];
  globals[QUESTION] = (output: { data: Record<string, unknown> }) => told.push(output);
  tellPanel({ cumulativeCausation: "asPrinted" });
  tellPanel({ cumulativeCausation: "never" as "dummy" });
  const [state, trouble] = told.map(({ data }) => data["application/vnd.sojourn.panel+json"] as { readings: { cumulativeCausation: string }; error?: string });
  expect(state.readings.cumulativeCausation).toBe("asPrinted");
  expect(trouble.error).toContain("not one of its choices");
  expect(trouble.readings.cumulativeCausation).toBe("asPrinted");
  expect(sessionReadings().cumulativeCausation).toBe("asPrinted");
});

test("a table made under another reading says so", () => {
  const published = readPublished();
  const notes = () => answersTable(runStudy(sfrc, codeSample(survey)), published, "H1").notes.map(({ en }) => en).join(" ");
  expect(notes()).not.toContain("readings other than the default");
  useReadings({ cumulativeCausation: "asPrinted" });
  expect(notes()).toContain("readings other than the default: cumulativeCausation=asPrinted.");
});
