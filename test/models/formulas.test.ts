import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BadInput } from "../../src/badInput";
import { parseFactor } from "../../src/models/data/factor";
import { parseExpression } from "../../src/models/formula/parse";
import { readFormula } from "../../src/models/formula/formula";
import { fitModelData } from "../../src/models/data/fitModelData";
import { type ModelData, type ModelDataSpec, readModelData } from "../../src/models/data/modelData";
import { averageEffects } from "../../src/models/effects/averageMarginalEffects";
import { RefusedModel } from "../../src/models/refusedModel";
import { expectClose, fixture } from "./fixtures";

const folder = mkdtempSync(join(tmpdir(), "sojourn-formulas-"));
let files = 0;
function read(lines: readonly string[], spec: Partial<ModelDataSpec> = {}): ModelData {
  const file = join(folder, `${files++}.csv`);
  writeFileSync(file, lines.join("\n") + "\n");
  return readModelData(file, { outcome: "y", terms: ["x"], family: "binomial", ...spec });
}
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof BadInput || error instanceof RefusedModel) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
};

const r = fixture<{ data: Record<"y" | "x" | "a" | "b" | "c", string | number>[]; cases: { terms: string; names: string[]; estimate: (number | null)[]; standardError: (number | null)[]; logLik: number; rank: number }[] }>("formulas");
const names = ["y", "x", "a", "b", "c"] as const;
const csv = [names.join(","), ...r.data.map((row) => names.map((name) => row[name]).join(","))];
const canonical = (name: string): string => name.split(":").sort().join(":");

describe("a formula means what R's means", () => {
  it.each(r.cases)("$terms", ({ terms, names: theirs, estimate, standardError, logLik, rank }) => {
    const asked = terms.split(",");
    const data = read(csv, { terms: asked, factors: ["a", "b", "c"].filter((f) => asked.some((term) => term.split(":").includes(f))).map(parseFactor) });
    const fit = fitModelData(data, { family: "binomial" });
    expectClose(fit.logLik, logLik, 1e-10);
    expect(fit.coefficients.length).toBe(rank);
    const left = theirs.filter((_, j) => estimate[j] === null);
    expect(data.dropped.map(({ term }) => canonical(term)).sort()).toEqual(left.map(canonical).sort());
    theirs.forEach((name, j) => {
      if (estimate[j] === null) return;
      const own = fit.coefficients.find(({ term }) => canonical(term) === canonical(name));
      expect(own, name).toBeDefined();
      expectClose(own!.estimate, estimate[j], 1e-8, standardError[j]!, name);
      expectClose(own!.standardError, standardError[j]!, 1e-8, 0, name);
    });
  });

  it("and the effects of a model with an empty cell are those of the columns that are left", () => {
    const factors = [parseFactor("a"), parseFactor("b")];
    const data = read(csv, { terms: ["x", "a", "b", "a:b"], factors });
    const found = averageEffects(fitModelData(data, { family: "binomial" }), data.effectVariables());
    expect(found.map(({ term }) => term)).toEqual(["x", "a=q", "a=r", "b=t"]);
    // By hand: the rows' probabilities with b at t less those at s.
    const fit = fitModelData(data, { family: "binomial" });
    const b = Object.fromEntries(fit.coefficients.map(({ term, estimate }) => [term, estimate]));
    const P = (row: (typeof r.data)[number], t: number): number => {
      const eta = b.const + b.x * Number(row.x) + (b[`a=${row.a}`] ?? 0) + t * (b["b=t"] + (b[`a=${row.a}:b=t`] ?? 0));
      return 1 / (1 + Math.exp(-eta));
    };
    expectClose(found[3].estimate, r.data.reduce((sum, row) => sum + P(row, 1) - P(row, 0), 0) / r.data.length, 1e-10);
  });
});

