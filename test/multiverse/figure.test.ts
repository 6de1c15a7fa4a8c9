import { expect, test } from "vitest";
import { cellText, PLAIN } from "../../src/display/cellText";
import { checkFigure } from "../../src/display/figure";
import { type CurvePoint, specificationCurve } from "../../src/display/figures/specificationCurve";
import { universesIn } from "../../src/display/figures/universesIn";
import { type UniverseRecord, type UniversesMeta, universeTable } from "../../src/display/figures/universeTable";
import { specificationCurveFigure } from "../../src/exhibits/specificationCurve";
import { runMultiverse } from "../../src/multiverse/runMultiverse";
import { controls, decision, option, outcome, smallPeople, smallSpec, smallStudy } from "./small";

const words = { en: "e", zh: "z" };
const points = (n: number): CurvePoint[] => Array.from({ length: n }, (_, i) => {
  const estimate = ((i * 7919) % n) / n; // a permutation
  return { estimate, lower: estimate - 1, upper: estimate + 1, starred: estimate > 0.5, paper: i === 3, options: [i % 2], hover: () => `u${i}` };
});
const draw = (n: number) => specificationCurve({ id: "c", title: words, points: points(n), rows: [words, words], caption: words, synthetic: true });
type Trace = { x: number[]; y: number[] };
/** By step of darkness: how many columns of a row are drawn. */
const drawn = (trace: Trace, row: number): number => trace.y.reduce((sum, y, i) => (y === row && trace.y[i + 1] === row ? sum + trace.x[i + 1] - trace.x[i] : sum), 0);
const traces = (n: number) => draw(n).data as unknown as Trace[];

test("few universes stand in a column each, from the smallest estimate, the grid dark where the option is", () => {
  const [starred, not, paper, ground, ...steps] = traces(20);
  const heights = [...starred.x.map((x, i) => [x, starred.y[i]]), ...not.x.map((x, i) => [x, not.y[i]])].sort((a, b) => a[0] - b[0]).map(([, y]) => y);
  expect(heights).toEqual(Array.from({ length: 20 }, (_, i) => i / 20));
  expect(starred.y.every((y) => y > 0.5)).toBe(true);
  expect(paper.y[0]).toBe(((3 * 7919) % 20) / 20);
  expect(heights[paper.x[0]]).toBe(paper.y[0]);
  // Ten of twenty have each of two options; none is chosen in part.
  expect([0, 1].map((row) => [drawn(ground, row), ...steps.map((step) => drawn(step, row))])).toEqual([[20, 0, 0, 0, 10], [20, 0, 0, 0, 10]]);
  const darkest = steps[3].x.flatMap((from, i) => (steps[3].y[i] === 0 && steps[3].y[i + 1] === 0 ? Array.from({ length: steps[3].x[i + 1] - from }, (_, at) => from + 0.5 + at) : []));
  expect(darkest).toEqual(heights.flatMap((height, x) => (points(20).find(({ estimate }) => estimate === height)!.options[0] === 0 ? [x] : [])));
});

test("at 5,000 and 100,000 universes the picture has 300 columns, and the paper stands among its neighbours", () => {
  for (const n of [5_000, 100_000]) {
    const [starred, not, paper, ground] = traces(n);
    expect(starred.x.length + not.x.length).toBe(300);
    expect(drawn(ground, 1)).toBe(300);
    const column = new Map([...starred.x.map((x, i) => [x, starred.y[i]] as const), ...not.x.map((x, i) => [x, not.y[i]] as const)]);
    expect(Math.abs(column.get(paper.x[0])! - paper.y[0])).toBeLessThan(1 / 300);
    checkFigure(draw(n));
  }
});

test("the figure of a curve counts what is not in it, and shows only decisions that vary", async () => {
  const spec = smallSpec([controls, outcome]);
  const { curves } = await runMultiverse(spec, smallStudy, () => smallPeople());
  const figure = specificationCurveFigure(spec, curves[0], smallStudy.terms, { synthetic: true });
  checkFigure(figure);
  expect(figure.words.en).toContain("6 universes: 6 distinct ones in the curve, 0 with the likelihood of one of them, 0 refused");
  expect(figure.words.zh).toContain("共6个设定：图中6个互异");
  expect(figure.layout.yaxis2).toMatchObject({ ticktext: ["controls=both * / controls", expect.anything(), expect.anything(), expect.anything(), expect.anything()] });
  expect(figure.data[1]).not.toHaveProperty("fill");
});

