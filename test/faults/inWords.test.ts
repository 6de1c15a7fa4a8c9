import { expect, test } from "vitest";
import { BadInput } from "../../src/badInput";
import { inWords } from "../../src/faults/inWords";
import { RefusedModel } from "../../src/models/refusedModel";

test("what went wrong is told in the reader's language: bad input, and a model that is refused", () => {
  for (const fault of [new RefusedModel("separation", ["x"], "nobody belongs to its group"), new BadInput({ file: "a.csv" }, "there are no rows")]) {
    expect(inWords("en")(fault)).toBe(fault.message);
    expect(inWords("zh")(fault)).toBe(fault.inLanguage("zh"));
    expect(inWords("zh")(fault)).toMatch(/[\u4e00-\u9fff]/);
  }
  expect(inWords("zh")(new Error("no place"))).toBe("no place");
  expect(inWords("en")("text")).toBe("text");
});
