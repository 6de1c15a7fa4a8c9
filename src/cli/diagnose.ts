import { type Command, InvalidArgumentError, Option } from "commander";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { Cell } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import { fitModelData, rowOptions } from "../models/data/fitModelData";
import type { ModelData } from "../models/data/modelData";
import type { Classification } from "../models/diagnostics/classification";
import { type Diagnosis, diagnose } from "../models/diagnostics/diagnose";
import { fewEventsWarning } from "../models/diagnostics/eventsPerVariable";
import type { Fit } from "../models/fit";
import type { ChiSquareTest } from "../models/chiSquareTest";
import { WHY_THEY_DIFFER } from "../models/parallelLines";
import { line } from "./language";
import { type FitOptions, fitOptionsOf } from "./fitOptions";
import { testText } from "./fitText";
import { LINK_NAMES } from "../models/links/link";
import { type DataRead, readData, withSource } from "./dataAsked";
import { withModelOptions } from "./modelOptions";
import { conclude } from "./outcome";
import { rowsCsv } from "./rowsCsv";
import { wholeNumber } from "./wholeNumber";
import { refuseOutput, writeOutput } from "./writeOutput";
import { terminalTable } from "./terminal";

const MOST_INFLUENTIAL = 10;

/** What nobody misses: tests of the other family. */
const NOT_OF_THE_FAMILY: Record<Fit["family"], readonly string[]> = {
  binomial: ["parallelLines", "brant", "brantByTerm"],
  ordered: ["classification", "auc", "aucInterval", "tjur", "influence", "eventsPerVariable"],
};

const shown = (number: number | null): Cell => (number === null ? { text: "undefined" } : { number, format: { decimals: 4 } });

/** `sojourn diagnose FILE.csv --outcome y --terms a,b --family binomial`: what to doubt about a model. */
export function register(program: Command): void {
  withSource(withModelOptions(program.command("diagnose").description("What to doubt about a model: parallel lines, calibration, influence, collinearity")))
    .option("--table <name>", "with --from: a table of it")
    .addOption(new Option("--link <link>", "from the linear predictor to a probability").choices(LINK_NAMES).default("logit"))
    .option("--se <kind>", "of the coefficients: classical, expected, robust (as Stata), HC0, HC1, HC2, HC3, cluster:COLUMN or CR2:COLUMN (VIF comes from their covariance)")
    .option("--groups <number>", "of the Hosmer-Lemeshow test (default: 10)", wholeNumber)
    .option("--cut <share>", "fitted probability from which a row is called an event (default: 0.5)", cutOf)
    .option("--rows-out <file>", "write fitted values, residuals, leverages, Cook's distances and DFBETA of every row as CSV")
    .action((file: string | undefined, options: Options) => conclude(() => run(file, options), options.json));
}

interface Options extends FitOptions {
  readonly groups?: number | undefined;
  readonly cut?: number | undefined;
  readonly rowsOut?: string | undefined;
  readonly table?: string | undefined;
}

function cutOf(text: string): number {
  const cut = Number(text);
  if (!(text.trim() !== "" && cut > 0 && cut < 1)) throw new InvalidArgumentError("a share between 0 and 1 is expected.");
  return cut;
}

async function run(file: string | undefined, options: Options): Promise<void> {
  if (options.cut !== undefined && options.family === "ordered") throw new BadInput({ file: "--cut" }, "an ordered outcome is not called by one cut", "--family binomial");
  if (options.groups !== undefined && options.groups < 3) throw new BadInput({ file: "--groups" }, said`${options.groups} groups are too few for a test`, "3 or more");
  if (options.rowsOut !== undefined) refuseOutput(options.rowsOut, [file ?? options.from ?? []].flat());
  const { fitOptions, labels } = fitOptionsOf(options);
  const read = await readData(file, options, { labels }, options.table);
  const { data } = read;
  const fit = fitModelData(data, fitOptions);
  const rows = { ...rowOptions(data), X: data.X, y: data.y };
  const found = diagnose(fit, rows, data, data.weightType, options);
  if (options.rowsOut !== undefined) writeOutput(options.rowsOut, rowsCsv(fit, rows, data));
  console.log(options.json ? JSON.stringify(asJson(found, read)) : asText(read, fit, found));
}