test("the interval of a pooled universe is by its own t, as p and stars are; any other's by the normal", async () => {
  const spec = smallSpec([controls, outcome]);
  const { curves: [curve] } = await runMultiverse(spec, smallStudy, () => smallPeople());
  // p of .07 by t on 5 degrees of freedom, and of .024 by the normal: no star, and the interval holds 0.
  const distinct = curve.distinct.map((one, i) => ({ ...one, estimate: i + 2.26, standardError: 1, stars: "", ...(i === 0 && { df: 5 }) }));
  const figure = specificationCurveFigure(spec, { ...curve, distinct }, smallStudy.terms, { synthetic: true });
  const bars = (figure.data as unknown as { y: number[]; error_y?: { array: number[]; arrayminus: number[] } }[]).flatMap(({ y, error_y: bar }) => (bar ? y.map((at, i) => [at, bar.array[i], bar.arrayminus[i]]) : [])).sort((a, b) => a[0] - b[0]);
  const reach = [2.570581835636, ...distinct.slice(1).map(() => 1.959963984540)];
  expect(bars.slice(0, distinct.length)).toEqual(distinct.map(({ estimate }, i) => [estimate, expect.closeTo(reach[i], 9), expect.closeTo(reach[i], 9)]));
});

type Drawn = { x: number[]; y: number[]; name?: string; fill?: string; hovertext?: string[]; customdata?: UniverseRecord[]; meta?: UniversesMeta };

test("a point tells its universe with reasons, and carries its table", async () => {
  const spec = smallSpec([controls, outcome]);
  const result = await runMultiverse(spec, smallStudy, () => smallPeople(), { draws: 39, seed: 5 });
  const [curve] = result.curves;
  const figure = specificationCurveFigure(spec, curve, smallStudy.terms, { synthetic: true }, { tested: result });
  const points = universesIn(figure.data as never);
  const sorted = [...curve.distinct].sort((a, b) => a.estimate - b.estimate);
  expect([...new Set(points.map(({ record }) => record.id))]).toEqual(sorted.map(({ id }) => id));
  const one = sorted.find(({ options }) => options.controls === "noB" && options.outcome === "ordered")!;
  const hover = (figure.data as unknown as Drawn[]).flatMap(({ hovertext }) => hovertext ?? []).find((text) => text.includes("controls=noB") && text.includes("outcome=ordered"))!;
  expect(hover).toMatch(new RegExp(`^${one.estimate.toFixed(3).replace(/[.*-]/g, "\\$&")}.* n = 120<br><b>controls=noB</b> \\(uncertain / 不确定\\)<br>noB<br>`));
  const { meta, record } = points.find((point) => point.record.id === one.id)!;
  expect(record).toEqual({ id: one.id, n: 120, estimate: one.estimate, standardError: one.standardError, p: one.p, stars: one.stars, adjustedP: result.adjusted.get(one.id), options: [1, 1] });
  const table = universeTable(meta, record);
  expect(table.rowGroups[0].rows.map(({ header, cells }) => [(header as { en: string }).en, ...cells.map((cell) => cellText(cell, "zh", PLAIN))])).toEqual([
    ["controls", "noB", "noB", "test", "不确定"], ["outcome", "ordered", "ordered", "test", "不确定"],
  ]);
  expect(table.notes.map(({ en }) => en)).toEqual([
    `estimate ${one.estimate.toFixed(3)}${one.stars} (${one.standardError.toFixed(3)}), p = ${one.p.toPrecision(3)}, n = 120; among all universes p = ${result.adjusted.get(one.id)!.toPrecision(3)}.`,
    "It departs from the paper in 2 of 2 decisions.",
  ]);
  expect(table.synthetic).toBe(true);
});

test("the null band reaches as far as the adjusted p says, column by column, and only where draws were made", async () => {
  const spec = smallSpec([controls, outcome]);
  const result = await runMultiverse(spec, smallStudy, () => smallPeople(), { draws: 39, seed: 5 });
  const figure = specificationCurveFigure(spec, result.curves[0], smallStudy.terms, { synthetic: true }, { tested: result });
  const band = (figure.data as unknown as Drawn[]).find(({ fill }) => fill === "toself")!;
  const sorted = [...result.curves[0].distinct].sort((a, b) => a.estimate - b.estimate);
  const critical = result.bands[0].critical!;
  sorted.forEach(({ standardError, estimate, id }, column) => {
    expect([band.x[2 * column], band.x[2 * column + 1], band.y[2 * column]]).toEqual([column - 0.5, column + 0.5, critical * standardError]);
    expect(result.adjusted.get(id)! <= 0.05).toBe(Math.abs(estimate) > critical * standardError);
  });
  expect(Math.min(...band.y)).toBe(-Math.max(...band.y));
  expect(figure.words.en).toContain(`stays below ${critical.toFixed(2)} in 95% of draws`);
  expect(figure.words.zh).toContain(`低于${critical.toFixed(2)}`);
});

