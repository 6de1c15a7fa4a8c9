import { expect, test } from "vitest";
import { answerIn, isTrouble } from "../src/kernel/answer";
import { questionCode, questionIfLoaded } from "../src/kernel/question";
import { PANEL_MIME } from "../src/mimeTypes";

test("a question begins with the mark that our kernel knows, declares no name and catches all", () => {
  for (const code of [questionCode(), questionCode({ gender: "male" }), questionIfLoaded()]) {
    expect(code.startsWith("// sojourn: question\n")).toBe(true);
    expect(code).not.toMatch(/\b(const|let|var|function) /);
    expect(code).toMatch(/\.catch\(\(error: any\) => .*\);$/);
  }
  expect(questionCode({ gender: "male" })).toContain('tellPanel({"gender":"male"})');
});

test("an answer is taken for one only where it is one", () => {
  const state = { readings: {}, verdicts: [], files: [], synthetic: true, refused: [] };
  expect(answerIn({ [PANEL_MIME]: state })).toEqual(state);
  expect(isTrouble(answerIn({ [PANEL_MIME]: { readings: {}, error: "no data" } })!)).toBe(true);
  for (const other of [undefined, {}, { [PANEL_MIME]: "text" }, { [PANEL_MIME]: { verdicts: [] } }, { "text/plain": "x" }]) expect(answerIn(other)).toBeUndefined();
});
