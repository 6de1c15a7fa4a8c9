import { JSDOM } from "jsdom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Language } from "../../../../src/bilingual";
import { doubtLists } from "../../../../src/site/client/auditPage/doubtLists";
import { fieldWords, valueWords, whereWords } from "../../../../src/site/client/auditPage/doubtWords";
import type { Sheet } from "../../../../src/site/client/auditPage/sheet";
import { sheetTable, type Making } from "../../../../src/site/client/auditPage/sheetTable";
import { sayIn } from "../../../../src/site/client/auditPage/words";

beforeEach(() => void vi.stubGlobal("document", new JSDOM("").window.document));
afterEach(() => void vi.unstubAllGlobals());

const model = (id: string, heading: string, group: string) => ({ id, heading, group, family: "binary logit" as const, n: "590", pseudoR2: "", logLik: "", rest: {} });
const cell = { coefficient: "0.1", standardError: "0.2" };
const row = (term: string, label: string) => ({ term, label, cells: { m1: { ...cell }, m2: { ...cell } } });
const doubt = (of: string | null, term: string | null, field: string | null, why: string) => ({ model: of, term, field, why });
const sheet = (more: Partial<Sheet> = {}): Sheet => ({
  models: [model("m1", "Model 1", "South"), model("m2", " ", "")], rows: [row("age", "age of"), row("sex", "sex")], cutoffs: {}, standardErrors: "", pooled: [], unsure: [], settled: new Set(), rest: {}, ...more,
});

/** Each list as its class, its heading and its items, each item as its id, what it names (and where that leads) and its reason. */
function told(of: Sheet, language: Language = "en") {
  const making: Making = { sheet: of, say: sayIn(language), language, names: [], changed: () => undefined, redraw: () => undefined };
  const table = sheetTable(making);
  const lists = doubtLists(making, table).map((list) => [list.className, list.querySelector("h3")?.textContent ?? list.textContent, ...Array.from(list.querySelectorAll("li"), (item) =>
    [item.id, item.querySelector("a")?.getAttribute("href") ?? (item.querySelector("strong") ? "strong" : ""), item.textContent, item.querySelector("span")?.lang ?? ""])]);
  const marked = Array.from(table.querySelectorAll<HTMLElement>(".unsure"), (box) => [box.id, box.title, box.getAttribute("aria-describedby")]);
  return { lists, marked };
}

