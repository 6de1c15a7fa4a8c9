import { describe, expect, it } from "vitest";
import type { Cell, Table } from "../../../src/display/table";
import { sayOnce } from "../../../src/display/view/sayOnce";
import { choicesOf, PLAIN_VIEW } from "../../../src/display/view/tableView";
import { viewTable } from "../../../src/display/view/viewTable";

const words = (en: string) => ({ en, zh: `${en}（中）` });
const table = (reasons: readonly (Cell | string)[]): Table => ({
  kind: "table", id: "t", synthetic: false, title: words("title"), stub: "s", notes: [words("note")], columnGroups: [{ columns: [{ header: "a" }, { header: "b", role: "reason" }] }],
  rowGroups: [{ label: "g", rows: reasons.map((reason) => ({ header: "r", cells: [{ text: words("a") }, typeof reason === "string" ? { text: words(reason) } : reason] })) }],
});
const times = (count: number, text: string) => Array.from({ length: count }, () => text);
const second = ({ rowGroups }: Table) => rowGroups[0].rows.map(({ cells: [, cell] }) => ("text" in cell ? (typeof cell.text === "string" ? cell.text : cell.text.en) : "number"));

describe("a word that most numbers get", () => {
  it("is said once, in a note, where it stands six times and more than any other together", () => {
    const number: Cell = { number: 1, format: { decimals: 0 } };
    const quiet = sayOnce(table(["b", ...times(3, "a"), { text: "" }, number, ...times(3, "a"), "b"]));
    expect(second(quiet)).toEqual(["b", "", "", "", "", "number", "", "", "", "b"]);
    expect(quiet.notes).toEqual([words("note"), { en: "An empty cell under “compared with the published table”: a.", zh: "“与原文对照”一栏空白处：a（中）。" }]);
    expect(quiet.rowGroups[0]).toMatchObject({ label: "g", rows: times(10, "r").map(() => ({ header: "r", cells: [{ text: words("a") }, {}] })) }); // what stands elsewhere stays
  });

  it.each([
    [[...times(5, "a")], false], [[...times(6, "a")], true], [[...times(6, "a"), ...times(5, "b")], true], [[...times(6, "a"), ...times(6, "b")], false], [[...times(6, "b"), ...times(7, "a")], true], [[...times(8, "a"), ...times(5, "b"), ...times(3, "c")], false], [[], false],
  ])("of %j: %s", (reasons, once) => {
    const given = table(reasons);
    if (once) expect(sayOnce(given).notes).toHaveLength(2);
    else expect(sayOnce(given)).toBe(given);
  });
});

