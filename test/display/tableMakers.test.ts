import { describe, expect, it } from "vitest";
import { claimsTable } from "../../src/display/tables/claimsTable";
import { descriptiveTable } from "../../src/display/tables/descriptiveTable";
import { flowTable } from "../../src/display/tables/flowTable";
import { regressionTable } from "../../src/display/tables/regressionTable";
import { termTable } from "../../src/display/tables/termTable";
import { verdictTable } from "../../src/display/tables/verdictTable";
import { tableText } from "../../src/display/render/tableText";
import { judgeClaims } from "../../src/published/judgeClaims";
import { printedCoefficients } from "../../src/published/coefficientTable";
import { cellText, PLAIN } from "../../src/display/cellText";
import type { Table } from "../../src/display/table";
import { smallPublished, smallResult } from "./smallStudy";

const title = { en: "t", zh: "表" };
/** What a table's rows say, in English: header, then cells. */
const rowsOf = (table: Table): string[][] => table.rowGroups.flatMap(({ rows }) => rows.map(({ header, cells }) =>
  [typeof header === "string" ? header : header.en, ...cells.map((cell) => cellText(cell, "en", PLAIN))]));
const row = (table: Table, header: string, place = 0): string[] => rowsOf(table).filter(([name]) => name === header)[place].slice(1);

describe("a regression table", () => {
  const table = regressionTable({ id: "table-2", title, result: smallResult(), models: ["M3", "O3"], published: smallPublished });

  it("prints coefficients to the places of print, with the stars of the unrounded p and the reason of a difference", () => {
    expect(row(table, "education")).toEqual(["0.547**", "0.610**", "stand-in", "0.042", "0.300", "coding unknown"]);
    expect(row(table, "age squared")).toEqual(["-0.0001", "-0.0001", "met", "0.0001", "0.0002**", "stand-in"]);
    expect(row(table, "constant")).toEqual(["-1.274**", "-1.274*", "met", "", "", ""]);
  });

  it("prints standard errors in parentheses beneath, in rows that continue those of their coefficients", () => {
    expect(row(table, "standard error", 1)).toEqual(["(0.269)", "(0.269)", "met", "(0.269)", "(0.260)", "coding unknown"]);
    const [terms] = table.rowGroups;
    expect(terms.rows.map(({ continues }) => Boolean(continues))).toEqual([false, true, false, true, false, true]);
  });

  it("ends with N, the named pseudo R² and the log-likelihood, and shows the cut points that print leaves out", () => {
    expect(row(table, "N")).toEqual(["590", "590", "met", "590", "590", "met"]);
    expect(row(table, "pseudo R² (Nagelkerke)")).toEqual(["0.076", "0.076", "met", "0.057", "0.076", "stand-in"]);
    expect(row(table, "log-likelihood").slice(0, 3)).toEqual(["-337.297", "-337.297", "met"]);
    expect(row(table, "1|2")).toEqual(["", "", "", "", "-0.523", ""]);
  });

  it("says of each number which coefficient it is part of, and of no other cell", () => {
    const { rows } = regressionTable({ id: "t", title, result: smallResult(), models: ["M3"], published: smallPublished }).rowGroups[0];
    const told = rows.map(({ cells }) => cells.map((cell) => ("of" in cell ? cell.of!.part : "none")));
    expect(told).toEqual([1, 2, 3].flatMap(() => [["estimate", "estimate", "none"], ["spread", "spread", "none"]]));
  });

  it("notes a coding that is unknown in any of its models, and none of models that it does not show", () => {
    const open = smallResult();
    const [coding] = open.study.openCodings!;
    const notes = (models: string[]) => regressionTable({ id: "t", title, result: { ...open, study: { ...open.study, openCodings: [{ ...coding, models: ["X1", "O3"] }] } }, models, published: smallPublished }).notes.filter(({ en }) => en.startsWith("Coding"));
    expect([notes(["M3", "O3"]), notes(["M3"])]).toEqual([[{ en: "Coding unknown: a level or a dummy.", zh: "编码不明：等级或虚拟变量。" }], []]);
  });

  it("calls a model that is printed alone by its id, and without codings that are open has no note of them", () => {
    const { openCodings: _, ...study } = smallResult().study;
    const alone = regressionTable({ id: "t", title, result: { ...smallResult(), study }, models: ["M3", "P9"], published: { ...smallPublished, models: { ...smallPublished.models, P9: smallPublished.models.M3 } } });
    expect(alone.columnGroups.map(({ label }) => label)).toEqual([{ en: "Model 3", zh: "模型3" }, "P9"]);
    expect(row(alone, "education").slice(3, 5)).toEqual(["0.547**", "not fitted"]);
    expect(alone.notes.some(({ en }) => en.startsWith("Coding"))).toBe(false);
  });

  it("says what the stars mean by the same list that makes them", () => {
    const strict = { ...smallPublished, cutoffs: { "*": "0.05", "**": "0.01", "***": "0.001" } };
    const other = regressionTable({ id: "t", title, result: smallResult(), models: ["M3"], published: strict });
    expect(row(other, "education")[1]).toBe("0.610*");
    expect(tableText(other, "en")).toContain("* p < 0.05");
    expect(tableText(table, "en")).toContain("* p < 0.1");
  });

  it("calls a difference on real data a mismatch, and then carries no banner and no word of a stand-in", () => {
    const real = regressionTable({ id: "t", title, result: smallResult(false), models: ["M3"], published: smallPublished });
    expect(row(real, "education")[2]).toBe("mismatch");
    expect(tableText(real)).not.toMatch(/stand-in|替代/);
  });

  it("shows the refitted model alone where nothing is printed", () => {
    const alone = regressionTable({ id: "t", title, result: smallResult(), models: ["M3"] });
    expect(row(alone, "age squared")).toEqual(["-0.000140"]);
    expect(row(alone, "standard error")).toEqual(["(0.000099)"]);
    const cuts = regressionTable({ id: "t", title, result: smallResult(), models: ["M3", "O3"] });
    expect([row(cuts, "1|2"), rowsOf(cuts).at(-4)]).toEqual([["", "-0.523"], ["standard error", "", "(0.410)"]]);
  });

  it("says that a model was not fitted instead of leaving a hole", () => {
    const refused = { ...smallResult(), fits: {} };
    expect(row(regressionTable({ id: "t", title, result: refused, models: ["M3"], published: smallPublished }), "education")).toEqual(["0.547**", "not fitted", "stand-in"]);
  });
});