describe("what is unsure of a table", () => {
  const unsure = [
    doubt("m1", null, "n", "one"), doubt("m2", "sex", "se", "two"), doubt("m2", "sex", "coef", "three"), doubt("m1", "age", null, "four"), doubt(null, "age", "label", "five"), doubt(null, null, null, "six"),
    doubt(null, null, "cutoffs", "seven"), doubt("gone", "age", "coef", "never"), doubt("m1", "nothing", "coef", "eight"), doubt(null, "sex", "coef", "nine"), doubt("m1", null, null, "ten"), doubt("m1", "sex", "label", "eleven"),
  ];

  it("is listed with its place, which leads to its box, and its reason", () => {
    expect(told(sheet({ unsure })).lists).toEqual([["doubts", "Unsure (11)",
      ["unsure-1", "#box-m0-n", "Model 1 South, Observations (n). one", "en"], ["unsure-2", "#box-r1-m1-standardError", "m2, sex, standard error. two", "en"], ["unsure-3", "#box-r1-m1-coefficient", "m2, sex, coefficient with stars. three", "en"],
      ["unsure-4", "#box-r0-label", "Model 1 South, age of. four", "en"], ["unsure-5", "#box-r0-label", "age of, name of the variable. five", "en"], ["unsure-6", "", "six", "en"], ["unsure-7", "strong", "Stars: p below. seven", "en"],
      ["unsure-8", "strong", "Model 1 South, nothing, coefficient with stars. eight", "en"], ["unsure-9", "#box-r1-label", "sex, coefficient with stars. nine", "en"], ["unsure-10", "strong", "Model 1 South. ten", "en"], ["unsure-11", "#box-r1-label", "Model 1 South, sex, name of the variable. eleven", "en"],
    ]]);
  });

  it("is told by its box, by all its reasons", () => {
    expect(told(sheet({ unsure })).marked).toEqual([
      ["box-r0-label", "five", "unsure-4 unsure-5"], ["box-r1-label", "eleven", "unsure-9 unsure-11"], ["box-r1-m1-coefficient", "three", "unsure-3"], ["box-r1-m1-standardError", "two", "unsure-2"], ["box-m0-n", "one", "unsure-1"],
    ]);
  });

  it("is followed by what was supposed of the models that are there, and what was not used", () => {
    const rest = {
      supposed: [{ field: "family", model: "m2", why: "nothing names the kind of model; it has a constant", value: "binary logit" }, { field: "scale", why: "no word", value: "logOdds" }, { field: "family", model: "gone", why: "never", value: "other" }],
      unused: [{ where: "row", text: "Controls" }, { where: "elsewhere", text: "x" }],
    };
    expect(told(sheet({ rest })).lists).toEqual([
      ["doubts", "Supposed: nothing printed says it, and nothing is proved by it (2)", ["supposed-1", "#box-m1-family", "m2, Kind of model: binary logit. nothing names the kind of model; it has a constant", "en"], ["supposed-2", "strong", "scale: log-odds. no word", "en"]],
      ["doubts unused", "Seen and not used (2)", ["", "", "row: Controls", ""], ["", "", "elsewhere: x", ""]],
    ]);
    expect(told(sheet({ rest, unsure: unsure.slice(0, 1) }), "zh").lists).toEqual([
      ["doubts", "存疑 (1)", ["unsure-1", "#box-m0-n", "Model 1 South, 样本量（n）。one", "en"]],
      ["doubts", "推定：表中没有说明，因此不据以认定任何不相符 (2)", ["supposed-1", "#box-m1-family", "m2, 模型类型：二元 logit。没有说明模型类型；因有常数项，视为二元 logit", "zh-Hans"], ["supposed-2", "strong", "系数的尺度：对数优势。no word", "en"]],
      ["doubts unused", "读到而未使用 (2)", ["", "", "行：Controls", ""], ["", "", "elsewhere：x", ""]],
    ]);
  });

  it("is said to be nothing where it is nothing, whatever was not used", () => {
    expect(told(sheet()).lists).toEqual([["sure", "Nothing is unsure."]]);
    expect(told(sheet({ rest: { unused: [{ where: "mark", text: "†" }] }, unsure: [doubt("gone", null, "n", "never")] }), "zh").lists).toEqual([["sure", "没有存疑之处。"], ["doubts unused", "读到而未使用 (1)", ["", "", "记号：†", ""]]]);
  });
});

it("fields, values and places are called in the reader's language, others by their own name", () => {
  const both = (words: (language: Language, name: string) => string, names: readonly string[]) => names.map((name) => [words("en", name), words("zh", name)]);
  expect(both(fieldWords, ["scale", "brackets", "statistic", "stars", "oddsRatio", "lower", "upper", "toString"])).toEqual([
    ["scale", "系数的尺度"], ["in brackets", "括号内"], ["stars rest on", "星号依据"], ["stars", "星号"], ["odds ratio", "优势比"], ["lower limit", "置信下限"], ["upper limit", "置信上限"], ["toString", "toString"],
  ]);
  expect(both(valueWords, ["ordered logit", "other", "logOdds", "oddsRatio", "marginalEffect", "se", "ci", "t"])).toEqual([
    ["ordered logit", "有序 logit"], ["another model", "其他模型"], ["log-odds", "对数优势"], ["odds ratios", "优势比"], ["marginal effects", "边际效应"], ["standard errors", "标准误"], ["confidence intervals", "置信区间"], ["t", "t"],
  ]);
  expect(both(whereWords, ["row", "column", "statistic", "legend", "note", "heading", "mark"])).toEqual([["row", "行"], ["column", "列"], ["statistic", "统计量"], ["legend", "表注"], ["note", "注"], ["heading", "表头"], ["mark", "记号"]]);
});
