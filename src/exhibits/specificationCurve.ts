import type { Bilingual } from "../bilingual";
import { BadInput } from "../badInput";
import type { Figure, JsonObject } from "../display/figure";
import { type CurvePoint, specificationCurve } from "../display/figures/specificationCurve";
import { plotLabel, plotLine } from "../display/figures/plotText";
import { asLine } from "../display/words";
import { said } from "../faults/said";
import { WALD_95 } from "../models/coefficients";
import { quantileT } from "../models/numeric/studentT";
import type { Curve } from "../multiverse/curves";
import { departuresOf } from "../multiverse/enumerate";
import type { FittedUniverse } from "../multiverse/fitUniverses";
import type { Multiverse } from "../multiverse/runMultiverse";
import { type Choice, paperChoice, type Spec } from "../multiverse/spec";
import type { Origin } from "../provenance";
import type { Term } from "../study/study";
import { KINDS, optionName, universeRecord, universesMeta } from "./universeRecords";

export interface CurveView {
  /** By what universes are sorted before their estimate: `p`, `n`, or a decision's options in their order; by nothing where absent. */
  readonly sortBy?: string | undefined;
  /** Of a multiverse with draws (`{tested: result}`): the null band, and each universe's adjusted p. */
  readonly tested?: Pick<Multiverse, "bands" | "adjusted"> | undefined;
}

/**
 * The specification curve of one term of one model, each likelihood once, with a row of the grid for every option that some
 * universe of it has; what was refused is counted in its words. Each point carries its universe's table (`universeTable`).
 *
 * @param origin  of the people: `{synthetic, madeFrom}`
 * @throws {BadInput} `sortBy` that is neither `p`, `n` nor a decision
 * @example specificationCurveFigure(spec, result.curves[0], sfrc.terms, coded, { sortBy: "outcome", tested: result })
 */
export function specificationCurveFigure(spec: Spec, curve: Curve, terms: readonly Term[], { synthetic, madeFrom }: Origin, { sortBy, tested }: CurveView = {}): Figure {
  const { model, term, distinct, universes, counted } = curve;
  const varied = spec.decisions.filter(({ id }) => new Set(distinct.map(({ options }) => options[id])).size > 1);
  const rows = varied.flatMap((decision) => decision.options.filter(({ id }) => distinct.some(({ options }) => options[decision.id] === id)).map((option) => ({ decision, option })));
  const rowAt = new Map(rows.map(({ decision, option }, row) => [`${decision.id}=${option.id}`, row]));
  const paper = paperChoice(spec);
  const label = terms.find(({ name }) => name === term)?.label ?? { en: term, zh: term };
  const critical = tested?.bands.find((band) => band.model === model && band.term === term)?.critical ?? undefined;
  const undrawn = tested ? distinct.filter(({ id }) => !tested.adjusted.has(id)).length : 0;
  const keys = new Map<CurvePoint, number>();
  const key = sortBy === undefined ? undefined : keyOf(spec, sortBy);
  const points = distinct.map((universe): CurvePoint => {
    const reach = (universe.df === undefined ? WALD_95 : quantileT(0.05, universe.df)) * universe.standardError; // by what its p and stars are
    const point = {
      estimate: universe.estimate, lower: universe.estimate - reach, upper: universe.estimate + reach, starred: universe.stars !== "", paper: universe.paper,
      options: varied.flatMap(({ id }) => rowAt.get(`${id}=${universe.options[id]}`) ?? []), hover: () => hoverOf(spec, paper, universe),
      band: critical === undefined || !tested!.adjusted.has(universe.id) ? undefined : critical * universe.standardError,
      record: () => universeRecord(spec, universe, tested?.adjusted.get(universe.id)) as unknown as JsonObject,
    };
    if (key) keys.set(point, key.of(universe));
    return point;
  });
  const title: Bilingual = { en: `${label.en} in ${model}: every defensible choice`, zh: `${model}中的${label.zh}：每一种可辩护的选择` };
  return specificationCurve({
    id: `curve-${model}-${term}`, synthetic, madeFrom, points, title,
    rows: rows.map(({ decision, option }) => asLine({ en: optionName(decision, option).en, zh: decision.zh })), // an option's id is the same in both: said twice, labels leave no room on a phone
    caption: {
      en: `${universes.length} universes: ${distinct.length} distinct ones in the curve, ${counted.sameLikelihood} with the likelihood of one of them, ${counted.refused} refused; * the paper's option`,
      zh: `共${universes.length}个设定：图中${distinct.length}个互异，${counted.sameLikelihood}个与其似然相同，${counted.refused}个拒绝拟合；* 为论文的选择`,
    },
    ...(key && { sortedBy: { name: key.name, key: (point) => keys.get(point)! } }),
    ...(critical !== undefined && { band: {
      en: `null band: without any effect, the largest |z| of all universes stays below ${critical.toFixed(2)} in 95% of draws; an estimate beyond it has an adjusted p of at most .05${undrawn === 0 ? "" : `; ${undrawn} of them (imputed answers or partial proportional odds) are not drawn under the null and have no band`}`,
      zh: `零假设带：若毫无影响，全部设定中最大的 |z| 在95%的抽样中低于${critical.toFixed(2)}；超出此带者校正后 p 不大于.05${undrawn === 0 ? "" : `；其中${undrawn}个（插补答案或部分比例优势）不在零假设下抽样，没有此带`}`,
    } }),
    meta: universesMeta(spec, title, synthetic) as unknown as JsonObject,
  });
}

/** The widest line of what is said where the pointer stands, in pixels. */
const HOVER_WIDTH = 420;

/** A universe that changes more is told without reasons, which would not stand on a screen: its table has them. */
const MOST_REASONS = 3;

function hoverOf({ decisions }: Spec, paper: Choice, universe: FittedUniverse): string {
  const departures = departuresOf(paper, universe.options);
  const changes = departures.map((id) => {
    const option = decisions.find((decision) => decision.id === id)!.options.find((one) => one.id === universe.options[id])!;
    const what = `<b>${plotLine(`${id}=${option.id}`)}</b> (${plotLine(KINDS[option.kind])})`;
    return departures.length > MOST_REASONS ? what : `${what}<br>${plotLabel(option.reason, HOVER_WIDTH).text}`;
  });
  return [
    `${universe.estimate.toFixed(3)}${universe.stars} (${universe.standardError.toFixed(3)}), n = ${universe.n}`, ...changes,
    ...(departures.length > MOST_REASONS ? [plotLine({ en: "reasons: in its table", zh: "理由见其表" })] : []),
  ].join("<br>");
}

function keyOf({ decisions }: Spec, sortBy: string): { readonly name: Bilingual; readonly of: (universe: FittedUniverse) => number } {
  if (sortBy === "p") return { name: { en: "p", zh: "p 值" }, of: ({ p }) => p };
  if (sortBy === "n") return { name: { en: "n", zh: "样本量" }, of: ({ n }) => n };
  const decision = decisions.find(({ id }) => id === sortBy);
  if (!decision) throw new BadInput({ file: "sortBy" }, said`there is nothing ${JSON.stringify(sortBy)} to sort by`, ["p", "n", ...decisions.map(({ id }) => id)].join(", "), "Nothing was drawn.");
  return { name: { en: decision.id, zh: decision.zh }, of: ({ options }) => decision.options.findIndex(({ id }) => id === options[sortBy]) };
}
