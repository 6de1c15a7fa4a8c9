import { mkdtempSync, readFileSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import * as command from "../../src/cli/multiverse";
import { useLanguage } from "../../src/cli/language";
import { drawsKept } from "../../src/cli/multiverseDraws";
import { inProcess } from "./inProcess";

const sojourn = inProcess(command);
const multiverse = (...options: string[]) => sojourn("multiverse", ...options);
const folder = mkdtempSync(join(tmpdir(), "multiverse-"));
const small = ["--only", "age,cumulativeCausation"];

test("--json has the universes, the null, the decisions, seconds and workers", async () => {
  const { exit, stdout } = await multiverse(...small, "--draws", "3", "--json");
  expect(exit).toBe(0);
  const found = JSON.parse(stdout);
  expect(Object.keys(found)).toEqual(["universes", "null", "decisions", "influence", "seconds", "workers", "synthetic"]);
  expect(found.universes).toHaveLength(9 * 3 * 7);
  const paper = found.universes.find((one: { paper: boolean; model: string; term: string }) => one.paper && one.model === "M4" && one.term === "cumulativeCausation");
  expect(paper).toMatchObject({ id: "M4.cumulativeCausation.paper", group: "all", outcome: "stayTransnational", n: 777, status: "fitted", stars: "***", options: { age: "squareOnly" } });
  expect(found.null).toHaveLength(3 * 7 * 4);
  expect(found.null[0]).toMatchObject({ model: "M1", term: "cumulativeCausation", statistic: "median", draws: 3 });
  expect(found.decisions.find(({ decision }: { decision: string }) => decision === "cumulativeCausation")).toEqual({ decision: "cumulativeCausation", share: 0 });
  // Numbered otherwise, the network is the same network: the estimate is of having it.
  const turned = found.universes.filter((one: { model: string; term: string; options: Record<string, string> }) => one.model === "M4" && one.term === "cumulativeCausation" && one.options.age === "squareOnly");
  expect(turned.map(({ estimate }: { estimate: number }) => estimate)).toEqual([paper.estimate, expect.closeTo(paper.estimate, 8), expect.closeTo(paper.estimate, 8)]);
});

test("--sensitivity adds what choices do not show", async () => {
  const { stdout } = await multiverse("--only", "education", "--sensitivity");
  expect(stdout).toMatch(/H1 +M1 +1\.55 +1\.79 +1\.00 +8\.4 +187 +20\.1 +16% +34%/);
  expect(stdout).toMatch(/H4b +M1 +1\.122 +12% 18\.4% ×5\.8 /);
  const { sensitivity } = JSON.parse((await multiverse("--only", "education", "--sensitivity", "--json")).stdout);
  expect(sensitivity[0]).toMatchObject({ hypothesis: "H1", model: "M1", eValue: { approximation: "squareRoot" }, printed: { standardError: 0.414 } });
});

test("--out writes CSV and Parquet with the same rows", async () => {
  const [csv, parquet] = [join(folder, "u.csv"), join(folder, "u.parquet")];
  expect((await multiverse(...small, "--out", csv)).exit).toBe(0);
  expect((await multiverse(...small, "--out", parquet)).exit).toBe(0);
  const lines = readFileSync(csv, "utf8").trimEnd().split("\n");
  const bytes = readFileSync(parquet);
  const rows = await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer });
  expect(lines).toHaveLength(190);
  expect(rows).toHaveLength(189);
  const header = lines[0].split(",");
  expect(Object.keys(rows[0])).toEqual(header);
  const first = Object.fromEntries(lines[1].split(",").map((cell, j) => [header[j], cell]));
  expect(first).toMatchObject({ source: "synthetic", id: rows[0].id, estimate: String(rows[0].estimate), decision_age: "squareOnly" });
});

test("parts written by --shard are together what one run writes, likelihoods included", async () => {
  const read = (file: string) => readFileSync(file, "utf8").trimEnd().split("\n").slice(1);
  const files = ["1/2", "2/2"].map((part) => [part, join(folder, `part${part[0]}.csv`)]);
  for (const [part, file] of files) expect((await multiverse(...small, "--shard", part, "--out", file)).stdout).toMatch(/: part \d\/2, \d+ universes in/);
  const whole = join(folder, "whole.csv");
  await multiverse(...small, "--out", whole);
  expect(files.map(([, file]) => read(file).length)).toEqual([5 * 21, 4 * 21]);
  expect(files.flatMap(([, file]) => read(file)).sort()).toEqual(read(whole).sort());
});

