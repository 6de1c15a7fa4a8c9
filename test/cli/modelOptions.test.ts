import { describe, expect, it } from "vitest";
import { parseList, parseStandardErrors, specOf, type ModelOptions } from "../../src/cli/modelOptions";
import { bothLanguages } from "../io/bothLanguages";

const options = (more: Partial<ModelOptions> = {}): ModelOptions => ({ outcome: "y", terms: "a,b", family: "binomial", factor: [], ...more });
describe("what options say of the data", () => {
  it("is the model's specification", () => {
    expect(specOf(options())).toEqual({ outcome: "y", terms: ["a", "b"], family: "binomial", factors: [], dropMissing: false });
    expect(specOf(options({
      terms: '"a,b",c:d', family: "ordered", levels: "low, `mid,dle` ,high", factor: ["g:x"], weights: "w", weightType: "probability", offset: "o", missing: "drop", na: "97,98",
      strata: "s", psu: "p", fpc: "f", where: "a > 1", encoding: "gbk", separator: ";", sheet: "2", decimal: ",",
    }), { labels: ["g"] })).toEqual({
      outcome: "y", terms: ['"a,b"', "c:d"], family: "ordered", levels: ["low", "mid,dle", "high"], factors: [{ column: "g", contrast: "treatment", reference: "x" }], weights: "w", weightType: "probability", offset: "o", dropMissing: true, missing: ["97", "98"],
      design: { strata: "s", psu: "p", fpc: "f" }, where: "a > 1", encoding: "gbk", separator: ";", sheet: "2", decimal: ",", labels: ["g"],
    });
  });

  it("has no terms for 1, and no missing codes for an empty text", () => {
    expect(specOf(options({ terms: " 1 ", na: "" }))).toMatchObject({ terms: [], missing: [] });
    expect(specOf(options()).missing).toBeUndefined();
  });

  it("a formula says by itself", () => {
    expect(specOf(options({ outcome: undefined, terms: undefined, formula: "y ~ x" }))).toMatchObject({ outcome: "", terms: [], formula: "y ~ x" });
  });

  it.each<[Partial<ModelOptions>, string, string]>([
    [{ levels: "0,1" }, "--levels: a binary outcome has no levels to name (expected --family ordered).", "--levels：二元因变量没有可指明的水平（应为：--family ordered）。"],
    [{ weightType: "frequency" }, "--weight-type: there are no weights (expected --weights COLUMN beside it).", "--weight-type：没有权重（应为：同时给出 --weights 列名）。"],
    [{ strata: "g", psu: "p", weights: "w" }, "--strata: a survey's weights are people a row stands for (expected --weight-type probability beside --weights).", "--strata：调查的权重是一行所代表的人数（应为：在 --weights 之外加上 --weight-type probability）。"],
    [{ psu: "g", fpc: "f", weights: "w", weightType: "frequency" }, "--psu: a survey's weights are people a row stands for (expected --weight-type probability beside --weights).", "--psu：调查的权重是一行所代表的人数（应为：在 --weights 之外加上 --weight-type probability）。"],
    [{ fpc: "g", weights: "w" }, "--fpc: a survey's weights are people a row stands for (expected --weight-type probability beside --weights).", "--fpc：调查的权重是一行所代表的人数（应为：在 --weights 之外加上 --weight-type probability）。"],
    [{ formula: "y ~ x", terms: undefined }, "--formula: it says outcome and terms itself (expected neither --outcome nor --terms beside it).", "--formula：公式本身已给出因变量和自变量（应为：不同时给出 --outcome 或 --terms）。"],
    [{ formula: "y ~ x", outcome: undefined }, "--formula: it says outcome and terms itself (expected neither --outcome nor --terms beside it).", "--formula：公式本身已给出因变量和自变量（应为：不同时给出 --outcome 或 --terms）。"],
    [{ outcome: undefined }, "--outcome: it is missing (expected the column of the outcome (or a --formula)).", "--outcome：没有给出（应为：因变量所在的列（或 --formula））。"],
    [{ terms: undefined }, "--terms: it is missing (expected columns, or 1 for a model without any (or a --formula)).", "--terms：没有给出（应为：若干列，或以 1 表示没有自变量的模型（或 --formula））。"],
    [{ terms: "a,,b" }, '--terms: "a,,b" is not a list (expected names separated by single commas).', "--terms：“a,,b”不是列表（应为：以单个逗号分隔的名称）。"],
  ])("is refused: %j", (more, en, zh) => expect(bothLanguages(() => specOf(options(more)))).toEqual([en, zh]));

  it("a design without weights, or with those of people, is one", () => {
    expect(specOf(options({ strata: "s" })).design).toEqual({ strata: "s" });
    expect(specOf(options({ fpc: "f", weights: "w", weightType: "probability" })).design).toEqual({ fpc: "f" });
    expect(specOf(options({ weights: "w" })).design).toBeUndefined();
  });
});

it("a list has its names, in quotes where they hold a comma", () => {
  expect(parseList("--x", "a, `b,c` ,d")).toEqual(["a", "`b,c`", "d"]);
  for (const wrong of ["", "a,", ",a", "a,``"]) expect(bothLanguages(() => parseList("--x", wrong))[0]).toBe(`--x: "${wrong}" is not a list (expected names separated by single commas).`);
});

it("standard errors are a kind, or of clusters", () => {
  for (const kind of ["classical", "expected", "robust", "HC0", "HC1", "HC2", "HC3"]) expect(parseStandardErrors(kind)).toBe(kind);
  expect([parseStandardErrors("cluster:a:b"), parseStandardErrors("CR2:city\nname")]).toEqual([{ cluster: "a:b" }, { cr2: "city\nname" }]);
  for (const wrong of ["HC4", "cluster:", "cr2:a", "xcluster:a", ""]) expect(bothLanguages(() => parseStandardErrors(wrong))).toEqual([`--se: "${wrong}" is not known (expected classical, expected, robust, HC0, HC1, HC2, HC3, cluster:COLUMN or CR2:COLUMN).`, `--se：未知的“${wrong}”（应为：classical、expected、robust、HC0、HC1、HC2、HC3、cluster:列名 或 CR2:列名）。`]);
});
