import type { Command } from "commander";
import { tableText } from "../display/render/tableText";
import { readPublished } from "../sfrc/ourSurvey";
import { sfrc } from "../sfrc/study";
import { runStudy } from "../study/runStudy";
import { codedSurvey, type SurveyOptions, withSurveyOptions } from "./codedSurvey";
import { hypothesesTable } from "./hypothesesTable";
import { conclude } from "./outcome";
import { tellRefused } from "./tellRefused";

/** `sojourn verdicts`: hypothesis × group, supported or not and at which level, beside what the paper's table says. */
export function register(program: Command): void {
  withSurveyOptions(program.command("verdicts"))
    .description("Print which hypotheses are supported in which group, beside the paper's table")
    .action((options: SurveyOptions) => conclude(() => run(options)));
}

function run(options: SurveyOptions): number {
  const result = runStudy(sfrc, codedSurvey(options), { models: ["M1", "M2", "M3", "M4"] });
  console.log(tableText(hypothesesTable(result, readPublished())));
  return tellRefused(result);
}
