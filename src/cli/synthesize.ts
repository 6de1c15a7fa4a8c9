import { type Command, Option } from "commander";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { dataFile } from "../projectFolder";
import { readPublished } from "../published/readPublished";
import { sfrcCodebook } from "../sfrc/readSfrc";
import { answersSeed } from "../standIn/search/answersSeed";
import { searchPeople } from "../standIn/search/search";
import { readStoredPeople, storedText } from "../standIn/storedPeople";
import { peopleOfSeed, synthesize } from "../standIn/synthesize";
import { line } from "./language";
import { conclude } from "./outcome";
import { refuseOutput, writeOutput } from "./writeOutput";

interface Options {
  readonly seed?: string;
  readonly out?: string | undefined;
  readonly search?: boolean;
  readonly moves: string;
}

const STORED = "sfrc-synthetic.json";

/** `sojourn synthesize --seed N --out FILE`: a stand-in for the raw survey, which is not public. */
export function register(program: Command): void {
  program
    .command("synthesize")
    .description("Write a synthetic raw survey that meets every count, percentage and mean of Table 1")
    .option("--seed <n>", "a whole number; that of data/sfrc-synthetic.json gives data/sfrc-synthetic.csv, byte for byte")
    .option("--out <file>", "where to write the raw survey (CSV)")
    .addOption(new Option("--search", "look for people whose refitted models come near the printed ones, and write them (JSON) instead").hideHelp())
    .addOption(new Option("--moves <n>", "how many moves the search makes").default("5000000").hideHelp())
    .action((options: Options) => conclude(() => (options.search ? search(options) : write(options))));
}

function write(options: Options): void {
  const { seed, out } = checked(options, ["codebook.json", STORED]);
  const stored = readStoredPeople(dataFile(STORED));
  const text = synthesize(seed, stored.seed === seed ? stored.people : peopleOfSeed(seed), sfrcCodebook());
  writeOutput(out, text);
  const rows = text.split("\n").length - 2; // less the header and what follows the last line feed
  console.log(line({ zh: `${out}：已写入 ${rows} 名虚构受访者`, en: `${out}: ${rows} invented respondents written` }));
}

function search(options: Options): void {
  const { seed, out } = checked(options, ["codebook.json", "published.json"]);
  const moves = wholeNumber("--moves", options.moves);
  const onProgress = (done: number, cost: number): void => console.error(`${done} of ${moves} moves, cost ${cost.toFixed(3)}`);
  const people = searchPeople(readPublished(dataFile("published.json")), { seed, moves, onProgress });
  const found = answersSeed(people, seed);
  if (found === undefined) console.error("under some reading a model of Changchun has no estimates, whatever the answers; another --seed may do better");
  writeOutput(out, storedText(found ?? seed, people, `sojourn synthesize --search --seed ${seed} --moves ${moves} --out data/${STORED}`));
}

function checked({ seed, out }: Options, inputs: readonly string[]): { seed: number; out: string } {
  if (seed === undefined) throw missing("--seed");
  if (out === undefined) throw missing("--out");
  refuseOutput(out, inputs.map(dataFile), { makesStandIn: true });
  return { seed: wholeNumber("--seed", seed), out };
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) {
    throw new BadInput({ file: option }, said`${JSON.stringify(text)} is not a seed or count`, "a whole number from 0 to 9007199254740991", "Nothing was written.");
  }
  return value;
}

const missing = (option: string): BadInput =>
  new BadInput({ file: "synthesize" }, said`${option} is missing`, "sojourn synthesize --seed N --out FILE", "Nothing was written.");
