import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { answerTo, check, exercises } from "../../../src/sfrc/exercises/check";
import { judgeAnswer, type Answer, type Exercise } from "../../../src/sfrc/exercises/exercise";
import { codeSample } from "../../../src/sfrc/codeSample";
import { readSurvey } from "../../../src/sfrc/ourSurvey";
import { sfrc } from "../../../src/sfrc/study";
import { runStudy } from "../../../src/study/runStudy";
import { inventedFile } from "../inventedSurvey";

// On the stand-in, as in the notebooks: a wrong value must be far enough from the right one there.
beforeAll(() => void vi.stubEnv("SOJOURN_DATA", undefined));
afterEach(() => void vi.restoreAllMocks());

const all: Exercise[] = Object.values(exercises);
const partsOf = (answer: Answer): Record<string, number> => (typeof answer === "number" ? { "": answer } : { ...answer });
const withPart = (answer: Answer, part: string, value: unknown) => (part === "" ? value : { ...(answer as object), [part]: value });

describe.each(all)("exercise $id", (exercise) => {
  let known: Answer | undefined;
  const right = (): Answer => (known ??= exercise.expected());

  it("finds the right answer right, and asks in both languages", () => {
    expect(judgeAnswer(exercise, right()).right).toBe(true);
    expect(judgeAnswer(exercise, Object.fromEntries(Object.entries(partsOf(right())).map(([part, value]) => [part, value + 5e-5]))).right).toBe(true);
    expect(exercise.prompt.zh).toMatch(/\p{Script=Han}/u);
  });

  it("says of a value rounded too early that it is near, not what it is", () => {
    for (const [part, value] of Object.entries(partsOf(right()))) {
      const { parts } = judgeAnswer(exercise, withPart(right(), part, value + 4.5e-4));
      expect(parts.find((p) => p.part === part)).toMatchObject({ verdict: "wrong", hint: { en: expect.stringMatching(/without rounding/) } });
    }
  });

  it("finds each well-known wrong value wrong in its part, with its hint, the other parts right", () => {
    for (const hint of exercise.hints) {
      const { right: isRight, parts } = judgeAnswer(exercise, withPart(right(), hint.part, hint.value()));
      expect([hint.says.en, isRight]).toEqual([hint.says.en, false]);
      expect(parts.find(({ part }) => part === hint.part)).toEqual({ part: hint.part, verdict: "wrong", hint: hint.says });
      expect(parts.filter(({ part }) => part !== hint.part).every(({ verdict }) => verdict === "right")).toBe(true);
      expect(hint.says.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it("finds a value that is off, missing or no number wrong", () => {
    for (const [part, value] of Object.entries(partsOf(right()))) {
      const verdict = (given: unknown) => judgeAnswer(exercise, withPart(right(), part, given)).parts.find((p) => p.part === part)!.verdict;
      expect(verdict(value + 0.002)).toBe("wrong");
      expect(verdict(Number.NaN)).toBe("not a number");
      expect(verdict(undefined)).toBe("not a number");
      expect(verdict(String(value))).toBe("not a number");
    }
    expect(judgeAnswer(exercise, {}).parts.every(({ verdict }) => verdict === "missing")).toBe(true);
    expect(judgeAnswer(exercise, undefined).right).toBe(false);
  });

  it("never tells the right value", () => {
    const { en, zh } = answerTo(exercise, withPart(right(), Object.keys(partsOf(right()))[0], 12345));
    for (const value of Object.values(partsOf(right()))) {
      expect(en).not.toContain(value.toFixed(2));
      expect(zh).not.toContain(value.toFixed(2));
    }
  });
});

describe("check", () => {
  it("prints one line in each language, in one write", () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const { estimate } = runStudy(sfrc, codeSample(readSurvey(), { cumulativeCausation: "asPrinted" })).fits.M4.coefficients.find(({ term }) => term === "cumulativeCausation")!;
    check("h1", estimate);
    expect(log.mock.calls).toEqual([["✓ h1: right.\n✓ h1：正确。"]]);
  });

  it("says which part is off", () => {
    const { estimate, p } = exercises.h2.expected() as { estimate: number; p: number };
    expect(answerTo(exercises.h2, { estimate, p: p / 2 }).en).toMatch(/^✗ h2: estimate is right; p is not right \(this p is one-sided;/);
    expect(answerTo(exercises.h2, { estimate }).zh).toBe("✗ h2：estimate 正确；p 缺少。");
  });

  it("says so where the data do not allow the exercise's model", () => {
    vi.stubEnv("SOJOURN_DATA", JSON.stringify([inventedFile((row) => ({ ...row, stayIntention: "permanently" }))]));
    expect(answerTo(exercises.h1, 0).en).toMatch(/^h1 cannot be checked on these data: Model refused \(constant-outcome\)/);
    vi.stubEnv("SOJOURN_DATA", undefined);
  });
});
