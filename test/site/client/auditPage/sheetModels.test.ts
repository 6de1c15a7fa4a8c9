import { describe, expect, it } from "vitest";
import type { PublishedTable } from "../../../../src/published/publishedTable";
import { possiblePools } from "../../../../src/site/client/auditPage/pools";
import { boxOf, problemsOf } from "../../../../src/site/client/auditPage/problems";
import { cellKey, publishedJson, removeModel, removeRow, type Sheet, type SheetModel, sheetOf } from "../../../../src/site/client/auditPage/sheet";
import { sayIn, WORDS } from "../../../../src/site/client/auditPage/words";
import { misplaced, pairs } from "../../../languages";

const row = (term: string, more: object = {}) => ({ term, coef: "1", se: "2", stars: "*", ...more });
const model = (rows: readonly object[], more: object = {}) => ({ table: 1, heading: "H", group: "G", groupEn: "g", outcome: "y", family: "binary logit", n: 10, rows, ...more });
const table = (more: object = {}) => ({
  models: { a: model([row("x", { label: "ex", z: "0.5" }), row("z", { se: undefined })], { n: undefined, pseudoR2: "0.1" }), b: model([row("w"), row("x", { label: "other" }), row("y", { stars: "" }), row("z")], { logLik: "-9", heading: " " }) }, ...more,
}) as unknown as PublishedTable;
const cell = (coefficient: string, standardError: string, rest?: object) => ({ coefficient, standardError, ...(rest && { rest }) });

describe("a table as a sheet", () => {
  it("has a text for every box, rows in printed order, and what has no box as it came", () => {
    const sheet = sheetOf(table({ source: "S" }));
    expect(sheet.models).toEqual([
      { id: "a", heading: "H", group: "G", family: "binary logit", n: "", pseudoR2: "0.1", logLik: "", rest: { table: 1, groupEn: "g", outcome: "y" } },
      { id: "b", heading: " ", group: "G", family: "binary logit", n: "10", pseudoR2: "", logLik: "-9", rest: { table: 1, groupEn: "g", outcome: "y" } },
    ]);
    expect(sheet.rows).toEqual([
      { term: "w", label: "w", cells: { a: cell("", ""), b: cell("1*", "2", {}) } }, { term: "x", label: "ex", cells: { a: cell("1*", "2", { z: "0.5" }), b: cell("1*", "2", {}) } },
      { term: "y", label: "y", cells: { a: cell("", ""), b: cell("1", "2", {}) } }, { term: "z", label: "z", cells: { a: cell("1*", "", {}), b: cell("1*", "2", {}) } },
    ]);
    expect(sheet).toMatchObject({ cutoffs: { "***": "0.01", "**": "0.05", "*": "0.1" }, standardErrors: "", pooled: [], unsure: [], rest: { source: "S" } });
    expect(sheetOf(table({ cutoffs: { "*": "0.2" }, pooled: [{ whole: "b", parts: ["a"] }] }))).toMatchObject({ cutoffs: { "*": "0.2" }, pooled: [{ whole: "b", parts: ["a"] }] });
    expect(["robust", "weighted", "HC1", undefined].map((standardErrors) => sheetOf(table({ standardErrors })).standardErrors)).toEqual(["robust", "weighted", "", ""]);
  });

  it("loses a row or a model with its cells and its pools, and no other", () => {
    const sheet = sheetOf(table({ pooled: [{ whole: "b", parts: ["c", "d"] }, { whole: "c", parts: ["a", "b"] }, { whole: "c", parts: ["a", "d"] }] }));
    removeRow(sheet, "x");
    expect(sheet.rows.map(({ term }) => term)).toEqual(["w", "y", "z"]);
    removeModel(sheet, "b");
    expect([sheet.models.map(({ id }) => id), sheet.rows.map(({ cells }) => Object.keys(cells)), sheet.pooled]).toEqual([["a"], [["a"], ["a"], ["a"]], [{ whole: "c", parts: ["a", "d"] }]]);
  });

  it("gives its table back without what is empty, what was corrected or what belongs to no model any more", () => {
    const unsure = [["a", "x"], ["a", null], ["b", "x"], [null, null], ["gone", null]].map(([of, term]) => ({ model: of, term, field: "coef", why: "w" }));
    const supposed = [{ field: "scale", value: "v", why: "w" }, { field: "family", value: "v", why: "w", model: "a" }, { field: "family", value: "v", why: "w", model: "b" }, { field: "cutoffs", value: "v", why: "w" }];
    const sheet = sheetOf(table({ unsure, supposed }));
    sheet.settled.add(cellKey("a", "x")).add("cutoffs").add("family/b");
    Object.assign(sheet.models[0], { heading: " ", group: " g ", n: " １２ " });
    Object.assign(sheet.cutoffs, { "**": " ", "*": "（0.1）" });
    sheet.rows[1].label = " ex ";
    expect(publishedJson(sheet)).toEqual({
      unsure: [unsure[1], unsure[2], unsure[3]], supposed: supposed.slice(0, 2), cutoffs: { "***": "0.01", "*": "0.1" },
      models: {
        a: { table: 1, groupEn: "g", outcome: "y", heading: "a", group: "g", family: "binary logit", n: "12", pseudoR2: "0.1", rows: [{ term: "x", label: "ex", z: "0.5", coef: "1", se: "2", stars: "*" }, { term: "z", label: "z", coef: "1", stars: "*" }] },
        b: { table: 1, groupEn: "g", outcome: "y", heading: "b", group: "G", family: "binary logit", n: "10", logLik: "-9", rows: ["w", "x", "y", "z"].map((term) => ({ term, label: term === "x" ? "ex" : term, coef: "1", se: "2", stars: term === "y" ? "" : "*" })) },
      },
    });
    const bare = sheetOf(table({ cutoffs: {}, standardErrors: "robust", pooled: [{ whole: "b", parts: ["a"] }] }));
    expect(Object.keys(publishedJson(bare) as object).sort()).toEqual(["models", "pooled", "standardErrors"]);
  });
});

