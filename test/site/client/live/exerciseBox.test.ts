// @vitest-environment jsdom
import { expect, it } from "vitest";
import type { Language } from "../../../../src/bilingual";
import type { ExerciseQuestion } from "../../../../src/site/client/kernel/messages";
import type { CellResult } from "../../../../src/site/client/kernel/runCell";
import { ExerciseBox } from "../../../../src/site/client/live/exerciseBox";
import { LIVE } from "../../../../src/site/client/live/words";
import type { CellExercise } from "../../../../src/site/live/exerciseOf";

const one: CellExercise = { id: "4a", hints: 2, parts: [{ name: "" }] };
const two: CellExercise = { id: "7b", hints: 1, parts: [{ name: "mean" }, { name: "sign", words: ["larger", "smaller"] }] };

interface Asked { readonly id: string; readonly question: ExerciseQuestion; readonly answer: (said: string) => void; readonly fail: (error: Error) => void }
function box(exercise: CellExercise, language: Language = "en", result?: CellResult) {
  const asked: Asked[] = [];
  const { element } = new ExerciseBox(language, exercise, (id, question) => new Promise((answer, fail) => asked.push({ id, question, answer, fail })), () => Promise.resolve(result));
  const fields = Array.from(element.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select"));
  const [check, hint] = element.querySelectorAll("button");
  const submit = (): boolean => element.dispatchEvent(new Event("submit", { cancelable: true }));
  const verdict = () => element.querySelector("p")!.textContent;
  const hints = () => Array.from(element.querySelectorAll("li"), ({ textContent }) => textContent);
  return { element, asked, fields, check, hint, submit, verdict, hints, settled: () => new Promise((resolve) => { setTimeout(resolve); }) };
}

it("has a field for each part of the answer, words to choose from where the answer is one of them, and says what it is", () => {
  const { element, fields, check, hint } = box(one);
  expect([element.className, element.getAttribute("aria-label"), element.noValidate, element.textContent]).toEqual(["live-exercise", "Exercise 4a", true, "Exercise 4aYour answer Check Hint"]);
  expect(fields.map((field) => [field.localName, field.getAttribute("type"), field.inputMode, field.autocomplete])).toEqual([["input", "text", "decimal", "off"]]);
  expect([check, hint].map((button) => [button.type, button.getAttribute("aria-label") ?? button.title])).toEqual([["submit", "Check 4a"], ["button", "Hint 4a"]]);
  const other = box(two, "zh");
  expect([other.element.getAttribute("aria-label"), Array.from(other.element.querySelectorAll("label"), ({ textContent }) => textContent)]).toEqual(["练习 7b", ["mean ", "sign (请选择)largersmaller"]]);
  expect(other.fields.map(({ localName, value }) => `${localName} ${value}`)).toEqual(["input ", "select "]);
  expect(Array.from((other.fields[1] as HTMLSelectElement).options, ({ value }) => value)).toEqual(["", "larger", "smaller"]);
  expect(Array.from(element.querySelectorAll("[aria-live]"), (said) => `${said.localName} ${said.getAttribute("aria-live")}`)).toEqual(["p polite", "ul polite"]);
});

it("asks what the package says of what is filled in; the page is not left", async () => {
  const { asked, fields, submit, verdict, settled } = box(two);
  fields[1].value = "smaller";
  expect(submit()).toBe(false);
  expect([verdict(), asked.map(({ id, question }) => [id, question])]).toEqual([LIVE.checking.en, [["7b", { given: { sign: "smaller" } }]]]);
  asked[0].answer("✗ 7b: not right.");
  await settled();
  expect(verdict()).toBe("✗ 7b: not right.");
});

it("shows the judgement of the last question, whenever an earlier one is answered, and why there is none", async () => {
  const { asked, fields, submit, verdict, settled } = box(one);
  for (const value of ["1", "2"]) {
    fields[0].value = value;
    submit();
  }
  expect(asked.map(({ question }) => question)).toEqual([{ given: "1" }, { given: "2" }]);
  asked[0].answer("of 1");
  await settled();
  expect(verdict()).toBe(LIVE.checking.en);
  asked[1].fail(new Error("the worker ended"));
  await settled();
  expect(verdict()).toBe("the worker ended");
});

const printed = (text: string): CellResult => ({ outputs: [{ output_type: "stream", name: "stdout", text }] });
it.each<[string, Language, CellResult | undefined, string]>([
  ["the cell has answered", "en", printed("4a\n✓ 4a: right.\n✗ 4a: later.\n"), "✓ 4a: right."], ["the cell has answered in Chinese", "zh", printed("✓ 4a: right.\n✗ 4a：不对。\n"), "✗ 4a：不对。"],
  ["the cell says nothing", "en", printed("x"), `· ${LIVE.noAnswer.en}`], ["the cell still has its blank", "zh", printed("· 4a：尚未作答"), `· ${LIVE.noAnswer.zh}`],
  ["the cell failed", "en", { ...printed("✓ 4a: right."), error: { name: "E", message: "m" } }, `✗ ${LIVE.cellFailed.en}`], ["a cell above it failed", "zh", undefined, `✗ ${LIVE.cellFailed.zh}`],
])("with nothing filled in, asks the cell: %s", async (_, language, result, said) => {
  const { asked, fields, submit, verdict, settled } = box(one, language, result);
  fields[0].value = " ";
  submit();
  await settled();
  expect([verdict(), asked.length]).toEqual([said, 0]);
});

it("gives hints one by one, however fast they are asked for, and says once that there are no more; one that did not come is asked for again", async () => {
  const { asked, hint, hints, settled, verdict } = box(one);
  hint.click();
  hint.click();
  await settled();
  expect(asked.map(({ id, question }) => [id, question])).toEqual([["4a", { step: 1 }]]);
  asked[0].fail(new Error("the worker ended"));
  await settled();
  expect([verdict(), hints(), asked[1].question]).toEqual(["the worker ended", [], { step: 1 }]);
  asked[1].answer("first");
  await settled();
  for (let i = 0; i < 4; i++) hint.click();
  await settled();
  asked[2].answer("second");
  await settled();
  expect([hints(), asked.map(({ question }) => question)]).toEqual([["first", "second", LIVE.noMoreHints.en], [{ step: 1 }, { step: 1 }, { step: 2 }]]);
});
