import type { Command } from "commander";
import { escapeHtml } from "../display/render/escapeHtml";
import { tableHtml } from "../display/render/tableHtml";
import { traceTable } from "../exhibits/traceTable";
import { readClaims, readPublished } from "../sfrc/ourSurvey";
import { trace } from "../sfrc/trace";
import { traceStudy } from "../study/folder/trace";
import { codedSurvey, ownStudy, type SurveyOptions, withSurveyOptions } from "./codedSurvey";
import { conclude } from "./outcome";
import { refuseOutput, writeOutput } from "./writeOutput";
import { terminalTable } from "./terminal";

interface Options extends SurveyOptions {
  readonly json?: boolean | undefined;
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
  if (options.html) refuseOutput(options.html, [...options.data, ...(options.mapping === undefined ? [] : [options.mapping])], options);
  const other = ownStudy(options);
  const claims = other ? other.own.claims : readClaims();
  const traced = other ? traceStudy(cell, other.own, other.coded) : trace(cell, codedSurvey(options), readPublished(), claims);
  const table = traceTable(traced, claims, other?.own.study.terms);
  if (options.html) writeOutput(options.html, page(table.title.zh, tableHtml(table)));
  console.log(options.json ? JSON.stringify(traced, null, 2) : terminalTable(table));
}

const page = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="zh">\n<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>\n<body>\n<main>${body}</main>\n</body>\n</html>\n`;
