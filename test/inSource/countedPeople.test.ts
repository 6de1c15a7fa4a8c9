import { expect, test } from "vitest";
import type { SourceColumn } from "../../src/engines/engine";
import { countedPeople } from "../../src/inSource/countedPeople";
import { fakeEngine } from "../engines/fakeEngine";

const columns: SourceColumn[] = [{ name: "age", kind: "integer", type: "INTEGER" }, { name: "city", kind: "text", type: "VARCHAR" }, { name: "wave", kind: "text", type: "VARCHAR" }, { name: "gender", kind: "double", type: "DOUBLE" }];

test("texts stay texts, numbers are numbers, and what is missing is undefined", async () => {
  const engine = fakeEngine(columns, [[[["7", "yiwu", "7"], [1, 0, null], [2, 3, 4]]]]);
  expect(await countedPeople(engine, ["city", "gender"], 3)).toEqual({ people: [{ city: "7", gender: undefined }, { city: "7", gender: 1 }, { city: "yiwu", gender: 0 }], counts: [4, 2, 3] });
  expect(engine.asked[0]).toMatch(/ LIMIT 4$/);
  expect(engine.asked[0]).toMatch(/SELECT s\."city" AS g0, s\."gender" AS g1, count/);
});

test("a source of more patterns gives none", async () => {
  expect(await countedPeople(fakeEngine(columns, [[[["a", "b"], [1, 1]]]]), ["city"], 1)).toBeUndefined();
});
