import { readFileSync } from "node:fs";
import { dataFile } from "../../src/projectFolder";
import { codeSample, type CodedSample } from "../../src/sfrc/codeSample";
import { readSfrc, sfrcCodebook } from "../../src/sfrc/readSfrc";
import type { People } from "../../src/standIn/people";
import { readStoredPeople } from "../../src/standIn/storedPeople";
import { peopleOfSeed, synthesize } from "../../src/standIn/synthesize";
import type { Survey } from "../../src/survey/respondent";
import { folder } from "../survey/rawFile";

export interface StandIn {
  readonly name: string;
  readonly text: string;
  readonly survey: Survey;
  readonly sample: CodedSample;
}

/** The file that ships. */
export const committed = (): StandIn => read("committed", dataFile("sfrc-synthetic.csv"));

/** A stand-in drawn from some other seed, read back through the real survey and coding stages. */
export const ofSeed = (seed: number): StandIn => withAnswers(seed, peopleOfSeed(seed));

export function withAnswers(seed: number, people: People): StandIn {
  return read(`seed ${seed}`, folder().put("raw.csv", synthesize(seed, people, sfrcCodebook())));
}

export const stored = readStoredPeople(dataFile("sfrc-synthetic.json"));

function read(name: string, file: string): StandIn {
  const survey = readSfrc(file);
  return { name, text: readFileSync(file, "utf8"), survey, sample: codeSample(survey) };
}

export const countBy = <T>(items: readonly T[], key: (item: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
};

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export function correlation(xs: readonly number[], ys: readonly number[]): number {
  const [mx, my] = [mean(xs), mean(ys)];
  const product = (a: readonly number[], ma: number, b: readonly number[], mb: number): number => a.reduce((sum, value, i) => sum + (value - ma) * (b[i] - mb), 0);
  return product(xs, mx, ys, my) / Math.sqrt(product(xs, mx, xs, mx) * product(ys, my, ys, my));
}
