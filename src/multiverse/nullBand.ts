import type { Curve } from "./curves";
import type { Draw } from "./nullDraw";

/** How far from 0 the largest |z| of a curve's universes comes in all but 5% of draws without effect. */
export interface NullBand {
  readonly model: string;
  readonly term: string;
  /** A universe whose |z| is beyond it has an adjusted p of at most .05; null where too few draws could be fitted to say. */
  readonly critical: number | null;
}

const LEVEL = 0.05;
/** A share of draws that differs by less than this differs by rounding. */
const TIE = 1e-9;

/** The band of a curve, from the draws that its adjusted p come from; a draw that could not be fitted is beyond any. */
export function nullBand({ model, term }: Curve, draws: readonly Draw[]): NullBand {
  const place = Math.ceil((1 - LEVEL) * (draws.length + 1) - TIE);
  const critical = draws.map((draw) => draw?.max ?? Infinity).sort((a, b) => a - b)[place - 1];
  return { model, term, critical: critical !== undefined && Number.isFinite(critical) ? critical : null };
}
