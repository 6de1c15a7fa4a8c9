import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { type Asked, nameOfAsked, sourceOf } from "../engines/source";
import { readJson } from "../io/file";
import { type FitModelOptions, fitModelData } from "../models/data/fitModelData";
import { type ModelData, type ModelDataSpec, readModelData } from "../models/data/modelData";
import type { Coefficient, Fit } from "../models/fit";
import { dataFrom, type DataRead } from "./dataAsked";
import { isSynthetic } from "./isSynthetic";

/** What was fitted, to which file: enough to have the fit again, whole. */
export interface SavedModel {
  /** From the folder of the fit's file; or what --from, --table and --sql said (files again from that folder). */
  readonly file?: string;
  readonly from?: Asked;
  /** SHA-256 of the data file as it was; of the patterns and their counts, where a source was asked. */
  readonly digest: string;
  readonly spec: ModelDataSpec;
  readonly options: FitModelOptions;
}

/** A fit that was read back. */
export interface SavedFit {
  /** The file it was read from. */
  readonly path: string;
  readonly model: SavedModel;
  readonly data: ModelData;
  readonly fit: Fit;
  /** Whether the data it was made from are the synthetic survey's. */
  readonly synthetic: boolean;
}

const digestOf = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

const digestOfPatterns = ({ source: { table } }: ModelData): string => createHash("sha256").update(JSON.stringify([table.columns, table.counts])).update(table.rows.map((row) => row.join("\0")).join("\n")).digest("hex");

/** The model as `fit --out` writes it. */
export function savedModel(out: string, { name, data, asked }: DataRead, spec: ModelDataSpec, options: FitModelOptions): SavedModel {
  const fromOut = (path: string): string => relative(dirname(resolve(out)), resolve(path)).split(sep).join("/");
  if (asked === undefined) return { file: fromOut(name), digest: digestOf(name), spec, options };
  return { from: { ...asked, from: sourceOf(asked.from).kind === "files" ? fromOut(asked.from) : asked.from }, digest: digestOfPatterns(data), spec, options };
}

/** Of a standard error; estimates of the same data by the same program agree to rounding. */
const SAME = 1e-6;

/**
 * Reads what `sojourn fit --out` wrote and makes the fit again from its data.
 * @throws {BadInput} where it is no such file, the data are gone or have changed, or the numbers are not theirs
 */
export async function readSavedFit(path: string): Promise<SavedFit> {
  const { model, coefficients } = (readJson(path) ?? {}) as { model?: SavedModel; coefficients?: readonly Coefficient[] };
  if (!(typeof model?.file === "string" || typeof model?.from?.from === "string") || typeof model.digest !== "string" || !model.spec || !model.options || !Array.isArray(coefficients)) {
    throw new BadInput({ file: path }, "it says no model and data that a fit could be made of", "a file written by sojourn fit --out", "Fit the model again with --out.");
  }
  const { data, synthetic } = model.from === undefined ? ofFile(path, model) : await ofSource(path, model, model.from);
  const fit = fitModelData(data, model.options);
  const saved = coefficients as readonly Coefficient[];
  const other = fit.coefficients.find((row, j) => !(saved[j]?.term === row.term && Math.abs(saved[j].estimate - row.estimate) <= SAME * row.standardError));
  if (other || saved.length !== fit.coefficients.length) throw new BadInput({ file: path, ...(other && { column: other.term }) }, "its numbers are not those of its data and model", "a file as sojourn fit --out wrote it", "Fit the model again.");
  return { path, model, data, fit, synthetic };
}

/** The data file as it can be read from here; undefined for a source of another kind. */
export const dataFileOf = ({ path, model: { file } }: Pick<SavedFit, "path" | "model">): string | undefined => (file === undefined ? undefined : resolve(dirname(resolve(path)), file));

function ofFile(path: string, { file: from = "", digest, spec }: SavedModel): Pick<SavedFit, "data" | "synthetic"> {
  const file = resolve(dirname(resolve(path)), from);
  if (!existsSync(file)) throw new BadInput({ file: path }, said`its data, ${from}, are not there`, "the data file where it was, seen from the fit");
  if (digestOf(file) !== digest) throw new BadInput({ file: path }, said`its data, ${from}, have changed since it was made`, "the file that was fitted", "Fit the model again.");
  return { data: readModelData(file, spec), synthetic: isSynthetic(file, spec) };
}

async function ofSource(path: string, { digest, spec }: SavedModel, saved: Asked): Promise<Pick<SavedFit, "data" | "synthetic">> {
  const asked = sourceOf(saved.from).kind === "files" ? { ...saved, from: resolve(dirname(resolve(path)), saved.from) } : saved;
  const read = await dataFrom(asked, spec);
  if (digestOfPatterns(read.data) !== digest) throw new BadInput({ file: path }, said`its data, ${nameOfAsked(saved)}, have changed since it was made`, "the rows that were fitted", "Fit the model again.");
  return read;
}
