import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { Bilingual } from "../bilingual";
import { JsonSpot } from "../published/jsonSpot";
import { DEFAULT_CUTOFFS } from "../published/publishedTable";

/** Below which p a coefficient gets which stars. */
export interface StarCutoff {
  readonly stars: string;
  readonly below: number;
  /** The threshold as it is written in the note. */
  readonly printed: string;
}

/** The paper's own, under its Table 2, and what counts as given where a table states none. */
export const PAPER_CUTOFFS: readonly StarCutoff[] = starCutoffs(DEFAULT_CUTOFFS);

/**
 * The thresholds of a published table, strictest first. This one list makes both the stars and the note under the table,
 * so that they cannot contradict each other.
 *
 * @param printed  stars → threshold as printed, as in a published table's `cutoffs`; the paper's where there are none
 * @throws {BadInput} a mark other than stars, a threshold outside (0, 1), or more stars for a larger p
 */
export function starCutoffs(printed: Readonly<Record<string, string>> | undefined, file = "cutoffs"): readonly StarCutoff[] {
  if (printed === undefined) return PAPER_CUTOFFS;
  const cutoffs = Object.entries(printed).map(([stars, text]) => {
    const below = Number(text);
    if (!onlyStars(stars)) throw new BadInput({ file, column: "cutoffs" }, said`"${stars}" marks a threshold`, "stars, such as **");
    if (!(below > 0 && below < 1)) throw new BadInput({ file, column: "cutoffs" }, said`"${text}" is the threshold of ${stars}`, "a number between 0 and 1");
    return { stars, below, printed: text };
  });
  cutoffs.sort((a, b) => b.stars.length - a.stars.length);
  cutoffs.slice(1).forEach((looser, i) => {
    if (looser.below <= cutoffs[i].below) {
      throw new BadInput({ file, column: "cutoffs" }, said`${looser.stars} stands for ${looser.printed}, ${cutoffs[i].stars} for ${cutoffs[i].printed}`, "more stars for a smaller p");
    }
  });
  return cutoffs;
}

/**
 * Thresholds that a run is given, strictest first: a looser one before would star everything alike. Other marks than stars
 * have no order of their own, such as R's "." below 0.1.
 *
 * @throws {BadInput} what is no threshold, a mark or a threshold that stands twice, or more stars for a larger p
 */
export function chosenCutoffs(given: readonly StarCutoff[]): readonly StarCutoff[] {
  const spots = new JsonSpot(given, "runStudy", ["cutoffs"]).list((_, i) => `threshold ${i + 1}`);
  const cutoffs = spots.map((spot): StarCutoff => {
    const { stars, below, printed } = spot.record(["stars", "below", "printed"]);
    if (stars.text().trim() === "") stars.refuse("an empty text", "stars, such as **");
    const limit = below.value;
    if (typeof limit !== "number" || !(limit > 0 && limit < 1)) return below.refuse(below.shown(), "a number between 0 and 1");
    if (Number(printed.text()) !== limit) printed.refuse(printed.shown(), said`the threshold as it is written in the note, such as "${limit}"`);
    return { stars: stars.text(), below: limit, printed: printed.text() };
  }).sort((a, b) => a.below - b.below);
  for (const [i, looser] of cutoffs.entries()) {
    const stricter = cutoffs.slice(0, i).find(({ stars, below }) => below === looser.below || stars === looser.stars || (onlyStars(stars) && onlyStars(looser.stars) && looser.stars.length > stars.length));
    if (stricter) throw new BadInput({ file: "runStudy", column: "cutoffs" }, said`${looser.stars} stands for ${looser.printed}, ${stricter.stars} for ${stricter.printed}`, "more stars for a smaller p");
  }
  return cutoffs;
}

function onlyStars(mark: string): boolean {
  return /^\*+$/.test(mark);
}

/**
 * The stars of a coefficient.
 *
 * @param p  two-sided and unrounded: 0.0496 printed as 0.050 still has its star
 * @throws {RangeError} p outside 0–1, NaN included
 */
export function starsOf(p: number, cutoffs: readonly StarCutoff[] = PAPER_CUTOFFS): string {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p = ${p} (expected 0 to 1)`);
  return cutoffs.find(({ below }) => p < below)?.stars ?? "";
}

/** The thresholds of a table of a run: print's, beside which the stars stand, or else the run's own. */
export const cutoffsOf = ({ cutoffs }: { readonly cutoffs?: readonly StarCutoff[] }, published: { readonly cutoffs?: Readonly<Record<string, string>> } | undefined): readonly StarCutoff[] =>
  published ? starCutoffs(published.cutoffs) : cutoffs ?? PAPER_CUTOFFS;

/** The note that says what the stars mean, from the same list. */
export function starNote(cutoffs: readonly StarCutoff[] = PAPER_CUTOFFS): Bilingual {
  if (cutoffs.length === 0) return { en: "no stars", zh: "不标星号" };
  const list = cutoffs.map(({ stars, printed }) => `${stars} p < ${printed}`);
  return {
    en: `${list.join(", ")} (two-sided, from the unrounded p)`,
    zh: `${list.join("，")}（双侧，按未四舍五入的 p）`,
  };
}
