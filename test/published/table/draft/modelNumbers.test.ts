import { expect, it } from "vitest";
import type { Supposition, Unsure, Unused } from "../../../../src/published/publishedTable";
import { modelNumbers, statisticsOf } from "../../../../src/published/table/draft/modelNumbers";
import { parseCell } from "../../../../src/published/table/grid/cell";
import { statisticsIn } from "../../../../src/published/table/roles/statistics";

const columns = [1, 2].map((at) => ({ names: [], main: { at, names: [] }, scale: "coef", beside: new Map() })) as never;
const found = (placed: "given" | "by order", ...rows: readonly (readonly string[])[]) => {
  const unused: Unused[] = [];
  const statistics = rows.map(([label, ...texts]) => ({ kind: "n", label, cells: ["", ...texts].map(parseCell) }));
  return [statisticsOf({ columns: placed } as never, { statistics } as never, columns, { columns: [1, 2].map((at) => ({ at, names: [] })) } as never, unused).map((one) => one.get("n")), unused.map(({ text }) => text)];
};

it("a row that would tell one model a second number is left out for all", () => {
  expect(found("given", ["N", "187", ""], ["Obs", "9", "590"])).toEqual([["187", undefined], ["Obs: 9 590"]]);
  expect(found("given", ["N", "187", ""], ["Obs", "", "590"])).toEqual([["187", "590"], []]);
});

it("a number alone in a row tells its model where the source says the column", () => {
  expect(found("given", ["N", "187", ""])).toEqual([["187", undefined], []]);
  expect(found("by order", ["N", "187", ""])).toEqual([[undefined, undefined], ["N: 187"]]);
  expect(found("by order", ["N", "187", "590"])).toEqual([["187", "590"], []]);
});

it("n of a model's own row or heading is not supposed, with others beside it", () => {
  const n = (own: Readonly<Record<string, string>>, names: readonly string[]) => {
    const [unsure, supposed]: [Unsure[], Supposition[]] = [[], []];
    return [modelNumbers(new Map(Object.entries(own)) as never, statisticsIn(["n = 187"]), names, 2, "m1", "other", unsure, supposed).n, supposed.length, unsure.length];
  };
  expect([n({ n: "5" }, []), n({}, ["n = 420"]), n({}, [])]).toEqual([[5, 0, 0], [420, 0, 0], [187, 1, 0]]);
});

it("one person is a number of people", () => expect(modelNumbers(new Map([["n", "1"]]) as never, statisticsIn([]), [], 1, "m1", "other", [], [])).toEqual({ n: 1 }));
