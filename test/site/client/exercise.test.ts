import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exercises } from "../../../src/exercises/check";
import { partsOf, type Exercise } from "../../../src/exercises/exercise";
import { projectFolder } from "../../../src/projectFolder";
import { exerciseSaid } from "../../../src/site/client/kernel/exercise";
import { answerOf, verdictIn } from "../../../src/site/client/live/answer";
import { exerciseOf } from "../../../src/site/live/exerciseOf";

const all: Exercise[] = Object.values(exercises);
const forms = Object.fromEntries(all.map(({ id, words, steps }) => [id, { words, hints: steps.length }]));

describe("the exercise of a cell", () => {
  const folder = join(projectFolder, "notebooks");
  const sources = readdirSync(folder).filter((name) => name.endsWith(".ipynb")).flatMap((name) =>
    (JSON.parse(readFileSync(join(folder, name), "utf8")) as { cells: { cell_type: string; source: string[] | string }[] }).cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => [source].flat().join("")));
  const found = sources.flatMap((source) => exerciseOf(source, forms) ?? []);

  it("is found in the notebooks, each once, with the parts that its answer has and their words", () => {
    expect(found.map(({ id }) => id).sort()).toEqual(Object.keys(exercises).sort());
    for (const { id, parts, hints } of found) {
      const { expected, words = {}, steps } = (exercises as Record<string, Exercise>)[id];
      expect([id, parts.map(({ name }) => name)]).toEqual([id, Object.keys(partsOf(expected()))]);
      for (const { name, words: offered } of parts) expect(offered).toEqual(words[name]);
      expect(hints).toBe(steps.length);
    }
  });

  it("is none where the call is another's, or no exercise of the site's", () => {
    expect(exerciseOf('check("99z", NaN);', forms)).toBeUndefined();
    expect(exerciseOf('console.log("check(1a)");', forms)).toBeUndefined();
    expect(exerciseOf('check("1a", NaN);', {})).toBeUndefined();
  });
});

describe("an answer in fields", () => {
  it("is the text, which check reads", () => {
    expect(answerOf({ "": " 0.449 " })).toBe("0.449");
    expect(answerOf({ "": "larger" })).toBe("larger");
    expect(answerOf({ "": "" })).toBeUndefined();
  });
  it("has the parts that are filled in", () => {
    expect(answerOf({ mean: "1.5", component: " " })).toEqual({ mean: "1.5" });
    expect(answerOf({ mean: "", component: "" })).toBeUndefined();
  });
});

describe("what is said of an exercise", () => {
  it("is the package's judgement, in the page's language alone", () => {
    const ask = (given: unknown, language: "en" | "zh" = "en") => exerciseSaid({ id: 1, kind: "exercise", language, exercise: "4a", given });
    const right = exercises["4a"].expected();
    expect(ask(right)).toBe("✓ 4a: right.");
    expect(ask(right, "zh")).toBe("✓ 4a：正确。");
    expect(ask(Math.log(right))).toBe("✗ 4a: not right (this is the difference in log-odds: take its exponential).");
    expect(ask(right.toFixed(2).replace(".", ","))).toBe("✓ 4a: right.");
    expect(ask("large", "zh")).toBe("✗ 4a：不是数（应为数字，如 0.25 或 0,25）。");
    expect(ask("1,960")).toBe("✗ 4a: not clear (1,960 is 1.960 to some and 1960 to others: write one of these).");
    expect(ask("１，９６０", "zh")).toBe("✗ 4a：有歧义（１，９６０ 可读作 1.960，也可读作 1960：请写成其中之一）。");
  });
  it("is a hint, the first of which is not the last", () => {
    const hint = (step: number, language: "en" | "zh") => exerciseSaid({ id: 1, kind: "exercise", language, exercise: "4a", step });
    expect(hint(1, "en")).toBe("hint 1 of 2: On the scale of log-odds two points are twice one point.");
    expect(hint(2, "zh")).toMatch(/^提示 2\/2：/);
  });
  it("is found in what the cell printed", () => {
    const outputs = [{ output_type: "stream", name: "stdout", text: "H1\n✗ 1b: not right.\n✗ 1b：不对。\n" }] as const;
    expect(verdictIn({ outputs }, "1b", "en")).toBe("✗ 1b: not right.");
    expect(verdictIn({ outputs }, "1b", "zh")).toBe("✗ 1b：不对。");
    expect(verdictIn({ outputs }, "1a", "en")).toBeUndefined();
  });
  it("is why there is no judgement on the data at hand", () => {
    const outputs = [{ output_type: "stream", name: "stdout", text: "4a cannot be checked on these data: separated\n4a 在这份数据上无法核对：分离\n" }] as const;
    expect(verdictIn({ outputs }, "4a", "en")).toBe("4a cannot be checked on these data: separated");
    expect(verdictIn({ outputs }, "4a", "zh")).toBe("4a 在这份数据上无法核对：分离");
  });
});
