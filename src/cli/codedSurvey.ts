import { Argument, type Command } from "commander";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { refuseIdle } from "../io/csvOptions";
import { codeSample, type CodedSample } from "../sfrc/codeSample";
import { standInFile } from "../sfrc/ourSurvey";
import { parseReadings, type Readings } from "../sfrc/readings";
import { readSfrc } from "../sfrc/readSfrc";
import { codeStudy, readStudy, readStudyData, type CodedStudy, type StudyFolder } from "../study/folder/readStudy";
import type { Survey } from "../survey/respondent";
import { type CsvFormat, withCsvFormat } from "./csvFormat";
import { gather } from "./gather";

/** Which survey a command works on, and how it is coded. */
export interface SurveyOptions extends CsvFormat {
  /** A study of someone's own instead of the paper (docs/study.md). */
  readonly study?: string | undefined;
  readonly data: readonly string[];
  readonly mapping?: string | undefined;
  readonly reading: readonly string[];
}

/** Files without an option: no command of these takes any, and says so in its own words (help lists no argument without description). */
export const looseFiles = (): Argument => new Argument("[files...]");

/** A file given by itself is told how to give it, where commander would count arguments. */
export const refuseLooseFiles = (files: readonly string[], command: string): void => {
  if (files.length === 0) return;
  throw new BadInput({ file: files[0] }, "a survey is named by an option here", said`sojourn ${command} ${files.map((file) => `--data ${file}`).join(" ")}`, "Put --data before each file.");
};

/** Adds the options that `codedSurvey` takes. */
export const withSurveyOptions = (command: Command): Command => withCsvFormat(command)
  .option("--study <folder>", "a study of your own instead of the paper: its codebook, coding, models, hypotheses (docs/study.md)")
  .option("--data <file>", "a raw survey file instead of the stand-in; repeatable, files are stacked", gather, [])
  .option("--mapping <file>", "how the raw files differ from the codebook (JSON)")
  .option("--reading <name=choice>", "a choice where the paper leaves the coding open (sojourn code --readings lists them); repeatable", gather, []);

/** A study folder with its survey, read and coded. */
export interface OwnStudy {
  readonly own: StudyFolder;
  readonly survey: Survey;
  readonly coded: CodedStudy;
}

/**
 * The study that `--study` names, on its own data or on those that `--data` names; undefined without the option.
 *
 * @throws {BadInput} as `readStudy` and `readSurvey`; a --reading, since such a study codes by one rule each
 */
export function ownStudy({ study, data, mapping, reading, encoding, separator, sheet }: SurveyOptions): OwnStudy | undefined {
  if (study === undefined) return undefined;
  if (reading.length > 0) throw new BadInput({ file: "--reading" }, said`${reading[0]} is a reading of the paper, and ${study} is another study`, "no --reading beside --study", "Change its coding.json. Nothing was written.");
  const own = readStudy(study);
  const survey = readStudyData(own, data, { mapping, encoding, separator, sheet });
  return { own, survey, coded: codeStudy(own, survey) };
}

/** The survey asked for and the readings it is to be coded by; the stand-in where no file is given. */
export function surveyAsked({ data, mapping, reading, encoding, separator, sheet }: SurveyOptions): { survey: Survey; readings: Readings } {
  if (data.length === 0) refuseIdle({ mapping, encoding, separator, sheet }, "--data FILE");
  const readings = parseReadings(reading);
  return { survey: readSfrc(data.length > 0 ? data : standInFile(), { mapping, encoding, separator, sheet }), readings };
}

/** The survey asked for, coded. */
export function codedSurvey(options: SurveyOptions): CodedSample {
  const { survey, readings } = surveyAsked(options);
  return codeSample(survey, readings);
}
