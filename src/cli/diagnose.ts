import { type Command, InvalidArgumentError, Option } from "commander";
import { BadInput } from "../badInput";
import type { Bilingual } from "../bilingual";
import { noteIn } from "../faults/noted";
import { said } from "../faults/said";
import type { Cell } from "../display/table";
import { asBilingual } from "../display/words";
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
import { parallelLinesText, under } from "./fitText";
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

const UNDEFINED: Bilingual = { en: "undefined", zh: "无定义" };

const shown = (number: number | null): Cell => (number === null ? { text: UNDEFINED } : { number, format: { decimals: 4 } });

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

function callsText({ cut, truePositives, falsePositives, trueNegatives, falseNegatives, sensitivity, specificity, correct }: Classification): Bilingual {
  const percent = (share: number | null): Bilingual => (share === null ? UNDEFINED : asBilingual(`${(100 * share).toFixed(1)}%`));
  const people = (sum: number): number => Number(sum.toFixed(1)); // probability weights are no whole numbers
  const [events, others] = [people(truePositives + falseNegatives), people(falsePositives + trueNegatives)];
  const [right, wrong, sure, safe, all] = [people(truePositives), people(falsePositives), percent(sensitivity), percent(specificity), percent(correct)];
  return {
    en: `called events from ${cut}: ${right} of ${events} events (sensitivity ${sure.en}), ${wrong} of ${others} others (specificity ${safe.en}); ${all.en} right`,
    zh: `概率达到 ${cut} 判为事件：${events} 个事件中判出 ${right} 个（灵敏度 ${sure.zh}），${others} 个非事件中误判 ${wrong} 个（特异度 ${safe.zh}）；判对 ${all.zh}`,
  };
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

function curveText(auc: number, interval: Diagnosis["aucInterval"], tjur: number | null): Bilingual {
  const ends = interval?.map((end) => end.toFixed(4));
  const share = tjur === null ? UNDEFINED : asBilingual(tjur.toFixed(4));
  return {
    en: `area under the ROC curve ${auc.toFixed(4)}${ends ? ` (95% ${ends.join(" to ")})` : ""}; Tjur's R² ${share.en}`,
    zh: `ROC 曲线下面积 ${auc.toFixed(4)}${ends ? `（95% 置信区间 ${ends.join(" 至 ")}）` : ""}；Tjur R² ${share.zh}`,
  };
}

function asText(read: DataRead, fit: Fit, { parallelLines, brant, brantByTerm, hosmerLemeshow, classification, auc, aucInterval, vif, influence, eventsPerVariable, tjur, reasons }: Diagnosis): string {
  const few = fewEventsWarning(fit);
  const said: readonly Bilingual[] = [
    ...(parallelLines ? [...(Object.entries(parallelLines) as [string, ChiSquareTest][]).map(([name, test]) => parallelLinesText(name, test)), WHY_THEY_DIFFER] : []),
    ...(brant ?? []).map(({ term, ...test }) => under({ en: `Brant, ${term}`, zh: `Brant 检验，${term}` }, test)),
    ...(brantByTerm ?? []).map(({ term, ...test }) => under({ en: `Brant, ${term} (all its columns)`, zh: `Brant 检验，${term}（其全部列）` }, test)),
    ...(hosmerLemeshow ? [under({ en: "Hosmer-Lemeshow", zh: "Hosmer-Lemeshow 检验" }, hosmerLemeshow)] : []),
    ...(classification ? [callsText(classification)] : []),
    ...(auc === null ? [] : [curveText(auc, aucInterval, tjur)]),
    ...(eventsPerVariable === null ? [] : [{ en: `events per variable ${eventsPerVariable.toFixed(1)}`, zh: `每个变量的事件数 ${eventsPerVariable.toFixed(1)}` }]),
    ...(few ? [{ en: `! ${few.en}`, zh: `! ${few.zh}` }] : []),
    ...(vif ?? []).map(({ term, vif: factor, df }) => df === 1 ? { en: `VIF, ${term}: ${factor.toFixed(3)}`, zh: `VIF，${term}：${factor.toFixed(3)}` }
      : { en: `GVIF (${df} columns), ${term}: ${factor.toFixed(3)}`, zh: `GVIF（${df} 列），${term}：${factor.toFixed(3)}` }),
    ...Object.entries(reasons).filter(([field]) => !NOT_OF_THE_FAMILY[fit.family].includes(field)).map(([field, why]) => ({ en: `not given: ${field} (${why})`, zh: `未给出 ${field}（${noteIn(why, "zh")}）` })),
  ];
  const lines = said.map(line);
  const most = [...(influence ?? []).entries()].sort(([, a], [, b]) => (b.cooksDistance ?? Infinity) - (a.cooksDistance ?? Infinity) || 0).slice(0, MOST_INFLUENTIAL);
  if (most.length === 0) return lines.join("\n");
  return [...lines, "", terminalTable(plainTable({
    id: "influence", title: { en: `Most influential ${read.asked ? "patterns" : "rows"} of ${read.name}`, zh: `影响最大的行` }, stub: read.asked ? { en: "pattern (rows)", zh: "取值组合（行数）" } : { en: "file line", zh: "行号" },
    columns: [{ en: "leverage", zh: "杠杆值" }, { en: "Cook's distance", zh: "Cook 距离" }],
    rows: most.map(([i, { leverage, cooksDistance }]) =>
      [rowName(read, i), shown(leverage), shown(cooksDistance)] as const),
    synthetic: read.synthetic,
  }))].join("\n");
}
