import { type Command, Option } from "commander";
import { basename } from "node:path";
import { BadInput } from "../badInput";
import { noteIn } from "../faults/noted";
import { said } from "../faults/said";
import type { Table } from "../display/table";
import { TooManyPatterns } from "../engines/modelDataFrom";
import type { Asked } from "../engines/source";
import { type FitModelOptions, fitModelData, rowOptions } from "../models/data/fitModelData";
import { oddsRatios } from "../models/intervals";
import { LINK_NAMES } from "../models/links/link";
import { parallelLines } from "../models/parallelLines";
import { askedOf, type DataRead, fitInSource, type FitRead, readData, withSource } from "./dataAsked";
import { fitImputed } from "./fitImputed";
import { fitJson } from "./fitJson";
import { type FitOptions, fitOptionsOf } from "./fitOptions";
import { fitTable } from "./fitText";
import { gather } from "./gather";
import { isSynthetic } from "./isSynthetic";
import { levelOf } from "./levelOf";
import { specOf, withModelOptions } from "./modelOptions";
import { messageLanguage, tableLanguages } from "./language";
import { terminalTable } from "./terminal";
import { conclude } from "./outcome";
import { readSavedFit, type SavedFit, savedModel } from "./savedFit";
import { sideBySide } from "./sideBySide";
import { namesTableFile, refuseTableName, writeTable } from "./tableFile";
import { wholeNumber } from "./wholeNumber";
import { refuseOutput, writeOutput } from "./writeOutput";

interface Given extends FitOptions {
  readonly impute?: number | undefined;
  readonly seed?: number | undefined;
  readonly oddsRatios?: boolean | undefined;
  readonly out?: string | undefined;
  readonly table: readonly string[];
  readonly way?: "patterns" | "steps" | undefined;
  readonly beside: readonly string[];
}

type Options = Omit<Given, "table"> & { readonly table?: string | undefined; readonly fromTable?: string | undefined };

/** With --from, a --table that is no file to write names a table of the source. @throws {BadInput} two of a kind */
function tablesOf({ table, from }: Given): { table: string | undefined; fromTable: string | undefined } {
  const isFile = (name: string): boolean => from === undefined || namesTableFile(name);
  const [files, tables] = [table.filter(isFile), table.filter((name) => !isFile(name))];
  if (files.length > 1 || tables.length > 1) throw new BadInput({ file: "--table" }, said`${(files.length > 1 ? files : tables).join(", ")} are given`, "one of a kind");
  return { table: files[0], fromTable: tables[0] };
}

/** `sojourn fit FILE.csv --outcome y --terms a,b --family binomial`: a binary or ordered logit of a file of numbers. */
export function register(program: Command): void {
  withSource(withModelOptions(program.command("fit").description("Fit a binary or ordered logit to a file of data, or to rows of any size (--from)")))
    .addOption(new Option("--link <link>", "from the linear predictor to a probability").choices(LINK_NAMES).default("logit"))
    .option("--se <kind>", "classical, expected, robust (as Stata), HC0, HC1, HC2, HC3, cluster:COLUMN or CR2:COLUMN (default: classical, the observed information; HC0 with probability weights)")
    .option("--firth", "Firth's penalised likelihood: finite estimates where the data are separated")
    .option("--nonparallel <list>", "terms of an ordered model whose slope may differ from cut point to cut point (partial proportional odds)")
    .option("--odds-ratios", "odds ratios with intervals beside the coefficients (logit link)")
    .option("--level <share>", "of the intervals (default: 0.95)", levelOf)
    .addOption(new Option("--interval <kind>", "Wald's intervals, or where the profile likelihood has fallen far enough").choices(["wald", "profile"]))
    .option("--out <file>", "write the fit as JSON, for sojourn test and sojourn predict")
    .option("--table <file>", "write the table as .docx, .md, .tex, .csv or .html; with --from, any other name is a table of the source; repeatable", gather, [])
    .option("--beside <fit>", "with --table: another fit, from --out, in a column before this one; repeatable", gather, [])
    .addOption(new Option("--way <way>", "with --from: equal rows counted together, or Newton steps in SQL (default: by how many patterns there are)").choices(["patterns", "steps"]))
    .option("--impute <number>", "draw missing cells in so many data sets and pool, instead of refusing or dropping rows", wholeNumber)
    .option("--seed <number>", "with --impute: the same seed gives the same draws (default 1)", wholeNumber)
    .action((file: string | undefined, options: Given) => conclude(() => fit(file, { ...options, ...tablesOf(options) }), options.json));
}

