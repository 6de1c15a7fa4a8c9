import type { Command } from "commander";
import { BadInput } from "../badInput";
import { said, type Text } from "../faults/said";
import { multiverseJson } from "../multiverse/asJson";
import type { Code } from "../multiverse/plan";
import { readSpec } from "../multiverse/readSpec";
import { runMultiverse } from "../multiverse/runMultiverse";
import { LARGEST_SEED, MOST_DRAWS } from "../multiverse/nullDraw";
import { dataFile } from "../projectFolder";
import { codings } from "../sfrc/codings";
import type { PublishedTable } from "../published/publishedTable";
import { readPublished } from "../sfrc/ourSurvey";
import { sfrc } from "../sfrc/study";
import { runStudy } from "../study/runStudy";
import { type Sensitivity, sensitivityOf } from "../study/sensitivity";
import type { Study } from "../study/study";
import { fingerprint } from "../survey/fingerprint";
import type { Survey } from "../survey/respondent";
import { ownStudy, surveyAsked, type SurveyOptions, withSurveyOptions } from "./codedSurvey";
import { line, messageLanguage } from "./language";
import { drawsKept } from "./multiverseDraws";
import { tellProgress } from "./multiverseProgress";
import { multiverseText } from "./multiverseText";
import { conclude } from "./outcome";
import { universesFile } from "./universesFile";
import { wholeNumber } from "./wholeNumber";
import { refuseOutput } from "./writeOutput";

interface Options extends SurveyOptions {
  readonly only?: string | undefined;
  readonly draws: number;
  readonly seed?: number | undefined;
  readonly workers?: number | undefined;
  readonly out?: string | undefined;
  readonly json?: boolean | undefined;
  readonly resume?: boolean | undefined;
  readonly sensitivity?: boolean | undefined;
  readonly shard?: string | undefined;
}

/** `sojourn multiverse [SPEC]`: every defensible choice at once, with a test under the null. */
export function register(program: Command): void {
  withSurveyOptions(program.command("multiverse").description("Fit every defensible choice of a paper, and test each curve under the null").argument("[spec]", "decisions and options (JSON, docs/multiverse.md); the paper's, or the study's multiverse.json"))
    .option("--only <decisions>", "cross these decisions only, the others as in the paper (comma-separated)")
    .option("--draws <number>", "draws from the model without the term: a test under the null", wholeNumber, 0)
    .option("--seed <number>", "with --draws: the same seed gives the same draws, whatever the workers (default: 1)", wholeNumber)
    .option("--workers <number>", "with --draws: threads for them (default: 1)", wholeNumber)
    .option("--out <file>", "universes as a table: .csv or .parquet")
    .option("--sensitivity", "E-values, power, smallest detectable effects, type S and M errors of the hypotheses, too")
    .option("--json", "universes, null and decisions as JSON")
    .option("--shard <i/n>", "fit the i-th of n parts of the universes, without draws, into --out (docs/multiverse.md merges them)")
    .option("--resume", "go on with the draws that an interrupted run with the same --out has left")
    .action((spec: string | undefined, options: Options) => conclude(() => run(spec, options), options.json));
}

async function run(given: string | undefined, options: Options): Promise<number> {
  refuseContradictions(options);
  const { seed = 1, workers = 1 } = options;
  const { study, survey, code, path, published } = asked(given, options);
  if (options.out !== undefined) refuseOutput(options.out, [...survey.files, path, ...(options.mapping === undefined ? [] : [options.mapping])], options);
  const spec = await readSpec(path, study);
  const began = performance.now();
  const kept = options.draws > 0 && options.out !== undefined
    ? drawsKept(`${options.out}.draws`, JSON.stringify([spec, options.only ?? null, seed, fingerprint(survey)]), options.resume ?? false) : undefined;
  const progress = tellProgress();
  const file = options.out === undefined ? undefined : await universesFile(options.out, { synthetic: survey.synthetic, decisions: spec.decisions.map(({ id }) => id) });
  let written = 0;
  const told = await orElse(() => file?.abandon(), async () => {
    const result = await runMultiverse(spec, study, code, {
      only: options.only?.split(","), shard: shardOf(options.shard), draws: options.draws, seed, workers, known: kept?.known, keep: kept?.keep, meanwhile: progress.meanwhile,
      // With draws, rows wait for their adjusted p. Of a part only rows are told: they need not be kept once they are written.
      letGo: options.shard !== undefined && !options.json,
      each: (universes, places) => {
        written += universes.length;
        if (options.draws === 0) file?.write(universes, { places });
      },
    });
    if (options.draws > 0) file?.write(result.universes, result);
    file?.commit();
    return result;
  });
  progress.end();
  const facts = { seconds: (performance.now() - began) / 1000, workers, synthetic: survey.synthetic, sensitivity: options.sensitivity ? sensitivityFor(study, survey, code, published) : undefined };
  if (options.json) for (const text of multiverseJson(told, facts)) console.log(text);
  else console.log(options.shard === undefined ? multiverseText(spec, told, facts) : line({ en: `${options.out}: part ${options.shard}, ${written} universes in ${facts.seconds.toFixed(1)} s`, zh: `${options.out}：第 ${options.shard} 部分，${written} 个设定，${facts.seconds.toFixed(1)} 秒` }));
  if (!told.stopped) {
    kept?.forget();
    return 0;
  }
  console.error(messageLanguage() === "zh"
    ? `已停止：已告知完成的部分${kept ? `；用 --resume 与同一 --out 可继续抽样（${options.out}.draws）` : ""}。`
    : `Stopped: what was done is told${kept ? `, and --resume with the same --out goes on with the draws (${options.out}.draws)` : ""}.`);
  return progress.exit();
}

