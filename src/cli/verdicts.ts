import type { Command } from "commander";
import { readPublished } from "../sfrc/ourSurvey";
import { sfrc } from "../sfrc/study";
import { runStudy } from "../study/runStudy";
import type { Study } from "../study/study";
import { codedSurvey, ownStudy, type SurveyOptions, looseFiles, refuseLooseFiles, withSurveyOptions } from "./codedSurvey";
import { hypothesesTable } from "./hypothesesTable";
import { conclude } from "./outcome";
import { hypothesesJson } from "./reproduceJson";
import { tellRefused } from "./tellRefused";
import { terminalTable } from "./terminal";

/** `sojourn verdicts`: hypothesis × group, supported or not and at which level, beside what the paper's table says. */
export function register(program: Command): void {
  withSurveyOptions(program.command("verdicts"))
    .description("Print which hypotheses are supported in which group, beside the paper's table")
    .option("--json", "print the hypotheses as JSON, as reproduce --json has them")
    .addArgument(looseFiles()).usage("[options]")
    .action((files: string[], options: Options) => conclude(() => {
      refuseLooseFiles(files, "verdicts");
      return run(options);
    }, options.json));
}

interface Options extends SurveyOptions {
  readonly json?: boolean;
}

function run(options: Options): number {
  const other = ownStudy(options);
  const study = other?.own.study ?? sfrc;
  const result = runStudy(study, other?.coded ?? codedSurvey(options), { models: decidingModels(study) });
  if (options.json) console.log(JSON.stringify({ hypotheses: hypothesesJson(result) }, null, 2));
  else console.log(terminalTable(hypothesesTable(result, other ? other.own.published : readPublished())));
  return tellRefused(result);
}

/** The models that decide a hypothesis, or stand beside one that does. */
const decidingModels = ({ hypotheses }: Study): string[] =>
  [...new Set(hypotheses.flatMap(({ decidedBy }) => decidedBy.flatMap(({ model, also }) => [model, ...(also === undefined ? [] : [also])])))];
