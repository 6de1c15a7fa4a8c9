import type { Command } from "commander";
import { codeSample, type CodedSample } from "../sfrc/codeSample";
import { standInFile } from "../sfrc/ourSurvey";
import { parseReadings } from "../sfrc/readings";
import { readSfrc } from "../sfrc/readSfrc";

/** Which survey a command works on, and how it is coded. */
export interface SurveyOptions {
  readonly data: readonly string[];
  readonly mapping?: string;
  readonly reading: readonly string[];
}

const gather = (text: string, all: string[]): string[] => [...all, text];

/** Adds the options that `codedSurvey` takes. */
export const withSurveyOptions = (command: Command): Command => command
  .option("--data <file>", "a raw survey file instead of the stand-in; repeatable, files are stacked", gather, [])
  .option("--mapping <file>", "how the raw files differ from the codebook (JSON)")
  .option("--reading <name=choice>", "a choice where the paper leaves the coding open (sojourn code --readings lists them); repeatable", gather, []);

/** The survey asked for, coded; the stand-in where no file is given. */
export function codedSurvey({ data, mapping, reading }: SurveyOptions): CodedSample {
  const readings = parseReadings(reading);
  return codeSample(readSfrc(data.length > 0 ? data : standInFile(), { mapping }), readings);
}
