import type { Command } from "commander";
import { BadInput } from "../badInput";
import { SYNTHETIC_LINE } from "../display/synthetic";
import { codedCsv, columnsCsv } from "../sfrc/codedCsv";
import { codeSample, type CodedSample } from "../sfrc/codeSample";
import { departures, parseReadings, readingEntries, type Readings } from "../sfrc/readings";
import { readSfrc } from "../sfrc/readSfrc";
import type { Survey } from "../survey/respondent";
import { ownStudy } from "./codedSurvey";
import { type CsvFormat, withCsvFormat } from "./csvFormat";
import { flowText } from "./flowText";
import { line } from "./language";
import { gather } from "./gather";
import { conclude } from "./outcome";
import { refuseOutput, writeOutput } from "./writeOutput";

interface Options extends CsvFormat {
  readonly study?: string;
  readonly out?: string | undefined;
  readonly reading?: readonly string[];
  readonly mapping?: string | undefined;
  readonly readings?: boolean;
  readonly json?: boolean | undefined;
}

/** `sojourn code RAW.csv… --out CODED.csv`: from questionnaire answers to the columns of the models. */
export function register(program: Command): void {
  withCsvFormat(program.command("code"))
    .description("Select the paper's sample from raw survey files and code its variables")
    .argument("[raw...]", "raw survey files, stacked (CSV, SPSS, Stata, Excel or Parquet; columns as in data/codebook.json, or by --mapping)")
    .option("--study <folder>", "a study of your own instead of the paper: its codebook, coding, models, hypotheses (docs/study.md)")
    .option("--out <file>", "where to write the coded file (CSV)")
    .option("--reading <name=choice>", "a choice where the paper leaves the coding open; repeatable", gather)
    .option("--mapping <file>", "how the raw files differ from the codebook (JSON)")
    .option("--readings", "list all readings and their choices, and do nothing else")
    .option("--json", "print the outcome as JSON")
    .action((raw: string[], options: Options) => conclude(() => (options.readings ? listReadings(raw, options) : code(raw, options)), options.json));
}

function code(raw: readonly string[], { study, out, reading = [], mapping, json, encoding, separator, sheet }: Options): void {
  if (study !== undefined) return codeOwn(raw, { study, out, reading, mapping, json, encoding, separator, sheet });
  const readings = parseReadings(reading);
  if (raw.length === 0) throw new BadInput({ file: "code" }, "no raw file was given", "sojourn code RAW.csv… --out CODED.csv", "Name the files to read. Nothing was written.");
  if (out === undefined) throw new BadInput({ file: "code" }, "--out is missing", "sojourn code RAW.csv… --out CODED.csv", "Say where to write. Nothing was written.");
  refuseOutput(out, [...raw, ...(mapping === undefined ? [] : [mapping])]);
  const survey = readSfrc(raw, { mapping, encoding, separator, sheet });
  const coded = codeSample(survey, readings);
  writeOutput(out, codedCsv(coded));
  if (json) console.log(JSON.stringify(summary(out, survey, coded), null, 2));
  else console.log(report(out, survey, coded));
}

function codeOwn(raw: readonly string[], { study, out, reading = [], mapping, encoding, separator, sheet, json }: Options): void {
  if (out === undefined) throw new BadInput({ file: "code" }, "--out is missing", "sojourn code --study FOLDER --out CODED.csv", "Say where to write. Nothing was written.");
  refuseOutput(out, [...raw, ...(mapping === undefined ? [] : [mapping])]);
  const { own, survey, coded } = ownStudy({ study, data: raw, mapping, reading, encoding, separator, sheet })!;
  refuseOutput(out, survey.files, { study });
  writeOutput(out, columnsCsv(["id", ...own.coding.columns.map(({ name }) => name)], coded.people));
  if (json) return console.log(JSON.stringify({ out, study: own.study.id, files: survey.files, n: coded.people.length, synthetic: coded.synthetic, flow: coded.flow, notes: survey.notes }, null, 2));
  console.log([
    ...(coded.synthetic ? [SYNTHETIC_LINE, ""] : []), flowText(coded.flow), "",
    ...survey.notes.map(line),
    `${out}: ${line({ zh: `已写入 ${coded.people.length} 人`, en: `${coded.people.length} people written` })}`,
  ].join("\n"));
}

function summary(out: string, { files, notes }: Survey, { people, flow, readings, synthetic, undefinedValues }: CodedSample) {
  return { out, files, n: people.length, synthetic, readings, flow, undefinedValues, notes };
}

function report(out: string, { notes }: Survey, { people, flow, readings, synthetic, undefinedValues }: CodedSample): string {
  return [
    ...(synthetic ? [SYNTHETIC_LINE, ""] : []),
    flowText(flow),
    "",
    ...notes.map(line),
    ...tellReadings(readings),
    ...Object.entries(undefinedValues).map(([column, count]) => `${column}: ${line({ zh: `${count} 人无取值，使用它的模型不含这些人`, en: `no value for ${count} people; models that use it leave them out` })}`),
    `${out}: ${line({ zh: `已写入 ${people.length} 人`, en: `${people.length} people written` })}`,
  ].join("\n");
}

function tellReadings(readings: Readings): string[] {
  const other = departures(readings);
  const idle = other.filter((text) => readingEntries.some(({ name, actsAt }) => actsAt === "modelling" && text.startsWith(`${name}=`)));
  return [
    ...(other.length > 0 ? [`${line({ zh: "非默认编码方案", en: "readings other than the default" })}: ${other.join(", ")}`] : []),
    ...(idle.length > 0 ? [`${line({ zh: "只作用于模型，不改变编码文件", en: "acts on models only and leaves the coded file as it is" })}: ${idle.join(", ")}`] : []),
  ];
}

function listReadings(raw: readonly string[], { json, readings: _, ...more }: Options): void {
  const idle = raw[0] ?? (["study", "out", "reading", "mapping", "encoding", "separator", "sheet"] as const).filter((option) => more[option] !== undefined).map((option) => `--${option}`)[0];
  if (idle !== undefined) throw new BadInput({ file: idle }, "--readings lists those of the paper, and does nothing else", "--readings by itself");
  if (json) return console.log(JSON.stringify(readingEntries, null, 2));
  for (const { name, choices, default: first, paperSection, zh, en, meanings } of readingEntries) {
    console.log([`${name}  (${paperSection})  ${line({ zh, en })}`, ...choices.map((choice) => `  ${choice === first ? "*" : " "} ${choice}: ${line(meanings[choice])}`)].join("\n"));
  }
}
