// @ts-check
// A check is a sentence and work that throws where it does not hold.
import { isDeepStrictEqual } from "node:util";

export const tally = { passed: 0, failed: 0 };

export async function check(sentence, work) {
  try {
    await work();
    tally.passed++;
    console.log(`ok: ${sentence}`);
  } catch (error) {
    tally.failed++;
    console.log(`FAILED: ${sentence}\n  ${error.message}`);
  }
}

export function holds(truth, found) {
  if (!truth) throw new Error(`found ${typeof found === "string" ? found.slice(0, 1000) : JSON.stringify(found)}`);
}

/** Numbers, in lists of any depth, agree relative to the larger of both (and of `floor`). */
export function agree(found, expected, tolerance, floor = 0) {
  const [a, b] = [[found].flat(9), [expected].flat(9)];
  if (a.length !== b.length) throw new Error(`${a.length} numbers for ${b.length}`);
  a.forEach((x, i) => {
    const y = b[i];
    if (isDeepStrictEqual(x, y)) return;
    const gap = Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y), floor);
    if (!(gap <= tolerance)) throw new Error(`number ${i}: ${x} for ${y} (${gap.toExponential(1)} apart, ${tolerance} allowed)`);
  });
}
