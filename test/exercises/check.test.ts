import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import * as sojourn from "../../src/index";
import { projectFolder } from "../../src/projectFolder";
import { answerTo, check, exercises, hint } from "../../src/exercises/check";
import { judgeAnswer, partsOf, type Answer, type Exercise } from "../../src/exercises/exercise";
import { inventedFile } from "../sfrc/inventedSurvey";
import { theNotebooks } from "../notebooks/theNotebooks";
import { instructorNotes } from "./instructorNotes";

// On the stand-in, as in the notebooks: a wrong value must be far enough from the right one there.
beforeAll(() => void vi.stubEnv("SOJOURN_CHOICE", undefined));
afterEach(() => void vi.restoreAllMocks());

const all: Exercise[] = Object.values(exercises);
const withPart = (answer: Answer, part: string, value: unknown) => (part === "" ? value : { ...(answer as object), [part]: value });

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}

/** The solution as a cell would run it: over the names of "sojourn". */
const solve = ({ solution }: Exercise): unknown => new Function(...Object.keys(sojourn), solution)(...Object.values(sojourn));

it("gives each notebook one to predict and one that changes something", () => {
  for (const notebook of theNotebooks().map(({ name }) => Number(name.slice(0, 2)))) {
    expect(all.filter(({ id }) => id.startsWith(String(notebook)) && id.length === String(notebook).length + 1).map(({ kind }) => kind)).toEqual(["predict", "change"]);
  }
});

