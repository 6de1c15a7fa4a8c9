#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import * as audit from "./audit";
import * as code from "./code";
import * as diagnose from "./diagnose";
import * as effects from "./effects";
import * as fit from "./fit";
import { EXIT } from "./outcome";
import * as reproduce from "./reproduce";
import * as run from "./run";
import * as site from "./site";
import * as synthesize from "./synthesize";
import * as table from "./table";
import * as trace from "./trace";
import * as verdicts from "./verdicts";

// Each command is a file of its own here, exporting `register(program)`; they are loaded in this order for --help.
const COMMANDS: { register(program: Command): void }[] = [
  run,
  site,
  synthesize,
  code,
  fit,
  effects,
  diagnose,
  reproduce,
  verdicts,
  trace,
  table,
  audit,
];

async function main(argv: readonly string[]): Promise<void> {
  const program = new Command("sojourn")
    .description("Re-run, check and take apart one paper: from questionnaire answers to Tables 1–3")
    .exitOverride()
    .showSuggestionAfterError();
  for (const command of COMMANDS) command.register(program);
  // exitOverride is not inherited by commands added afterwards in every version: say it for each.
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.badInput;
  }
}

void main(process.argv.slice(2));