function callsText({ cut, truePositives, falsePositives, trueNegatives, falseNegatives, sensitivity, specificity, correct }: Classification): string {
  const percent = (share: number | null): string => (share === null ? "undefined" : `${(100 * share).toFixed(1)}%`);
  const people = (sum: number): number => Number(sum.toFixed(1)); // probability weights are no whole numbers
  return `called events from ${cut}: ${people(truePositives)} of ${people(truePositives + falseNegatives)} events (sensitivity ${percent(sensitivity)}), ${people(falsePositives)} of ${people(falsePositives + trueNegatives)} others (specificity ${percent(specificity)}); ${percent(correct)} right`;
}

/** Rows by their file line; equal rows that a source counted together by what they have in common, and how many they are. */
const asJson = ({ influence, ...found }: Diagnosis, { data, asked }: DataRead) => ({
  ...found,
  influence: influence && influence.map((row, i) => ({ row: data.rows[i], ...(asked && { pattern: patternOf(data, i), count: data.weights![i] }), ...row })),
});

/** What the equal rows of a pattern have in common. */
const patternOf = ({ source: { table } }: ModelData, i: number): Record<string, string> => Object.fromEntries(table.columns.map((column, j) => [column, table.rows[i][j]]));

const rowName = ({ data, asked }: DataRead, i: number): string =>
  asked ? `${Object.entries(patternOf(data, i)).map(([column, value]) => `${column}=${value}`).join(" ")} (${data.weights![i]})` : String(data.rows[i]);

function asText(read: DataRead, fit: Fit, { parallelLines, brant, brantByTerm, hosmerLemeshow, classification, auc, aucInterval, vif, influence, eventsPerVariable, tjur, reasons }: Diagnosis): string {
  const few = fewEventsWarning(fit);
  const lines = [
    ...(parallelLines ? [...(Object.entries(parallelLines) as [string, ChiSquareTest][]).map(([name, test]) => `parallel lines, ${name}: ${testText(test)}`), line(WHY_THEY_DIFFER)] : []),
    ...(brant ?? []).map(({ term, ...test }) => `Brant, ${term}: ${testText(test)}`),
    ...(brantByTerm ?? []).map(({ term, ...test }) => `Brant, ${term} (all its columns): ${testText(test)}`),
    ...(hosmerLemeshow ? [`Hosmer-Lemeshow: ${testText(hosmerLemeshow)}`] : []),
    ...(classification ? [callsText(classification)] : []),
    ...(auc === null ? [] : [`area under the ROC curve ${auc.toFixed(4)}${aucInterval ? ` (95% ${aucInterval.map((end) => end.toFixed(4)).join(" to ")})` : ""}; Tjur's R² ${tjur === null ? "undefined" : tjur.toFixed(4)}`]),
    ...(eventsPerVariable === null ? [] : [`events per variable ${eventsPerVariable.toFixed(1)}`]),
    ...(few ? [`! ${line(few)}`] : []),
    ...(vif ?? []).map(({ term, vif: factor, df }) => `${df === 1 ? "VIF" : `GVIF (${df} columns)`}, ${term}: ${factor.toFixed(3)}`),
    ...Object.entries(reasons).filter(([field]) => !NOT_OF_THE_FAMILY[fit.family].includes(field)).map(([field, why]) => `not given: ${field} (${why})`),
  ];
  const most = [...(influence ?? []).entries()].sort(([, a], [, b]) => (b.cooksDistance ?? Infinity) - (a.cooksDistance ?? Infinity) || 0).slice(0, MOST_INFLUENTIAL);
  if (most.length === 0) return lines.join("\n");
  return [...lines, "", terminalTable(plainTable({
    id: "influence", title: { en: `Most influential ${read.asked ? "patterns" : "rows"} of ${read.name}`, zh: `影响最大的行` }, stub: read.asked ? { en: "pattern (rows)", zh: "取值（行数）" } : { en: "file line", zh: "行" },
    columns: [{ en: "leverage", zh: "杠杆值" }, { en: "Cook's distance", zh: "库克距离" }],
    rows: most.map(([i, { leverage, cooksDistance }]) =>
      [rowName(read, i), shown(leverage), shown(cooksDistance)] as const),
    synthetic: read.synthetic,
  }))].join("\n");
}
