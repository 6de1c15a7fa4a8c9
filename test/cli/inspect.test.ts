import { expect, test } from "vitest";
import * as inspect from "../../src/cli/inspect";
import { projectFolder } from "../../src/projectFolder";
import { folder, rawCsv } from "../survey/rawFile";
import { inProcess } from "./inProcess";

const run = inProcess(inspect);
const here = folder();

const people = [
  { id: "p1", source: "" }, // row 2
  { id: "p1", source: "", wave: "2018", city: "changchun" }, // the same id in another wave
  { id: "p3", source: "", age: "19", education: "doctorate" },
  { id: "p4", source: "", workCategory: "unemployed" }, // with an occupation
  { id: "p5", source: "", gender: "", age: "refused", marryChinese: "dontKnow" },
  { id: "p6", source: "", chatWithChinese: "neutral", befriendChinese: "neutral", marryChinese: "neutral", childMarryChinese: "" },
  { id: "p7", source: "" }, // as p1 of row 2 in every answer
];
const file = here.put("people.csv", rawCsv(people));

interface Found {
  columns: { column: string; answered: number; answers?: { code: string; count: number }[]; range?: unknown; missing: { kind: string; count: number }[] }[];
  combinations: { en: string; kind: string; places: { row: number }[] }[];
  duplicates: { rows: { row: number }[][]; ids: { id?: string; places: { row: number }[]; waves: string[] }[] };
  straightLining: { answered: number; same: number; byAnswer: { code: string; count: number }[] };
  flow: { reason: string; dropped: number; left: number }[];
  lost: { step: string; what: string; lost: { share?: number; of: number }; left: { share?: number; of: number } }[];
}

test("answers, missing by kind, combinations, duplicates, straight lines, each with its rows", async () => {
  const { exit, stdout } = await run("inspect", file, "--json");
  expect(exit).toBe(0);
  const found = JSON.parse(stdout) as Found;
  const column = (name: string) => found.columns.find((one) => one.column === name)!;
  expect(column("age")).toMatchObject({ answered: 6, range: { least: 19, median: 35, most: 35 }, missing: [{ kind: "refused", count: 1 }] });
  expect(column("gender")).toMatchObject({ answered: 6, missing: [{ kind: "", count: 1 }] });
  expect(column("marryChinese").missing).toEqual([{ kind: "dontKnow", count: 1 }]);
  expect(column("city").answers).toEqual(expect.arrayContaining([expect.objectContaining({ code: "guangzhou", count: 6 }), expect.objectContaining({ code: "xian", count: 0 })]));
  const rows = (words: string) => found.combinations.find(({ en }) => en.includes(words))!.places.map(({ row }) => row);
  expect(rows("a doctorate before the age of 20")).toEqual([4]);
  expect(rows("not working by work category")).toEqual([5]);
  expect(found.duplicates.rows.map((group) => group.map(({ row }) => row))).toEqual([[2, 8]]);
  expect(found.duplicates.ids).toEqual([{ places: [expect.objectContaining({ row: 2 }), expect.objectContaining({ row: 3 })], waves: ["2019", "2018"] }]);
  expect(found.straightLining).toMatchObject({ answered: 7, same: 1 });
  expect(found.straightLining.byAnswer.find(({ code }) => code === "neutral")!.count).toBe(1);
});

test("the flow is the sample's, and who is lost is compared with who stays", async () => {
  const found = JSON.parse((await run("inspect", file, "--json")).stdout) as Found;
  expect(found.flow.map(({ reason, dropped, left }) => [reason, dropped, left])).toEqual([
    ["rows", 0, 7], ["city", 0, 7], ["wave", 0, 7], ["under18", 0, 7], ["residenceStatus", 0, 7], ["workCategory", 1, 6], ["missingKeyVariable", 1, 5],
  ]);
  expect(found.lost.find(({ step, what }) => step === "missingKeyVariable" && what === "female")).toMatchObject({ lost: { of: 0 }, left: { share: 1, of: 5 } });
});

test("nobody's id is named unless asked for", async () => {
  for (const words of [["--json"], []]) {
    expect((await run("inspect", file, ...words)).stdout).not.toContain("p1");
    expect((await run("inspect", file, ...words, "--ids")).stdout).toContain("p1");
  }
});

test("an SPSS file's own reasons for missing answers are kept apart", async () => {
  const { stdout } = await run("inspect", `${projectFolder}/test/fixtures/survey/extract-zh.zsav`, "--json");
  const found = JSON.parse(stdout) as Found;
  expect(found.columns.find(({ column }) => column === "marryChinese")!.missing.map(({ kind }) => kind).sort()).toEqual(["", "不知道", "不适用", "拒绝回答"].sort());
});
