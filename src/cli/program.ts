import { Command, CommanderError } from "commander";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../bilingual";
import { printOnlyPrintable } from "../io/printable";
import { guardStdout } from "../io/stdout";
import { projectFolder } from "../projectFolder";
import { examplesOf, underAll } from "./examples";
import { asksForHelp, letHelpSpeak, speakHelp } from "./help/inHelp";
import { commandLineFault } from "./commandLineFault";
import { line, languageIn, languageOption, messageLanguage, useLanguage } from "./language";
import { asMessage, asRecord, EXIT, tell } from "./outcome";
import { refuseSwallowed } from "./refuseSwallowed";
import { wrapLines } from "./terminal";

type Register = { register(program: Command): void };

// Each command is a file of its own here, exporting `register(program)`. Only the one asked for is loaded, so that none waits
// for another's libraries; --help and a misspelt name load all, in this order, and --version none.
const COMMANDS: Readonly<Record<string, () => Promise<Register>>> = {
  run: () => import("./run.js"),
  site: () => import("./site.js"),
  synthesize: () => import("./synthesize.js"),
  map: () => import("./map.js"),
  inspect: () => import("./inspect.js"),
  code: () => import("./code.js"),
  fit: () => import("./fit.js"),
  test: () => import("./test.js"),
  predict: () => import("./predict.js"),
  effects: () => import("./effects.js"),
  diagnose: () => import("./diagnose.js"),
  reproduce: () => import("./reproduce.js"),
  verdicts: () => import("./verdicts.js"),
  trace: () => import("./trace.js"),
  table: () => import("./table.js"),
  audit: () => import("./audit.js"),
  multiverse: () => import("./multiverse.js"),
  engines: () => import("./engines.js"),
  new: () => import("./new.js"),
  lab: () => import("./lab.js"),
  kernelspec: () => import("./kernelspec.js"),
  doctor: () => import("./doctor.js"),
};

/** Runs one command line, and sets the exit code. */
export async function run(argv: readonly string[]): Promise<void> {
  guard();
  useLanguage(languageIn(argv));
  await speakHelp(asksForHelp(argv) ? messageLanguage() : "en");
  const program = await commandsFor(argv);
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    const json = argv.includes("--json");
    if (!(error instanceof CommanderError)) return tell(error, json);
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.badInput;
    if (process.exitCode === EXIT.done || error.code === "commander.help") return;
    if (json) console.log(JSON.stringify({ error: asRecord(error) }));
    console.error(asMessage(commandLineFault(error, messageLanguage())));
  }
}

/** The commands that a command line needs, each finished. */
export async function commandsFor(argv: readonly string[]): Promise<Command> {
  const program = new Command("sojourn")
    .description("Re-run, check and take apart one paper: from questionnaire answers to Tables 1–3")
    .version(version(), "-V, --version", "the version of Sojourn")
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({ outputError: () => undefined }) // said by run, in the reader's language
    .addHelpText("after", underAll);
  letHelpSpeak(program);
  const asked = Object.hasOwn(COMMANDS, argv[0] ?? "") ? [argv[0]] : ["-V", "--version"].includes(argv[0]) ? [] : Object.keys(COMMANDS);
  for (const name of asked) (await COMMANDS[name]()).register(program);
  for (const command of program.commands) finish(command);
  return program;
}

/** What every command has. */
function finish(command: Command): void {
  command.exitOverride(); // not inherited by commands that are added
  if (!command.options.some(({ long }) => long === "--lang")) command.addOption(languageOption());
  command.configureOutput({ outputError: () => undefined });
  command.addHelpText("after", () => examplesOf(command.name()));
  letHelpSpeak(command);
  refuseSwallowed(command);
  command.hook("preAction", () => useLanguage(command.opts<{ lang?: Language }>().lang));
}

const version = (): string => (JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as { version: string }).version;

/** A lost result is an error, and no text of a file or a cell acts on the terminal. */
function guard(): void {
  printOnlyPrintable();
  const log = console.log.bind(console);
  console.log = (...parts: unknown[]) => log(...parts.map((part) => (typeof part === "string" ? wrapLines(part) : part)));
  guardStdout((reason) => {
    console.error(line({
      en: `standard output cannot be written: ${reason} (expected a place with room for the result). What was written there is not whole.`,
      zh: `无法写入标准输出：${reason}（应为：有足够空间的地方）。已写入的内容不完整。`,
    }));
    process.exit(EXIT.badInput);
  });
}