async function fit(file: string | undefined, options: Options): Promise<void> {
  const { fitOptions, labels } = fitOptionsOf(options);
  const inputs = [file ?? options.from ?? []].flat();
  if (options.oddsRatios && options.link !== "logit") throw new BadInput({ file: "--odds-ratios" }, said`coefficients of the ${options.link} link are no logarithms of odds`, "--link logit");
  if (options.out !== undefined) refuseOutput(options.out, [...inputs, ...options.beside]);
  if (options.table !== undefined) refuseTableName(options.table);
  else if (options.beside.length > 0) throw new BadInput({ file: "--beside" }, "fits stand side by side in a table", "--table FILE beside it");
  if (options.table !== undefined) refuseOutput(options.table, [...inputs, ...options.beside, ...(options.out === undefined ? [] : [options.out])]);
  if (options.seed !== undefined && options.impute === undefined) throw new BadInput({ file: "--seed" }, "there is nothing to draw without --impute", "--impute beside it", "Give --impute, or leave --seed out.");
  const spec = specOf(options, { labels });
  if (options.way !== undefined && options.from === undefined) throw new BadInput({ file: "--way" }, "it is of rows in a source", "--from SOURCE beside it");
  if (options.impute !== undefined) return imputed(fileOnly(file, "--impute"), options);
  const asked = askedOf(file, options, options.fromTable);
  const read = options.way === "steps" ? undefined : await readOrNot(file, options, labels);
  if (read === undefined) return bySteps(asked!, options, labels, fitOptions);
  const { name, data, synthetic } = read;
  const fitted = fitModelData(data, fitOptions);
  const tests = options.family === "ordered" && data.weightType === "frequency" && !fitOptions.nonparallel && fitted.coefficients.length > 0 ? parallelLines(fitted, data.X, data.y, data.columns, rowOptions(data)) : undefined;
  const intervals = { level: options.level ?? 0.95, interval: options.interval ?? (options.firth ? "profile" : "wald") };
  const json = { ...fitJson(fitted, data, tests), ...intervals, ...(options.oddsRatios && { oddsRatios: oddsRatios(fitted) }) };
  const table = fitTable(name, fitted, data, tests, { ...intervals, oddsRatios: options.oddsRatios, synthetic });
  const out = await tableToWrite(options, table, { name, fit: fitted, synthetic });
  console.log(options.json ? JSON.stringify(json) : terminalTable(table));
  if (options.json) for (const warning of fitted.warnings) console.error(noteIn(warning, messageLanguage()));
  if (options.table !== undefined) await writeTable(options.table, out, tableLanguages());
  if (options.out !== undefined) writeOutput(options.out, `${JSON.stringify({ ...json, model: savedModel(options.out, read, spec, fitOptions) }, null, 1)}\n`);
}

/** What --table writes: the fit's own table, or those of --beside and this one in columns. */
async function tableToWrite({ beside, out }: Options, own: Table, { name, fit, synthetic }: FitRead): Promise<Table> {
  if (beside.length === 0) return own;
  const others: SavedFit[] = [];
  for (const path of beside) others.push(await readSavedFit(path));
  const columns = [...others.map((other) => ({ name: basename(other.path, ".json"), fit: other.fit })), { name: basename(out ?? name).replace(/\.\w+$/, ""), fit }];
  return sideBySide(columns, synthetic || others.some((other) => other.synthetic));
}

/** The data; undefined where they are of a source whose patterns are too many to be counted together. */
async function readOrNot(file: string | undefined, options: Options, labels: readonly string[]): Promise<DataRead | undefined> {
  try {
    return await readData(file, options, { labels }, options.fromTable);
  } catch (error) {
    if (error instanceof TooManyPatterns && options.way === undefined) return undefined;
    throw error;
  }
}

/** `fit --from` of rows with many different values: Newton steps in the source. */
async function bySteps(asked: Asked, options: Options, labels: readonly string[], fitOptions: FitModelOptions): Promise<void> {
  if (options.out !== undefined) throw new BadInput({ file: "--out" }, "a fit by steps in SQL is not made again by sojourn test or predict", "the table alone, or --json", "Group the columns of many values in --sql, and equal rows are counted together.");
  const { name, fit, synthetic } = await fitInSource(asked, options, labels, fitOptions);
  const shown = { level: options.level ?? 0.95, interval: "wald" } as const;
  const table = fitTable(name, fit, { dropped: [] }, undefined, { ...shown, oddsRatios: options.oddsRatios, synthetic });
  const out = await tableToWrite(options, table, { name, fit, synthetic });
  console.log(options.json ? JSON.stringify({ ...fitJson(fit), ...shown, ...(options.oddsRatios && { oddsRatios: oddsRatios(fit) }) }) : terminalTable(table));
  if (options.table !== undefined) await writeTable(options.table, out, tableLanguages());
}

/** @throws {BadInput} where the data are not a file */
function fileOnly(file: string | undefined, option: string): string {
  if (file === undefined) throw new BadInput({ file: option }, "it works on a file that fits in memory", said`a file instead of --from`);
  return file;
}

function imputed(file: string, options: Options): void {
  const beside = (["level", "interval", "oddsRatios", "out", "table", "nonparallel", "formula", "where", "strata", "psu", "fpc"] as const).find((name) => options[name] !== undefined);
  if (beside) throw new BadInput({ file: "--impute" }, said`pooled estimates are not offered with --${beside === "oddsRatios" ? "odds-ratios" : beside}`, "--impute without it");
  const { fitOptions, labels } = fitOptionsOf(options);
  fitImputed(file, specOf(options, { labels }), fitOptions, options.impute!, options.seed ?? 1, isSynthetic(file, options), options.json);
}
