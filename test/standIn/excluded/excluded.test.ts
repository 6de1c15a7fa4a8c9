import { expect, it } from "vitest";
import { sfrcCodebook } from "../../../src/sfrc/readSfrc";
import { excluded } from "../../../src/standIn/excluded/excluded";
import { missingAnswers, missingKeys } from "../../../src/standIn/excluded/missing";
import { Random } from "../../../src/standIn/random";
import { countBy } from "../standIn";
import type { Weights } from "../told";

const codebook = sfrcCodebook();
const asked: Weights[] = [];
class Recording extends Random {
  override pick<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
    asked.push(weights as Weights);
    return super.pick(weights);
  }
}
const rows = excluded(codebook, new Recording(7)).map((make) => make());
const ways = (name: string) => 1 + codebook.columns.find((column) => column.name === name)!.missing.length;

/** In the order of the sample's steps; a block of people each. */
const sizes = [320, missingAnswers(codebook).length, 4 * ways("city"), 256, 4 * ways("wave"), 58, 104, 4 * ways("residenceStatus"), 148, 126, 4 * ways("workCategory"), 2 * missingKeys(codebook).length];
const starts = sizes.map((_, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0));
const block = (i: number) => rows.slice(starts[i], starts[i] + sizes[i]);
const HIGH_SKILLED = ["manager", "professional", "skilled"];
const isEligible = (row: Readonly<Record<string, string>>) => (row.city === "changchun" ? ["2017", "2018", "2019"] : ["2019"]).includes(row.wave) && ["changchun", "guangzhou", "hangzhou", "yiwu"].includes(row.city);

it("so many leave the sample for each reason", () => {
  expect(rows).toHaveLength(sizes.reduce((sum, size) => sum + size, 0));
  const [otherCity, missing, noCity, otherWave, noWave, minors, visitors, noResidence, students, others, noWork, noKey] = sizes.map((_, i) => block(i));
  expect([otherCity, missing].map((people) => Object.keys(countBy(people.filter(({ city }) => !["", "dontKnow", "refused", "notApplicable"].includes(city)), ({ city }) => city)).sort())).toEqual([["lanzhou", "xian", "xuzhou"], ["lanzhou", "xian", "xuzhou"]]);
  missingAnswers(codebook).forEach((answer, i) => expect(missing[i]).toMatchObject(answer));
  expect(countBy(noCity, ({ city }) => city)).toEqual(Object.fromEntries(["", ...codebook.columns.find(({ name }) => name === "city")!.missing].map((code) => [code, 4])));
  expect(Object.keys(countBy(otherWave, ({ city, wave }) => `${city} ${wave}`)).sort()).toEqual(["guangzhou 2017", "guangzhou 2018", "hangzhou 2017", "hangzhou 2018", "yiwu 2017", "yiwu 2018"]);
  expect(noWave.every(({ wave }) => !/^20/.test(wave))).toBe(true);
  expect(minors.every((row) => isEligible(row) && Number(row.age) < 18)).toBe(true);
  expect(visitors.every((row) => isEligible(row) && ["shortVisit", "medical"].includes(row.residenceStatus))).toBe(true);
  expect(noResidence.every((row) => isEligible(row) && !["work", "family", "permanent", "study"].includes(row.residenceStatus))).toBe(true);
  expect(students.every((row) => isEligible(row) && row.workCategory === "student")).toBe(true);
  expect(others.every((row) => isEligible(row) && ["service", "manual", "unemployed", "other"].includes(row.workCategory))).toBe(true);
  expect(noWork.every((row) => isEligible(row) && ![...HIGH_SKILLED, "service", "manual", "unemployed", "other", "student"].includes(row.workCategory))).toBe(true);
  missingKeys(codebook).forEach((answer, i) => [0, 1].forEach((twin) => {
    expect(noKey[2 * i + twin]).toMatchObject(answer);
    expect(isEligible(noKey[2 * i + twin]) && HIGH_SKILLED.includes(noKey[2 * i + twin].workCategory)).toBe(true);
  }));
});

it("kinds, cities and waves are drawn by shares in a hundred", () => {
  const of = (first: string) => asked.filter((weights) => Object.keys(weights).join(" ") === first);
  const anybody = 320 + missingAnswers(codebook).length;
  const shares: readonly [Weights, number?][] = [
    [{ worker: 46, otherWorker: 20, student: 22, visitor: 9, minor: 3 }, anybody + 256], [{ xian: 50, lanzhou: 24, xuzhou: 26 }, anybody],
    [{ guangzhou: 60, hangzhou: 22, yiwu: 18 }, 256], [{ 2017: 50, 2018: 50 }, 256], [{ changchun: 34, guangzhou: 40, hangzhou: 15, yiwu: 11 }],
  ];
  for (const [weights, times] of shares) {
    const found = of(Object.keys(weights).join(" "));
    expect(found.every((one) => JSON.stringify(one) === JSON.stringify(weights))).toBe(true);
    expect(found).toHaveLength(times ?? rows.length - anybody - 256);
  }
  const waves = of("2017 2018 2019");
  expect(waves[0]).toEqual({ 2017: 30, 2018: 30, 2019: 40 });
  // Those of other cities, and whoever of Changchun may be eligible.
  expect(waves.length).toBeGreaterThan(anybody + 100);
});
