import { editDistance } from "../faults/nearest";
import { plain } from "./exactMatch";

/**
 * How alike two texts are: 1 equal, 0 nothing in common; case, width and blanks do not count.
 * @param beyond  what has been found already: where lengths alone forbid a higher score, it may be 0
 */
export function alike(a: string, b: string, beyond = 0): number {
  const [x, y] = [a, b].map((text) => plain(text).toLowerCase().replace(/[\s_.-]+/g, ""));
  if (x === "" || y === "") return 0;
  if (x === y) return 1;
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  // At least the letters that the one has more are added.
  const whole = short.length / long.length <= beyond ? 0 : 1 - editDistance(x, y) / long.length;
  // "性别" in "您的性别是": a whole word of the one inside the other.
  const inside = short.length >= 2 && long.includes(short) ? 0.6 + 0.4 * (short.length / long.length) : 0;
  return Math.max(whole, inside);
}
