import { noted } from "../../faults/noted";

const MOST_DOUBLINGS = 60;
const MOST_STEPS = 200;
/** Of the signed root of twice the fall: ends of a closed bracket further apart than this have a jump between them. */
const JUMP = 1e-3;

/** Where a profile has fallen far enough; null where that could not be told, and why. */
export type Crossing = { readonly at: number } | { readonly at: null; readonly why: string };

/**
 * Where a profile log-likelihood has fallen by half a χ² quantile, on one side of its maximum.
 *
 * The signed root of twice the fall is nearly linear in the parameter, so the secant on it arrives in a few steps;
 * a bracket is kept all the same, and halved whenever the secant leaves it.
 *
 * @param fall     b ↦ maximum − profile(b), which is 0 at the estimate; NaN where the profile could not be had
 * @param estimate where the profile has its maximum
 * @param step     a first guess of the distance, with the sign of the side
 * @param height   the χ² quantile, such as 3.84
 * @returns at ±Infinity where the profile never falls that far; null where it fails on the way, or jumps past the height
 */
export function crossing(fall: (b: number) => number, estimate: number, step: number, height: number): Crossing {
  const target = Math.sqrt(height);
  const root = (b: number): number => {
    const fallen = fall(b);
    return Number.isNaN(fallen) ? NaN : Math.sqrt(Math.max(0, 2 * fallen)) - target;
  };
  const failed = (b: number): Crossing => ({ at: null, why: noted`the profile could not be followed to ${b.toPrecision(5)}` });
  if (!Number.isFinite(estimate) || !(Math.abs(step) > 0 && Math.abs(step) < Infinity)) return { at: null, why: noted`the estimate has no standard error to begin with` };
  let [near, atNear] = [estimate, -target];
  let far = estimate + step;
  let atFar = root(far);
  for (let doublings = 0; !(atFar > 0); doublings++) {
    if (Number.isNaN(atFar)) return failed(far);
    if (doublings === MOST_DOUBLINGS) return { at: step > 0 ? Infinity : -Infinity };
    [near, atNear] = [far, atFar];
    far = estimate + step * 2 ** (doublings + 1);
    atFar = root(far);
  }
  for (let steps = 0; Math.abs(far - near) > 1e-10 * Math.abs(step); steps++) {
    if (steps === MOST_STEPS) return { at: null, why: noted`the crossing was not reached` };
    const secant = near - (atNear * (far - near)) / (atFar - atNear);
    // A step from an end by a hair, so that the bracket closes from both sides.
    const inner = steps % 3 === 2 || !(secant > Math.min(near, far) && secant < Math.max(near, far)) ? (near + far) / 2 : secant;
    if (inner === near || inner === far) break;
    const at = root(inner);
    if (Number.isNaN(at)) return failed(inner);
    if (Math.abs(at) < 1e-11) return { at: inner };
    if (at > 0) [far, atFar] = [inner, at];
    else [near, atNear] = [inner, at];
  }
  if (atFar - atNear > JUMP) {
    const fallen = (at: number): string => (((at + target) ** 2) / 2).toFixed(3);
    return { at: null, why: noted`the profile jumps at ${near.toPrecision(5)}, from a fall of ${fallen(atNear)} to one of ${fallen(atFar)}, past ${(height / 2).toFixed(3)}` };
  }
  return { at: near - (atNear * (far - near)) / (atFar - atNear) };
}
