/** How a table maker cuts numbers to their printed places. */
export type Cut = "half-up" | "half-even" | "truncated";
export const CUTS: readonly Cut[] = ["half-up", "half-even", "truncated"];

/** Below this share of a unit from a half, a number counts as a half: binary fractions do not hold decimal halves. */
const HALF = 1e-9;

/** x as a table prints it, with a minus before what rounds to zero from below. */
export function printNumber(x: number, decimals: number, cut: Cut): string {
  const scaled = Math.abs(x) * 10 ** decimals;
  const whole = Math.floor(scaled);
  const rest = scaled - whole;
  const up = cut === "truncated" ? false : Math.abs(rest - 0.5) < HALF ? cut === "half-up" || whole % 2 === 1 : rest > 0.5;
  const text = ((whole + (up ? 1 : 0)) / 10 ** decimals).toFixed(decimals);
  return x < 0 ? `-${text}` : text;
}
