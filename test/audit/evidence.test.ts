import { describe, expect, it } from "vitest";
import { errorOf, evidenceOf, levelsOf, limitsOf, ratioOf, type Reading, readingsOf, statisticFromError, tailOf } from "../../src/audit/evidence";
import { exampleTable } from "../../src/audit/exampleTable";
import { Given } from "../../src/audit/given";
import { DEFAULT_CUTOFFS, type PublishedModel, type PublishedRow, type PublishedTable } from "../../src/published/publishedTable";

type Cells = Partial<PublishedRow>;
const givenOf = (cells: Cells | readonly Cells[] = {}, change: Partial<PublishedModel> = {}, around: Partial<PublishedTable> = {}) =>
  new Given(exampleTable([cells].flat().map((own, i) => ({ term: `x${i}`, coef: "0.40", stars: "", ...own })), change, around).table, { rounding: "nearest" });
const rowOf = (cells: Cells) => givenOf(cells).model("A").rows[0];
const READING: Reading = { cutoffs: DEFAULT_CUTOFFS, brackets: "se", oddsRatios: false, errors: "own" };
const supposed = (...fields: string[]): Partial<PublishedTable> => ({ supposed: fields.map((field) => ({ field, value: "", why: "" })) });
const near = (lower: number, upper: number) => ({ lower: expect.closeTo(lower, 10), upper: expect.closeTo(upper, 10) });

describe("the readings that a table leaves open", () => {
  const of = (cells: Cells | readonly Cells[] = {}, change: Partial<PublishedModel> = {}, around: Partial<PublishedTable> = {}) => {
    const given = givenOf(cells, change, around);
    return readingsOf(given, given.model("A")).map(({ cutoffs, brackets, oddsRatios, errors }) => `${Object.entries(cutoffs).map((one) => one.join("")).join(" ")} ${brackets} ${oddsRatios ? "OR" : "b"} ${errors}`);
  };
  const own = "***0.01 **0.05 *0.1";

  it("are one where nothing was supposed", () => {
    expect(of()).toEqual([`${own} se b own`]);
    expect(of({}, {}, { cutoffs: { "+": "0.2" } })).toEqual(["+0.2 se b own"]);
    expect((["se", "z", "t", "p", "ci"] as const).map((brackets) => of({}, { brackets })[0].split(" ")[3])).toEqual(["se", "z", "z", "p", "se"]);
    expect(of({}, { scale: "oddsRatio" })).toEqual([`${own} se OR delta`, `${own} se OR own`, `${own} se OR exponentiated`]);
    expect(of({}, { scale: "oddsRatio", brackets: "z" })).toEqual([`${own} z OR own`]);
  });

  it("are every legend that has the marks, the table's own first and once", () => {
    expect(of({}, {}, supposed("cutoffs"))).toEqual([`${own} se b own`, "***0.001 **0.01 *0.05 se b own", "**0.01 *0.05 se b own", "**0.05 *0.1 se b own"]);
    expect(of([{ stars: "***" }, { stars: "" }], {}, supposed("cutoffs"))).toEqual([`${own} se b own`, "***0.001 **0.01 *0.05 se b own"]);
    expect(of({ stars: "†" }, {}, supposed("cutoffs"))).toEqual([`${own} se b own`]);
  });

  it("are every place and scale that was supposed, the stated first", () => {
    expect(of({}, {}, supposed("brackets"))).toEqual([`${own} se b own`, `${own} z b own`, `${own} p b own`]);
    expect(of({}, { brackets: "p" }, supposed("brackets"))).toEqual([`${own} p b own`, `${own} se b own`, `${own} z b own`]);
    expect(of({}, {}, supposed("scale"))).toEqual([`${own} se b own`, `${own} se OR delta`, `${own} se OR own`, `${own} se OR exponentiated`]);
    expect(of({}, { scale: "oddsRatio", brackets: "z" }, supposed("scale"))).toEqual([`${own} z OR own`, `${own} z b own`]);
  });
});

describe("by what curve a statistic turns into p", () => {
  const of = (change: Partial<PublishedModel>, around: Partial<PublishedTable> = {}) => {
    const given = givenOf([{}, {}], change, around);
    return tailOf(given, given.model("A"));
  };

  it("is the normal for a logit, t with n less the rows where the table says so", () => {
    expect(of({ n: 10 })).toEqual({});
    expect(of({ n: 10 }, { statistic: "z" })).toEqual({});
    expect(of({ n: 10 }, { statistic: "t" })).toEqual({ most: 8, least: 8, likeliest: 8 });
    expect(of({ n: 2 }, { statistic: "t" })).toEqual({ most: 1, least: 1, likeliest: 1 });
  });

  it("is open where design or kind leave it open", () => {
    const open = { least: 1, likeliest: 8 };
    expect(of({}, { statistic: "t" })).toStrictEqual({ least: 1 });
    expect(of({ n: 10, family: "other" })).toEqual(open);
    expect(of({ n: 10, family: "other" }, { statistic: "t" })).toEqual(open);
    expect(of({ n: 10 }, { statistic: "t", ...supposed("statistic") })).toEqual(open);
    expect(of({ n: 10 }, supposed("statistic"))).toEqual(open);
    expect(of({ n: 10 }, { statistic: "t", notes: ["weighted"] })).toEqual(open);
    for (const note of ["complex sample", "Multiple imputation", "bootstrap"]) expect(of({ n: 10 }, { notes: [note] }), note).toEqual(open);
    for (const note of ["weighted", "robust", "clustered"]) expect(of({ n: 10 }, { notes: [note] }), note).toEqual({});
  });
});

