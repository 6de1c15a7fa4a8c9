import { type Command, Option } from "commander";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { readPublished } from "../sfrc/ourSurvey";
import { reproduce } from "../sfrc/reproduction";
import { codedSurvey, ownStudy, surveyAsked, type SurveyOptions, looseFiles, refuseLooseFiles, withSurveyOptions } from "./codedSurvey";
import { conclude } from "./outcome";
import { reproduceImputed } from "./reproduceImputed";
import { reproduceJson } from "./reproduceJson";
import { reproduceOwn } from "./reproduceOwn";
import { reproduceText } from "./reproduceText";
import { reproduceSource, type SourceOptions } from "./reproduceSource";
import { tellRefused } from "./tellRefused";
import { wholeNumber } from "./wholeNumber";

interface Options extends SurveyOptions, SourceOptions {
  readonly impute?: number | undefined;
  readonly seed?: number | undefined;
  readonly json?: boolean | undefined;
}

/** `sojourn reproduce`: from raw answers to Tables 1–3, beside the published ones. */
export function register(program: Command): void {
  withSurveyOptions(program.command("reproduce"))
    .description("Code the survey, fit M1–M4, O1, O3, O4 and print Tables 1–3 beside the published ones")
    .option("--from <source>", "raw answers of any size instead of --data: Parquet or CSV files, a folder or a glob in quotes, postgres://…, trino://… (see sojourn engines)")
    .option("--table <name>", "with --from: the table of the source")
    .option("--sql <select>", "with --from: the rows that this SELECT gives; files are called data in it")
    .addOption(new Option("--way <way>", "with --from: equal people counted together, or Newton steps in SQL (default: by how many patterns there are)").choices(["patterns", "steps"]))
    .option("--impute <number>", "draw missing answers in so many data sets and pool, instead of dropping people", wholeNumber)
    .option("--seed <number>", "with --impute: the same seed gives the same draws (default 1)", wholeNumber)
    .option("--json", "print the outcome as JSON")
    .addArgument(looseFiles()).usage("[options]")
    .action((files: string[], options: Options) => conclude(() => {
      refuseLooseFiles(files, "reproduce");
      return options.from === undefined ? run(options) : reproduceSource(options.from, options);
    }, options.json));
}

function run(options: Options): number {
  const astray = (["table", "sql", "way"] as const).find((name) => options[name] !== undefined);
  if (astray !== undefined) throw new BadInput({ file: `--${astray}` }, "there is no source to ask", "--from SOURCE beside it");
  if (options.seed !== undefined && options.impute === undefined) throw new BadInput({ file: "--seed" }, "there is nothing to draw without --impute", "--impute beside it", "Give --impute, or leave --seed out.");
  if (options.impute !== undefined) return imputed(options, options.impute);
  const other = ownStudy(options);
  if (other) return reproduceOwn(other, options.json);
  const coded = codedSurvey(options);
  const published = readPublished();
  const made = reproduce(coded, published);
  console.log(options.json ? JSON.stringify(reproduceJson(made), null, 2) : reproduceText(coded, published, made));
  return tellRefused(made.result);
}

function imputed(options: Options, imputations: number): number {
  if (options.study !== undefined) throw new BadInput({ file: "--impute" }, "imputation knows the paper's questionnaire only", "no --study beside --impute", "Leave one of the two out.");
  if (imputations < 2) throw new BadInput({ file: "--impute" }, said`${imputations} data sets cannot be pooled`, "2 or more; 20 is usual", "Give a larger number.");
  const { survey, readings } = surveyAsked(options);
  return reproduceImputed(survey, readings, readPublished(), imputations, options.seed ?? 1, options.json);
}
