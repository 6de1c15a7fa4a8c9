import { describe, expect, it } from "vitest";
import { BadInput, type Place } from "../src/badInput";
import { said } from "../src/faults/said";
import { SHOWN_IN_CELL, shownInCell } from "../src/shownInCell";

const both = (place: Place, ...rest: [found: ConstructorParameters<typeof BadInput>[1], expected?: ConstructorParameters<typeof BadInput>[2], remedy?: ConstructorParameters<typeof BadInput>[3]]) => {
  const error = new BadInput(place, ...rest);
  expect(error.inLanguage("en")).toBe(error.message);
  return [error.message, error.inLanguage("zh")];
};

describe("a refusal reads file, row, column: found (expected). remedy", () => {
  it.each<[Place, string, string]>([
    [{ file: "a.csv" }, "a.csv", "a.csv"], [{ file: "a.csv", row: 3 }, "a.csv, row 3", "a.csv，第 3 行"], [{ file: "a.csv", column: "x" }, "a.csv, column x", "a.csv，列 x"], [{ file: "a.csv", row: 3, column: "x" }, "a.csv, row 3, column x", "a.csv，第 3 行，列 x"], [{ file: "", row: 3 }, "row 3", "第 3 行"], [{ file: "", column: "x" }, "column x", "列 x"],
  ])("at %j", (place, en, zh) => expect(both(place, "is no JSON")).toEqual([`${en}: is no JSON.`, expect.stringMatching(new RegExp(`^${zh}：.+。$`))]));

  it("with what was expected and what to do, where these are told", () => {
    expect(both({ file: "a" }, said`"${"三十"}" is not a number`, "a number", "Correct it or map it. Nothing was written.")).toEqual(['a: "三十" is not a number (expected a number). Correct it or map it. Nothing was written.', "a：“三十”不是数字（应为：数字）。请改正，或在映射文件中给出对应。没有写入任何文件。"]);
    expect(both({ file: "a" }, said`"${"x"}" is not a number`, undefined, "Correct it. Nothing was written.")).toEqual(['a: "x" is not a number. Correct it. Nothing was written.', "a：“x”不是数字。请改正。没有写入任何文件。"]);
  });

  it("ends a question by its own mark, but for what was expected behind it", () => {
    expect(both({ file: "a" }, "What is it?")[0]).toBe("a: What is it?");
    expect(both({ file: "a" }, "What is it?", "b", "Look.")[0]).toBe("a: What is it? (expected b). Look.");
    expect(both({ file: "a" }, "What is it?", undefined, "Look.")[0]).toBe("a: What is it? Look.");
    expect(both({ file: "a" }, "这是什么？")[1]).toBe("a：这是什么？");
    expect(both({ file: "a" }, "这是什么？", "b")[1]).toBe("a：这是什么？（应为：b）。");
  });
});

it("its parts are there for programs, and it may be told without a row", () => {
  const error = new BadInput({ file: "a", row: 2, column: "x" }, said`"${"三十"}" is not a number`, "a number");
  expect(error).toMatchObject({ kind: "bad-input", name: "BadInput", code: "is-not-a-number", values: ["三十"], found: '"三十" is not a number', expected: "a number", remedy: undefined });
  expect(new BadInput({ file: "a" }, "is no JSON", undefined, "Look.")).toMatchObject({ code: "is-no-json", values: [], expected: undefined, remedy: "Look." });
  expect([error.withoutRow().message, error.withoutRow().inLanguage("zh")]).toEqual(['a, column x: "三十" is not a number (expected a number).', "a，列 x：“三十”不是数字（应为：数字）。"]);
});

it("a cell shows the sentence and its own lines, and does not say that nothing was written", () => {
  const stack = ["BadInput: x", "    at readIt (/work/src/a.ts:3:1)", "    at cell-3:2:5", "    at async cell-12:1:1", "at cell-4:1:1", "    at file-cell-x.ts:1"].join("\n");
  expect(shownInCell({ name: "BadInput", message: "a: is no JSON. Correct it. Nothing was written.", stack })).toBe("BadInput: a: is no JSON. Correct it.\n    at cell-3:2:5\n    at async cell-12:1:1");
  expect(shownInCell({ name: "RangeError", message: "Nothing was written. Or was it? " })).toBe("RangeError: Nothing was written. Or was it?");
  const error = new BadInput({ file: "a" }, "is no JSON", undefined, "Nothing was written.");
  error.stack = stack;
  expect(error[SHOWN_IN_CELL]()).toBe("BadInput: a: is no JSON.\n    at cell-3:2:5\n    at async cell-12:1:1");
});
