import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ArenaBuilder } from "../../src/multiverse/arena";
import { crossTable } from "../../src/multiverse/crossTable";
import { shortDigest } from "../../src/multiverse/shortDigest";

const column = (...values: number[]) => Float64Array.from(values);
const sha = (text: string, numbers: number[] = []): string => createHash("sha256").update(text).update(new Uint8Array(Float64Array.from(numbers).buffer)).digest("hex");

describe("a digest", () => {
  it("is the beginning of SHA-256 of a text and bytes", () => {
    expect(shortDigest(8, "abc")).toBe("ba7816bf8f01cfea"); // FIPS 180-2, appendix B.1
    expect(shortDigest(32, "abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(shortDigest(4, "a", Uint8Array.from([98, 99]))).toBe("ba7816bf");
  });
});

describe("an arena", () => {
  const arena = new ArenaBuilder(["q", "p", "s", "r"]);

  it("holds each column and each set of rows once", () => {
    expect([arena.people, arena.placeOf("q"), arena.placeOf("r")]).toEqual([4, 0, 3]);
    expect([arena.column(column(1, 2, NaN, 4)), arena.column(column(1, 2, NaN, 5)), arena.column(column(1, 2, NaN, 4))]).toEqual([0, 1, 0]);
    expect(Array.from(arena.columns[1])).toEqual([1, 2, NaN, 5]);
    expect([arena.rowSet(Int32Array.of(0, 2)), arena.rowSet(Int32Array.of(1)), arena.rowSet(Int32Array.of(0, 2))]).toEqual([0, 1, 0]);
    expect(arena.rows.map((rows) => Array.from(rows))).toEqual([[0, 2], [1]]);
    expect(arena.digests).toEqual([sha("q\ns").slice(0, 16), sha("p").slice(0, 16)]);
  });

  it("tells a column by its people, in the order of their ids, and their values, in whatever order they came", () => {
    expect(arena.contents[0]).toBe(sha("p\nq\nr", [2, 1, 4]).slice(0, 16));
    const other = new ArenaBuilder(["r", "q", "t", "p"]);
    other.column(column(4, 1, NaN, 2));
    expect(other.contents[0]).toBe(arena.contents[0]);
    other.column(column(0, 1, NaN, 2));
    other.column(column(-0, 1, NaN, 2));
    expect(other.contents[1]).toBe(other.contents[2]);
    expect(other.contents[1]).not.toBe(other.contents[0]);
  });

  /** The first column that each is like. */
  const alike = (...columns: number[][]): number[] => {
    const made = new ArenaBuilder(columns[0].map((_, i) => `i${i}`));
    for (const values of columns) made.column(Float64Array.from(values));
    expect(made.likeContents.map((content) => made.likeContents.indexOf(content))).toEqual(made.alike);
    return made.alike;
  };

  it("knows columns that differ in origin and unit only, turned round too", () => {
    const x = [1, 2, 5, NaN, 3];
    expect(alike(x, x.map((v) => 2 * v + 1), x.map((v) => 0 - v), x.map((v) => 7 - 0.1 * v), x.map((v) => v * v), x.map((v) => v + (v === 2 ? 1e-3 : 0)))).toEqual([0, 0, 0, 0, 4, 5]);
    // The first value may be in the middle, or the highest.
    expect(alike([3, 1, 5, 5], [-3, -1, -5, -5], [3, 5, 1, 1], [3, 5, 1, 5])).toEqual([0, 0, 0, 3]);
    expect(alike([0, 1, 0, 0], [1, 0, 1, 1], [0, 0, 1, 0])).toEqual([0, 0, 2]);
    expect(alike([1 / 3, 1, 0, 0.1], [2 / 3, 0, 1, 0.9], [0.1, 1, 0, 0.1])).toEqual([0, 0, 2]);
  });

  it("takes columns for alike that differ by rounding, constants for one another, and gaps for what they are", () => {
    expect(alike([0, 0.3, 1], [0, 0.1 + 0.2, 1], [0, 0.3 + 1e-8, 1])).toEqual([0, 0, 2]);
    expect(alike([5, 5, 5], [7, 7, 7], [5, 5, NaN], [NaN, NaN, NaN])).toEqual([0, 0, 2, 3]);
    expect(alike([1, NaN, 2], [1, 2, NaN])).toEqual([0, 1]);
  });
});

describe("cross products of indicators", () => {
  it("are those of the columns laid out, about their means", () => {
    const random = (i: number): number => Math.abs(Math.sin(12.9898 * i) * 43758.5453) % 1;
    const universes = Array.from({ length: 17 }, (_, i) => ({ a: "pqr"[Math.floor(3 * random(i))], b: random(i + 50) < 0.4 ? "in" : "out" }));
    const outcomes = [universes.map((_, i) => random(i + 99) + 3), universes.map((_, i) => Number(random(i + 200) < 0.5))];
    const places = new Map([["a", new Map([["q", 0], ["r", 1]])], ["b", new Map([["out", 2]])]]);
    const laid = [universes.map(({ a }) => Number(a === "q")), universes.map(({ a }) => Number(a === "r")), universes.map(({ b }) => Number(b === "out"))];
    const about = (values: readonly number[]) => values.map((value) => value - values.reduce((s, v) => s + v, 0) / values.length);
    const product = (one: readonly number[], other: readonly number[]) => about(one).reduce((sum, value, i) => sum + value * about(other)[i], 0);
    const { cross, withOutcomes, totals } = crossTable(places, universes, outcomes);
    laid.forEach((one, a) => laid.forEach((other, b) => expect(cross[a][b]).toBeCloseTo(product(one, other), 12)));
    outcomes.forEach((values, y) => {
      laid.forEach((one, a) => expect(withOutcomes[y][a]).toBeCloseTo(product(one, values), 12));
      expect(totals[y]).toBeCloseTo(product(values, values), 12);
    });
    expect([cross.length, cross[0].length, withOutcomes.length]).toEqual([3, 3, 2]);
  });
});
