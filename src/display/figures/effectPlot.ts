import type { Bilingual } from "../../bilingual";
import type { Figure } from "../figure";
import type { Words } from "../words";
import { intervalPanels } from "./intervalPanels";
import type { Interval } from "./numberWords";
import type { Provenance } from "../../provenance";

export interface EffectPlotInput {
  readonly id: string;
  readonly title: Bilingual;
  /** Variables, or models. */
  readonly rows: readonly Words[];
  readonly groups: readonly { readonly name: Words; readonly effects: readonly (Interval | undefined)[] }[];
  readonly synthetic: boolean;
  readonly madeFrom?: Provenance | undefined;
  /** What is measured; average marginal effects in percentage points by default. */
  readonly axis?: Bilingual;
  /** Multiplies what is given: 100 (the default) turns probabilities into percentage points. */
  readonly scale?: number;
}

/** Average marginal effects with their intervals, a mark for each group in each row. */
export function effectPlot({ id, title, rows, groups, synthetic, madeFrom, axis = PERCENTAGE_POINTS, scale = 100 }: EffectPlotInput): Figure {
  const scaled = (effect: Interval | undefined) => effect && {
    estimate: scale * effect.estimate,
    ...(effect.lower !== undefined && effect.upper !== undefined && { lower: scale * effect.lower, upper: scale * effect.upper }),
  };
  return intervalPanels({
    id, title, rows, synthetic, madeFrom, axis,
    series: groups.map(({ name }) => name),
    panels: [{ title: "", series: groups.map(({ effects }) => effects.map(scaled)) }],
    reference: 0,
    decimals: 2,
  });
}

const PERCENTAGE_POINTS: Bilingual = { en: "average marginal effect, percentage points, 95% interval", zh: "平均边际效应（百分点）及95%区间" };
