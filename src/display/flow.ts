import type { Bilingual } from "../bilingual";

/** A step of a sample selection, as the coding stages count it: the first step is everybody (`dropped` 0). */
export interface FlowStep extends Bilingual {
  readonly dropped: number;
  readonly left: number;
  /** Kinds within the reason; they add up to `dropped`. */
  readonly parts?: readonly (Bilingual & { readonly dropped: number })[];
}

/** What the selected people are made of (cities, groups). */
export interface FlowEnd {
  readonly label: Bilingual;
  readonly count: number;
}

/**
 * @throws {RangeError} a step whose counts do not add up to those of the step before, or ends that do not add up to the last
 */
export function checkFlow(steps: readonly FlowStep[], ends: readonly FlowEnd[] = []): void {
  if (steps.length === 0) throw new RangeError("a sample flow needs at least one step: everybody");
  steps.slice(1).forEach((step, i) => {
    if (steps[i].left - step.dropped !== step.left) throw new RangeError(`sample flow, "${step.en}": ${steps[i].left} − ${step.dropped} is not ${step.left}`);
  });
  const total = ends.reduce((sum, { count }) => sum + count, 0);
  const last = steps.at(-1)!.left;
  if (ends.length > 0 && total !== last) throw new RangeError(`sample flow: its ends add up to ${total}, not to ${last}`);
}