test("a universe that changes many things is told without reasons where the pointer stands, and all of them are in its table", async () => {
  const more = ["p", "q", "r"].map((id) => decision(id, option(`${id}0`), option(`${id}1`)));
  const spec = smallSpec([controls, outcome, ...more]);
  const { curves: [curve] } = await runMultiverse(spec, smallStudy, () => smallPeople());
  // p, q and r change no likelihood: of two universes that do not differ in controls and outcome the first is counted, and here another is taken.
  const distinct = curve.distinct.map((one) => ({ ...one, options: { ...one.options, p: "p1", q: "q1" } }));
  const figure = specificationCurveFigure(spec, { ...curve, distinct }, smallStudy.terms, { synthetic: true });
  const hovers = (figure.data as unknown as Drawn[]).flatMap(({ hovertext }) => hovertext ?? []);
  const [three, four] = [hovers.find((text) => text.includes("controls=noB") && !text.includes("outcome=ordered"))!, hovers.find((text) => text.includes("controls=noB") && text.includes("outcome=ordered"))!];
  expect(three).toMatch(/<b>controls=noB<\/b> \(uncertain \/ 不确定\)<br>noB<br><b>p=p1/);
  expect(four).toMatch(/<b>controls=noB<\/b> \(uncertain \/ 不确定\)<br><b>outcome=ordered<\/b>.*<br>reasons: in its table \/ 理由见其表$/);
});

test("universes can be sorted by an option first, by p or by n; by nothing that is not there", async () => {
  const spec = smallSpec([controls, outcome]);
  const { curves: [curve] } = await runMultiverse(spec, smallStudy, () => smallPeople());
  const order = (sortBy: string) => universesIn(specificationCurveFigure(spec, curve, smallStudy.terms, { synthetic: true }, { sortBy }).data as never).map(({ record }) => record).filter((record, i, all) => all.findIndex(({ id }) => id === record.id) === i);
  expect(order("outcome").map(({ options }) => options[1])).toEqual([0, 0, 0, 1, 1, 1]);
  const estimates = order("outcome").map(({ estimate }) => estimate);
  expect(estimates.slice(0, 3)).toEqual(estimates.slice(0, 3).sort((a, b) => a - b));
  expect(order("p").map(({ p }) => p)).toEqual(curve.distinct.map(({ p }) => p).sort((a, b) => a - b));
  expect(() => order("colour")).toThrow(/nothing "colour" to sort by \(expected p, n, controls, outcome\)/);
});

test("a column of several tells which they are, and the one in the middle", () => {
  const figure = specificationCurve({ id: "c", title: words, points: points(1_000), rows: [words, words], caption: words, synthetic: true });
  const [starred] = figure.data as unknown as Drawn[];
  // Column 299 holds universes 997 to 1000, by 0-based places ceil(299·1000/300) = 997 on: 998–1000.
  expect(starred.hovertext!.at(-1)).toMatch(/^universes 998–1000 of 1000: 0\.997 – 0\.999, 100% starred; the middle one: \/ 第998–1000个.*<br>u\d+$/);
});

test("universes carry their tables where each of them has one, and none does where one lacks it", () => {
  const told = (without: number) => specificationCurve({
    id: "c", title: words, rows: [words, words], caption: words, synthetic: true,
    points: points(20).map((point, i) => (i === without ? point : { ...point, record: () => ({ id: `u${i}` }) })),
  }).data.slice(0, 2).map((trace) => (trace.customdata as unknown[] | undefined)?.length);
  const [starred, not] = traces(20);
  expect(told(-1)).toEqual([starred.x.length, not.x.length]);
  // The third is not starred, the eleventh is.
  const lacking = [...points(20).keys()].map((i) => points(20)[i].starred);
  expect(told(lacking.indexOf(true))).toEqual([undefined, not.x.length]);
  expect(told(lacking.indexOf(false))).toEqual([starred.x.length, undefined]);
});
