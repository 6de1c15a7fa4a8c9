import { expect, it } from "vitest";
import type { Codebook } from "../../src/survey/codebook";
import { codebookPrint, hash, sameQuestionnaire } from "../../src/survey/codebookPrint";
import { small } from "./smallCodebook";

// Worked out by a Python program of the definition: FNV-1a in two lanes modulo 2^32, the second fed by the first, mixed at the end.
it.each<[string[], string]>([[[], "7da5bf2cf0938b66"], [["a"], "cfe0b99838d99b9f"], [["foobar"], "47485808b9b78feb"], [["foo", "bar"], "47485808b9b78feb"], [["编码表"], "60a3172840994aa4"], [["x".repeat(1000)], "7e1cf6cf7c4ceeb7"]])("the hash of %j is %s", (texts, digits) => expect(hash(texts)).toBe(digits));

it("a questionnaire's print is of its names, types and codes, whatever else its codebook says", () => {
  const asked = (change: (column: Codebook["columns"][number]) => object = () => ({})): Codebook => ({ ...small, columns: small.columns.map((column) => ({ ...column, ...change(column) })) });
  const print = codebookPrint(small);
  expect(print).toBe(hash(['["id","id",null]', '["source","label",null]', '["wave","choice",["2018","2019"]]', '["age","whole number",null]', '["gender","choice",["female","male"]]', '["talk","ordered",["never","sometimes","often"]]']).slice(0, 8));
  expect([print, codebookPrint(small), codebookPrint(asked(() => ({ label: { en: "x", zh: "y" }, missing: [], key: true })))]).toEqual([print, print, print]);
  const others = [asked(({ name }) => ({ name: name.replace("age", "years") })), asked(({ type }) => ({ type: type === "ordered" ? "choice" : type })), asked(({ answers }) => (answers ? { answers: answers.slice(1) } : {}))].map(codebookPrint);
  expect(new Set([print, ...others]).size).toBe(4);
  expect(codebookPrint({ ...small, columns: [] })).toBe("7da5bf2c");
});

it("two fingerprints are of one questionnaire where they begin alike", () => {
  expect([sameQuestionnaire("ab12-400-9", "ab12-7-8"), sameQuestionnaire("ab12-400-9", "ab13-400-9"), sameQuestionnaire("ab12", "ab12-1")]).toEqual([true, false, true]);
});
