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

const no = (english: string, chinese: string) => [`${english} Nothing was computed.`, `${chinese}未作计算。`];
test.each([
  [["--shard", "3/2", "--out", "x.csv"], no("--shard: 3/2 is no part (expected i/n, such as 1/10, i from 1 to n).", "--shard：3/2 不是一个部分（应为：i/n，例如 1/10，i 为 1 至 n）。")],
  ...["0/2", "1/2/3", "a/2", "1", "-1/2", "1.5/2", "", "x1/2", "1/2x"].map((part) => [["--shard", part, "--out", "x.csv"], no(`--shard: ${part} is no part (expected i/n, such as 1/10, i from 1 to n).`, `--shard：${part} 不是一个部分（应为：i/n，例如 1/10，i 为 1 至 n）。`)]),
  ...["1/2", "2/2", "10/10"].map((part) => [["--shard", part], no("--shard: a part is of use as a file only (expected --out FILE.parquet).", "--shard：一部分只有写成文件才有用（应为：--out FILE.parquet）。")]),
  [["--shard", "1/2", "--out", "x.csv", "--draws", "1"], no("--shard: a draw is refitted in all universes of a curve, and a part has not all (expected no --draws beside it).", "--shard：每次抽样须在曲线的全部设定上重新拟合，而一部分没有全部（应为：不同时给出 --draws）。")],
  [["--shard", "1/2", "--out", "x.csv", "--sensitivity"], no("--shard: the choices of the paper itself are told with the whole, not with a part (expected no --sensitivity beside --shard).", "--shard：论文自身的选择随全部设定给出，不随一部分给出（应为：--shard 不与 --sensitivity 同用）。")],
  [["--reading", "stay=permanentOnly"], no("--reading: stay=permanentOnly is one reading, and a multiverse takes all (expected --only, or a multiverse with other options).", "--reading：stay=permanentOnly 是一种编码方案，而多重宇宙取全部（应为：--only，或选项不同的多重宇宙）。")],
  ...["x.xlsx", "csv", "x.csv.gz", "xcsv", "x.parquet2"].map((out) => [["--out", out], no(`--out: ${out} is neither (expected a name that ends in .csv or .parquet).`, `--out：${out} 两者都不是（应为：以 .csv 或 .parquet 结尾的文件名）。`)]),
  ...[["--seed", "1"], ["--seed", "0"], ["--workers", "1"]].map(([option, value]) => [[option, value], no(`${option}: there is nothing to draw (expected --draws N beside it).`, `${option}：没有需要抽取的（应为：同时给出 --draws N）。`)]),
  [["--seed", "1", "--workers", "2", "--draws", "0"], no("--seed: there is nothing to draw (expected --draws N beside it).", "--seed：没有需要抽取的（应为：同时给出 --draws N）。")],
  [["--draws", "1048576"], no("--draws: 1048576 are too many (expected fewer than 1048576).", "--draws：1048576 过多（应为：少于 1048576）。")],
  [["--draws", "1048575", "--seed", "4294967296"], no("--seed: 4294967296 is too large (expected at most 4294967295).", "--seed：4294967296 过大（应为：至多 4294967295）。")],
  [["--draws", "1048575", "--seed", "4294967295", "--workers", "0"], no("--workers: 0 cannot work (expected 1 or more).", "--workers：0 个无法工作（应为：1 或更多）。")],
  [["--draws", "9", "--workers", "1", "--resume"], no("--resume: draws are kept beside the file of --out (expected the --out of the run that was interrupted).", "--resume：抽样保存在 --out 文件旁（应为：被中断的那次运行的 --out）。")],
  [["--out", "x.parquet", "--resume"], no("--resume: there are no draws to go on with (expected the --draws wanted).", "--resume：没有可继续的抽样（应为：所要的 --draws）。")],
] as [string[], string[]][])("%j is refused, in both languages", async (options, [english, chinese]) => {
  const found: [number, string][] = [];
  for (const language of ["en", "zh"] as const) {
    useLanguage(language);
    const { exit, stderr } = await multiverse(...options);
    found.push([exit, stderr]);
  }
  useLanguage(undefined);
  expect(found).toEqual([[2, english], [2, chinese]]);
});

test("a decision that is not there is refused by its name", async () => {
  const { exit, stderr } = await multiverse("--only", "agee");
  expect([exit, stderr]).toEqual([2, expect.stringContaining('--only: there is no decision "agee"')]);
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