/** Work that cleans up after itself where it fails. */
async function orElse<T>(cleanUp: () => void, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    cleanUp();
    throw error;
  }
}

function asked(given: string | undefined, options: Options): { study: Study; survey: Survey; code: Code; path: string; published: PublishedTable | undefined } {
  const own = ownStudy(options);
  if (!own) {
    const { survey } = surveyAsked(options);
    return { study: sfrc, survey, code: codings(survey), path: given ?? dataFile("multiverse.json"), published: readPublished() };
  }
  const code: Code = ({ skips }) => {
    if (skips.length > 0) throw new BadInput({ file: given ?? "multiverse.json" }, said`it skips the step ${skips[0]} of the sample flow`, '"excludes" of coded people', "A study in a folder selects its sample by coding.json. Nothing was computed.");
    return own.coded.people;
  };
  return { study: own.own.study, survey: own.survey, code, path: given ?? `${options.study}/multiverse.json`, published: own.own.published };
}

/** Of the paper's own choices: default readings, every step of the sample flow. */
function sensitivityFor(study: Study, { synthetic }: Survey, code: Code, published: PublishedTable | undefined): Sensitivity[] {
  const models = [...new Set(study.hypotheses.flatMap(({ decidedBy }) => decidedBy.map(({ model }) => model)))];
  return sensitivityOf(runStudy(study, { people: code({ readings: {}, skips: [] }), synthetic }, { models }), published);
}

/** `i/n` as numbers. */
function shardOf(shard: string | undefined): { index: number; of: number } | undefined {
  if (shard === undefined) return undefined;
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(shard)?.map(Number) ?? [0, 0, 0];
  if (!(index >= 1 && index <= of)) throw new BadInput({ file: "--shard" }, said`${shard} is no part`, "i/n, such as 1/10, i from 1 to n", "Nothing was computed.");
  return { index, of };
}

function refuseContradictions({ out, draws, seed, workers, resume, reading, shard, sensitivity }: Options): void {
  const refuse = (option: string, found: Text, expected: Text): never => {
    throw new BadInput({ file: option }, found, expected, "Nothing was computed.");
  };
  if (reading.length > 0) refuse("--reading", said`${reading[0]} is one reading, and a multiverse takes all`, "--only, or a multiverse with other options");
  if (out !== undefined && !/\.(csv|parquet)$/.test(out)) refuse("--out", said`${out} is neither`, "a name that ends in .csv or .parquet");
  if (shardOf(shard) && out === undefined) refuse("--shard", "a part is of use as a file only", "--out FILE.parquet");
  if (shardOf(shard) && draws > 0) refuse("--shard", "a draw is refitted in all universes of a curve, and a part has not all", "no --draws beside it");
  if (shardOf(shard) && sensitivity) refuse("--shard", "the choices of the paper itself are told with the whole, not with a part", "no --sensitivity beside --shard");
  const idle = seed !== undefined ? "--seed" : workers !== undefined ? "--workers" : undefined;
  if (idle !== undefined && draws === 0) refuse(idle, "there is nothing to draw", "--draws N beside it");
  if (draws >= MOST_DRAWS) refuse("--draws", said`${draws} are too many`, said`fewer than ${MOST_DRAWS}`);
  if (seed !== undefined && seed > LARGEST_SEED) refuse("--seed", said`${seed} is too large`, said`at most ${LARGEST_SEED}`);
  if (workers !== undefined && workers < 1) refuse("--workers", said`${workers} cannot work`, "1 or more");
  if (resume && out === undefined) refuse("--resume", "draws are kept beside the file of --out", "the --out of the run that was interrupted");
  if (resume && draws === 0) refuse("--resume", "there are no draws to go on with", "the --draws wanted");
}