describe("a formula names its terms, factors and calculations", () => {
  const table = { file: "t.csv", columns: ["y", "a", "b", "c", "g"], rows: [["1", "1", "2", "3", "u"], ["0", "2", "3", "4", "v"]], lines: [2, 3], decimal: "." } as unknown as Parameters<typeof readFormula>[1];
  const read = (text: string) => {
    const { outcome, terms, factors, offset, calculated } = readFormula(text, table);
    return [outcome, terms.join(" ").replaceAll('"', ""), factors.map(({ column }) => column).join(), [...calculated.keys()].join(), ...(offset === undefined ? [] : [offset])];
  };

  it.each([
    ["y ~ a + b", ["y", "a b", "", ""]], ["y ~ a*b", ["y", "a b a:b", "", ""]], ["y ~ a:b + a", ["y", "a a:b", "", ""]], ["y ~ a/b", ["y", "a a:b", "", ""]], ["y ~ (a + b)^2", ["y", "a b a:b", "", ""]], ["y ~ (a + b + c)^3", ["y", "a b c a:b a:c b:c a:b:c", "", ""]], ["y ~ (a + b)^1", ["y", "a b", "", ""]],
    ["y ~ .", ["y", "a b c g", "g", ""]], ["y ~ . - g", ["y", "a b c", "", ""]], ["log(y) ~ .", ["log(y)", "a b c g", "g", "log(y)"]], ["I(a < b) ~ .", ["I(a < b)", "y c g", "g", "I(a < b)"]], ["y ~ a*b - a:b", ["y", "a b", "", ""]], ["y ~ a + a", ["y", "a", "", ""]], ["y ~ a:b + b:a", ["y", "a:b", "", ""]], ["y ~ 1 + a", ["y", "a", "", ""]], ["y ~ a - 0", ["y", "a", "", ""]], ["y ~ +a", ["y", "a", "", ""]], ["y ~ a + b - a", ["y", "b", "", ""]],
    ["y ~ factor(a) + b", ["y", "a b", "a", ""]], ["y ~ as.factor(a):b", ["y", "a:b", "a", ""]], ["y ~ g", ["y", "g", "g", ""]], ["y ~ log(a) + I(b^2)", ["y", "log(a) I(b^2)", "", "log(a),I(b^2)"]], ["log(y) ~ a", ["log(y)", "a", "", "log(y)"]], ["y ~ a + offset(b)", ["y", "a", "", "", "b"]], ["y ~ a + offset(log(b))", ["y", "a", "", "log(b)", "log(b)"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    ["y", /is no formula/], [" ~ a", /is no formula/], ["y ~ a ~ b", /is no formula/], ["y ~ 0 + a", /without constant/], ["y ~ a - 1", /without constant/], ["y ~ -1 + a", /without constant/], ["y ~ (a + b)^0", /exponent/], ["y ~ (a + b)^1.5", /exponent/], ["y ~ (a + b)^c", /exponent/], ["y ~ a > b", /> has no meaning between terms/],
    ["y ~ factor(a, b)", /factor\(a, b\) is not understood/], ["y ~ factor(log(a))", /is not understood/], ["y ~ offset(a) + offset(b)", /is not understood/], ["y ~ offset(a, b)", /is not understood/], ["y ~ none(a)", /none\(a\) is not offered/], ["y ~ log(a, b)", /is not offered/], ["y ~ d", /d/], ["y ~ factor(d)", /d/], ["a + b ~ c", /I\(…\) around it/],
  ])("%s is refused", (text, why) => expect(refusal(() => read(text))).toMatch(why));
});

describe("names", () => {
  const rows = Array.from({ length: 40 }, (_, i) => `${Number((i * 7) % 11 > 5)},${i % 9},${(i * 3) % 7},${(i * 5) % 13}`);

  it("with a comma or a colon are asked for in quotes", () => {
    const data = read(['y,"a,b",c,"c:d"', ...rows], { terms: ['"a,b"', "c", '"c:d"'] });
    expect(data.columns).toEqual(["const", "a,b", "c", "c:d"]);
  });

  it("that could be a column or a product are refused, with both ways to say it", () => {
    expect(refusal(() => read(["y,a,b,a:b", ...rows], { terms: ["a:b"] }))).toMatch(/"a:b" in quotes for the column, "a":"b" for the product/);
    expect(read(["y,a,b,a:b", ...rows], { terms: ["a", '"a":"b"'] }).X[4]).toEqual([1, 4, 4 * 5]);
    expect(read(["y,a,b,a:b", ...rows], { terms: ["a", '"a:b"'] }).X[4]).toEqual([1, 4, 20 % 13]);
  });
});

describe("missing cells", () => {
  const rows = Array.from({ length: 60 }, (_, i) => `${Number((i * 7) % 11 > 5)},${i % 9},${["NA", "p", "q", "r", "."][i % 20 === 0 ? 0 : i % 19 === 0 ? 4 : 1 + (i % 3)]}`);
  const spec = { terms: ["x", "g"], factors: [parseFactor("g")] };

  it("written NA or . are refused with their row and how many rows have one", () => {
    expect(refusal(() => read(["y,x,g", ...rows], spec))).toMatch(/row 2, column g: the cell is "NA", which counts as missing; 6 rows lack something/);
  });

  it("are left out where that is asked, and never become a level", () => {
    const data = read(["y,x,g", ...rows], { ...spec, dropMissing: true });
    expect(data.columns).toEqual(["const", "x", "g=q", "g=r"]);
    expect(data.leftOut).toBe(6);
    expect(data.notes[0]).toContain("NA × 3, . × 3");
  });

  it("are those that --na names, numbers by their value; none names only empty cells", () => {
    expect(read(["y,x,g", ...rows], { ...spec, missing: [] }).columns).toContain("g=NA");
    expect(read(["y,x", ...Array.from({ length: 30 }, (_, i) => `${i % 2},${i % 7 === 0 ? "99.0" : i}`)], { missing: ["99"], dropMissing: true }).leftOut).toBe(5);
    expect(refusal(() => read(["y,x", "1,nan", "0,2"], {}))).toContain('"nan", which counts as missing');
  });
});

describe("labels", () => {
  const rows = (spell: (i: number) => string): string[] => ["y,x,g", ...Array.from({ length: 60 }, (_, i) => `${Number((i * 7) % 11 > 5)},${i % 9},${spell(i)}`)];
  const spec = { terms: ["x", "g"], factors: [parseFactor("g")], labels: ["g"] };

  it("spell one number one way", () => {
    const data = read(rows((i) => (i % 2 ? `${i % 3}.0` : String(i % 3))), spec);
    expect(data.columns).toEqual(["const", "x", "g=1", "g=2"]);
    expect(new Set(data.labels.g).size).toBe(3);
    expect(data.notes.join()).toContain("count as one label");
  });

  it("that look the same stay different ones, and a note shows how", () => {
    const notesOf = (a: string, b: string): string => read(rows((i) => (i % 2 ? a : b)), spec).notes.join();
    expect(notesOf("male", "Male")).toContain('g: "Male" / "male" are different labels, which differ in capitals');
    expect(notesOf("New York", "New\u00a0York")).toContain(String.raw`"New\u{a0}York" / "New York" are different labels`);
    expect(notesOf("上海", "上\u200b海")).toContain(String.raw`"上\u{200b}海"`);
    expect(notesOf("Ａ组", "A组")).toContain('"A组" / "Ａ组"');
    expect(notesOf("male", "female")).toBe("");
    const several = read(rows((i) => ["a", "A", "b", "B", "c"][i % 5]), spec);
    expect(several.notes.join()).toContain('"a" / "A" are different labels (and 1 more such)');
    expect(several.columns).toHaveLength(2 + 4);
  });

  it("keep long ids apart, which a double cannot", () => {
    expect(new Set(read(rows((i) => `1234567890123456${i % 2}`), spec).labels.g).size).toBe(2);
  });

  it("are compared in composed characters, and a byte of 0 is refused", () => {
    const data = read(rows((i) => (i % 2 ? "café" : i % 3 ? "café" : "thé")), spec);
    expect(data.columns).toEqual(["const", "x", "g=thé"]);
    expect(refusal(() => read(rows((i) => (i === 7 ? "a\0" : i % 2 ? "a" : "b")), spec))).toMatch(/row 9.*(NUL|zero) byte/);
  });

  it("and numbers may have blanks within their quotes", () => {
    expect(read(["y,x", ...Array.from({ length: 20 }, (_, i) => `${i % 2},"  ${i % 7} "`)]).X[3]).toEqual([1, 3]);
  });
});

describe("weights", () => {
  const rows = (weight: (i: number) => string): string[] => ["y,x,w", ...Array.from({ length: 40 }, (_, i) => `${Number((i * 7) % 11 > 5)},${i % 9},${weight(i)}`)];

  it("that count rows are whole numbers; others are refused with the ways out", () => {
    expect(refusal(() => read(rows((i) => (i === 5 ? "1.5" : "2")), { weights: "w" }))).toMatch(/row 7, column w: the weight is 1.5.*--weight-type probability/);
    expect(refusal(() => read(rows(() => "0"), { weights: "w", weightType: "probability" }))).toContain("every row has weight 0");
  });

  it("that stand for people make a pseudo-likelihood: n counts rows, and there is no AIC", () => {
    const data = read(rows((i) => String(0.25 + (i % 5) / 3)), { weights: "w", weightType: "probability" });
    const fit = fitModelData(data, { family: "binomial" });
    expect([fit.n, fit.events, fit.aic, fit.bic, fit.covarianceKind]).toEqual([40, data.y.filter((y) => y === 1).length, null, null, "HC0"]);
    expect(fit.warnings.join()).toContain("pseudo-likelihood");
  });

  it("of a hundred on three lines are three hundred rows", () => {
    const data = read(["y,x,w", "0,0,100", "1,0,50", "0,1,60", "1,1,100", "1,2,90", "0,2,3"], { weights: "w", terms: ["x", "x:x"] });
    expect(fitModelData(data, { family: "binomial" }).n).toBe(403);
    const lines = read(["y,x,w", "1,0,100", "2,1,100", "3,1,100"], { weights: "w", family: "ordered" });
    expect(() => fitModelData(lines, { family: "ordered" })).toThrow(/separation/); // not "3 rows cannot estimate 3 parameters"
  });
});

describe("a product of columns far from 0", () => {
  it("is refused where rounding has blurred it, and fitted once a round number is taken off", () => {
    const rows = (shift: number): string[] => ["y,t", ...Array.from({ length: 80 }, (_, i) => `${Number((i * 7) % 11 > 5)},${shift + Math.sin(i) * 2}`)];
    const fit = (shift: number) => fitModelData(read(rows(shift), { terms: ["t", "t:t"] }), { family: "binomial" });
    expect(() => fit(1e6)).toThrow(/t:t.*Subtract a round number/);
    expect(fit(0).coefficients).toHaveLength(3);
  });
});

describe("whole numbers beyond 2^53, of which two would become one", () => {
  // 12345678901234567 and …569 are both 12345678901234568 as doubles.
  const lines = ["y,x,id", ...Array.from({ length: 12 }, (_, i) => `${[0, 1, 0, 0, 1, 1][i % 6]},${i % 5},${12345678901234567n + BigInt(i)}`)];

  it("are no numbers", () => {
    for (const spec of [{ terms: ["id"] }, { outcome: "id", family: "ordered" as const }, { weights: "id" }]) {
      expect(refusal(() => read(lines, spec))).toMatch(/row 2, column id: 12345678901234567 is a whole number beyond 2\^53/);
    }
  });

  it("are texts to a filter and to --na, digit by digit", () => {
    expect(read(lines, { where: "id == '12345678901234567'" }).rows).toEqual([2]);
    expect(read(lines, { where: "id != '12345678901234567'" }).rows).toHaveLength(11);
    expect(refusal(() => read(lines, { where: "id == 12345678901234567" }))).toContain("In quotes it is compared as a text");
    expect(read(lines, { terms: ["x", "id"], factors: [parseFactor("id")], missing: ["12345678901234567"], dropMissing: true }).leftOut).toBe(1);
  });
});

describe("a filter compares what a cell says", () => {
  it("007 is the label of 7, as in a factor", () => {
    const lines = ["y,x,code", "1,1,007", "0,2,7", "0,3,08", "1,4,08"];
    expect(read(lines, { where: "code == '007'" }).rows).toEqual([2, 3]);
    expect(read(lines, { where: "code != '007'" }).rows).toEqual([4, 5]);
  });

  it("TRUE is true however a program spells it, and a text that is neither is refused", () => {
    const lines = ["y,x,b,c", "1,1,TRUE,TRUE", "0,2,False,FALSE", "0,3,true,oui", "1,4,f,FALSE"];
    expect(read(lines, { where: "b == TRUE" }).rows).toEqual([2, 4]);
    expect(read(lines, { where: "b != TRUE" }).rows).toEqual([3, 5]);
    expect(refusal(() => read(lines, { where: "c != TRUE" }))).toMatch(/row 4.*"oui" is neither true nor false/);
  });
});

it("an error of a spreadsheet is no category", () => {
  const lines = ["y,x,g", ...Array.from({ length: 12 }, (_, i) => `${[0, 1, 0, 0, 1, 1][i % 6]},${i % 5},${i === 4 ? "#N/A" : "ab"[i % 2]}`)];
  const spec = { terms: ["g"], factors: [parseFactor("g")] };
  expect(refusal(() => read(lines, spec))).toMatch(/row 6, column g: the cell holds the error #N\/A .*--na/);
  expect(read(lines, { ...spec, missing: ["#N/A"], dropMissing: true }).leftOut).toBe(1);
});

it("question marks that a program wrote for characters are no category: two answers may have become one", () => {
  const lines = ["y,x,g", ...Array.from({ length: 12 }, (_, i) => `${[0, 1, 0, 0, 1, 1][i % 6]},${i % 5},${i === 4 ? "??" : "ab"[i % 2]}`)];
  const spec = { terms: ["g"], factors: [parseFactor("g")] };
  expect(refusal(() => read(lines, spec))).toMatch(/row 6, column g: the cell holds "\?\?", which a program may have written.*--na/);
  expect(read(lines, { ...spec, missing: ["??"], dropMissing: true }).leftOut).toBe(1);
  expect(read(lines.map((line) => line.replace("??", "a?")), spec).leftOut).toBe(0);
});

it("a column is found in either form of Unicode, and whatever invisible signs stand around its name", () => {
  const lines = ["\u200by\u2060,e\u0301ge,\u200ez", "1,2,0", "0,3,1", "1,4,1", "0,2,0", "1,3,1"];
  for (const name of ["\u00e9ge", "e\u0301ge"]) expect(read(lines, { terms: [name, "z"] }).rows).toEqual([2, 3, 4, 5, 6]);
  expect(refusal(() => read(["y,\u00e9,e\u0301", "1,2,3"]))).toContain("named twice");
});

it("thousands parted by the decimal sign are no decimals", () => {
  const lines = ["y;x", "0;1.200", "1;950", "0;2.345", "1;1.100", "0;800"];
  expect(refusal(() => read(lines, { terms: ["x"] }))).toMatch(/row 2, column x: 1\.200 stands here and 950 in row 3: the sign before three digits seems to part thousands \(expected a number\)\. Take these signs out of the column; if they are decimal signs, write 1\.200 as 1\.2\. Nothing/);
  expect(read(lines.map((line) => line.replace(/;(\d{3})$/, ";$1.000")), { terms: ["x"] }).X).toBeDefined();
});

it("columns without a name are told by their places", () => {
  expect(refusal(() => read(["My survey,,", "y,x,g", "1,2,3"]))).toMatch(/row 1: columns 2 and 3 have no name/);
});

it("a number beyond all that is calculated with is refused in a filter, and so in a hypothesis, which had χ² = ∞ and p = 0", () => {
  expect(refusal(() => read(["y,x", "1,1", "0,2"], { where: "x < 1e400" }))).toMatch(/^--where: 1e400 is beyond every number/);
  expect(refusal(() => parseExpression("x - 1e309", "--hypothesis"))).toMatch(/^--hypothesis: 1e309 is beyond every number/);
});
