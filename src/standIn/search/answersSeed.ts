import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runStudy } from "../../study/runStudy";
import { codeSample } from "../../sfrc/codeSample";
import { readSfrc, sfrcCodebook } from "../../sfrc/readSfrc";
import { readingEntries, type Readings } from "../../sfrc/readings";
import { sfrc } from "../../sfrc/study";
import type { People } from "../people";
import { synthesize } from "../synthesize";

const MOST_SEEDS = 30;
/** Changchun's; the other models have people enough. */
const SMALL_MODELS = ["M1", "M2", "O1"];

/**
 * The first seed from `first` on whose answers leave the small models with estimates under every single reading: a reading
 * that drops ties drops whoever the answers made one, and with few left a term may separate the outcome. Undefined where
 * some tens of seeds do not help.
 */
export function answersSeed(people: People, first: number): number | undefined {
  for (let seed = first; seed < first + MOST_SEEDS; seed++) if (everyReadingHasEstimates(seed, people)) return seed;
  return undefined;
}

function everyReadingHasEstimates(seed: number, people: People): boolean {
  const folder = mkdtempSync(join(tmpdir(), "sojourn-search-"));
  try {
    const file = join(folder, "raw.csv");
    writeFileSync(file, synthesize(seed, people, sfrcCodebook()));
    const survey = readSfrc(file);
    const isRefused = (readings: Partial<Readings>): boolean =>
      Object.keys(runStudy(sfrc, codeSample(survey, readings), { models: SMALL_MODELS }).refused).length > 0;
    return readingEntries.every(({ name, choices }) => choices.every((choice) => !isRefused({ [name]: choice })));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
