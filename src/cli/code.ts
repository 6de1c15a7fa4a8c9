import type { Command } from "commander";
import { BadInput } from "../badInput";
import { SYNTHETIC_LINE } from "../display/synthetic";
import { codedCsv } from "../sfrc/codedCsv";
import { codeSample, type CodedSample } from "../sfrc/codeSample";
import { departures, parseReadings, readingEntries, type Readings } from "../sfrc/readings";
import { readSfrc } from "../sfrc/readSfrc";
import type { Survey } from "../survey/respondent";
import { flowText } from "./flowText";
import { conclude } from "./outcome";
import { refuseOutput, writeOutput } from "./writeOutput";

interface Options {
  readonly out?: string;
  readonly reading?: readonly string[];
  readonly mapping?: string;
  readonly readings?: boolean;
  readonly json?: boolean;
}

/** `sojourn code RAW.csv… --out CODED.csv`: from questionnaire answers to the columns of the models. */
export function register(program: Command): void {
  program
    .command("code")
    .description("Select the paper's sample from raw survey files and code its variables")
    .argument("[raw...]", "raw survey files, stacked (CSV, UTF-8 or GB18030; columns as in data/codebook.json)")
    .option("--out <file>", "where to write the coded file (CSV)")
    .option("--reading <name=choice>", "a choice where the paper leaves the coding open; repeatable", (text: string, all: string[] = []) => [...all, text])
    .option("--mapping <file>", "how the raw files differ from the codebook (JSON)")
    .option("--readings", "list all readings and their choices, and do nothing else")
    .option("--json", "print the outcome as JSON")
    .action((raw: string[], options: Options) => conclude(() => (options.readings ? listReadings(options) : code(raw, options)), options.json));
}

function code(raw: readonly string[], { out, reading = [], mapping, json }: Options): void {
  const readings = parseReadings(reading);
  if (raw.length === 0) throw new BadInput({ file: "code" }, "no raw file was given", "sojourn code RAW.csv… --out CODED.csv", "Name the files to read. Nothing was written.");
  if (out === undefined) throw new BadInput({ file: "code" }, "--out is missing", "sojourn code RAW.csv… --out CODED.csv", "Say where to write. Nothing was written.");
  refuseOutput(out, [...raw, ...(mapping === undefined ? [] : [mapping])]);
  const survey = readSfrc(raw, { mapping });
  const coded = codeSample(survey, readings);
  writeOutput(out, codedCsv(coded));
  if (json) console.log(JSON.stringify(summary(out, survey, coded), null, 2));
  else console.log(report(out, survey, coded));
}

function summary(out: string, { files, notes }: Survey, { people, flow, readings, synthetic, undefinedValues }: CodedSample) {
  return { out, files, n: people.length, synthetic, readings, flow, undefinedValues, notes };
}

function report(out: string, { notes }: Survey, { people, flow, readings, synthetic, undefinedValues }: CodedSample): string {
  return [
    ...(synthetic ? [SYNTHETIC_LINE, ""] : []),
    flowText(flow),
    "",
    ...notes.flatMap(({ zh, en }) => [zh, en]),
    ...tellReadings(readings),
    ...Object.entries(undefinedValues).map(([column, count]) => `${column}：${count} 人无取值，使用它的模型不含这些人 · no value for ${count} people; models that use it leave them out`),
    `${out}：已写入 ${people.length} 人 · ${people.length} people written`,
  ].join("\n");
}

function tellReadings(readings: Readings): string[] {
  const other = departures(readings);
  const idle = other.filter((text) => readingEntries.some(({ name, actsAt }) => actsAt === "modelling" && text.startsWith(`${name}=`)));
  return [
    ...(other.length > 0 ? [`非默认读法 · readings other than the default: ${other.join(", ")}`] : []),
    ...(idle.length > 0 ? [`只作用于模型，不改变编码文件 · acts on models only and leaves the coded file as it is: ${idle.join(", ")}`] : []),
  ];
}

function listReadings({ json }: Options): void {
  if (json) return console.log(JSON.stringify(readingEntries, null, 2));
  for (const { name, choices, default: first, paperSection, zh, en, meanings } of readingEntries) {
    console.log([`${name}  (${paperSection})  ${zh} · ${en}`, ...choices.map((choice) => `  ${choice === first ? "*" : " "} ${choice}: ${meanings[choice].zh} · ${meanings[choice].en}`)].join("\n"));
  }
}
