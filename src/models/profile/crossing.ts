const MOST_DOUBLINGS = 60;
const MOST_STEPS = 100;

/**
 * Where a profile log-likelihood has fallen by half a χ² quantile, on one side of its maximum.
 *
 * The signed root of twice the fall is nearly linear in the parameter, so the secant on it arrives in a few steps;
 * a bracket is kept all the same, and halved whenever the secant leaves it.
 *
 * @param fall     b ↦ maximum − profile(b), which is 0 at the estimate
 * @param estimate where the profile has its maximum
 * @param step     a first guess of the distance, with the sign of the side
 * @param height   the χ² quantile, such as 3.84
 * @returns ±Infinity where the profile never falls that far
 */
export function crossing(fall: (b: number) => number, estimate: number, step: number, height: number): number {
  const target = Math.sqrt(height);
  const root = (b: number): number => Math.sqrt(Math.max(0, 2 * fall(b))) - target;
  let [near, atNear] = [estimate, -target];
  let far = estimate + step;
  let atFar = root(far);
  for (let doublings = 0; !(atFar > 0); doublings++) {
    if (doublings === MOST_DOUBLINGS) return step > 0 ? Infinity : -Infinity;
    [near, atNear] = [far, atFar];
    far = estimate + step * 2 ** (doublings + 1);
    atFar = root(far);
  }
  for (let steps = 0; steps < MOST_STEPS && Math.abs(far - near) > 1e-10 * Math.abs(step); steps++) {
    const secant = near - (atNear * (far - near)) / (atFar - atNear);
    // A step from an end by a hair, so that the bracket closes from both sides.
    const inner = steps % 3 === 2 ? (near + far) / 2 : secant;
    const at = root(inner);
    if (Math.abs(at) < 1e-11) return inner;
    if (at > 0) [far, atFar] = [inner, at];
    else [near, atNear] = [inner, at];
  }
  return near - (atNear * (far - near)) / (atFar - atNear);
}
