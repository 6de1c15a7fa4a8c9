import { describe, expect, it } from "vitest";
import { departuresOf, enumerate } from "../../src/multiverse/enumerate";
import type { Spec } from "../../src/multiverse/spec";

type When = Record<string, string[]>;
const decision = (id: string, options: number, when: Record<number, When> = {}) => ({ id, options: Array.from({ length: options }, (_, o) => ({ id: String(o), paper: o === 0, when: when[o] ?? {} })) });
const spec = (decisions: ReturnType<typeof decision>[], blocks: string[][], universes?: Record<string, string>[]) => ({ decisions, blocks, universes }) as unknown as Spec;
const told = (choices: readonly Record<string, string>[]) => choices.map((choice) => Object.values(choice).join(""));

describe("the choices of a multiverse", () => {
  const decisions = [decision("a", 2), decision("b", 3, { 2: { a: ["1"] } }), decision("c", 2)];

  it("are a block's options crossed, the paper's first, the last decision fastest, less what goes only with another", () => {
    expect(told(enumerate(spec(decisions, [["a", "b"]])))).toEqual(["000", "010", "100", "110", "120"]);
    expect(told(enumerate(spec(decisions, [["a", "c"], ["a"]])))).toEqual(["000", "001", "100", "101"]);
    expect(told(enumerate(spec(decisions, []), ["c"]))).toEqual(["000", "001"]);
  });

  it("are those that are listed, the paper's before them, each once", () => {
    expect(told(enumerate(spec(decisions, [["a", "b", "c"]], [{ b: "1" }, { a: "1", b: "2" }, { b: "1" }, {}])))).toEqual(["000", "010", "120"]);
    expect(told(enumerate(spec(decisions, [], [{ b: "1" }]), ["a"]))).toEqual(["000", "100"]);
  });

  it("are a million in a block at most, and of decisions that there are", () => {
    const many = Array.from({ length: 20 }, (_, i) => decision(`d${i}`, 2));
    expect(() => enumerate(spec(many, [many.map(({ id }) => id)]))).toThrow(/d0 × d1 × .* are 1048576 universes \(expected at most 1000000 in a block\)/);
    expect(() => enumerate(spec(decisions, []), ["d"])).toThrow(/there is no decision "d" \(expected a, b, c\)/);
    expect(enumerate(spec([decision("x", 1000), decision("y", 10)], [["x", "y"]]))).toHaveLength(10_000);
  });

  it("depart from the paper's where they differ", () => expect(departuresOf({ a: "0", b: "0", c: "0" }, { a: "0", b: "2", c: "1" })).toEqual(["b", "c"]));
});
