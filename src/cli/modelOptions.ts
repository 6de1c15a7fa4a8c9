import { type Command, Option } from "commander";
import { BadInput } from "../badInput";
import { parseFactor } from "../models/data/factor";
import { type ModelDataSpec, readModelData, type ModelData } from "../models/data/modelData";
import type { StandardErrors } from "../models/data/fitModelData";
import type { Family } from "../models/fit";

/** What every command that fits a model asks for. */
export interface ModelOptions {
  readonly outcome: string;
  readonly terms: string;
  readonly family: Family;
  readonly factor: readonly string[];
  readonly levels?: string;
  readonly weights?: string;
  readonly offset?: string;
  readonly missing?: "drop";
  readonly json?: boolean;
}

/** Adds these options to a command. */
export function withModelOptions(command: Command): Command {
  return command
    .requiredOption("--outcome <column>", "the outcome: 0/1, or ordered levels")
    .requiredOption("--terms <list>", "columns of the model, comma-separated; a:b is a product of columns")
    .addOption(new Option("--family <family>", "binary or ordered logit").choices(["binomial", "ordered"]).makeOptionMandatory())
    .option("--factor <spec>", "a categorical column: a, a:REFERENCE, a=sum, a=treatment:REFERENCE; repeatable",
      (text: string, before: readonly string[]) => [...before, text], [])
    .option("--levels <list>", "levels of an ordered outcome, low to high (default: by number)")
    .option("--weights <column>", "how often each row counts")
    .option("--offset <column>", "added to the linear predictor as it is")
    .addOption(new Option("--missing <policy>", "leave rows with an empty cell out (default: refuse them)").choices(["drop"]))
    .option("--json", "print the result as JSON, and nothing else");
}

/** Reads the data a command's options ask for, and says on stderr how many rows were left out. */
export function readData(file: string, options: ModelOptions, more: Pick<ModelDataSpec, "labels"> = {}): ModelData {
  if (options.levels && options.family !== "ordered") throw new BadInput({ file: "--levels" }, "a binary outcome has no levels to name", "--family ordered");
  const { outcome, family, weights, offset } = options;
  const data = readModelData(file, {
    outcome, family, weights, offset, ...more,
    terms: parseList("--terms", options.terms), levels: options.levels === undefined ? undefined : parseList("--levels", options.levels),
    factors: options.factor.map(parseFactor), dropMissing: options.missing === "drop",
  });
  if (options.missing === "drop") console.error(`${file}: ${data.dropped} rows with an empty cell were left out, ${data.rows.length} are used`);
  return data;
}

function parseList(option: string, text: string): string[] {
  const items = text.split(",").map((item) => item.trim());
  if (items.some((item) => item === "")) throw new BadInput({ file: option }, `"${text}" is not a list`, "names separated by single commas");
  return items;
}

/** `--se`: a kind, or `cluster:COLUMN`. */
export function parseStandardErrors(text: string): StandardErrors {
  const [, column] = /^cluster:(.+)$/s.exec(text) ?? [];
  if (column) return { cluster: column };
  if (["classical", "expected", "HC0", "HC1", "HC2", "HC3"].includes(text)) return text as StandardErrors;
  throw new BadInput({ file: "--se" }, `"${text}" is not known`, "classical, expected, HC0, HC1, HC2, HC3 or cluster:COLUMN");
}
