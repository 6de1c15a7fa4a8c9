import { describe, expect, it } from "vitest";
import { doubtWords } from "../../../src/site/client/auditPage/doubtWords";
import { possiblePools } from "../../../src/site/client/auditPage/pools";
import { problemsOf } from "../../../src/site/client/auditPage/problems";
import { numberIn, partsOf, publishedJson, type Sheet, sheetOf, removeModel, removeRow } from "../../../src/site/client/auditPage/sheet";
import { sayIn } from "../../../src/site/client/auditPage/words";
import { parsePublished } from "../../../src/published/parsePublished";
import { readTable } from "../../../src/published/table/joinTables";
import { siteAuditExample } from "../../../src/cli/siteAuditExample";
import { readPublished } from "../../../src/sfrc/ourSurvey";

const published = readPublished();
const example = (): Sheet => sheetOf(readTable(siteAuditExample(published, 2))!);
const english = sayIn("en");
const sentences = (sheet: Sheet): string[] => problemsOf(sheet, english).map(({ sentence }) => sentence);
const cell = (sheet: Sheet, label: string, model: string) => sheet.rows.find((row) => row.label === label)!.cells[model];

describe("a sheet", () => {
  it("gives back every number and star of the paper's Table 2", () => {
    const { models } = parsePublished(publishedJson(example()), "table");
    const numbers = (rows: readonly { coef: string; se?: string; stars: string }[]) => rows.map(({ coef, se, stars }) => [coef, se, stars]);
    expect(Object.values(models).map(({ rows, n, pseudoR2, logLik }) => [numbers(rows), n, pseudoR2, logLik]))
      .toEqual(["M1", "M2", "M3", "M4"].map((id) => published.models[id]).map(({ rows, n, pseudoR2, logLik }) => [numbers(rows), n, pseudoR2, logLik]));
  });

  it("gives a whole published table back as it came, what has no box included", () => {
    expect(parsePublished(publishedJson(sheetOf(published)), "table")).toEqual({
      ...published, cutoffs: { "***": "0.01", "**": "0.05", "*": "0.1" },
    });
  });

  it("leaves out a cell that was emptied, and takes numbers as people type them", () => {
    const sheet = example();
    Object.assign(cell(sheet, "性别", "m1"), { coefficient: " ", standardError: "" });
    Object.assign(cell(sheet, "单位支持网络", "m4"), { coefficient: "－１．０４７ ∗∗", standardError: "（0.286）" });
    const { models } = parsePublished(publishedJson(sheet), "table");
    expect(models.m1.rows.map(({ label }) => label)).not.toContain("性别");
    expect(models.m2.rows.map(({ label }) => label)).toContain("性别");
    expect(models.m4.rows.find(({ label }) => label === "单位支持网络")).toMatchObject({ coef: "-1.047", se: "0.286", stars: "**" });
  });

  it("passes on what was chosen of standard errors and pools", () => {
    const sheet = example();
    sheet.standardErrors = "robust";
    sheet.pooled.push({ whole: "m4", parts: ["m1", "m3"] });
    expect(parsePublished(publishedJson(sheet), "table")).toMatchObject({ standardErrors: "robust", pooled: [{ whole: "m4", parts: ["m1", "m3"] }] });
  });

  it("may lack observations, standard errors and whole models, and forgets the doubts of what was corrected or taken out", () => {
    const sheet = example();
    sheet.models[0].n = "";
    cell(sheet, "性别", "m1").standardError = "";
    removeModel(sheet, "m2");
    removeRow(sheet, sheet.rows.find(({ label }) => label === "单位支持网络")!.term);
    const { models, unsure = [] } = parsePublished(publishedJson(sheet), "table");
    expect(Object.keys(models)).toEqual(["m1", "m3", "m4"]);
    expect(models.m1.n).toBeUndefined();
    expect(models.m1.rows.find(({ label }) => label === "性别")).not.toHaveProperty("se");
    expect(models.m3.rows.map(({ label }) => label)).not.toContain("单位支持网络");
    expect(unsure.some(({ model }) => model === "m2")).toBe(false);
  });

  it("keeps the rows of all models in printed order", () => {
    const rows = (terms: readonly string[]) => terms.map((term) => ({ term, coef: "1", se: "1", stars: "" }));
    const model = { table: 1, heading: "", group: "", groupEn: "", outcome: "", family: "binary logit" as const, n: 9 };
    const sheet = sheetOf({ models: { a: { ...model, rows: rows(["x", "z"]) }, b: { ...model, rows: rows(["w", "x", "y", "z"]) } } });
    expect(sheet.rows.map(({ term }) => term)).toEqual(["w", "x", "y", "z"]);
  });
});

