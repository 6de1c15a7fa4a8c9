import type { Command } from "commander";
import { readPublished } from "../sfrc/ourSurvey";
import { reproduce } from "../sfrc/reproduction";
import { codedSurvey, type SurveyOptions, withSurveyOptions } from "./codedSurvey";
import { conclude } from "./outcome";
import { reproduceJson } from "./reproduceJson";
import { reproduceText } from "./reproduceText";
import { tellRefused } from "./tellRefused";

interface Options extends SurveyOptions {
  readonly json?: boolean;
}

/** `sojourn reproduce`: from raw answers to Tables 1–3, beside the published ones. */
export function register(program: Command): void {
  withSurveyOptions(program.command("reproduce"))
    .description("Code the survey, fit M1–M4, O1, O3, O4 and print Tables 1–3 beside the published ones")
    .option("--json", "print the outcome as JSON")
    .action((options: Options) => conclude(() => run(options), options.json));
}

function run(options: Options): number {
  const coded = codedSurvey(options);
  const published = readPublished();
  const made = reproduce(coded, published);
  console.log(options.json ? JSON.stringify(reproduceJson(made), null, 2) : reproduceText(coded, published, made));
  return tellRefused(made.result);
}
