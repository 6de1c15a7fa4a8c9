import { expect, it } from "vitest";
import { isSynthetic } from "../../src/cli/isSynthetic";
import { isSyntheticSource } from "../../src/engines/modelDataFrom";
import { fakeEngine } from "../engines/fakeEngine";
import { folder } from "../survey/rawFile";

const here = folder();
it.each([
  ["a word in one row", "x,source\n1,survey\n2,synthetic\n", true], ["the word as a spreadsheet may write it", "source,x\nSynthetic ,1\n", true], ["an id in one row", "x,id\n1,A1\n2,SYN-2\n", true],
  ["other words and ids", "source,id\nsurvey,A-SYN-1\n", false], ["a column of another name", "sources,x\nsynthetic,1\n", false], ["no such column", "x,y\nsynthetic,SYN-1\n", false],
])("a file tells by %s", (_, text, expected) => expect(isSynthetic(here.put("a.csv", text), {})).toBe(expected));

it("a source tells by the same, where its columns are text", async () => {
  const of = (...columns: (readonly [name: string, kind: "text" | "integer"])[]) => fakeEngine(columns.map(([name, kind]) => ({ name, kind, type: kind })), [[[[1]]]]);
  const both = of(["id", "text"], ["source", "text"]);
  expect(await isSyntheticSource(both)).toBe(true);
  expect(both.asked).toEqual([`SELECT 1 AS one FROM "t" AS s WHERE lower(TRIM(s."source")) = 'synthetic' OR s."id" LIKE 'SYN-%' LIMIT 1`]);
  expect(await isSyntheticSource({ ...both, query: async function* () { yield [[]]; } })).toBe(false);
  const numbers = of(["id", "integer"], ["source", "integer"], ["x", "text"]);
  expect([await isSyntheticSource(numbers), numbers.asked]).toEqual([false, []]);
});