describe("what stands in a box", () => {
  it.each([["0.535***", "0.535", "***"], ["−1.2 †", "-1.2", "†"], ["", "", ""], ["abc", "abc", ""], ["1.0＊", "1.0", "*"]])("%j is %j with %j", (text, number, stars) => {
    expect(partsOf(text)).toEqual({ number, stars });
  });

  it("may be bracketed where it is a standard error", () => expect(numberIn("( 0 .286 )")).toBe("0.286"));
});

describe("what keeps a sheet from the audit is told by its box", () => {
  const spoilt = (spoil: (sheet: Sheet) => void): Sheet => {
    const sheet = example();
    spoil(sheet);
    return sheet;
  };
  it("and nothing keeps the example from it", () => expect(problemsOf(example(), english)).toEqual([]));

  it.each<[string, (sheet: Sheet) => void, RegExp]>([
    ["a coefficient that is no number", (sheet) => { cell(sheet, "性别", "m1").coefficient = "1.2.3"; }, /性别: “1\.2\.3” is no printed number/],
    ["a standard error alone", (sheet) => { cell(sheet, "性别", "m1").coefficient = "**"; }, /性别: a coefficient is missing/],
    ["stars without a cut-off", (sheet) => { cell(sheet, "性别", "m1").coefficient = "0.053****"; }, /no cut-off is given for “\*\*\*\*”/],
    ["no whole number of observations", (sheet) => { sheet.models[0].n = "1.5"; }, /模型1 长春组, Observations \(n\): “1\.5” is no number of observations/],
    ["an R² of words", (sheet) => { sheet.models[0].pseudoR2 = "high"; }, /Pseudo R²: “high”/],
    ["a cut-off above 1", (sheet) => { sheet.cutoffs["*"] = "10"; }, /\*: “10” is no probability/],
    ["a row without a name", (sheet) => { sheet.rows[1].label = " "; }, /row 2: the variable has no name/],
  ])("%s", (_, spoil, sentence) => expect(sentences(spoilt(spoil))).toEqual([expect.stringMatching(sentence)]));

  it("and whatever is told nowhere is accepted by the audit's own reader", () => {
    const sheet = spoilt((one) => { one.cutoffs["*"] = ""; for (const row of one.rows) for (const each of Object.values(row.cells)) each.coefficient = each.coefficient.replace(/(?<!\*)\*$/, ""); });
    expect(sentences(sheet)).toEqual([]);
    expect(parsePublished(publishedJson(sheet), "table").cutoffs).toEqual({ "***": "0.01", "**": "0.05" });
  });
});

describe("models that may pool others", () => {
  it("are offered where the observations add up and the family is the same", () => {
    expect(possiblePools(example().models)).toEqual([{ whole: "m4", parts: ["m1", "m3"] }, { whole: "m4", parts: ["m2", "m3"] }]);
    const other = example();
    other.models[2].family = "ordered logit";
    expect(possiblePools(other.models)).toEqual([]);
  });
});

it("a doubt is told in the reader's language, and stays as it is where no words are known for it", () => {
  expect(doubtWords("zh", { why: '"4.5" is not a whole number', code: "notWhole", values: ["4.5"] })).toEqual({ text: "“4.5”不是整数", language: "zh" });
  expect(doubtWords("en", { why: "", code: "notWhole", values: ["4.5"] }).text).toBe('"4.5" is not a whole number');
  expect(doubtWords("zh", { why: "nothing names the kind of model; it has a constant" }).text).toContain("没有说明模型类型");
  expect(doubtWords("zh", { why: "an unheard-of reason" })).toEqual({ text: "an unheard-of reason", language: "en" });
});
