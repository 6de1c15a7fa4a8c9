import { expect, test, vi } from "vitest";
import * as fit from "../../src/cli/fit";
import fixture from "../fixtures/models/imputation.json";
import { folder } from "../survey/rawFile";
import { inProcess } from "./inProcess";

const run = inProcess(fit);
const here = folder();
const { data } = fixture.birth;
const columns = Object.keys(data) as (keyof typeof data)[];
const file = here.put("birth.csv", [columns.join(","), ...data.low.map((_, i) => columns.map((name) => data[name][i] ?? "NA").join(","))].join("\n") + "\n");
const words = ["fit", file, "--outcome", "low", "--terms", "age,lwt,race,smoke,visits", "--factor", "race", "--family", "binomial"];

test("fit --impute pools over completed data sets, the same for the same seed", async () => {
  const first = await run(...words, "--impute", "3", "--seed", "9", "--json");
  expect(first.exit).toBe(0);
  const { n, imputation, coefficients } = JSON.parse(first.stdout) as { n: number; imputation: object; coefficients: { term: string; estimate: number; df: number }[] };
  expect(n).toBe(189);
  expect(imputation).toMatchObject({ imputations: 3, seed: 9, rows: 189, drawn: { lwt: data.lwt.filter((value) => value === null).length, race: data.race.filter((value) => value === null).length } });
  expect(coefficients.map(({ term }) => term)).toEqual(["const", "age", "lwt", "race=1", "race=2", "smoke", "visits"]);
  expect((await run(...words, "--impute", "3", "--seed", "9", "--json")).stdout).toBe(first.stdout);
  expect((await run(...words, "--impute", "3", "--seed", "8", "--json")).stdout).not.toBe(first.stdout);
});

test.each([
  ["one data set", ["--impute", "1"], /cannot be pooled/],
  ["dropping beside drawing", ["--impute", "3", "--missing", "drop"], /either drawn or dropped/],
  ["a seed with nothing to draw", ["--seed", "3"], /nothing to draw without --impute/],
])("%s is refused", async (_, more, message) => {
  const { exit, stderr } = await run(...words, ...more);
  expect(exit).toBe(2);
  expect(stderr).toMatch(message);
});

test("a p below four decimals is no 0", async () => {
  const strong = here.put("strong.csv", ["y,x", ...Array.from({ length: 400 }, (_, i) => `${Number((i * 7) % 20 < 4 + (i % 5) * 3)},${i === 7 ? "" : i % 5}`)].join("\n") + "\n");
  const words = ["fit", strong, "--outcome", "y", "--terms", "x", "--family", "binomial", "--impute", "2", "--seed", "1"];
  const { coefficients } = JSON.parse((await run(...words, "--json")).stdout) as { coefficients: { p: number }[] };
  expect(coefficients[1].p).toBeLessThan(1e-6);
  const { stdout } = await run(...words);
  expect(stdout).toContain("<0.0001");
  expect(stdout).not.toMatch(/ 0\.0000 /);
});

test("the note tells rows, drawn cells and seed in the reader's language", async () => {
  const drawn = (join: string) => columns.flatMap((name) => { const n = data[name].filter((value) => value === null).length; return n > 0 ? [`${name} ${n}`] : []; }).sort().join(join);
  const noteOf = async (LANG: string, note: RegExp) => {
    vi.stubEnv("LC_ALL", "");
    vi.stubEnv("LANG", LANG);
    const { stdout } = await run(...words, "--impute", "2", "--seed", "9");
    vi.unstubAllEnvs();
    return stdout.replaceAll(/\s*\n\s*/g, " ").match(note)?.slice(1);
  };
  const [english, chinese] = [await noteOf("C", /189 rows, (\d+) with drawn cells \(([^)]*)\); seed (\d+)/), await noteOf("zh_CN.UTF-8", /189 行，其中 (\d+) 行有插补（([^）]*)）；种子 (\d+)/)];
  const completed = String(data.low.filter((_, i) => columns.some((name) => data[name][i] === null)).length);
  expect([english?.[0], english?.[1].split(", ").sort().join(", "), english?.[2]]).toEqual([completed, drawn(", "), "9"]);
  expect([chinese?.[0], chinese?.[1].split("、").sort().join("、"), chinese?.[2]]).toEqual([completed, drawn("、"), "9"]);
});