describe("a cell's evidence of its p", () => {
  const of = (cells: Cells, reading: Partial<Reading> = {}, tail = {}, level = 0.95) => evidenceOf(rowOf(cells), { ...READING, ...reading }, tail, level);
  // 2Φ(−|z|), by the error function of another library; t of 5 degrees of freedom: R's 2*pt(-2, 5).
  const P = { 1.95: 0.0511761190, 2: 0.0455002639, 2.05: 0.0403644308 };

  it("is p as printed, with its face value where it is no bound", () => {
    expect(of({ p: "0.04", z: "9", se: "0.1" })).toEqual({ from: "p", p: near(0.035, 0.045), likelyP: near(0.035, 0.045), face: 0.04 });
    expect(of({ p: "<0.001" })).toEqual({ from: "p", p: { lower: 0, upper: 0.001 }, likelyP: { lower: 0, upper: 0.001 }, face: undefined });
    expect(of({ se: "0.04" }, { brackets: "p" })).toEqual({ from: "p", p: near(0.035, 0.045), likelyP: near(0.035, 0.045), face: 0.04 });
    expect(of({}, { brackets: "p" })).toBeUndefined();
  });

  it("else the statistic: z, t, the number in brackets, the root of Wald's", () => {
    const two = { statistic: near(1.95, 2.05), p: near(P[2.05], P[1.95]), likelyP: near(P[2.05], P[1.95]), face: expect.closeTo(P[2], 9) };
    expect(of({ z: "-2.0", t: "9", wald: "9", se: "0.1" })).toEqual({ from: "z", ...two });
    expect(of({ t: "-2.0", wald: "9", se: "0.1" })).toEqual({ from: "t", ...two });
    expect(of({ se: "2.0", wald: "9" }, { brackets: "z" })).toEqual({ from: "z", ...two });
    expect(of({ z: "2.0", se: "9.0" }, { brackets: "z" })).toEqual({ from: "z", ...two });
    expect(of({ wald: "4.0", se: "0.1" })).toMatchObject({ from: "wald", statistic: near(Math.sqrt(3.95), Math.sqrt(4.05)), face: expect.closeTo(P[2], 9) });
    expect(of({ wald: "0.0" })).toMatchObject({ statistic: near(0, Math.sqrt(0.05)), p: { upper: 1 }, face: 1 });
    expect(of({ wald: "-1.0" })).toMatchObject({ statistic: { lower: 0, upper: 0 }, face: 1 });
    expect(of({ wald: "0.5" })).toMatchObject({ statistic: near(Math.sqrt(0.45), Math.sqrt(0.55)), face: expect.closeTo(0.4795001222, 9) }); // χ² of one degree of freedom
    expect(of({ t: "2.0" }, {}, { most: 5, least: 5, likeliest: 5 })!.face).toBeCloseTo(0.1019394788, 9);
    const open = of({ t: "2.0" }, {}, { least: 1, likeliest: 5 })!;
    expect([open.p.lower, open.p.upper, open.face]).toEqual([expect.closeTo(P[2.05], 9), expect.closeTo(1 - (2 / Math.PI) * Math.atan(1.95), 10), expect.closeTo(0.1019394788, 9)]); // Cauchy's tail
    expect(open.likelyP.lower).toBeGreaterThan(open.p.lower);
    expect(open.likelyP.upper).toBeLessThan(open.p.upper);
  });

  it("else estimate over error, by scale and kind of error", () => {
    expect(of({ coef: "-0.40", se: "0.20" })).toMatchObject({ from: "se", statistic: near(0.395 / 0.205, 0.405 / 0.195), face: expect.closeTo(P[2], 9) });
    // ln 2 = .6931: by the error .5/2 as the delta method has it, .5 itself, or ln 1.5.
    const face = (errors: Reading["errors"], se: string) => of({ coef: "2.00", se }, { oddsRatios: true, errors })!.face!;
    expect([face("delta", "0.50"), face("own", "0.50"), face("exponentiated", "1.50")]).toEqual([expect.closeTo(0.0055612357, 9), expect.closeTo(0.1656570380, 9), expect.closeTo(0.0873562820, 9)]);
    expect(of({ se: "0.00" })!.face).toBeUndefined();
    expect(of({ coef: "-0.40", se: "0.20" }, { oddsRatios: true })).toBeUndefined(); // no log
    expect(of({ coef: "0.00", se: "0.20" }, { oddsRatios: true, errors: "own" })).toMatchObject({ from: "se", face: undefined });
    expect(of({ coef: "0.5", se: "0.20" }, { brackets: "p" })).toMatchObject({ from: "p" });
  });

  it("else estimate over half the width of the limits, by their level", () => {
    // 0.40 in 0.20 to 0.60: half of 0.39 to 0.41 over 1.959964.
    expect(of({ lower: "0.20", upper: "0.60" })).toMatchObject({ from: "limits", statistic: near((0.395 * 2 * 1.959963984540054) / 0.41, (0.405 * 2 * 1.959963984540054) / 0.39), face: undefined });
    expect(of({ lower: "0.20", upper: "0.60" }, {}, {}, 0.9)).toMatchObject({ statistic: near((0.395 * 2 * 1.6448536269514722) / 0.41, (0.405 * 2 * 1.6448536269514722) / 0.39) });
    expect(of({ lower: "0.40", upper: "0.40" })).toMatchObject({ statistic: { upper: Infinity }, p: { lower: 0 } });
    expect(of({ lower: "0.60", upper: "0.20" })).toBeUndefined();
    expect(of({ lower: "0.20" })).toBeUndefined();
    expect(of({ coef: "1.5", lower: "0.00", upper: "2.00" }, { oddsRatios: true })).toBeUndefined(); // of no width
    expect(of({ coef: "-1.5", lower: "0.20", upper: "2.00" }, { oddsRatios: true })).toBeUndefined();
  });
});

