import { expect, test } from "vitest";
import { csvHead, csvRows, universeColumns } from "../../src/multiverse/asColumns";
import { multiverseJson } from "../../src/multiverse/asJson";
import type { Outcome } from "../../src/multiverse/fitUniverses";
import type { Multiverse } from "../../src/multiverse/runMultiverse";

const common = { model: "M", group: "g", outcome: "y", term: "x", n: 10, sample: "s", sign: 1 } as const;
const [first, second] = [{ a: "1", b: "1" }, { a: "2", b: "1" }];
const fitted: Outcome = { ...common, id: "u1", paper: true, options: first, likelihood: "l", fit: 3, status: "fitted", estimate: 1.5, standardError: 0.5, p: 0.003, stars: "**" };
const refused: Outcome = { ...common, id: "u2", paper: false, options: second, likelihood: "k", n: 0, status: "refused", reason: 'no "x", here', why: { en: "e", zh: "z" } };

test("universes are rows; what one has not is null", () => {
  const columns = universeColumns([fitted, refused], { synthetic: true, decisions: ["b", "a"], places: new Map([[second, 7]]), adjusted: new Map([["u1", 0.02]]) });
  expect(columns.map(({ name, type, data }) => [name, type, ...data])).toEqual([
    ["source", "STRING", "synthetic", "synthetic"], ["id", "STRING", "u1", "u2"], ["place", "INT32", null, 7], ["paper", "BOOLEAN", true, false], ["model", "STRING", "M", "M"], ["group", "STRING", "g", "g"],
    ["outcome", "STRING", "y", "y"], ["term", "STRING", "x", "x"], ["n", "INT32", 10, 0], ["sample", "STRING", "s", "s"], ["likelihood", "STRING", "l", "k"], ["status", "STRING", "fitted", "refused"],
    ["reason", "STRING", null, 'no "x", here'], ["estimate", "DOUBLE", 1.5, null], ["standardError", "DOUBLE", 0.5, null], ["p", "DOUBLE", 0.003, null], ["stars", "STRING", "**", null], ["adjustedP", "DOUBLE", 0.02, null],
    ["decision_b", "STRING", "1", "1"], ["decision_a", "STRING", "1", "2"],
  ]);
  const real = universeColumns([fitted], { synthetic: false, decisions: [], places: new Map() });
  expect([real[0].data, real.at(-1)]).toEqual([["survey"], { name: "adjustedP", type: "DOUBLE", data: [null] }]);
});

test("as CSV, null is empty, and commas, quotes and line breaks stand in quotes", () => {
  const columns = [{ name: "a", type: "STRING" as const, data: ['say "x", "y"', null, "two\nlines", "a\rb", "plain"] }, { name: "b,c", type: "DOUBLE" as const, data: [1, 0, -2.5, null, 4] }];
  expect(csvHead(columns)).toBe('a,"b,c"\n');
  expect(csvRows(columns)).toBe('"say ""x"", ""y""",1\n,0\n"two\nlines",-2.5\n"a\rb",\nplain,4\n');
});

const result = (universes: readonly Outcome[], more: Partial<Multiverse> = {}) => ({
  universes, tests: [{ model: "M", term: "x", statistic: "shareOfSign", observed: 1, p: 0.5, draws: 3, failed: 0, undrawn: 0 }], adjusted: new Map([["u1", 0.02]]),
  importance: { estimate: [{ decision: "a", share: 0.25, standardError: 0.1 }], verdict: [] }, influence: [], stopped: false, ...more,
}) as unknown as Multiverse;
const facts = { seconds: 2, workers: 1, synthetic: true };

test("as JSON, one text holds universes and what is said of all", () => {
  const texts = [...multiverseJson(result([fitted, refused]), facts)];
  expect(texts).toHaveLength(1);
  const told = { ...common, sign: undefined };
  expect(JSON.parse(texts[0])).toEqual({
    universes: [
      { ...told, id: "u1", paper: true, options: first, status: "fitted", estimate: 1.5, standardError: 0.5, p: 0.003, stars: "**", adjustedP: 0.02 },
      { ...told, id: "u2", paper: false, options: second, n: 0, status: "refused", reason: 'no "x", here' },
    ],
    null: [{ model: "M", term: "x", statistic: "share of the sign", observed: 1, p: 0.5, draws: 3, failed: 0, undrawn: 0 }],
    decisions: [{ decision: "a", share: 0.25 }], influence: [], ...facts,
  });
  const stopped = JSON.parse([...multiverseJson(result([], { stopped: true }), { ...facts, sensitivity: [] })].join("")) as Record<string, unknown>;
  expect([stopped.stopped, stopped.universes, stopped.sensitivity]).toEqual([true, [], []]);
});

test("ten thousand universes are a text, one more is in a second", () => {
  const many = (n: number) => [...multiverseJson(result(Array.from({ length: n }, (_, i) => ({ ...refused, id: `u${i}` }))), facts)];
  expect(many(10_000)).toHaveLength(1);
  const texts = many(10_001);
  expect(texts).toHaveLength(2);
  expect(texts[1].startsWith(',{"id":"u10000"')).toBe(true);
  const { universes } = JSON.parse(texts.join("")) as { universes: { id: string }[] };
  expect([universes.length, universes[9_999].id, universes[10_000].id]).toEqual([10_001, "u9999", "u10000"]);
});
