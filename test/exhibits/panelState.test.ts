import { expect, test } from "vitest";
import { answersTable } from "../../src/exhibits/againstTheText";
import { codedFrom, panelState, tellPanel } from "../../src/exhibits/panelState";
import { codeSample } from "../../src/sfrc/codeSample";
import { readPublished } from "../../src/sfrc/ourSurvey";
import { sessionReadings, useReadings } from "../../src/sfrc/sessionReadings";
import { sfrc } from "../../src/sfrc/study";
import { runStudy } from "../../src/study/runStudy";
import { globals, QUESTION, survey } from "./askedKernel";

const decision = (hypothesis: string, group: string) => panelState(codedFrom(survey)).verdicts.find((verdict) => verdict.hypothesis === hypothesis && verdict.group === group)!;

test("the panel's verdicts are those that a cell's runStudy gives", () => {
  const { verdicts } = runStudy(sfrc, codeSample(survey));
  expect(panelState(codedFrom(survey)).verdicts).toEqual(verdicts);
  expect(panelState(codedFrom(survey))).toMatchObject({ synthetic: true });
});

test.each(["asPrinted", "firstReference"] as const)("read %s, the cumulative-causation network is coded the other way round, and the verdict on having it is the same", (cumulativeCausation) => {
  const groups = ["south", "all"];
  const before = groups.map((group) => decision("H1", group));
  useReadings({ cumulativeCausation });
  const after = groups.map((group) => decision("H1", group));
  groups.forEach((_, i) => {
    expect(before[i].supported).toBe(true);
    expect(after[i].estimate).toBeCloseTo(before[i].estimate!, 6);
    expect(after[i].supported).toBe(true);
  });
});

test("an answer goes to whoever asked, and a choice that does not exist is told in the language asked for, not thrown", () => {
  const told: { data: Record<string, unknown> }[] = [];
  globals[QUESTION] = (output: { data: Record<string, unknown> }) => told.push(output);
  tellPanel({ cumulativeCausation: "asPrinted" }, "en");
  tellPanel({ cumulativeCausation: "never" as "dummy" }, "en");
  tellPanel({ cumulativeCausation: "never" as "dummy" }, "zh");
  const [state, trouble, inChinese] = told.map(({ data }) => data["application/vnd.sojourn.panel+json"] as { readings: { cumulativeCausation: string }; error?: string });
  expect(state.readings.cumulativeCausation).toBe("asPrinted");
  expect(trouble.error).toContain("not one of its choices");
  expect(inChinese.error).toContain("不是它的选项");
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
