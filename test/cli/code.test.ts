import { flowText } from "../../src/cli/flowText";
import { linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as code from "../../src/cli/code";
import { encodeGb18030 } from "../survey/encodeGb18030";
import { type Answers, codebook, columnNames, csv, folder, rawCells, rawCsv } from "../survey/rawFile";
import { inProcess } from "./inProcess";
import { readingEntries } from "../../src/sfrc/readings";

const run = inProcess(code);

/** Somebody for every reason to leave, every city and wave, and every answer of every question once. */
const PEOPLE: Answers[] = [
  { city: "changchun", wave: "2017", age: "52", reception: "client", compareOpportunity: "same" },
  { city: "changchun", wave: "2018", gender: "male", reception: "other", marryChinese: "notApplicable" },
  { city: "yiwu", stayIntention: "permanently", chatWithChinese: "neutral", befriendChinese: "neutral" },
  { city: "xuzhou" }, { city: "yiwu", wave: "2018" }, { age: "17" }, { residenceStatus: "medical" }, { workCategory: "student" }, { workCategory: "manual" },
  { gender: "refused" }, { votedAtHome: "" }, { city: "" },
  ...codebook.columns.flatMap(({ name, answers = [] }) => answers.map((answer) => ({ [name]: answer.code }))),
];

test("the coded file is written, and the flow is told from all rows to the sample", async () => {
  const { path, put } = folder();
  const outcome = await run("code", put("raw.csv", rawCsv(PEOPLE.slice(0, 12))), "--out", join(path, "coded.csv"));
  expect(outcome).toMatchObject({ exit: 0, stderr: "" });
  expect(readFileSync(join(path, "coded.csv"), "utf8")).toBe([
    "id,wave,city,group,age,stay,stayTransnational,stayInMigration,age2,gender,education,cumulativeCausation,contactWillingness,supportSelf,supportKin,supportUnit,participationBehaviour,participationCognition",
    "SYN-1,2017,Changchun,changchun,52,1,0,0,2704,1,1,0,4,0,0,1,0,0",
    "SYN-2,2018,Changchun,changchun,35,1,0,0,1225,0,1,0,3.6666666666666665,0,0,0,0,0",
    "SYN-3,2019,Yiwu,south,35,3,1,1,1225,1,1,0,3,1,0,0,0,0",
    "",
  ].join("\n"));
  const flow = outcome.stdout.split("\n").flatMap((line) => /(\d+) +(\d+)$|^ .* (\d+)$/.exec(line)?.slice(1).filter(Boolean).join(" ") ?? []);
  expect(flow).toEqual(["0 12", "2 10", "1 9", "1 8", "1 7", "2 5", "1", "1", "2 3"]);
  expect(outcome.stdout).toMatch(/^Synthetic stand-in.*合成替代数据/);
});

test("the flow's columns are aligned, a Chinese character counting two", async () => {
  const { path, put } = folder();
  const { stdout } = await run("code", put("raw.csv", rawCsv([...PEOPLE, ...Array<Answers>(12).fill({ city: "xian" })])), "--out", join(path, "coded.csv"));
  const width = (text: string) => [...text].reduce((sum, character) => sum + (/[\u3000-\u9fff\uff00-\uffef]/.test(character) ? 2 : 1), 0);
  const lines = stdout.split("\n").filter((line) => / \d+ +\d+$/.test(line));
  expect(lines).toHaveLength(7);
  expect(new Set(lines.map(width)).size).toBe(1);
  expect(new Set(lines.map((line) => width(line.replace(/ +\d+$/, "")))).size).toBe(1);
  expect(new Set(lines.map((line) => width(line.slice(0, line.search(/[a-z]/))))).size).toBe(1);
});

test("the flow speaks one language where it is named", () => {
  const flow = [{ reason: "rows", zh: "读入的行", en: "rows read", dropped: 0, left: 12 }, { reason: "city", zh: "城市不符", en: "other cities", dropped: 2, left: 10 }];
  expect(flowText(flow, "en")).toBe("              dropped  left\nrows read           0    12\nother cities        2    10");
  expect(flowText(flow, "zh")).toBe("          剔除  剩余\n读入的行     0    12\n城市不符     2    10");
});

test("real data carry no banner", async () => {
  const { path, put } = folder();
  const { stdout } = await run("code", put("raw.csv", rawCsv([{ source: "" }])), "--out", join(path, "coded.csv"));
  expect(stdout).not.toMatch(/[Ss]ynthetic|合成/);
});

test("an extract of other names, Chinese answers, three files and GB18030 gives the same coded file", async () => {
  const { path, put } = folder();
  const people = PEOPLE.map((answers, i): Answers => ({ id: `SYN-${i + 1}`, ...answers })).sort((a, b) => Number(a.wave ?? 2019) - Number(b.wave ?? 2019));
  const original = put("raw.csv", rawCsv(people));

  const columns = Object.fromEntries(codebook.columns.filter(({ name }) => name !== "wave").map(({ name, label }) => [name, `${label.zh}（题）`]));
  const chinese = Object.fromEntries(codebook.columns.filter(({ name, answers }) => answers && name !== "wave").map(({ name, answers }) => [name, Object.fromEntries(answers!.map(({ code, zh }) => [zh, code]))]));
  const toTheirs = (column: string, ours: string) => {
    if (["refused", "dontKnow", "notApplicable"].includes(ours)) return "-9";
    return Object.entries(chinese[column] ?? {}).find(([, code]) => code === ours)?.[0] ?? ours;
  };
  const names = columnNames.filter((name) => name !== "wave").reverse();
  const files = ["2017", "2018", "2019"].map((wave) => {
    const rows = rawCells(people.filter((one) => (one.wave ?? "2019") === wave), names).map((cells) => cells.map((cell, j) => toTheirs(names[j], cell)));
    return put(`第${wave}年.csv`, encodeGb18030(csv(names.map((name) => columns[name]), rows)));
  });
  const wave = { "第2017年.csv": 2017, "第2018年.csv": 2018, "第2019年.csv": 2019 };
  const mapping = put("mapping.json", JSON.stringify({ columns, values: chinese, wave, missing: [-9] }));

  expect(await run("code", original, "--out", join(path, "a.csv"))).toMatchObject({ exit: 0 });
  expect(await run("code", ...files, "--mapping", mapping, "--out", join(path, "b.csv"))).toMatchObject({ exit: 0 });
  const coded = readFileSync(join(path, "a.csv"), "utf8");
  expect(coded.split("\n").length).toBeGreaterThan(60);
  expect(readFileSync(join(path, "b.csv"), "utf8")).toBe(coded);
});

test("readings are taken, told, and told apart from those that act on the models", async () => {
  const { path, put } = folder();
  const raw = put("raw.csv", rawCsv(PEOPLE.slice(0, 3)));
  const { exit, stdout } = await run("code", raw, "--out", join(path, "c.csv"), "--reading", "gender=male", "--reading", "supportNetwork=otherLeftOut", "--reading", "age=withAge");
  expect(exit).toBe(0);
  expect(readFileSync(join(path, "c.csv"), "utf8").split("\n")[2]).toBe("SYN-2,2018,Changchun,changchun,35,1,0,0,1225,1,1,0,3.6666666666666665,,,,0,0");
  expect(stdout).toMatch(/readings other than the default: supportNetwork=otherLeftOut, gender=male, age=withAge/);
  expect(stdout).toMatch(/acts on models only .*: age=withAge$/m);
  expect(stdout).toMatch(/supportUnit.*no value for 1 people/);
});

test("--json prints JSON alone", async () => {
  const { path, put } = folder();
  const { exit, stdout, stderr } = await run("code", put("raw.csv", rawCsv(PEOPLE, [...columnNames, "remark"])), "--out", join(path, "c.csv"), "--json");
  expect([exit, stderr]).toEqual([0, ""]);
  const json = JSON.parse(stdout);
  expect(json).toMatchObject({ n: json.flow.at(-1).left, synthetic: true, readings: { gender: "female" }, undefinedValues: {} });
  expect(json.flow[0]).toMatchObject({ reason: "rows", left: PEOPLE.length });
  expect(json.notes[0].en).toMatch(/"remark"/);
});

test("--readings lists every reading, as JSON too", async () => {
  const list = JSON.parse((await run("code", "--readings", "--json")).stdout);
  expect(list.map(({ name }: { name: string }) => name)).toEqual(readingEntries.map(({ name }) => name));
  for (const entry of list) expect(entry).toMatchObject({ name: expect.any(String), choices: expect.arrayContaining([entry.default]), paperSection: expect.stringMatching(/^§/), en: expect.any(String), zh: expect.any(String) });
  const { stdout } = await run("code", "--readings");
  for (const { name, default: first } of list) expect(stdout).toMatch(new RegExp(`^${name} [\\s\\S]*?^  \\* ${first}:`, "m"));
});

const EXISTING = "what was there before\n";
const good = rawCells([{}]);
const cities = (city: string) => rawCsv([{}, { city }]);

test.each<[string, string | Uint8Array, RegExp]>([
  ["an unknown city", cities("Shenzhn"), /raw\.csv, row 3, column city: "Shenzhn"/],
  ["a letter in an age", rawCsv([{ age: "3o" }]), /row 2, column age: "3o"/],
  ["age 199", rawCsv([{ age: "199" }]), /row 2, column age: "199"/],
  ["an answer not in the codebook", rawCsv([{ reception: "taxi" }]), /row 2, column reception: "taxi"/],
  ["a missing column", rawCsv([{}], columnNames.filter((name) => name !== "reception")), /missing column reception/],
  ["a duplicate id", rawCsv([{ id: "a" }, { id: "a" }]), /row 3, column id: "a" is already the id of row 2/],
  ["a short row", csv(columnNames, [good[0], good[0].slice(0, 5)]), /row 3: the row is too short/],
  ["a repeated header", csv(columnNames, [good[0], columnNames]), /row 3: the header is repeated/],
  ["an empty file", "", /the file is empty/],
  ["a header alone", csv(columnNames, []), /no respondents/],
  ["a binary file", Uint8Array.from({ length: 300 }, (_, i) => i % 256), /binary/],
  ["an open quotation mark", `${rawCsv([{}])}"SYN-2,x\n`, /row 3, column id: a quotation mark/],
])("%s is refused with exit 2 and one message; the output stays as it was", async (_, content, message) => {
  const { path, put } = folder();
  const out = put("coded.csv", EXISTING);
  const { exit, stdout, stderr } = await run("code", put("raw.csv", content), "--out", out);
  expect([exit, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
  expect(stderr.split("\n")).toHaveLength(1);
  expect(readFileSync(out, "utf8")).toBe(EXISTING);
  expect(readdirSync(path).sort()).toEqual(["coded.csv", "raw.csv"]);
});

test("a refusal under --json is JSON on stdout", async () => {
  const { path, put } = folder();
  const { exit, stdout } = await run("code", put("raw.csv", cities("Shenzhn")), "--out", join(path, "c.csv"), "--json");
  expect(exit).toBe(2);
  expect(JSON.parse(stdout).error).toMatchObject({ kind: "bad-input", rows: [3], terms: ["city"], message: expect.stringMatching(/Shenzhn/) });
});

test("an input is never overwritten, under whatever name", async () => {
  const { path, put } = folder();
  const raw = put("raw.csv", rawCsv([{}]));
  const before = readFileSync(raw, "utf8");
  symlinkSync(raw, join(path, "soft.csv"));
  linkSync(raw, join(path, "hard.csv"));
  for (const out of ["raw.csv", "./x/../raw.csv", "soft.csv", "hard.csv"]) {
    mkdirSync(join(path, "x"), { recursive: true });
    const { exit, stderr } = await run("code", raw, "--out", `${path}/${out}`);
    expect([exit, stderr]).toEqual([2, expect.stringMatching(/would overwrite the input/)]);
  }
  const mapping = put("mapping.json", "{}");
  expect((await run("code", raw, "--mapping", mapping, "--out", mapping)).stderr).toMatch(/would overwrite the input .*mapping\.json/);
  expect(readFileSync(raw, "utf8")).toBe(before);
});

test.each([
  [["--out", "FOLDER"], /this is a folder/],
  [["--out", "FOLDER/none/coded.csv"], /there is no folder/],
  [[], /--out is missing/],
  [["--out", "FOLDER/c.csv", "--reading", "gender=both"], /reading gender: "both" .*female or male/],
  [["--out", "FOLDER/c.csv", "--reading", "sex=male"], /reading sex/],
  [["--out", "FOLDER/c.csv", "--mapping", "FOLDER/none.json"], /none\.json: there is no such file/],
  [["--out", "FOLDER/c.csv", "--raeding", "gender=male"], /unknown option '--raeding'/],
])("%j is refused", async (options, message) => {
  const { path, put } = folder();
  const { exit, stderr } = await run("code", put("raw.csv", rawCsv([{}])), ...options.map((option) => option.replace("FOLDER", path)));
  expect([exit, stderr]).toEqual([2, expect.stringMatching(message)]);
  expect(readdirSync(path)).toEqual(["raw.csv"]);
});

test("no raw file is refused", async () => {
  expect(await run("code", "--out", "c.csv")).toMatchObject({ exit: 2, stderr: expect.stringMatching(/no raw file was given/) });
});
