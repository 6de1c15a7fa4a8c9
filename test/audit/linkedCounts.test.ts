import { describe, expect, it } from "vitest";
import { linkedCounts, type Pool } from "../../src/audit/linkedCounts";

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const pool: Pool = { whole: "W", parts: ["A", "B"] };

describe("counts that must add up", () => {
  it("are left alone where a pool has more than 50,000 combinations of its parts, and not at 50,000", () => {
    // Counts below half of n, each with its mirror: 2·125 times 2·100 are 50,000.
    const sizes = { A: 1000, B: 1000, W: 2000 };
    const at = linkedCounts({ A: upTo(125), B: upTo(100), W: [3] }, sizes, [pool]);
    expect(at).toHaveLength(1);
    expect(at[0].filter(({ W }) => W === 3)).toEqual(upTo(4).map((a) => ({ A: a, B: 3 - a, W: 3 })));
    expect(at[0].filter(({ W }) => W !== 3).every(({ A, B, W }) => W === 1997 && A + B === 1997)).toBe(true);
    const beyond = linkedCounts({ A: upTo(126), B: upTo(100), W: [3] }, sizes, [pool]);
    expect(beyond.map((group) => group.length)).toEqual([252, 200, 2]);
  });

  it("are not ruled out further where linked pools multiply past it", () => {
    const counts = { A: upTo(60), B: upTo(40), C: upTo(40), W: upTo(100), V: [5] }, sizes = { A: 1000, B: 1000, C: 1000, W: 2000, V: 2000 };
    const [group] = linkedCounts(counts, sizes, [pool, { whole: "V", parts: ["B", "C"] }]);
    expect(group.every((assignment) => !("C" in assignment))).toBe(true);
    expect(group.filter(({ A, B }) => A < 60 && B < 40)).toHaveLength(60 * 40); // as the first pool left them
    const [both] = linkedCounts({ ...counts, A: [1], B: [2], W: [3] }, sizes, [pool, { whole: "V", parts: ["B", "C"] }]);
    expect(both.filter(({ B }) => B === 2)).toEqual([{ A: 1, B: 2, W: 3, V: 5, C: 3 }].filter(({ B }) => B === 2));
  });

  it("are multiplied by those of the parts that are new", () => {
    // 1,200 ways to add up, by 2 of C, are few; by B's 40 as well they would be too many.
    const [group] = linkedCounts({ A: upTo(30), B: upTo(20), C: [1], W: upTo(60), V: upTo(60) }, { A: 1000, B: 1000, C: 1000, W: 2000, V: 2000 }, [pool, { whole: "V", parts: ["B", "C"] }]);
    expect(group.length).toBe(1200);
    expect(group.every(({ B, C, V }) => V === B + C && (C === 1) === (B < 500))).toBe(true);
  });

  it("hold where the whole of one pool is a part of another, told before it", () => {
    const sizes = { A: 10, B: 10, C: 10, W: 20, V: 30 };
    const larger: Pool = { whole: "V", parts: ["W", "C"] };
    for (const pools of [[pool, larger], [larger, pool]]) {
      const [group] = linkedCounts({ A: [3], B: [4], C: [2], W: [7, 8], V: [9, 10] }, sizes, pools);
      expect(group.map(({ A, B, C, W, V }) => [A, B, C, W, V])).toEqual([[3, 4, 2, 7, 9], [7, 6, 8, 13, 21]]);
    }
    expect(linkedCounts({ A: [3], B: [4], C: [2], W: [8], V: [10] }, sizes, [larger, pool])).toEqual([[]]);
  });
});
