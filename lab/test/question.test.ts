import { expect, test } from "vitest";
import { answerIn, isTrouble } from "../src/kernel/answer";
import { allReadingsCode, questionCode, questionIfLoaded } from "../src/kernel/question";
import { PANEL_MIME } from "../src/mimeTypes";

test("a question begins with the mark that our kernel knows, declares no name and catches all", () => {
  for (const code of [questionCode("en"), questionCode("zh", { gender: "male" }), questionIfLoaded("zh"), allReadingsCode(4, "zh")]) {
    expect(code.startsWith("// sojourn: question\n")).toBe(true);
    expect(code).not.toMatch(/\b(const|let|var|function) /);
    expect(code).toMatch(/\.catch\(\(error: any\) => .*\);$/);
  }
  expect(questionCode("zh", { gender: "male" })).toContain('tellPanel({"gender":"male"}, "zh")');
  expect(questionIfLoaded("en")).toContain('tellPanel(undefined, "en")');
  for (const code of [questionCode("zh"), questionIfLoaded("zh"), allReadingsCode(0, "zh")]) expect(code).toContain("无法载入 Sojourn：");
});

test("an answer is taken for one only where it is one", () => {
  const state = { readings: {}, verdicts: [], files: [], synthetic: true };
  expect(answerIn({ [PANEL_MIME]: state })).toEqual(state);
  expect(isTrouble(answerIn({ [PANEL_MIME]: { readings: {}, error: "no data" } })!)).toBe(true);
  for (const other of [undefined, {}, { [PANEL_MIME]: "text" }, { [PANEL_MIME]: { verdicts: [] } }, { "text/plain": "x" }]) expect(answerIn(other)).toBeUndefined();
});
