import type { Fit } from "../fit";

/**
 * Refuses a fit of partial proportional odds where a number is worked out from one slope a column: its parameters stand in
 * another order, and the number would look like any other.
 *
 * @param what is not offered, for the message
 * @throws {RangeError}
 */
export function refusePartial({ inference: { partial } }: Fit, what: string): void {
  if (partial) throw new RangeError(`${what} are not worked out for slopes that differ between cut points (partial proportional odds)`);
}
