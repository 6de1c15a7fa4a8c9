import { describe, expect, it } from "vitest";
import { answerTo, exercises, hintOf } from "../../src/exercises/check";
import { type Exercise, isBlank, judgeAnswer, partsOf } from "../../src/exercises/exercise";
import { RefusedModel } from "../../src/models/refusedModel";
import { misplaced, pairs } from "../languages";

const said = (en: string) => ({ en, zh: `${en}（中）` });
const asked: Exercise = {
  id: "x", kind: "predict", prompt: said("p"), point: said("p"), solution: "", steps: [said("one"), said("two"), said("three")],
  expected: () => ({ share: 0.25, size: 12.5, way: "up" }), words: { way: ["up", "down", "same"] },
  slips: [{ part: "size", value: () => 25, says: said("twice") }, { part: "share", value: () => 0.75, says: said("the rest") }, { part: "share", value: () => 0.755, says: said("never") }],
};
const verdictOf = (part: string, given: unknown, exercise = asked) => judgeAnswer(exercise, { share: 0.25, size: 12.5, way: "up", [part]: given }).parts.find((one) => one.part === part)!;

describe("an answer is judged part by part", () => {
  it.each([
    ["share", 0.25, "right"], ["share", 0.255, "right"], ["share", 0.245, "right"], ["share", 0.2551, "wrong"], ["share", 0.2449, "wrong"],
    // In per cent with as many digits as are left of two: none.
    ["share", 25, "right"], ["share", 25.5, "right"], ["share", 24.49, "wrong"], ["share", 25.51, "wrong"],
    ["size", 12.505, "right"], ["size", 12.51, "wrong"], ["size", 1250, "wrong"], ["size", "12,5", "right"], ["size", " 12.50 ", "right"], ["size", "-12.5", "wrong"],
    ["size", "1,250", "two numbers"], ["size", "twelve", "not a number"], ["size", Infinity, "not a number"], ["size", Number.NaN, "not a number"], ["size", null, "not a number"], ["size", { n: 1 }, "not a number"], ["size", true, "not a number"],
    ["way", "up", "right"], ["way", " UP ", "right"], ["way", "same", "wrong"], ["way", " Down", "wrong"], ["way", "upwards", "not a word"], ["way", 1, "not a word"], ["way", undefined, "not a word"],
  ])("%s: %j is %s", (part, given, verdict) => {
    expect(verdictOf(part, given).verdict).toBe(verdict);
  });

  it("with as many decimals as the exercise has; 0, 1 and what is beyond are no shares", () => {
    const with3 = { ...asked, decimals: 3 };
    expect([0.2505, 0.2506, 25.05, 25.06].map((given) => verdictOf("share", given, with3).verdict)).toEqual(["right", "wrong", "right", "wrong"]);
    const whole = { ...asked, decimals: 0, expected: () => ({ share: 1, size: 0, way: "up" }) };
    expect([verdictOf("share", 100, whole), verdictOf("share", 1.5, whole), verdictOf("share", 1.51, whole), verdictOf("size", 0.5, whole), verdictOf("size", -0.5, whole)].map(({ verdict }) => verdict)).toEqual(["wrong", "right", "wrong", "right", "right"]);
  });

  it("with a word on well-known slips of that part alone, the first that fits", () => {
    expect(verdictOf("size", 25)).toEqual({ part: "size", verdict: "wrong", hint: said("twice") });
    expect(verdictOf("share", 0.7501)).toEqual({ part: "share", verdict: "wrong", hint: said("the rest") });
    expect(verdictOf("size", 0.75)).toEqual({ part: "size", verdict: "wrong" });
    expect(verdictOf("way", "left")).toEqual({ part: "way", verdict: "not a word", hint: { en: 'expected "up" or "down" or "same"', zh: '应为 "up" 或 "down" 或 "same"' } });
    expect(verdictOf("size", "1,250").hint).toEqual({ en: "1,250 is 1.250 to some and 1250 to others: write one of these", zh: "1,250 可读作 1.250，也可读作 1250：请写成其中之一" });
    expect(verdictOf("size", "x").hint).toEqual({ en: "expected digits, such as 0.25 or 0,25", zh: "应为数字，如 0.25 或 0,25" });
  });

  it("is right when all parts are, and misses those that are not given", () => {
    expect(judgeAnswer(asked, { way: "up", size: 12.5, share: 0.25, more: 1 })).toEqual({ right: true, parts: ["share", "size", "way"].map((part) => ({ part, verdict: "right" })) });
    expect(judgeAnswer(asked, { size: 12.5 }).parts.map(({ verdict }) => verdict)).toEqual(["missing", "right", "missing"]);
    expect(judgeAnswer(asked, Object.create({ share: 0.25 }))).toMatchObject({ right: false, parts: [{ verdict: "missing" }, {}, {}] });
    expect(judgeAnswer({ ...asked, expected: () => 3 }, 3)).toEqual({ right: true, parts: [{ part: "", verdict: "right" }] });
    expect([partsOf(3), partsOf(null), partsOf({ a: 1 })]).toEqual([{ "": 3 }, { "": null }, { a: 1 }]);
  });

  it("is none where nothing is in it", () => {
    expect([undefined, null, "", Number.NaN, {}, { a: "", b: { c: Number.NaN } }, []].map(isBlank)).toEqual([true, true, true, true, true, true, true]);
    expect([0, " ", false, { a: "", b: 0 }, "x", { a: 1, b: "" }].map(isBlank)).toEqual([false, false, false, false, false, false]);
  });
});

