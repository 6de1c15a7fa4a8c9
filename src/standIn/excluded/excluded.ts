import { type Codebook, columnOf } from "../../survey/codebook";
import type { Questionnaire } from "../answers/answer";
import type { City, SampleCity } from "../person";
import type { Random } from "../random";
import { type Kind, minor, otherWorker, student, visitor, worker } from "./kinds";
import { missingAnswers, missingKeys, waysToMiss } from "./missing";

/** How many leave the sample for each reason. The stand-in promises at least 40 of each, students and other work apart. */
const COUNTS = {
  otherCity: 320, otherWave: 256, under18: 58, visitor: 104, student: 148, otherWork: 126,
  /** For each way to leave the question out. */
  untold: 4, missingKey: 2,
} as const;

/**
 * The makers of all respondents whom the sample selection must drop, so that the reason meant is the first that holds.
 * (The selection itself, ../../sample.ts, knows nothing of this.)
 */
export function excluded(codebook: Codebook, random: Random): (() => Questionnaire)[] {
  const eligible = (kind: Kind, missing: Questionnaire = {}) => () => ({ ...kind(...cityAndWave(random), random), ...missing });
  const untold = (column: string) => waysToMiss(columnOf(codebook, column)).flatMap((code) => times(COUNTS.untold, eligible(worker, { [column]: code })));
  return [
    ...times(COUNTS.otherCity, () => anybody(otherCity(random), anyWave(random), random)),
    ...missingAnswers(codebook).map((missing) => () => ({ ...anybody(otherCity(random), anyWave(random), random), ...missing })),
    ...untold("city"),
    ...times(COUNTS.otherWave, () => anybody(...southBefore2019(random), random)),
    ...untold("wave"),
    ...times(COUNTS.under18, eligible(minor)),
    ...times(COUNTS.visitor, eligible(visitor)),
    ...untold("residenceStatus"),
    ...times(COUNTS.student, eligible(student)),
    ...times(COUNTS.otherWork, eligible(otherWorker)),
    ...untold("workCategory"),
    ...missingKeys(codebook).flatMap((missing) => times(COUNTS.missingKey, eligible(worker, missing))),
  ];
}

const times = <T>(count: number, item: T): T[] => Array<T>(count).fill(item);

const KINDS = { worker, otherWorker, student, visitor, minor };
const anybody: Kind = (city, wave, random) =>
  KINDS[random.pick({ worker: 46, otherWorker: 20, student: 22, visitor: 9, minor: 3 })](city, wave, random);

const otherCity = (random: Random): City => random.pick({ xian: 50, lanzhou: 24, xuzhou: 26 });
const anyWave = (random: Random): number => Number(random.pick({ "2017": 30, "2018": 30, "2019": 40 }));
const southBefore2019 = (random: Random): [City, number] =>
  [random.pick({ guangzhou: 60, hangzhou: 22, yiwu: 18 }), Number(random.pick({ "2017": 50, "2018": 50 }))];

function cityAndWave(random: Random): [SampleCity, number] {
  const city = random.pick({ changchun: 34, guangzhou: 40, hangzhou: 15, yiwu: 11 });
  return [city, city === "changchun" ? anyWave(random) : 2019];
}
