import { type Command, Option } from "commander";
import { BadInput } from "../badInput";
import { refuseIdle } from "../io/csvOptions";
import { plainTable } from "../display/tables/plainTable";
import { columnsBehind, inDesignOf, type OtherRows, typicalRow, withSet } from "../models/data/otherRows";
import { rowOptions } from "../models/data/fitModelData";
import { columnIndex, readTable, type Table } from "../models/data/table";
import type { ContrastKind } from "../models/effects/contrastKinds";
import { contrastPredictions, type Measure, type PredictionContrast } from "../models/effects/contrastPredictions";
import type { Prediction } from "../models/effects/predictions";
import { predictInside, predictLink } from "../models/effects/predictInside";
import { withCsvFormat, type CsvFormat } from "./csvFormat";
import { combinations } from "./atValues";
import { type ContrastOptions, refuseContrasts, withContrasts } from "./contrastOptions";
import { contrastsText } from "./contrastsText";
import { levelOf } from "./levelOf";
import { conclude } from "./outcome";
import { readSavedFit, type SavedFit } from "./savedFit";
import { terminalTable } from "./terminal";

interface Options extends CsvFormat, ContrastOptions {
  readonly new?: string | undefined;
  readonly at?: string | undefined;
  readonly grid?: boolean | undefined;
  readonly scale: "response" | "link";
  readonly measure?: Measure | undefined;
  readonly level?: number | undefined;
  readonly json?: boolean | undefined;
}

/** Where a prediction is made: the values of columns, and the file's row where it is one. */
type Place = Readonly<Record<string, string | number>>;
type Placed = Prediction & { readonly at: Place };
/** Columns set to values, and the rows over which that is averaged. */
type SetPlace = OtherRows & { readonly at: Readonly<Record<string, string>>; readonly weights?: readonly number[] | undefined };

/** `sojourn predict FIT.json`: probabilities of a fit that `sojourn fit --out` wrote, for its rows, others, or values of its columns. */
export function register(program: Command): void {
  withContrasts(withCsvFormat(program.command("predict").description("Predicted probabilities of a fit, with intervals")
    .argument("<fit>", "what sojourn fit --out wrote")
    .option("--new <file>", "for each row of this file, which has the model's columns (default: for each row that was fitted)")
    .option("--at <values>", "with columns set to values, such as 'age=30,40;gender=0': averaged over the rows that were fitted, for every combination")
    .option("--grid", "with --at: for one typical row (means, and the most common levels) instead of an average")
    .addOption(new Option("--scale <scale>", "probabilities, or the linear predictor").choices(["response", "link"]).default("response"))
    .option("--level <share>", "of the intervals (default: the fit's)", levelOf)
    .addOption(new Option("--measure <measure>", "with --contrast: the difference of two predictions, their ratio (risk ratio) or the ratio of their odds (default: difference)").choices(["difference", "ratio", "oddsRatio"]))
    .option("--json", "print the result as JSON, and nothing else")), ["pairwise", "reference", "second"])
    .action((path: string, options: Options) => conclude(async () => {
      refuseContradictions(options);
      const saved = await readSavedFit(path);
      if (options.scale === "link" && saved.model.options.nonparallel) throw new BadInput({ file: "--scale" }, "slopes that differ between cut points have no one linear predictor", "--scale response");
      const places = options.at === undefined && !options.grid ? undefined : combinations(options.at).map((at): SetPlace => ({ at, ...rowsAt(saved, options.grid, at) }));
      const predictions = places ? places.flatMap((place) => predicted(saved, options, place, place.weights, place.at)) : ofRows(saved, options);
      const contrasts = options.contrast === undefined ? undefined : contrastsOf(saved, options, options.contrast, places!);
      const both = contrasts === undefined ? { predictions } : { predictions, contrasts };
      console.log(options.json ? JSON.stringify(both) : [asText(saved, predictions), ...(contrasts ? [contrastsText(saved, contrasts, options)] : [])].join("\n\n"));
    }, options.json));
}