describe("one term across models", () => {
  it("has estimate, standard error, odds ratio and effect with intervals, p and stars", () => {
    const table = termTable({ id: "t", term: "education", result: smallResult(), published: smallPublished, effects: { M3: { estimate: 0.1212, lower: 0.0021, upper: 0.24 } } });
    expect(row(table, "Model 3")).toEqual(["0.547** (0.269)", "0.610", "0.269", "1.840 [1.086, 3.118]", "0.121 [0.002, 0.240]", "0.050", "**"]);
    expect(row(table, "Table 3: South")[4]).toBe("");
  });

  it("is called as print first calls it, where the study has no name for it", () => {
    const { M3, O3 } = smallPublished.models;
    const published = { ...smallPublished, models: { M3, O3: { ...O3, rows: [{ term: "const", label: "截距", en: "intercept", coef: "1", se: "1", stars: "" }] } } };
    expect(termTable({ id: "t", term: "const", result: smallResult(), published }).title).toEqual({ en: "constant across models", zh: "常数项：各模型比较" });
  });

  it("gives an effect two digits of a quarter of its interval", () => {
    // 0.0042 / 4 = 0.00105 has them at four places.
    expect(row(termTable({ id: "t", term: "education", result: smallResult(), effects: { M3: { estimate: 0.1021, lower: 0.1, upper: 0.1042 } } }), "Model 3")[3]).toBe("0.1021 [0.1000, 0.1042]");
  });

  it("keeps an odds ratio near 1 apart from 1", () => {
    expect(row(termTable({ id: "t", term: "age2", result: smallResult() }), "Model 3")[2]).toBe("0.999860 [0.999666, 1.000054]");
  });
});

