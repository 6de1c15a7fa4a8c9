import { expect, it } from "vitest";
import { curvesOf } from "../../src/multiverse/curves";
import { enumerate } from "../../src/multiverse/enumerate";
import { fitUniverses } from "../../src/multiverse/fitUniverses";
import { nullCurve } from "../../src/multiverse/nullCurve";
import { LARGEST_SEED, MOST_DRAWS } from "../../src/multiverse/nullDraw";
import { planUniverses } from "../../src/multiverse/plan";
import type { CodedPerson } from "../../src/study/study";
import { decision, option, smallPeople, smallSpec, smallStudy } from "./small";

const ordered = option("ordered", { outcome: "level", family: "ordered" });
/** Which outcomes a curve's null draws, and which it derives from which level on. */
async function nullOf(people: readonly CodedPerson[], ...others: ReturnType<typeof option>[]) {
  const spec = smallSpec([decision("outcome", option("yes"), ...others)]);
  const plan = planUniverses(spec, smallStudy, enumerate(spec), () => people);
  const [curve] = curvesOf(await fitUniverses(plan));
  const { drawn, derived, fits } = nullCurve(plan, curve);
  const named = (column: number) => Object.keys(people[0]).find((name) => people.every((who, i) => Object.is(who[name] ?? NaN, plan.arena.columns[column][i])))!;
  return { drawn: drawn.map(({ outcome, levels }) => `${named(outcome)} ${levels.join()}`), derived: derived.map(({ outcome, from, atLeast }) => `${named(outcome)} is ${named(from)} from ${atLeast}`), fits: fits.map(({ plan: { outcome, terms }, place, sign }) => `${named(outcome)} ${terms[place]} ${sign}`) };
}
const people = smallPeople();
const at = (least: number) => people.map((who) => ({ ...who, y: Number((who.level as number) >= least) }));

it("a binary outcome that is a step of an ordered one is derived from its draw, at its own level", async () => {
  expect(await nullOf(people, ordered)).toEqual({ drawn: ["level 1,2,3"], derived: ["y is level from 2"], fits: ["y x 1", "level x 1"] });
  expect(await nullOf(at(3), ordered)).toMatchObject({ drawn: ["level 1,2,3"], derived: ["y is level from 3"] });
});

it("one that is no step, or of people whom the ordered one lacks, is drawn by itself, behind it", async () => {
  const odd = people.map((who, i) => ({ ...who, y: i % 3 === 0 ? 1 - (who.y as number) : who.y }));
  expect(await nullOf(odd, ordered)).toMatchObject({ drawn: ["level 1,2,3", "y 0,1"], derived: [] });
  const lacking = people.map((who, i) => ({ ...who, level: i === 7 ? undefined : who.level }));
  expect(await nullOf(lacking, ordered)).toMatchObject({ drawn: ["level 1,2,3", "y 0,1"], derived: [] });
  // Turned round it is no step either: 1 for the lower levels.
  expect(await nullOf(people.map((who) => ({ ...who, y: 1 - (who.y as number) })), ordered)).toMatchObject({ drawn: ["level 1,2,3", "y 0,1"], derived: [] });
});

it("without an ordered one each is drawn; with two steps of one ordered each is derived", async () => {
  const high = option("high", { outcome: "high" });
  const two = people.map((who) => ({ ...who, high: Number(who.level === 3) }));
  expect(await nullOf(two, high)).toEqual({ drawn: ["y 0,1", "high 0,1"], derived: [], fits: ["y x 1", "high x 1"] });
  expect(await nullOf(two, high, ordered)).toMatchObject({ drawn: ["level 1,2,3"], derived: ["y is level from 2", "high is level from 3"] });
});

it("every draw of every seed has a seed of its own that is a whole number exactly", () => {
  expect([MOST_DRAWS, LARGEST_SEED]).toEqual([1_048_576, 4_294_967_295]);
  expect(Number.isSafeInteger(LARGEST_SEED * MOST_DRAWS + MOST_DRAWS - 1)).toBe(true);
});