describe.each(all)("exercise $id", (exercise) => {
  const right = once(() => exercise.expected());
  /** The exercise with its answers computed once: each of them fits models, and each judgement asks for them anew. */
  const asked: Exercise = { ...exercise, expected: right, slips: exercise.slips.map((slip) => ({ ...slip, value: once(() => slip.value()) })) };
  const numbers = () => Object.entries(partsOf<number | string>(right())).filter((entry): entry is [string, number] => typeof entry[1] === "number");
  const unit = 10 ** -(exercise.decimals ?? 2);

  it("is solved by its solution", () => {
    expect(judgeAnswer(exercise, solve(exercise))).toMatchObject({ right: true });
  });

  it("finds the right answer right to the digits shown, a share in per cent too, and not a digit further off", () => {
    expect(judgeAnswer(asked, right()).right).toBe(true);
    for (const [part, value] of numbers()) {
      const verdict = (given: number) => judgeAnswer(asked, withPart(right(), part, given)).parts.find((one) => one.part === part)!.verdict;
      expect(verdict(Math.round(value / unit) * unit)).toBe("right");
      if (value > 0 && value < 1) expect(verdict(Math.round((100 * value) / (100 * unit)) * 100 * unit)).toBe("right");
      expect(verdict(value + 1.2 * unit)).toBe("wrong");
      expect(verdict(value - 1.2 * unit)).toBe("wrong");
    }
  });

  it("finds each well-known wrong value wrong in its part, with its word, the other parts right", () => {
    for (const slip of asked.slips) {
      const { right: isRight, parts } = judgeAnswer(asked, withPart(right(), slip.part, slip.value()));
      expect([slip.says.en, isRight]).toEqual([slip.says.en, false]);
      expect(parts.find(({ part }) => part === slip.part)).toMatchObject({ part: slip.part, verdict: "wrong", hint: { en: expect.any(String) } });
      expect(parts.filter(({ part }) => part !== slip.part).every(({ verdict }) => verdict === "right")).toBe(true);
    }
  });

  it("takes only the words it names, in any case", () => {
    for (const [part, value] of Object.entries(partsOf<number | string>(right()))) {
      if (typeof value !== "string") continue;
      expect(exercise.words![part]).toContain(value);
      const verdict = (given: unknown) => judgeAnswer(asked, withPart(right(), part, given)).parts.find((one) => one.part === part)!.verdict;
      expect([value.toUpperCase(), ` ${value} `, ...exercise.words![part].filter((word) => word !== value), "perhaps", 1].map(verdict))
        .toEqual(["right", "right", ...exercise.words![part].slice(1).map(() => "wrong"), "not a word", "not a word"]);
    }
  });

  it("says of a missing part, of what is no number, and of what is two, just that", () => {
    for (const [part] of numbers()) {
      const verdict = (given: unknown) => judgeAnswer(asked, withPart(right(), part, given)).parts.find((p) => p.part === part)!.verdict;
      expect([Number.NaN, undefined, "much", "1,234", "９８７６５，４"].map(verdict)).toEqual(["not a number", "not a number", "not a number", "two numbers", "wrong"]);
    }
    expect(judgeAnswer(asked, {}).parts.every(({ verdict }) => verdict === "missing")).toBe(true);
  });

  it("asks, hints and explains in both languages, and never tells the right value", () => {
    for (const { en, zh } of [exercise.prompt, exercise.point, exercise.steps[0], ...exercise.slips.map(({ says }) => says)]) {
      expect(en).toMatch(/[A-Za-z]/);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
    expect(exercise.steps.length).toBeGreaterThanOrEqual(2);
    const { en, zh } = answerTo(asked, withPart(right(), Object.keys(partsOf(right()))[0], 12345.6));
    for (const [, value] of numbers().filter(([, number]) => !Number.isInteger(number))) for (const text of [en, zh]) expect(text).not.toContain(value.toFixed(2));
  });
});

describe("check and hint", () => {
  const said = (act: () => void): string => {
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    act();
    return String(log.mock.calls.at(-1)![0]);
  };

  it("print one line in each language, in one write", () => {
    expect(said(() => check("3b", -0.382))).toBe("✓ 3b: right.\n✓ 3b：正确。");
    expect(said(() => hint("3b", 9))).toBe("3b, hint 2 of 2: −0.917 + 0.535.\n3b，提示 2/2：−0.917 + 0.535。");
  });

  it("say of the cell as it stands that there is no answer yet", () => {
    for (const blank of ["", Number.NaN, { n: Number.NaN, ties: Number.NaN }]) expect(answerTo(exercises["6b"], blank).en).toMatch(/^· 6b: no answer yet/);
    expect(answerTo(exercises["9a"], 0).en).toBe("✓ 9a: right.");
  });

  it("take a text for the number that it writes, and say where it writes two", () => {
    expect(said(() => check("3b", "-0,382"))).toBe("✓ 3b: right.\n✓ 3b：正确。");
    expect(answerTo(exercises["6b"], { n: "５７１", ties: "1,000" }).en).toBe("✗ 6b: n is right; ties is not clear (1,000 is 1.000 to some and 1000 to others: write one of these).");
    expect(answerTo(exercises["6b"], { n: "many", ties: "" }).zh).toBe("✗ 6b：n 不是数（应为数字，如 0.25 或 0,25）；ties 不是数（应为数字，如 0.25 或 0,25）。");
  });

  it("say that a comma parts two values in code, where the types have not said it before", () => {
    expect(said(() => (check as (...given: unknown[]) => void)("3b", -0, 382))).toMatch(/^· 3b: a comma parts two values here.*\n· 3b：此处逗号/);
  });

  it("say which part is off", () => {
    expect(answerTo(exercises["6b"], { n: 571, ties: 0.735 }).en).toBe("✗ 6b: n is right; ties is not right (this is the share of those who are left).");
    expect(answerTo(exercises["6b"], { n: 571 }).zh).toBe("✗ 6b：n 正确；ties 缺少。");
    expect(answerTo(exercises["5a"], "bigger").en).toBe('✗ 5a: none of the answers (expected "larger" or "smaller" or "same").');
  });

  it("say so where the data do not allow the exercise's model", () => {
    const file = inventedFile((row) => ({ ...row, stayIntention: "permanently" }));
    writeFileSync(`${file}.json`, JSON.stringify({ files: [file] }));
    vi.stubEnv("SOJOURN_CHOICE", `${file}.json`);
    expect(answerTo(exercises["6a"], "grow").en).toMatch(/^6a cannot be checked on these data: Model refused \(constant-outcome\)/);
    vi.stubEnv("SOJOURN_CHOICE", undefined);
  });
});

it("the instructor's notes hold the answers that the exercises give (write them with --update)", async () => {
  await expect(instructorNotes()).toMatchFileSnapshot(join(projectFolder, "docs/instructor/answers.md"));
});

it("of 11b the wrong values are 0.475 and 1.268, worked out by hand", () => {
  const hintTo = (given: number) => judgeAnswer(exercises["11b"], given).parts[0].hint?.en;
  // √(0.414² + 0.233²), and 1.96 · (0.414 + 0.233); right is 1.96 · 0.4751.
  expect([hintTo(0.475), hintTo(1.268), judgeAnswer(exercises["11b"], 0.931).right]).toEqual(["this is the standard error of the difference", "standard errors of independent estimates add in squares", true]);
});
