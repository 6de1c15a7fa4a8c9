import { fitBinaryLogit } from "../models/binary";
import { fitOrderedLogit } from "../models/ordered";
import type { Fit } from "../models/fit";
import { logit } from "../models/links/logit";
import { orthogonalise } from "../models/numeric/orthogonal";
import { RefusedModel } from "../models/refusedModel";
import type { ArenaBuilder } from "./arena";
import type { PlannedFit } from "./plannedFit";

/** How one outcome is drawn where the term has no effect. */
export interface NullOutcome {
  readonly outcome: number;
  /** Low to high. */
  readonly levels: readonly number[];
  /** By cut, then person: the probability of a level above the cut; NaN for who is in no universe with this outcome. */
  readonly above: readonly Float64Array[];
  /** Its people, and what it is refitted by to each draw: orthonormal columns that span the controls beside a constant. */
  readonly rows: Int32Array;
  readonly basis: readonly Float64Array[];
  /** What the model was fitted without, since it could not be fitted with it; places of columns. */
  readonly without: readonly number[];
}

/** A column of a null model: a control with 0 where there is no value, or whether there is none. */
interface Control {
  readonly column: number;
  readonly values: Float64Array;
}

/**
 * The model of an outcome without the term: on everybody whom some universe of the curve uses, with all controls that
 * any of them has, whatever their coding. A person without a value in some of them has a 0 there and an indicator of it.
 * Controls that depend on those before them say nothing more and are left out; those that cannot be estimated (separation)
 * are left out and named.
 *
 * @param fits   the curve's models that have this outcome
 * @param focal  columns of the term itself, as they are coded in some universe
 */
export function nullOutcome(arena: ArenaBuilder, outcome: number, fits: readonly PlannedFit[], focal: ReadonlySet<number>): NullOutcome {
  const ordered = fits.find(({ family }) => family === "ordered");
  const rows = Array.from(peopleOf(arena, fits)).sort((a, b) => a - b);
  const y = rows.map((i) => arena.columns[outcome][i]);
  const levels = ordered ? [...new Set(y)].sort((a, b) => a - b) : [0, 1];
  let controls = independent(candidates(arena, fits, rows, focal), rows.length);
  const without: number[] = [];
  for (;;) {
    const terms = controls.map((_, j) => `control ${j}`);
    const X = rows.map((_, i) => [1, ...controls.map(({ values }) => values[i])]);
    try {
      const fit = ordered ? fitOrderedLogit(X, y, ["const", ...terms], levels) : fitBinaryLogit(X, y, ["const", ...terms]);
      return { outcome, levels, above: probabilities(fit, X, rows, arena.people), rows: Int32Array.from(rows), basis: basisOf(controls, rows.length), without };
    } catch (error) {
      if (!(error instanceof RefusedModel)) throw error;
      const blamed = controls.filter((_, j) => error.terms.includes(terms[j]));
      const leave = blamed.length > 0 ? blamed : controls.slice(-1);
      if (leave.length === 0) throw error;
      without.push(...leave.map(({ column }) => column));
      controls = controls.filter((control) => !leave.includes(control));
    }
  }
}

/** Everybody whom one of these models uses, each once. */
export function peopleOf(arena: ArenaBuilder, fits: readonly PlannedFit[]): Set<number> {
  const people = new Set<number>();
  for (const set of new Set(fits.map(({ rows }) => rows))) for (const person of arena.rows[set]) people.add(person);
  return people;
}

function candidates(arena: ArenaBuilder, fits: readonly PlannedFit[], rows: readonly number[], focal: ReadonlySet<number>): Control[] {
  const seen = new Set<number>();
  const found: Control[] = [];
  for (const { columns } of fits) {
    for (const column of columns) {
      const first = arena.alike[column];
      if (focal.has(first) || seen.has(first)) continue;
      seen.add(first);
      const values = Float64Array.from(rows, (i) => arena.columns[column][i]);
      found.push({ column, values: values.map((value) => (Number.isNaN(value) ? 0 : value)) });
      if (values.some(Number.isNaN)) found.push({ column, values: values.map((value) => Number(Number.isNaN(value))) });
    }
  }
  return found;
}

/** Age beside its square and other codings of both are nearly dependent; a fit is one of their span, whatever spans it. */
const basisOf = (controls: readonly Control[], n: number): readonly Float64Array[] =>
  orthogonalise([new Float64Array(n).fill(1), ...controls.map(({ values }) => values.slice())]).Q.slice(1);

/** Of a column's spread, what must be left after those before it. */
const LEFT_OVER = 1e-7;

/** Controls that are no combination of the constant and of those before them. */
function independent(controls: readonly Control[], n: number): Control[] {
  const basis = [new Float64Array(n).fill(1 / Math.sqrt(n))];
  return controls.filter(({ values }) => {
    const rest = values.slice();
    const project = (axis: Float64Array): void => {
      const share = rest.reduce((sum, value, i) => sum + value * axis[i], 0);
      for (let i = 0; i < n; i++) rest[i] -= share * axis[i];
    };
    project(basis[0]);
    const spread = Math.hypot(...rest);
    for (let pass = 0; pass < 2; pass++) basis.forEach(project);
    const left = Math.hypot(...rest);
    if (!(left > LEFT_OVER * spread)) return false;
    basis.push(rest.map((value) => value / left));
    return true;
  });
}

function probabilities(fit: Fit, X: readonly (readonly number[])[], rows: readonly number[], people: number): Float64Array[] {
  const slopes = fit.coefficients.map(({ estimate }) => estimate);
  const first = fit.family === "binomial" ? 0 : 1;
  const cuts = fit.family === "binomial" ? [0] : fit.thresholds!.map(({ estimate }) => estimate);
  return cuts.map((cut) => {
    const above = new Float64Array(people).fill(NaN);
    rows.forEach((person, i) => (above[person] = logit.cdf(slopes.reduce((eta, slope, j) => eta + slope * X[i][j + first], -cut))));
    return above;
  });
}