describe("verdicts", () => {
  it("set print and refit beside each other, with the second model's word", () => {
    const table = verdictTable({ id: "t", title, result: smallResult(), published: smallPublished });
    expect(rowsOf(table)).toEqual([["H1 education", "✓ 0.547** (M3); – 0.042 (O3)", "✓ 0.610** (M3); – 0.300 (O3)"]]);
  });

  it("say so where the model was refused", () => {
    const refused = { ...smallResult(), verdicts: [{ hypothesis: "H1", group: "south", model: "M3", estimate: null, standardError: null, p: null, supported: null, level: "" }] };
    expect(rowsOf(verdictTable({ id: "t", title, result: refused }))[0][1]).toBe("not fitted (M3)");
  });
});

describe("claims", () => {
  it("stand beside what the table shows, to the printed places, with one of four verdicts", () => {
    const base = { section: "4", hypotheses: [], model: "M3", en: "says", zh: "说", checkable: "table" as const };
    const judged = judgeClaims([
      { ...base, id: "A", terms: ["education"], expect: "+" },
      { ...base, id: "B", terms: ["education", "age2"], expect: "+" },
      { ...base, id: "C", terms: ["age2"], expect: "+" },
      { ...base, id: "D", terms: ["age2"], expect: "+", checkable: "microdata" },
    ], printedCoefficients(smallPublished));
    const table = claimsTable({ id: "t", title, judged, labels: { education: { en: "education", zh: "教育程度" } } });
    expect(rowsOf(table).map((cells) => cells.slice(3))).toEqual([
      ["✓ M3 education 0.547**", "holds"],
      ["✓ M3 education 0.547**; × M3 age2 -0.0001", "holds in part"],
      ["× M3 age2 -0.0001", "does not follow"],
      ["Only the microdata could tell.", "not checkable from the table"],
    ]);
    expect(tableText(table)).toContain("recomputed from print");
  });
});

describe("claims about printed numbers", () => {
  it("keep the zeros that print has and the places that a small coefficient needs", () => {
    const claim = { id: "A", section: "4", hypotheses: [], model: "M", terms: "all" as const, expect: "+" as const, en: "says", zh: "说", checkable: "table" as const };
    const judged = judgeClaims([claim], { M: { a: { estimate: 0.5, stars: "**" }, b: { estimate: 0.00001, stars: "" }, c: { estimate: 0.123456, stars: "" } } });
    expect(rowsOf(claimsTable({ id: "t", title, judged }))[0][3]).toBe("✓ M a 0.500**; × M b 0.00001; × M c 0.123");
  });
});

describe("Table 1", () => {
  it("shows counts, percentages and means beside those counted anew, with reasons", () => {
    const table = descriptiveTable({
      id: "t", title, synthetic: true,
      published: { n: 777, education: { 大学以下: [52, "6.7"], 大学及以上: [725, "93.3"] }, ageMean: "35.4" },
      counted: { n: 777, education: { 大学以下: [52, 6.692], 大学及以上: [724, 93.2] }, ageMean: 35.36 },
    });
    expect(rowsOf(table)).toEqual([
      ["below college", "52", "52", "met", "6.7", "6.7", "met"],
      ["college or above", "725", "724", "stand-in", "93.3", "93.2", "stand-in"],
      ["sample", "777", "777", "met", "", "", ""],
      ["age", "", "", "", "35.4", "35.4", "met"],
    ]);
    expect(table.rowGroups[0].label).toEqual({ en: "education", zh: "教育水平" });
  });
});

describe("a sample flow", () => {
  const steps = [{ en: "rows", zh: "行", dropped: 0, left: 10 }, { en: "under 18", zh: "未成年", dropped: 3, left: 7, parts: [{ en: "students", zh: "学生", dropped: 3 }] }];

  it("counts who left and who was left", () => {
    expect(rowsOf(flowTable({ id: "t", title, steps, ends: [{ label: title, count: 7 }], synthetic: true }))).toEqual([
      ["rows", "", "10"], ["under 18", "3", "7"], ["of these: students", "3", ""], ["t", "", "7"],
    ]);
  });

  it("is refused where its counts do not add up", () => {
    expect(() => flowTable({ id: "t", title, steps: [steps[0], { ...steps[1], left: 8 }], synthetic: true })).toThrow(/10 − 3 is not 8/);
    expect(() => flowTable({ id: "t", title, steps, ends: [{ label: title, count: 6 }], synthetic: true })).toThrow(/add up to 6, not to 7/);
  });
});