describe("models that may pool others", () => {
  const sized = (...sizes: readonly (number | string)[]): SheetModel[] => sizes.map((n, i) => ({ id: `m${i + 1}`, heading: "", group: "", family: "binary logit", n: String(n), pseudoR2: "", logLik: "", rest: {} }));
  it.each<[readonly (number | string)[], string[]]>([
    [[3, 1, 2], ["m1: m2 m3"]], [[1, 2, 3, 6], ["m3: m1 m2", "m4: m1 m2 m3"]], [[1, 2, 4, 7, 8], ["m4: m1 m2 m3", "m5: m1 m4"]], [["", 0, 5, 5], []], [["１０", "4", " 6 "], ["m1: m2 m3"]], [["1.5", "0.5", 2], []], [[5, 5], []], [["-3", 5, 2], []], [[0, 0, 0], []],
    [[1, 1, 1, 1, 4], []], // four parts are not tried
  ])("of %j: %j", (sizes, pools) => {
    expect(possiblePools(sized(...sizes)).map(({ whole, parts }) => `${whole}: ${parts.join(" ")}`)).toEqual(pools);
  });

  it("are tried for up to twelve", () => {
    const many = (count: number) => possiblePools(sized(3, 1, 2, ...Array.from({ length: count - 3 }, (_, i) => 1000 * 2 ** i))).length;
    expect([many(12), many(13)]).toEqual([1, 0]);
  });
});

describe("what keeps a sheet from being audited", () => {
  const say = sayIn("en");
  const told = (spoil: (sheet: Sheet) => void) => { const sheet = sheetOf(table()); spoil(sheet); return problemsOf(sheet, say).map(({ box, sentence }) => `${box}: ${sentence}`); };
  it.each<[string, (sheet: Sheet) => void, readonly (string | RegExp)[]]>([
    ["nothing", () => undefined, []],
    ["a limit of 0 or 1, or none", (sheet) => { Object.assign(sheet.cutoffs, { "***": "0", "**": "1", "+": "" }); }, []],
    ["a limit beyond 1, or of words", (sheet) => { Object.assign(sheet.cutoffs, { "**": "1.01", "***": "low" }); }, [/^box-cutoff-3-42: .*low/, /^box-cutoff-2-42: .*1\.01/]],
    ["observations", (sheet) => { sheet.models[0].n = "0"; sheet.models[1].n = "1"; }, [/^box-m0-n: H G, Observations \(n\): “0”/]],
    ["numbers of a model without a heading", (sheet) => { Object.assign(sheet.models[1], { group: "", pseudoR2: "x", logLik: "y", n: "z" }); }, [/^box-m1-n: b, Observations/, /^box-m1-pseudoR2: b, Pseudo R²: “x”/, /^box-m1-logLik: b, Log-likelihood: “y”/]],
    ["a standard error", (sheet) => { sheet.rows[1].cells.a.standardError = "wide"; sheet.rows[3].cells.a.standardError = ""; }, [/^box-r1-m0-standardError: H G, ex, standard error: “wide”/]],
    ["a coefficient, a lone standard error, a mark without a limit", (sheet) => { sheet.rows[0].cells.b.coefficient = "?"; sheet.rows[1].cells.b.coefficient = ""; sheet.rows[3].cells.b.coefficient = "1†"; }, [/^box-r0-m1-coefficient: G, w: “\?”/, /^box-r1-m1-coefficient: G, ex: a coefficient is missing/, /^box-r3-m1-coefficient: G, z: .*“†”/]],
    ["a row without a name that has a number in some model", (sheet) => { sheet.rows[0].label = " "; }, [/^box-r0-label: row 1: the variable has no name/]],
    ["an empty row without a name", (sheet) => { sheet.rows[2].label = ""; Object.assign(sheet.rows[2].cells.b, { coefficient: "", standardError: " " }); }, []],
  ])("%s", (_, spoil, expected) => {
    const found = told(spoil);
    expect(found).toEqual(expected.map((one) => expect.stringMatching(one)));
  });

  it("is told by boxes of names that differ", () => {
    expect([boxOf.cutoff("**"), boxOf.cutoff("†"), boxOf.cell(1, 2, "coefficient"), boxOf.label(3), boxOf.model(0, "n")]).toEqual(["box-cutoff-2-42", "box-cutoff-1-8224", "box-r1-m2-coefficient", "box-r3-label", "box-m0-n"]);
  });

  it("is told, as all on the page, in each language", () => {
    expect(misplaced(pairs(WORDS, "page")).filter(({ en, zh }) => en !== zh)).toEqual([]);
  });
});
