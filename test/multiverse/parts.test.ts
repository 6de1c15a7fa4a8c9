import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { enumerate } from "../../src/multiverse/enumerate";
import { firstOfEach, MOST_CODINGS, partsOf, rememberingLast } from "../../src/multiverse/parts";
import type { Code } from "../../src/multiverse/plan";
import { runMultiverse } from "../../src/multiverse/runMultiverse";
import { controls, decision, option, outcome, smallPeople, smallSpec, smallStudy } from "./small";

const people = smallPeople();
const unit = decision("unit", ...Array.from({ length: 200 }, (_, i) => option(`u${i}`, { readings: { unit: String(i) } })));
const spec = smallSpec([controls, unit, outcome]);
/** People of their own for each way of coding: `a` of one person in twenty is another. */
const code: Code = ({ readings }) => people.map((who, i) => ({ ...who, a: i % 20 === 0 ? Number(readings.unit ?? 0) / 100 : who.a }));

test("choices that are coded alike stand in one part, each once, and a part has no more codings than may be held", () => {
  const choices = enumerate(spec);
  const parts = [...partsOf(spec, choices)];
  expect(new Set(parts.flat())).toEqual(new Set(choices));
  expect(parts.flat()).toHaveLength(1_200);
  const units = parts.map((part) => [...new Set(part.map((choice) => choice.unit))]);
  expect(Math.max(...units.map(({ length }) => length))).toBe(MOST_CODINGS);
  expect(units.flat()).toHaveLength(200);
  // One coding with more choices than a part takes is in several parts, and these are all the parts it is in.
  const one = smallSpec([controls, decision("n", ...Array.from({ length: 100 }, (_, i) => option(`n${i}`)))]);
  expect([...partsOf(one, enumerate(one))].map(({ length }) => length)).toEqual([256, 44]);
  // Five draws of what is missing are five codings.
  const drawn = smallSpec([decision("missing", option("dropped"), option("imputed", { missing: "imputed", imputations: MOST_CODINGS })), controls]);
  expect([...partsOf(drawn, enumerate(drawn))].map(({ length }) => length)).toEqual([3, 3]);
});

test("in parts the universes and their order are those of a run that holds them together", async () => {
  const some = smallSpec([controls, { ...unit, options: unit.options.slice(0, 40) }, outcome]);
  const [parts, whole] = [await runMultiverse(some, smallStudy, code), await runMultiverse(some, smallStudy, code, { draws: 1 })];
  const without = (universes: typeof parts.universes) => universes.map(({ fit: _, ...rest }) => rest);
  expect(parts.universes).toHaveLength(240);
  expect(without(parts.universes)).toEqual(without(whole.universes));
  expect(parts.importance).toEqual(whole.importance);
  expect(parts.flips).toEqual(whole.flips);
});

test("at any number of universes only some codings are held, and no universe that is told and let go of", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const alive = <T extends WeakKey>(refs: readonly WeakRef<T>[]): number => refs.filter((ref) => ref.deref() !== undefined).length;
  const codings: WeakRef<object>[] = [];
  const told: WeakRef<object>[] = [];
  const seen: { codings: number; told: number }[] = [];
  const result = await runMultiverse(spec, smallStudy, (how) => {
    const made = code(how);
    codings.push(new WeakRef(made));
    return made;
  }, {
    letGo: true,
    each: (universes) => told.push(...universes.map((universe) => new WeakRef(universe))),
    meanwhile: async () => {
      await setImmediate(); // what a reference was asked for is held until then
      collect();
      seen.push({ codings: alive(codings), told: alive(told) });
      await setImmediate();
      return "on";
    },
  });
  expect(codings.length).toBeGreaterThan(200); // those that were looked at before all, too
  expect(codings.length).toBeLessThanOrEqual(400);
  expect(told).toHaveLength(1_200);
  expect(result.universes).toEqual([]);
  expect(seen.length).toBeGreaterThan(10);
  for (const held of seen) {
    expect(held.codings).toBeLessThanOrEqual(2 * MOST_CODINGS);
    expect(held.told).toBeLessThanOrEqual(16 * 6); // the part before
  }
}, 60_000);

test("of many choices, one that cannot be planned is refused before any is told", async () => {
  const wrong = smallSpec([controls, { ...unit, options: [...unit.options, option("bad", { adds: ["nobodyHasIt"] })] }, outcome]);
  let told = 0;
  await expect(runMultiverse(wrong, smallStudy, code, { each: () => told++ })).rejects.toThrow("column nobodyHasIt: no coded person has a value in this column");
  expect(told).toBe(0);
});

test("a thousand choices are begun at once; of more, the first with each option are planned first", () => {
  const of = (x: number, y: number) => {
    const spec = smallSpec([decision("x", ...Array.from({ length: x }, (_, i) => option(`x${i}`))), decision("y", ...Array.from({ length: y }, (_, i) => option(`y${i}`)))]);
    return firstOfEach(spec, enumerate(spec)).map((choice) => `${choice.x} ${choice.y}`);
  };
  expect(of(10, 100)).toEqual([]);
  expect(of(7, 143)).toEqual([...Array.from({ length: 143 }, (_, i) => `x0 y${i}`), ...Array.from({ length: 6 }, (_, i) => `x${i + 1} y0`)]); // 1,001
});

test("a coding is made again only when sixteen others were asked for since", () => {
  const made: string[] = [];
  const remembering = rememberingLast(({ readings }) => { made.push(readings.unit!); return people; });
  const ask = (...units: number[]) => { for (const one of units) remembering({ readings: { unit: String(one) }, skips: [] } as unknown as Parameters<Code>[0]); };
  ask(...Array.from({ length: MOST_CODINGS }, (_, i) => i), 0); // 0 is the last asked for now
  expect(made).toHaveLength(16);
  ask(16, 0, 2); // 1 is let go of
  expect(made).toHaveLength(17);
  ask(1);
  expect(made.at(-1)).toBe("1");
  ask(0, 16, 1, 4);
  expect(made).toHaveLength(18);
});
