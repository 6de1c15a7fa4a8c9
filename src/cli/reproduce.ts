import type { Command } from "commander";
import { codeSample } from "../sfrc/codeSample";
import { readPublished, standInFile } from "../sfrc/ourSurvey";
import { parseReadings } from "../sfrc/readings";
import { readSfrc } from "../sfrc/readSfrc";
import { reproduce, type Reproduction } from "../sfrc/reproduction";
import { conclude, EXIT } from "./outcome";
import { reproduceJson } from "./reproduceJson";
import { reproduceText } from "./reproduceText";

interface Options {
  readonly data: readonly string[];
  readonly mapping?: string;
  readonly reading: readonly string[];
  readonly json?: boolean;
}

/** `sojourn reproduce`: from raw answers to Tables 1–3, beside the published ones. */
export function register(program: Command): void {
  const gather = (text: string, all: string[]) => [...all, text];
  program
    .command("reproduce")
    .description("Code the survey, fit M1–M4, O1, O3, O4 and print Tables 1–3 beside the published ones")
    .option("--data <file>", "a raw survey file instead of the stand-in; repeatable, files are stacked", gather, [])
    .option("--mapping <file>", "how the raw files differ from the codebook (JSON)")
    .option("--reading <name=choice>", "a choice where the paper leaves the coding open (sojourn code --readings lists them); repeatable", gather, [])
    .option("--json", "print the outcome as JSON")
    .action((options: Options) => conclude(() => run(options), options.json));
}

function run({ data, mapping, reading, json }: Options): number {
  const readings = parseReadings(reading);
  const coded = codeSample(readSfrc(data.length > 0 ? data : standInFile(), { mapping }), readings);
  const published = readPublished();
  const made = reproduce(coded, published);
  console.log(json ? JSON.stringify(reproduceJson(made), null, 2) : reproduceText(coded, published, made));
  return tellRefused(made);
}

/** A refused model is told by name on stderr, and is the command's failure; numbers that differ from print are not. */
function tellRefused({ result: { refused } }: Reproduction): number {
  const refusals = Object.entries(refused);
  if (refusals.length === 0) return EXIT.done;
  const lines = refusals.map(([model, { message }]) => `${model}: ${message.split("\n")[0]}`);
  console.error((lines.length <= 6 ? lines : [...lines.slice(0, 5), `… and ${lines.length - 5} more models`]).join("\n"));
  return EXIT.badInput;
}
