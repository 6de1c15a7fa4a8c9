import type { Command } from "commander";
import { tableHtml } from "../display/render/tableHtml";
import { tableText } from "../display/render/tableText";
import { traceTable } from "../exhibits/traceTable";
import { readClaims, readPublished } from "../sfrc/ourSurvey";
import { trace } from "../sfrc/trace";
import { codedSurvey, type SurveyOptions, withSurveyOptions } from "./codedSurvey";
import { conclude } from "./outcome";
import { refuseOutput, writeOutput } from "./writeOutput";

interface Options extends SurveyOptions {
  readonly json?: boolean;
  readonly html?: string;
}

/** `sojourn trace MODEL.TERM`: a printed coefficient back to the question it comes from. */
export function register(program: Command): void {
  withSurveyOptions(program.command("trace"))
    .description("Follow a printed coefficient back: question → answers → rule → column → estimate → star → what the text says")
    .argument("<model.term>", "such as M4.supportUnit")
    .option("--json", "print the trace as JSON")
    .option("--html <file>", "write it as a page")
    .action((cell: string, options: Options) => conclude(() => run(cell, options), options.json));
}

function run(cell: string, options: Options): void {
  if (options.html) refuseOutput(options.html, options.data);
  const claims = readClaims();
  const traced = trace(cell, codedSurvey(options), readPublished(), claims);
  const table = traceTable(traced, claims);
  if (options.html) writeOutput(options.html, page(table.title.zh, tableHtml(table)));
  console.log(options.json ? JSON.stringify(traced, null, 2) : tableText(table));
}

const page = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="zh">\n<head><meta charset="utf-8"><title>${title}</title></head>\n<body>\n<main>${body}</main>\n</body>\n</html>\n`;
