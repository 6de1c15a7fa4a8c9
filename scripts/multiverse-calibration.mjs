#!/usr/bin/env node
// @ts-check
// How often the null of `sojourn multiverse` rejects where there is no effect, and how often where there is one (docs/multiverse-calibration.md).
//
// 16 universes (four controls, each in or out) of n people; x correlated with the controls at .6, .4, .2 and 0, the
// outcome depending on all of them. Per data set one curve is tested at 5% by each statistic; beside it, the median by
// shuffling x, which breaks its correlation with the controls.
// `node scripts/multiverse-calibration.mjs [--nulls 100] [--draws 199] [--n 300] [--seed 1] [--effect 0] [--family binomial,ordered] [--shuffles 199]`
// Exits 1 where, without an effect, so many rejections would come about less than once in 10,000 runs by chance from a rate of at most 6.7%.
import { curvesOf, statisticsOf } from "../dist/multiverse/curves.js";
import { enumerate } from "../dist/multiverse/enumerate.js";
import { fitUniverses } from "../dist/multiverse/fitUniverses.js";
import { fitPlanned } from "../dist/multiverse/fitPlanned.js";
import { planUniverses } from "../dist/multiverse/plan.js";
import { testCurves } from "../dist/multiverse/testCurves.js";
import { seededRandom } from "../dist/models/numeric/random.js";
import { optionsOf } from "./options.mjs";

const { values } = optionsOf("multiverse-calibration", { options: {
  nulls: { type: "string", default: "100" }, draws: { type: "string", default: "199" }, n: { type: "string", default: "300" },
  seed: { type: "string", default: "1" }, effect: { type: "string", default: "0" }, family: { type: "string", default: "binomial,ordered" }, shuffles: { type: "string", default: "199" },
} });
const [nulls, draws, n, seed, effect, shuffles] = [values.nulls, values.draws, values.n, values.seed, values.effect, values.shuffles].map(Number);

const CONTROLS = ["a", "b", "c", "d"];
const SHARED = [0.6, 0.4, 0.2, 0];
const EFFECTS = [0.8, -0.6, 0.4, 0.5];
const STATISTICS = /** @type {const} */ (["median", "shareSignificant", "shareOfSign", "max"]);
const words = (/** @type {string} */ text) => ({ en: text, zh: text });

/** @param {"binomial" | "ordered"} family */
function study(family) {
  const option = (/** @type {string} */ id, does = {}) => ({ id, paper: id === "in", reason: words(id), source: "simulation", kind: /** @type {const} */ ("equivalent"), when: {}, ...does });
  const spec = {
    title: words("calibration"), models: ["S"], terms: ["x"], blocks: [CONTROLS],
    decisions: CONTROLS.map((id) => ({ id, ...words(id), options: [option("in"), option("out", { drops: [id] })] })),
  };
  const terms = ["x", ...CONTROLS];
  return { spec, study: {
    id: "calibration", title: words("calibration"), groups: [{ id: "all", label: words("all"), where: {} }], terms: terms.map((name) => ({ name, label: words(name) })),
    models: [{ id: "S", title: words("S"), group: "all", outcome: "y", family, terms }], hypotheses: [],
  } };
}

/** @param {() => number} random */
function people(random, family) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const rest = Math.sqrt(1 - SHARED.reduce((sum, r) => sum + r * r, 0));
  return Array.from({ length: n }, (_, i) => {
    const z = CONTROLS.map(normal);
    const x = SHARED.reduce((sum, r, j) => sum + r * z[j], rest * normal());
    const u = random();
    const eta = EFFECTS.reduce((sum, b, j) => sum + b * z[j], effect * x) + Math.log(u / (1 - u));
    const y = family === "binomial" ? Number(eta > 0.3) : Number(eta > -0.7) + Number(eta > 1) + 1;
    return { id: String(i + 1), x, ...Object.fromEntries(CONTROLS.map((name, j) => [name, z[j]])), y };
  });
}

/** p of the median by shuffling x. */
function shuffled({ arena, fits }, { distinct }, random) {
  const at = fits[0].columns[fits[0].terms.indexOf("x")];
  const medianOf = (x) => {
    const other = { people: arena.people, rows: arena.rows, columns: arena.columns.map((column, j) => (j === at ? x : column)) };
    const found = distinct.map(({ fit }) => fitPlanned(other, fits[fit]));
    if (found.some((one) => "refused" in one)) return Infinity;
    return Math.abs(statisticsOf(found.map((one) => ({ estimate: one.estimate[0], standardError: one.standardError[0], p: one.p[0] }))).median);
  };
  const observed = medianOf(arena.columns[at]);
  let extreme = 0;
  for (let draw = 0; draw < shuffles; draw++) {
    const x = arena.columns[at].slice();
    for (let last = x.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [x[last], x[other]] = [x[other], x[last]];
    }
    if (medianOf(x) >= observed - 1e-12) extreme++;
  }
  return (extreme + 1) / (shuffles + 1);
}

/** The rate that a test at 5% may have, and how seldom a right one may be called wrong: once in 10,000 runs of eight tests. */
const [HIGHEST, RARE] = [0.067, 1e-4 / 8];

/** P(X ≥ x) of a binomial count. */
function atLeast(x, size, rate) {
  let [term, below] = [(1 - rate) ** size, 0];
  for (let k = 0; k < x; k++) {
    below += term;
    term *= ((size - k) / (k + 1)) * (rate / (1 - rate));
  }
  return 1 - below;
}

let wrong = 0;
for (const family of /** @type {("binomial" | "ordered")[]} */ (values.family.split(","))) {
  const { spec, study: of } = study(family);
  const rejected = { median: 0, shareSignificant: 0, shareOfSign: 0, max: 0, anyAdjusted: 0, shuffledMedian: 0 };
  let failed = 0;
  for (let data = 0; data < nulls; data++) {
    const random = seededRandom(seed * 1_000_003 + data);
    const everybody = people(random, family);
    const plan = planUniverses(spec, of, enumerate(spec), () => everybody);
    const [curve] = curvesOf(await fitUniverses(plan));
    const { tests, adjusted } = await testCurves(plan, [curve], { draws, seed: (seed * 7919 + data) % 2 ** 32 });
    for (const { statistic, p } of tests) if (p <= 0.05) rejected[statistic]++;
    failed += tests[0].failed;
    if (Math.min(...adjusted.values()) <= 0.05) rejected.anyAdjusted++;
    if (shuffles > 0 && shuffled(plan, curve, random) <= 0.05) rejected.shuffledMedian++;
  }
  const rates = Object.fromEntries(Object.entries(rejected).map(([name, count]) => [name, count / nulls]));
  console.log(JSON.stringify({ family, effect, n, universes: 16, nulls, draws, seed, failedDraws: failed, rates }));
  if (effect === 0) {
for (const statistic of STATISTICS) if (atLeast(rejected[statistic], nulls, HIGHEST) < RARE) wrong++;
  }
}
if (wrong > 0) console.error(`${wrong} rejection rates are higher than chance allows`);
process.exitCode = wrong > 0 ? 1 : 0;
