import { expect, test } from "vitest";
import { multiverseJson } from "../../src/multiverse/asJson";
import type { Outcome } from "../../src/multiverse/fitUniverses";
import type { Multiverse } from "../../src/multiverse/runMultiverse";

const common = { model: "M1", term: "age", group: "all", outcome: "stay", n: 777, sample: "s1", likelihood: "l1", fit: 0, sign: 1 as const, options: { stay: "asModel" } };
const fitted = { ...common, id: "u1", paper: true, status: "fitted", estimate: -0.25, standardError: 0.125, p: 0.0455, stars: "*" } as Outcome;
const refused = { ...common, id: "u2", paper: false, status: "refused", reason: "r", why: { en: "r", zh: "由" } } as Outcome;
const whole = (universes: readonly Outcome[], change: Partial<Multiverse> = {}): Multiverse => ({
  universes, curves: [], flips: [], places: new Map(), stopped: false, influence: [], adjusted: new Map(), tests: [],
  importance: { estimate: [{ decision: "stay", label: { en: "", zh: "" }, share: 0.5 }], verdict: [] }, ...change,
} as unknown as Multiverse);
const facts = { seconds: 1.5, workers: 2, synthetic: true };
const told = { model: "M1", group: "all", outcome: "stay", term: "age", n: 777, sample: "s1", options: { stay: "asModel" } };

test("a fitted universe has numbers, a refused one its reason, and neither what it has not", () => {
  const [text, ...more] = multiverseJson(whole([fitted, refused], { adjusted: new Map([["u1", 0.2]]) }), facts);
  expect(more).toEqual([]);
  expect(JSON.parse(text)).toEqual({
    universes: [
      { id: "u1", paper: true, ...told, status: "fitted", estimate: -0.25, standardError: 0.125, p: 0.0455, stars: "*", adjustedP: 0.2 },
      { id: "u2", paper: false, ...told, status: "refused", reason: "r" },
    ],
    null: [], decisions: [{ decision: "stay", share: 0.5 }], influence: [], seconds: 1.5, workers: 2, synthetic: true,
  });
});

test("one that was stopped says so; statistics have their names, sensitivity is told where it was asked for", () => {
  const stopped = whole([], { stopped: true, tests: [{ model: "M1", statistic: "shareSignificant", p: 0.5 }] as unknown as Multiverse["tests"] });
  const sensitivity = [{ model: "M1" }] as never;
  expect(JSON.parse([...multiverseJson(stopped, { ...facts, sensitivity })].join(""))).toMatchObject({ stopped: true, sensitivity: [{ model: "M1" }], null: [{ model: "M1", p: 0.5, statistic: "share significant" }] });
});

test("of many, several texts are one JSON, and no universe is told twice or left out", () => {
  const many = Array.from({ length: 20_001 }, (_, i) => ({ ...fitted, id: `u${i}` }) as Outcome);
  const texts = [...multiverseJson(whole(many), facts)];
  expect(texts.map((text) => text.match(/"id":/g)?.length)).toEqual([10_000, 10_000, 1]);
  expect((JSON.parse(texts.join("")) as { universes: { id: string }[] }).universes.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
});