describe("what is said of an answer", () => {
  it("names each part with its verdict and what helps, in each language's marks", () => {
    expect(answerTo(asked, { share: 0.75, size: 12.5 })).toEqual({
      en: "✗ x: share is not right (the rest); size is right; way is missing.", zh: "✗ x：share 不对（the rest（中））；size 正确；way 缺少。",
    });
    expect(answerTo({ ...asked, expected: () => 3 }, 4)).toEqual({ en: "✗ x: not right.", zh: "✗ x：不对。" });
    expect(answerTo({ ...asked, expected: () => 3 }, "1,234").en).toBe("✗ x: not clear (1,234 is 1.234 to some and 1234 to others: write one of these).");
    expect(answerTo(asked, { share: "a", size: "b", way: "c" }).zh).toContain("share 不是数（应为数字，如 0.25 或 0,25）；size 不是数（应为数字，如 0.25 或 0,25）；way 不在可选答案之中（应为");
    expect(answerTo({ ...asked, expected: () => 3 }, 3)).toEqual({ en: "✓ x: right.", zh: "✓ x：正确。" });
    expect(answerTo(asked, "")).toEqual({ en: '· x: no answer yet. Write it into the cell and run it; hint("x") helps.', zh: '· x：尚未作答。请在单元格中填写答案后运行；hint("x") 给出提示。' });
  });

  it("is, in each language, why it cannot be judged where the data do not allow the model; other faults are not taken for that", () => {
    const refused = { ...asked, expected: () => { throw new RefusedModel("bad-input", [], "nobody belongs to its group"); } };
    const { en, zh } = answerTo(refused, 1);
    expect(en).toBe("x cannot be checked on these data: Model refused (bad-input): nobody belongs to its group");
    expect(zh).toMatch(/^x 在这份数据上无法核对：模型被拒绝（/);
    expect(() => answerTo({ ...asked, expected: () => { throw new RangeError("ours"); } }, 1)).toThrow(new RangeError("ours"));
  });

  it("hints step by step; before the first is the first, beyond the last the last", () => {
    expect([-1, 0, 1, 1.9, 2, 3, 4, Infinity].map((step) => hintOf(asked, step).en)).toEqual(["one", "one", "one", "one", "two", "three", "three", "three"].map((word, i) => `hint ${[1, 1, 1, 1, 2, 3, 3, 3][i]} of 3: ${word}`));
    expect(hintOf(asked, 2)).toEqual({ en: "hint 2 of 3: two", zh: "提示 2/3：two（中）" });
  });
});

describe("the exercises of the notebooks", () => {
  it("ask, hint, point and tell slips in each language", () => {
    const told = Object.values(exercises).flatMap((exercise: Exercise) => pairs({ prompt: exercise.prompt, point: exercise.point, steps: exercise.steps, slips: exercise.slips.map(({ says }) => says) }, exercise.id));
    expect(told.length).toBeGreaterThan(100);
    // Answers are typed as they stand, and parts are named as in code.
    expect(misplaced(told)).toEqual([]);
  });

  it.each<[keyof typeof exercises, unknown]>([
    ["1a", { changchun: 5, south: 4, all: 7 }], ["1b", 5], ["3b", -0.382], ["4a", Math.exp(0.678)], ["8a", (1.864 - 0.825) / Math.hypot(0.502, 0.379)], ["8b", { level: 9.1996, rest: 20.1064 }], ["9a", 0],
    ["11a", 5], ["11b", 0.93111], ["12a", 0.263893], ["13a", 72],
  ])("%s has the answer that print gives by hand", (id, answer) => {
    const shown = (value: unknown) => Object.fromEntries(Object.entries(partsOf(value)).map(([part, number]) => [part, Number(number).toFixed(3)]));
    expect(shown(exercises[id].expected())).toEqual(shown(answer));
  });

  it.each<[keyof typeof exercises, (number | string)[]]>([
    ["1a", [10, 3]], ["1b", [7, 4]], ["3b", [-1.452, 0.153]], ["4a", [2.80708, 0.678]], ["8a", [1.039, 1.039 / 0.881, 3.713147]], ["8b", [4.5998]], ["9a", [4, 9]], ["10a", [2]],
    ["11b", [0.475063, 1.26812]], ["12a", [0.287120, 0.065906]],
  ])("%s knows what the usual slips give", (id, values) => {
    expect((exercises[id] as Exercise).slips.map(({ value }) => value().toFixed(3))).toEqual(values.map((value) => Number(value).toFixed(3)));
  });
});
