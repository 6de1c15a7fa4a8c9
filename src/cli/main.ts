#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { asRecord, EXIT } from "./outcome";

type Register = { register(program: Command): void };

// Each command is a file of its own here, exporting `register(program)`. Only the one asked for is loaded, so that none waits
// for another's libraries; --help and a misspelt name load all, in this order.
const COMMANDS: Readonly<Record<string, () => Promise<Register>>> = {
  run: () => import("./run.js"),
  site: () => import("./site.js"),
  synthesize: () => import("./synthesize.js"),
  code: () => import("./code.js"),
  fit: () => import("./fit.js"),
  effects: () => import("./effects.js"),
  diagnose: () => import("./diagnose.js"),
  reproduce: () => import("./reproduce.js"),
  verdicts: () => import("./verdicts.js"),
  trace: () => import("./trace.js"),
  table: () => import("./table.js"),
  audit: () => import("./audit.js"),
  lab: () => import("./lab.js"),
  doctor: () => import("./doctor.js"),
};

async function main(argv: readonly string[]): Promise<void> {
  const program = new Command("sojourn")
    .description("Re-run, check and take apart one paper: from questionnaire answers to Tables 1–3")
    .exitOverride()
    .showSuggestionAfterError();
  const asked = Object.hasOwn(COMMANDS, argv[0] ?? "") ? [argv[0]] : Object.keys(COMMANDS);
  for (const name of asked) (await COMMANDS[name]()).register(program);
  for (const command of program.commands) command.exitOverride(); // not inherited by commands that are added
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.badInput;
    if (process.exitCode !== EXIT.done && argv.includes("--json")) console.log(JSON.stringify({ error: asRecord(error) }));
  }
}

void main(process.argv.slice(2));