test("a part without a universe is a file of no rows with every column, CSV and Parquet", async () => {
  const [csv, parquet] = [join(folder, "empty.csv"), join(folder, "empty.parquet")];
  for (const file of [csv, parquet]) expect((await multiverse("--only", "age", "--shard", "5/5", "--out", file)).stdout).toContain("part 5/5, 0 universes");
  expect(readFileSync(csv, "utf8")).toMatch(/^source,id,place,paper,.*,decision_covariance\n$/);
  const bytes = readFileSync(parquet);
  const { num_rows: rows, schema } = parquetMetadata(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  expect([Number(rows), schema.slice(1).map(({ name }) => name).join()]).toEqual([0, readFileSync(csv, "utf8").trimEnd()]);
});

test.each([
  [["--shard", "3/2", "--out", "x.csv"], "--shard: 3/2 is no part"],
  [["--shard", "1/2"], "--shard: a part is of use as a file only"],
  [["--shard", "1/2", "--out", "x.csv", "--draws", "9"], "--shard: a draw is refitted in all universes of a curve"],
  [["--only", "agee"], "--only: there is no decision \"agee\""],
  [["--reading", "stay=permanentOnly"], "--reading: stay=permanentOnly is one reading"],
  [["--out", "x.xlsx"], "--out: x.xlsx is neither"],
  [["--resume"], "--resume: draws are kept beside the file of --out"],
  [["--draws", "9", "--workers", "0"], "--workers: 0 cannot work"],
])("%j is refused", async (options, message) => {
  const { exit, stderr } = await multiverse(...options);
  expect(exit).toBe(2);
  expect(stderr).toContain(message);
});

test("--lang zh says all of the text in Chinese, --lang en all in English", async ({ onTestFinished }) => {
  onTestFinished(() => useLanguage(undefined));
  useLanguage("zh");
  const { stdout } = await multiverse("--only", "gender,covariance", "--draws", "2", "--sensitivity");
  for (const said of ["合成替代数据", "模型", "改变结论所需改动", "零假设下的 p", "共 189 个设定", "占估计值方差的比例", "选项的影响", "拒绝拟合：", "选择之外的敏感性", "个线程"]) expect(stdout).toContain(said);
  const english = stdout.split("\n").filter((text) => /\b(universes|refused|supported|the|of|draws|worker|estimate|share)\b/.test(text));
  expect(english).toEqual([]);
  useLanguage("en");
  const en = (await multiverse("--only", "gender,covariance")).stdout;
  expect(en).not.toMatch(/[\u4e00-\u9fff]/);
});

test("a spec for another study runs as it is", async () => {
  const words = { en: "e", zh: "z" };
  const spec = join(folder, "wvs.json");
  const models = JSON.parse(readFileSync("data/wvs/models.json", "utf8")).models as { id: string; terms: string[] }[];
  const [model] = models;
  writeFileSync(spec, JSON.stringify({
    title: words, models: [model.id], terms: [model.terms[0]],
    decisions: [{ id: "last", ...words, options: [{ id: "in", paper: true, reason: words, source: "s", kind: "equivalent" }, { id: "out", reason: words, source: "s", kind: "uncertain", drops: [model.terms.at(-1)] }] }],
  }));
  const { exit, stdout, stderr } = await multiverse(spec, "--study", "data/wvs", "--json");
  expect(stderr).not.toMatch(/error|expected/);
  expect(exit).toBe(0);
  expect(JSON.parse(stdout).universes.map(({ status: how }: { status: string }) => how)).toEqual(["fitted", "fitted"]);
});

test("draws of the very run are gone on with, a torn last line is left out, and others are refused", () => {
  const file = join(folder, "u.csv.draws");
  const curve = { model: "M1", term: "age2" } as never;
  const draws = [null, { median: 1, shareSignificant: 0, shareOfSign: 1, max: 2 }];
  drawsKept(file, "this run", false).keep(curve, 10, draws);
  writeFileSync(file, `${readFileSync(file, "utf8")}{"curve":"[`);
  const again = drawsKept(file, "this run", true);
  expect([...again.known.get(JSON.stringify(["M1", "age2"]))!]).toEqual([[10, draws[0]], [11, draws[1]]]);
  expect(() => drawsKept(file, "another run", true)).toThrow("row 1: these draws are of another multiverse");
  again.forget();
  expect(existsSync(file)).toBe(false);
});
