import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openTable } from "../../src/io/openTable";
import { projectFolder } from "../../src/projectFolder";
import { codedCsv } from "../../src/sfrc/codedCsv";
import { codeSample } from "../../src/sfrc/codeSample";
import { standInFile } from "../../src/sfrc/ourSurvey";
import { readSfrc } from "../../src/sfrc/readSfrc";
import { proposeMapping } from "../../src/survey/proposeMapping";
import { codebook, csv, folder, rawCells } from "../survey/rawFile";
import * as map from "../../src/cli/map";
import { inProcess } from "./inProcess";

const run = inProcess(map);
const here = folder();
const raw = openTable(standInFile());
const cellOf = (name: string): number => raw.header.cells.indexOf(name);
const inQuotes = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text);

/** Headings as somebody in China might have typed them. */
const FREE: Readonly<Record<string, string>> = {
  id: "编号", wave: "年度", city: "调查城市", age: "周岁年龄", gender: "性别（男/女）", residenceStatus: "居留事由", education: "最高学历", workCategory: "工作类型",
  immigrationConsidered: "考虑移民", stayIntention: "打算居留多久", chatWithChinese: "与中国人聊天意愿", befriendChinese: "与中国人交友意愿", marryChinese: "与中国人结婚意愿",
  childMarryChinese: "儿女与中国人结婚意愿", reception: "抵达接待", familyChinaExperience: "家人来过中国", compareOpportunity: "发展机会对比", compareFamilyTies: "家庭情感对比",
  compareMorals: "道德观念对比", joinedChinaAssociation: "在华商会同乡会", joinedChinaVolunteering: "在华志愿者活动", votedAtHome: "家乡选举", joinedHomeAssociation: "家乡社团",
};
const MISSING: Readonly<Record<string, readonly [string, string]>> = { refused: ["拒答", "97"], dontKnow: ["说不清", "98"], notApplicable: ["不适用", "99"] };

/** One wave of the stand-in as another office coded it: free Chinese headings, bare numbers, or English labels. */
function wave(year: string, how: "free" | "numbers" | "english"): string {
  const columns = codebook.columns.filter(({ name }) => how !== "free" || Object.hasOwn(FREE, name));
  const heading = ({ name, label }: (typeof columns)[number]): string => (how === "free" ? FREE[name] : how === "numbers" ? name : label.en);
  const answer = (code: string, { answers = [], name }: (typeof columns)[number]): string => {
    const i = answers.findIndex((known) => known.code === code);
    if (how === "free") return i >= 0 ? answers[i].zh + (name === "city" ? "市" : "") : MISSING[code]?.[0] ?? code;
    if (how === "numbers") return i >= 0 ? String(i + 1) : MISSING[code]?.[1] ?? code;
    return i >= 0 ? answers[i].en : code;
  };
  const people = raw.rows.filter(({ cells }) => cells[cellOf("wave")] === year);
  return [columns.map(heading), ...people.map(({ cells }) => columns.map((column) => answer(cells[cellOf(column.name)], column)))].map((row) => row.map(inQuotes).join(",")).join("\n") + "\n";
}

const waves = [here.put("w2017.csv", wave("2017", "free")), here.put("w2018.csv", wave("2018", "numbers")), here.put("w2019.csv", wave("2019", "english"))];

test("three waves in three codings: all misfits in one run, settled in a second, and the same people as in the stand-in", async () => {
  const mapping = `${here.path}/mapping.json`;
  const first = await run("map", ...waves, "--out", mapping);
  expect(first.exit).toBe(1);
  expect(first.stdout).toMatch(/\? city: "长春市" ×\d+ → changchun/);
  expect(first.stdout).toMatch(/\? stayIntention: "3" ×\d+ → permanently/);
  const draft = readFileSync(mapping, "utf8");
  expect(() => readSfrc(waves, { mapping })).toThrow(/is still a question/);
  here.put("mapping.json", draft.replaceAll("\"? ", "\""));
  const second = await run("map", ...waves, "--out", mapping);
  expect(second.exit).toBe(0);
  expect(second.stdout).toMatch(/^the mapping is complete$/m);
  const sorted = (csv: string): string[] => csv.split("\n").sort();
  expect(sorted(codedCsv(codeSample(readSfrc(waves, { mapping }))))).toEqual(sorted(codedCsv(codeSample(readSfrc(standInFile())))));
});

test("what somebody settled stays, and what is still a question is asked anew", async () => {
  const mapping = here.put("own.json", JSON.stringify({ columns: { gender: "性别（男/女）", city: "?" }, values: { gender: { 说不清: "refused" } } }));
  expect((await run("map", waves[0], "--out", mapping)).exit).toBe(1);
  expect(JSON.parse(readFileSync(mapping, "utf8"))).toMatchObject({ columns: { gender: "性别（男/女）", city: "? 调查城市" }, values: { gender: { 说不清: "refused", 拒答: "? refused" } } });
});

