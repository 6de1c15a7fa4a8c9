import type { Command } from "commander";
import { BadInput } from "../badInput";
import type { Bilingual } from "../bilingual";
import { noteIn, noteInBoth } from "../faults/noted";
import { said } from "../faults/said";
import { type ModelData, type ModelDataSpec, readModelData } from "../models/data/modelData";
import type { Fit } from "../models/fit";
import type { Engine } from "../engines/engine";
import { isSyntheticSource, modelDataOfPatterns, patternsFrom } from "../engines/modelDataFrom";
import { openSource } from "../engines/openSource";
import { type Asked, nameOfAsked } from "../engines/source";
import { fitBySteps } from "../engines/steps/fitBySteps";
import type { FitModelOptions } from "../models/data/fitModelData";
import { isSynthetic } from "./isSynthetic";
import { type ModelOptions, specOf } from "./modelOptions";
import { whileReading } from "./whileReading";
import { line } from "./language";

/** Data that a command asked for, and what it calls them. */
export interface DataRead {
  readonly name: string;
  readonly data: ModelData;
  readonly synthetic: boolean;
  /** What --from, --table and --sql said; absent for a file that was read whole. */
  readonly asked?: Asked;
}

/** A command that takes a file, or --from a source of any size. */
export const withSource = (command: Command): Command => command
  .argument("[file]", "CSV with a header, Excel, SPSS, Stata or Parquet (or what --from names)")
  .option("--from <source>", "rows of any size instead of a file: Parquet or CSV files, a folder or a glob in quotes, postgres://…, trino://… (see sojourn engines)")
  .option("--sql <select>", "with --from: the rows that this SELECT gives; files are called data in it");

/** What stands for the source's rows; undefined where a file is named. @throws {BadInput} both, or neither */
export function askedOf(file: string | undefined, { from, sql }: ModelOptions, table?: string): Asked | undefined {
  if (from !== undefined && file !== undefined) throw new BadInput({ file: "--from" }, said`${file} is named beside it`, "one source", "A glob stands in quotes, or the shell takes it apart.");
  if (from === undefined && sql !== undefined) throw new BadInput({ file: "--sql" }, "there is no source to ask", "--from SOURCE beside it");
  if (from === undefined && table !== undefined) throw new BadInput({ file: "--table" }, "there is no source to ask", "--from SOURCE beside it");
  if (from !== undefined) return { from, table, sql };
  if (file === undefined) throw new BadInput({ file: "FILE" }, "no data are named", "a file, or --from SOURCE");
  return undefined;
}

/** A note under the name of what it is of. */
function noteOf(name: string, note: string | Bilingual): string {
  const { en, zh } = typeof note === "string" ? noteInBoth(note) : note;
  return line({ en: `${name}: ${en}`, zh: `${name}：${zh}` });
}

/** Reads the data a command's options ask for, and says on stderr what was left out or brought together. */
export async function readData(file: string | undefined, options: ModelOptions, more: Pick<ModelDataSpec, "labels"> = {}, table?: string): Promise<DataRead> {
  const asked = askedOf(file, options, table);
  const spec = specOf(options, more);
  const read: DataRead = asked === undefined
    ? { name: file!, data: readModelData(file!, spec), synthetic: isSynthetic(file!, options) }
    : { name: nameOfAsked(asked), ...(await dataFrom(asked, spec)), asked };
  for (const note of read.data.notes) console.error(noteOf(read.name, note));
  for (const { term, why } of read.data.dropped) console.error(line({ en: `${read.name}: ${term} is left out of the model: ${why}`, zh: `${read.name}：模型不含 ${term}：${noteIn(why, "zh")}` }));
  return read;
}

/** The data of a source, which is closed before they are made: what it held and what they take is never in memory together. */
export async function dataFrom(asked: Asked, spec: ModelDataSpec): Promise<Pick<DataRead, "data" | "synthetic">> {
  const { table, synthetic } = await reading(asked, spec, async (engine) => ({ table: await patternsFrom(engine, spec), synthetic: await isSyntheticSource(engine) }));
  return { data: modelDataOfPatterns(table, spec), synthetic };
}

/** A fit that was made in the source itself, of rows with too many patterns to be counted together. */
export interface FitRead {
  readonly name: string;
  readonly fit: Fit;
  readonly synthetic: boolean;
}

/** Fits by steps in SQL, and says so on stderr. */
export async function fitInSource(asked: Asked, options: ModelOptions, labels: readonly string[], fitOptions: FitModelOptions): Promise<FitRead> {
  const spec = specOf(options, { labels });
  const name = nameOfAsked(asked);
  return reading(asked, spec, async (engine) => {
    const { fit, notes } = await fitBySteps(engine, spec, fitOptions);
    for (const note of notes) console.error(noteOf(name, note));
    return { name, fit, synthetic: await isSyntheticSource(engine) };
  });
}

/** Work on an open source, which Ctrl-C ends there as well. */
const reading = <T>(asked: Asked, format: ModelDataSpec, work: (engine: Engine) => Promise<T>): Promise<T> => whileReading(() => openSource(asked, format), work);