describe("another scale", () => {
  const coefficient = { estimate: 0.5, standardError: 0.25, lower: 0, upper: 1 };
  const effect = { estimate: 0.125, standardError: 0.0625, lower: 0.01, upper: 0.25 };
  const of = (part: "estimate" | "spread", withEffect = true) => ({ part, coefficient, ...(withEffect && { effect }) });
  const made = (columns: Table["columnGroups"], cells: readonly Cell[], spread: readonly Cell[] = cells): Table => ({
    ...table([]), notes: [words("note"), { en: "Standard errors in parentheses.", zh: "括号内为标准误。" }], columnGroups: columns,
    rowGroups: [{ rows: [{ header: "x", cells }, { header: { en: "standard error", zh: "标准误" }, continues: true, cells: spread }] }, { rows: [{ header: "N", cells: cells.map(() => ({ text: "9" })) }] }],
  });
  const ours = (part: "estimate" | "spread"): Cell => ({ number: part === "estimate" ? 0.5 : 0.25, format: { decimals: 2, ...(part === "spread" && { parentheses: true }) }, ...(part === "estimate" && { stars: "*" }), of: of(part) });
  const print = (part: "estimate" | "spread"): Cell => ({ printed: part === "estimate" ? "0.5" : "0.25", of: of(part, false) });
  const both = made([{ columns: [{ header: "p", role: "printed" }] }, { columns: [{ header: "f", role: "refitted" }, { header: "other" }] }], [print("estimate"), ours("estimate"), { text: "z" }], [print("spread"), ours("spread"), { text: "" }]);

  it("is told in title and notes, in both languages, and of print where print has numbers of it", () => {
    const ratios = viewTable(both, { ...PLAIN_VIEW, scale: "oddsRatio", spread: "interval" });
    expect(ratios.title).toEqual({ en: "title (odds ratios)", zh: "title（中）（优势比）" });
    expect(ratios.notes).toEqual([
      words("note"), { en: "95% intervals in brackets.", zh: "方括号内为95%置信区间。" },
      { en: "Odds ratio: e to the coefficient, its standard error by the delta method; stars are the coefficient's. Thresholds and log-likelihoods stay as they are.", zh: "优势比：系数的指数，标准误用delta法；星号为系数的星号。阈值与对数似然值不变。" },
      { en: "Odds ratios of printed coefficients are recomputed from print.", zh: "原文系数的优势比由原文数字重新计算。" },
    ]);
    expect(ratios.rowGroups[0].rows).toEqual([
      { header: "x", cells: [{ number: Math.exp(0.5), format: { decimals: 1 } }, { number: Math.exp(0.5), format: { decimals: 3 }, stars: "*" }, { text: "z" }] },
      { header: { en: "95% interval", zh: "95%置信区间" }, continues: true, cells: [{ between: [1, Math.E], format: { decimals: 2 } }, { between: [1, Math.E], format: { decimals: 3 } }, { text: "" }] },
    ]);
    expect(ratios.rowGroups[1].rows[0].cells).toEqual([{ text: "9" }, { text: "9" }, { text: "9" }]);
  });

  it("of effects leaves print out where fit stands beside it, and keeps columns of neither", () => {
    const effects = viewTable(both, { ...PLAIN_VIEW, scale: "effect" });
    expect(effects.title).toEqual({ en: "title (average marginal effects)", zh: "title（中）（平均边际效应）" });
    expect(effects.columnGroups).toEqual([{ columns: [{ header: "f", role: "refitted" }, { header: "other" }] }]);
    expect(effects.rowGroups[0].rows.map(({ cells }) => cells)).toEqual([
      [{ number: 0.125, format: { decimals: 3 } }, { text: "z" }], [{ number: 0.0625, format: { decimals: 3, parentheses: true } }, { text: "" }],
    ]);
    expect(effects.notes).toEqual([
      words("note"), { en: "Standard errors in parentheses.", zh: "括号内为标准误。" },
      { en: "Average marginal effect: on the probability, averaged over the model's sample; 0/1 variables from 0 to 1. No stars: they belong to coefficients. Print gives no effects.", zh: "平均边际效应：对概率的影响，在模型样本上平均；0/1变量由0变为1。不标星号：星号属于系数。原文报告表中没有效应。" },
    ]);
    // Without print there is nothing to leave out, whatever its columns are called.
    const alone = made([{ columns: [{ header: "f" }] }], [ours("estimate")], [ours("spread")]);
    expect(viewTable(alone, { ...PLAIN_VIEW, scale: "effect" }).columnGroups).toEqual(alone.columnGroups);
    const printAlone = made([{ columns: [{ header: "p", role: "printed" }] }], [print("estimate")], [print("spread")]);
    expect(viewTable(printAlone, { ...PLAIN_VIEW, scale: "effect" })).toMatchObject({ columnGroups: printAlone.columnGroups, rowGroups: [{ rows: [{ cells: [{ text: "" }] }, {}] }, {}] });
    expect(viewTable(alone, { ...PLAIN_VIEW, scale: "oddsRatio" }).notes).toHaveLength(3);
  });

  it("is told of print where one row of it is print's and another no coefficient's", () => {
    const [group, sizes] = both.rowGroups;
    const mixed = { ...both, rowGroups: [sizes, { rows: [...group.rows, { header: "w", cells: [{ printed: "1" }, { text: "" }, { text: "" }] }] }] };
    expect(viewTable(mixed, { ...PLAIN_VIEW, scale: "oddsRatio" }).notes.at(-1)!.en).toBe("Odds ratios of printed coefficients are recomputed from print.");
    expect(viewTable(mixed, { ...PLAIN_VIEW, scale: "effect" }).notes.at(-1)!.en).toMatch(/^Average marginal effect/);
  });

  it("is offered where some number has it", () => {
    expect(choicesOf(both)).toEqual({ scales: ["coefficient", "oddsRatio", "effect"], spreads: ["standardError", "interval"], columns: ["both", "printed", "refitted"] });
    expect(choicesOf(made([{ columns: [{ header: "f", role: "refitted" }] }], [{ ...ours("estimate"), of: of("estimate", false) } as Cell]))).toEqual({ scales: ["coefficient", "oddsRatio"], spreads: ["standardError"], columns: ["both"] });
    expect(choicesOf(table(["a"]))).toEqual({ scales: ["coefficient"], spreads: ["standardError"], columns: ["both"] });
  });

  it("shows print alone with what is of neither", () => {
    const printed = viewTable(both, { ...PLAIN_VIEW, columns: "printed" });
    expect(printed.columnGroups).toEqual([{ columns: [{ header: "p", role: "printed" }] }, { columns: [{ header: "other" }] }]);
    expect(printed.rowGroups[0].rows[0].cells).toEqual([print("estimate"), { text: "z" }]);
    expect(viewTable(both, PLAIN_VIEW)).toEqual(both);
  });
});
