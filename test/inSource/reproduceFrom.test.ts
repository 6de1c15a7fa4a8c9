import { expect, test } from "vitest";
import { reproduceFrom } from "../../src/inSource/reproduceFrom";
import { codeSample } from "../../src/sfrc/codeSample";
import { readPublished } from "../../src/sfrc/ourSurvey";
import { readSfrc } from "../../src/sfrc/readSfrc";
import { chooseReadings } from "../../src/sfrc/readings";
import { reproduce, type Reproduction } from "../../src/sfrc/reproduction";
import { inventedFile } from "../sfrc/inventedSurvey";
import { codebook } from "../survey/rawFile";
import { peopleEngine } from "./peopleEngine";

const published = readPublished();
const coded = codeSample(readSfrc(inventedFile()));
const whole = reproduce(coded, published);
const readings = chooseReadings({});
const figures = new Set(coded.people.map(({ id: _, wave: __, ...figure }) => JSON.stringify(figure)));

/** Estimates and standard errors of each model, to some digits. */
const numbers = ({ result: { fits } }: Reproduction, digits: number) => Object.fromEntries(Object.entries(fits).map(([id, { n, logLik, coefficients }]) => [id, [n, logLik.toFixed(digits), ...coefficients.map(({ term, estimate, standardError }) => [term, estimate.toFixed(digits), standardError.toFixed(digits)].join())]]));
const models = ["M1", "M2", "M3", "M4", "O1", "O3", "O4"];

test("people of few patterns are counted together, and have the exhibits of a file", async () => {
  const engine = peopleEngine(coded.people, { rows: 777 });
  const { made, synthetic, notes } = await reproduceFrom(engine, published, { codebook, readings });
  expect(numbers(made, 7)).toEqual(numbers(whole, 7));
  expect(Object.keys(made.result.fits)).toEqual(models);
  expect(made.table1).toEqual(whole.table1);
  expect(made.match).toEqual(whole.match);
  expect(synthetic).toBe(false);
  expect(notes).toEqual([{
    en: `777 rows, 400 people in the sample, of ${figures.size} patterns (equal people counted together; tables and fits are theirs)`,
    zh: `777 行，样本 400 人，共 ${figures.size} 种取值组合（相同的人合并计数；表格与拟合都是这些人的）`,
  }]);
  expect(engine.asked.filter((sql) => sql.includes(" AS g0"))).toHaveLength(1);
  expect(engine.asked.at(-1)).toMatch(/^(?!.*s\."age2" AS g).* LIMIT 500001$/);
});

test("beyond so many patterns each model is counted by itself, of rows that are coded once where the engine keeps them", async () => {
  const most = { together: 1, model: 2_000 };
  const keeping = peopleEngine(coded.people, { hold: true });
  const { made, notes } = await reproduceFrom(keeping, published, { codebook, readings, most });
  expect(numbers(made, 7)).toEqual(numbers(whole, 7));
  expect(made.table1).toEqual(whole.table1);
  expect(made.result.parallelLines.O4!.brant!.p).toBeCloseTo(whole.result.parallelLines.O4!.brant!.p!, 7);
  expect(notes).toEqual([{ en: "400 rows, 400 people in the sample, each model by itself", zh: "400 行，样本 400 人，各模型分别计算" }]);
  expect(keeping.asked.slice(-3).every((sql) => sql.includes(`FROM "held1" AS s`))).toBe(true);
  expect(keeping.asked.at(-1)).toMatch(/ LIMIT 2000001$/);
  const forgetful = peopleEngine(coded.people);
  await reproduceFrom(forgetful, published, { codebook, readings, most });
  expect(forgetful.asked.slice(-3).every((sql) => /FROM \(SELECT .* AS s GROUP BY/.test(sql))).toBe(true);
});

test("by steps the binary models have the same numbers, and the ordered are refused", async () => {
  const engine = peopleEngine(coded.people);
  const { made, notes } = await reproduceFrom(engine, published, { codebook, readings, way: "steps" });
  const { M1, M2, M3, M4 } = numbers(whole, 6);
  expect(numbers(made, 6)).toEqual({ M1, M2, M3, M4 });
  expect(Object.keys(made.result.refused)).toEqual(["O1", "O3", "O4"]);
  expect(made.table1).toEqual(whole.table1);
  expect(notes).toEqual([
    { en: "400 rows, 400 people in the sample, each model by itself", zh: "400 行，样本 400 人，各模型分别计算" },
    { en: "by Newton steps in SQL, one query each: M1, M2, M3, M4", zh: "在 SQL 中按牛顿法逐步拟合，每步一次查询：M1、M2、M3、M4" },
  ]);
  expect(Object.fromEntries(Object.entries(made.result.samples).map(([id, { people, leftOut }]) => [id, [people.length, leftOut.people]]))).toEqual(Object.fromEntries(models.map((id) => [id, [0, 0]])));
});