test("a file whose answers and headings are the codebook's own needs no mapping", async () => {
  const { exit: code, stdout } = await run("map", `${projectFolder}/test/fixtures/survey/extract-zh.zsav`, "--json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({ columns: {}, values: {}, doubtful: [], missing: [], leftOver: [] });
});

test("JSON tells what is doubtful, what is missing and what is left over, with counts", async () => {
  const file = here.put("some.csv", `${codebook.columns.map(({ name }) => (name === "votedAtHome" ? "shoe size" : name)).join(",")}\n${raw.rows[0].cells.map((cell, j) => (j === cellOf("votedAtHome") ? "43" : j === cellOf("city") ? "Guangzhou City" : cell)).join(",")}\n`);
  const { exit: code, stdout } = await run("map", file, "--json");
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    columns: { votedAtHome: "?" },
    values: { city: { "Guangzhou City": "? guangzhou" } },
    doubtful: [{ file, column: "city", value: "Guangzhou City", proposed: "guangzhou", count: 1 }],
    missing: [{ file, column: "votedAtHome" }],
    leftOver: [{ file, column: "shoe size", answers: 1 }],
  });
});

test("a file of another survey is said to be none, and why", async () => {
  const { exit: code, stderr } = await run("map", `${projectFolder}/test/fixtures/io/people-byte.sav`);
  expect(code).toBe(2);
  expect(stderr).toMatch(/does not look like a file of the survey: of the 22 columns that it needs \d were found/);
});

test("a third of the columns makes a file the survey's; what a stranger has instead is told, five at the most", async () => {
  const names = codebook.columns.filter(({ optional, type }) => !optional && type !== "id").map(({ name }) => name);
  const file = (found: number, others: number) => {
    const strange = Array.from({ length: others }, (_, i) => `qqq${i + 1}`);
    return here.put("few.csv", csv([...names.slice(0, found), ...strange], rawCells([{}], names.slice(0, found)).map((cells) => [...cells, ...strange.map(() => "zz")])));
  };
  const refused = (found: number, others: string) => `${here.path}/few.csv: this does not look like a file of the survey: of the 22 columns that it needs ${found} were found and 0 have something like them; the file has ${others} (expected columns such as wave (调查年份), city (城市), age (年龄), gender (性别)). Give the survey's own file, or the codebook of another study with --study. Nothing was written.`;
  expect(await run("map", file(7, 5))).toEqual({ exit: 2, stdout: "", stderr: refused(7, "qqq1, qqq2, qqq3, qqq4, qqq5") });
  expect((await run("map", file(6, 7))).stderr).toBe(refused(6, "qqq1, qqq2, qqq3, qqq4, qqq5 and 2 more"));
  expect((await run("map", file(8, 5))).exit).toBe(1);
});

test("a wave that a mapping says of a whole file, and what it says of each file, stand in JSON and in what is written", async () => {
  const names = codebook.columns.map(({ name }) => name).filter((name) => name !== "wave");
  const file = here.put("y17.csv", csv(names, rawCells([{}], names)));
  for (const said of [{ wave: "2017" }, { files: { "y17.csv": { wave: "2017" } } }]) {
    const mapping = here.put("waves.json", JSON.stringify(said));
    const { exit, stdout } = await run("map", file, "--out", mapping, "--json");
    expect([exit, JSON.parse(stdout)]).toEqual([0, { columns: {}, values: {}, ...said, doubtful: [], missing: [], leftOver: [] }]);
    expect(readFileSync(mapping, "utf8")).toBe(`${JSON.stringify(said, null, 2)}\n`);
  }
});

test("--explain writes a page with every column of the codebook", async () => {
  const page = `${here.path}/explain.html`;
  await run("map", waves[0], "--explain", page);
  const html = readFileSync(page, "utf8");
  for (const { name } of codebook.columns) expect(html).toContain(name);
  expect(html).toContain("长春市");
});

// As many different answers as people: each was looked for among all of them (some minutes for these, and no end for 10⁵).
test("a column of free text is listed, answer by answer", async () => {
  const education = cellOf("education");
  const rows = Array.from({ length: 20_000 }, (_, i) => raw.rows[i % raw.rows.length].cells.map((cell, j) => inQuotes(j === education ? `free text ${i}` : cell)).join(","));
  const { exit: code, stdout } = await run("map", here.put("free.csv", [raw.header.cells.join(","), ...rows].join("\n")), "--json");
  const { doubtful } = JSON.parse(stdout) as { doubtful: { column: string }[] };
  expect([code, doubtful.length, new Set(doubtful.map(({ column }) => column))]).toEqual([1, 20_000, new Set(["education"])]);
});

test("and more different answers than a stack holds", () => {
  const rows = Array.from({ length: 150_000 }, (_, i) => ({ ...raw.rows[0], cells: [`${i + 1000}`] }));
  const ages = { ...raw, header: { ...raw.header, cells: ["age"] }, columns: [raw.columns[cellOf("age")]], rows };
  expect(proposeMapping(ages, codebook, undefined).doubtful).toHaveLength(150_000);
});