function refuseContradictions({ new: other, at, grid, contrast, measure, scale, ...rest }: Options): void {
  if (other !== undefined && (at !== undefined || grid)) throw new BadInput({ file: "--new" }, "its rows have values of their own", "neither --at nor --grid beside it");
  if (other === undefined) refuseIdle(rest, "--new FILE");
  if (measure !== undefined && contrast === undefined) throw new BadInput({ file: "--measure" }, "there are no comparisons to measure", "--contrast pairwise beside it");
  if (measure !== undefined && measure !== "difference" && scale === "link") throw new BadInput({ file: "--measure" }, "ratios are of probabilities, not of the linear predictor", "--scale response");
  refuseContrasts({ contrast, adjust: rest.adjust }, combinations(at));
}

/** Rows for which one prediction is made: those fitted, with columns set to values, or one that is typical. */
const rowsAt = ({ data }: SavedFit, grid: boolean | undefined, values: Record<string, string>): Omit<SetPlace, "at"> =>
  grid ? typicalRow(data, values) : { ...withSet(data, values), weights: rowOptions(data).weights };

const contrastsOf = ({ fit, model }: SavedFit, { measure, scale, adjust, level = model.options.level }: Options, contrast: ContrastKind, places: readonly SetPlace[]): PredictionContrast[] =>
  contrastPredictions(fit, places, { contrast, measure, scale, adjust, level });

/** A prediction for each row that was fitted, or of --new. */
function ofRows(saved: SavedFit, options: Options): Placed[] {
  const { data } = saved;
  const own = options.new === undefined ? { X: data.X, offset: rowOptions(data).offset, table: data.source.table } : inDesignOf(data, readTable(options.new, options));
  const shown = columnsBehind(data).map((name) => [name, columnIndex(own.table, name)] as const);
  const patterns = saved.model.from !== undefined && options.new === undefined ? firstOfEach(shown.map(([, j]) => j), own.table) : undefined;
  const strangers = options.new === undefined ? data.source.strangers : undefined; // their cells are not their own
  return own.X.flatMap((x, i) => (patterns?.has(i) === false || strangers?.has(i) ? [] : predicted(saved, options, { X: [x], offset: own.offset && [own.offset[i]] }, undefined,
    { ...(patterns === undefined && { row: own.table.lines[i] }), ...Object.fromEntries(shown.map(([name, j]) => [name, own.table.rows[i][j]])) })));
}

/** Of patterns that differ in the outcome only, the first. */
function firstOfEach(places: readonly number[], { rows }: Table): ReadonlySet<number> {
  const first = new Map<string, number>();
  rows.forEach((row, i) => {
    const key = JSON.stringify(places.map((j) => row[j]));
    if (!first.has(key)) first.set(key, i);
  });
  return new Set(first.values());
}

/** The predictions for some rows, averaged. */
const predicted = ({ fit, model }: SavedFit, { scale, level = model.options.level ?? 0.95 }: Options, { X, offset }: Pick<OtherRows, "X" | "offset">, weights: readonly number[] | undefined, at: Place): Placed[] =>
  (scale === "link" ? [predictLink(fit, X, { weights, offset }, level)] : predictInside(fit, X, { weights, offset }, level)).map((prediction) => ({ at, ...prediction }));

function asText({ path, synthetic }: SavedFit, predictions: readonly Placed[]): string {
  const number = (value: number) => ({ number: value, format: { decimals: 5 } });
  return terminalTable(plainTable({
    id: "predictions", title: { en: `Predictions of ${path}`, zh: `${path} 的预测` }, stub: { en: "at", zh: "取值" }, synthetic,
    columns: [{ en: "level", zh: "类别" }, { en: "estimate", zh: "估计" }, { en: "SE", zh: "标准误" }, { en: "lower", zh: "下限" }, { en: "upper", zh: "上限" }],
    rows: predictions.map(({ at, level, estimate, standardError, lower, upper }) => [
      Object.entries(at).map(([name, value]) => `${name}=${value}`).join(", ") || "as fitted", level === undefined ? "" : String(level), number(estimate), number(standardError), number(lower), number(upper),
    ] as const),
  }));
}