describe("the parts of it", () => {
  it("an error of an odds ratio", () => {
    const of = (coef: string, se: string, errors: Reading["errors"]) => errorOf(rowOf({ coef, se }), { ...READING, oddsRatios: true, errors });
    expect(of("2.0", "0.5", "delta")).toEqual(near(0.45 / 2.05, 0.55 / 1.95));
    expect(of("0.0", "0.5", "delta")).toEqual({ lower: expect.closeTo(9, 10), upper: Infinity });
    expect(of("-0.5", "0.5", "delta")).toBeUndefined();
    expect(of("0.5", "0.5", "own")).toEqual(near(0.45, 0.55));
    expect(of("2.0", "1.5", "exponentiated")).toEqual(near(Math.log(1.45), Math.log(1.55)));
    expect(of("2.0", "1.0", "exponentiated")).toEqual({ lower: 0, upper: expect.closeTo(Math.log(1.05), 10) });
    expect(of("2.0", "0.9", "exponentiated")).toBeUndefined();
    expect(statisticFromError(rowOf({ coef: "0.4" }), READING)).toBeUndefined();
    expect(ratioOf({ lower: 0, upper: 1 }, { lower: 0, upper: 0 })).toEqual({ lower: 0, upper: Infinity });
    expect(ratioOf({ lower: 1, upper: 2 }, { lower: 0.25, upper: 0.5 })).toEqual({ lower: 2, upper: 8 });
  });

  it("limits: of the ratio beside a log-odds, unless only the log-odds lies in them", () => {
    const of = (cells: Cells, oddsRatios = false) => limitsOf(rowOf(cells), { ...READING, oddsRatios });
    const [raw, logs] = [{ lower: near(1.15, 1.25), upper: near(1.75, 1.85) }, { lower: near(Math.log(1.15), Math.log(1.25)), upper: near(Math.log(1.75), Math.log(1.85)) }];
    const limits = { lower: "1.2", upper: "1.8" };
    expect(of({ coef: "0.4", ...limits })).toEqual(raw);
    expect(of({ coef: "0.4", ...limits }, true)).toEqual(logs);
    expect(of({ coef: "0.4", oddsRatio: "1.5", ...limits })).toEqual(logs);
    expect(of({ coef: "0.4", oddsRatio: "9.0", ...limits })).toEqual(logs); // neither lies in them
    expect(of({ coef: "1.5", oddsRatio: "4.5", ...limits })).toEqual(raw);
    expect(of({ coef: "0.4", oddsRatio: "1.5", lower: "-0.2", upper: "1.8" })).toEqual({ lower: near(-0.25, -0.15), upper: near(1.75, 1.85) }); // no ratio is negative
    expect(of({ lower: "-0.2", upper: "1.8" }, true)).toBeUndefined();
    expect([of({ lower: "1.2" }), of({ upper: "1.8" })]).toEqual([undefined, undefined]);
  });

  it("the level: as printed, else 95%, or the three in use where nothing says it", () => {
    const of = (change: Partial<PublishedModel>, around: Partial<PublishedTable> = {}) => {
      const given = givenOf({}, change, around);
      return levelsOf(given, given.model("A"));
    };
    expect(of({})).toEqual([0.95]);
    expect(of({ confidence: "90" }, supposed("confidence"))).toEqual([0.9]);
    expect(of({}, supposed("confidence"))).toEqual([0.95, 0.9, 0.99]);
    expect(of({}, { unused: [] })).toEqual([0.95, 0.9, 0.99]);
  });
});
