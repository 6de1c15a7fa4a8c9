import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import * as fit from "../../src/cli/fit";
import { inWords } from "../../src/faults/inWords";
import { dataFileOf, readSavedFit } from "../../src/cli/savedFit";
import { folder } from "../survey/rawFile";
import { inProcess } from "./inProcess";

const here = folder();
const run = inProcess(fit);
const at = (name: string): string => join(here.path, name);
type Saved = { model: { file: string; digest: string }; coefficients: { term: string; estimate: number; standardError: number }[] };
const saved = (): Saved => JSON.parse(readFileSync(at("fits/f.json"), "utf8")) as Saved;

beforeAll(async () => {
  here.put("d.csv", `y,x,source\n${Array.from({ length: 40 }, (_, i) => `${(i * 7) % 5 < 2 ? 1 : 0},${i % 9},survey`).join("\n")}\n`);
  mkdirSync(at("fits"));
  await run("fit", at("d.csv"), "--outcome", "y", "--terms", "x", "--family", "binomial", "--level", "0.9", "--out", at("fits/f.json"));
});

it("a fit that was saved is had again, its data found from where it lies", async () => {
  const read = await readSavedFit(at("fits/f.json"));
  expect([read.path, read.model.file, read.synthetic, dataFileOf(read)]).toEqual([at("fits/f.json"), "../d.csv", false, at("d.csv")]);
  expect(read.fit.coefficients.map(({ term, estimate, lower }) => [term, estimate, lower])).toEqual(saved().coefficients.map((one) => [one.term, one.estimate, (one as unknown as { lower: number }).lower]));
  expect(dataFileOf({ path: "f.json", model: { ...read.model, file: undefined } as never })).toBeUndefined();
  mkdirSync(at("moved/fits"), { recursive: true });
  copyFileSync(at("d.csv"), at("moved/d.csv"));
  copyFileSync(at("fits/f.json"), at("moved/fits/f.json"));
  expect(dataFileOf(await readSavedFit(at("moved/fits/f.json")))).toBe(at("moved/d.csv"));
});

/** What is said of a saved fit that was changed so. */
const refused = async (change: (fit: Saved) => unknown): Promise<string[]> => {
  const edited = saved();
  const changed = change(edited);
  writeFileSync(at("fits/e.json"), JSON.stringify(changed === undefined ? edited : changed));
  return readSavedFit(at("fits/e.json")).then(() => [], (error: Error) => ["en", "zh"].map((language) => inWords(language as "en")(error).replaceAll(at("fits/"), "")));
};
const NONE = ["e.json: it says no model and data that a fit could be made of (expected a file written by sojourn fit --out). Fit the model again with --out.", "e.json：其中没有可据以拟合的模型和数据（应为：由 sojourn fit --out 写出的文件）。请用 --out 重新拟合。"];
const OTHER = (column = "") => [`e.json${column && `, column ${column}`}: its numbers are not those of its data and model (expected a file as sojourn fit --out wrote it). Fit the model again.`, `e.json${column && `，列 ${column}`}：其数字与数据和模型不符（应为：sojourn fit --out 原样写出的文件）。请重新拟合模型。`];

it.each<[string, (fit: Saved) => unknown, string[]]>([
  ["null", () => null, NONE], ["no model", ({ coefficients }) => ({ coefficients }), NONE], ["no file", ({ model, ...rest }) => ({ ...rest, model: { ...model, file: 1 } }), NONE], ["no digest", ({ model, ...rest }) => ({ ...rest, model: { ...model, digest: undefined } }), NONE],
  ["no specification", ({ model, ...rest }) => ({ ...rest, model: { ...model, spec: undefined } }), NONE], ["no options", ({ model, ...rest }) => ({ ...rest, model: { ...model, options: null } }), NONE], ["no coefficients", ({ model }) => ({ model }), NONE],
  ["an estimate a little off", ({ coefficients: [, x] }) => void (x.estimate += 2e-6 * x.standardError), OTHER("x")], ["a term of another name", ({ coefficients: [constant] }) => void (constant.term = "one"), OTHER("const")],
  ["a coefficient less", ({ coefficients }) => void coefficients.pop(), OTHER("x")], ["a coefficient more", ({ coefficients }) => void coefficients.push(coefficients[0]), OTHER()],
  ["rounding, which is none", ({ coefficients: [, x] }) => void (x.estimate += 0.5e-6 * x.standardError), []],
])("%s is told", async (_, change, expected) => expect(await refused(change)).toEqual(expected));

it("data that are gone or have changed are told", async () => {
  const before = readFileSync(at("d.csv"), "utf8");
  writeFileSync(at("d.csv"), `${before}1,3,survey\n`);
  expect(await refused((fit) => fit)).toEqual(["e.json: its data, ../d.csv, have changed since it was made (expected the file that was fitted). Fit the model again.", "e.json：所用数据 ../d.csv 在拟合之后有改动（应为：当初拟合的文件）。请重新拟合模型。"]);
  rmSync(at("d.csv"));
  expect(await refused((fit) => fit)).toEqual(["e.json: its data, ../d.csv, are not there (expected the data file where it was, seen from the fit).", "e.json：所用数据 ../d.csv 不在原处（应为：数据文件仍在相对于拟合文件的原处）。"]);
});
