import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runStudy } from "../../../study/runStudy";
import { codeSample } from "../../codeSample";
import { readSfrc, sfrcCodebook } from "../../readSfrc";
import { readingEntries } from "../../readings";
import { sfrc } from "../../study";
import type { People } from "../people";
import { synthesize } from "../synthesize";

const MOST_SEEDS = 200;

/**
 * The first seed from `first` on whose answers leave every model with estimates under every single reading: a reading
 * that drops ties drops whoever the answers made one, and with few left a term may separate the outcome.
 */
export function answersSeed(people: People, first: number): number {
  for (let seed = first; seed < first + MOST_SEEDS; seed++) if (everyReadingHasEstimates(seed, people)) return seed;
  throw new Error(`under none of the seeds ${first}–${first + MOST_SEEDS - 1} does every reading have estimates`);
}

function everyReadingHasEstimates(seed: number, people: People): boolean {
  const folder = mkdtempSync(join(tmpdir(), "sojourn-search-"));
  try {
    const file = join(folder, "raw.csv");
    writeFileSync(file, synthesize(seed, people, sfrcCodebook()));
    const survey = readSfrc(file);
    return readingEntries.every(({ name, choices }) =>
      choices.every((choice) => Object.keys(runStudy(sfrc, codeSample(survey, { [name]: choice })).refused).length === 0));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
