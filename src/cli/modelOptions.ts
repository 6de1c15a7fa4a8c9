import { type Command, Option } from "commander";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { type CsvFormat, withNumberFormat } from "./csvFormat";
import { gather } from "./gather";
import type { WeightType } from "../models/covariance/robust";
import { MISSING_CODES } from "../models/data/cells";
import { splitUnquoted, unquoted } from "../models/data/quoted";
import { parseFactor } from "../models/data/factor";
import type { ModelDataSpec } from "../models/data/modelData";
import type { StandardErrors } from "../models/data/fitModelData";
import type { Family } from "../models/fit";

/** What every command that fits a model asks for. */
export interface ModelOptions extends CsvFormat {
  readonly outcome?: string | undefined;
  readonly terms?: string | undefined;
  readonly formula?: string | undefined;
  readonly where?: string | undefined;
  readonly family: Family;
  readonly factor: readonly string[];
  readonly levels?: string | undefined;
  readonly weights?: string | undefined;
  readonly weightType?: WeightType | undefined;
  readonly offset?: string | undefined;
  readonly strata?: string | undefined;
  readonly psu?: string | undefined;
  readonly fpc?: string | undefined;
  readonly missing?: "drop" | undefined;
  readonly na?: string | undefined;
  readonly json?: boolean | undefined;
  readonly from?: string | undefined;
  readonly sql?: string | undefined;
}

/** Adds these options to a command. */
export function withModelOptions(command: Command): Command {
  return withNumberFormat(command
    .option("--outcome <column>", "the outcome: 0/1, or ordered levels")
    .option("--terms <list>", "columns of the model, comma-separated; a:b is a product of columns; a name with a comma or colon stands in quotes; 1 for none")
    .option("--formula <formula>", "both as R writes them, such as 'y ~ a*b + I(x^2) + log(z)'; columns of text are factors")
    .option("--where <filter>", "only rows for which this is true, such as 'age >= 18 & city != \"Yiwu\"'")
    .addOption(new Option("--family <family>", "binary or ordered logit").choices(["binomial", "ordered"]))
    .option("--factor <spec>", "a categorical column: a, a:REFERENCE, a=sum, a=treatment:REFERENCE; repeatable", gather, [])
    .option("--levels <list>", "levels of an ordered outcome, low to high (default: by number)")
    .option("--weights <column>", "how often each row counts (whole numbers; see --weight-type)")
    .addOption(new Option("--weight-type <type>", "what --weights count: equal rows, or people a row stands for (default: frequency)").choices(["frequency", "probability"]))
    .option("--strata <column>", "of a survey: within them people were drawn apart (standard errors by Taylor linearisation; --where makes subpopulations)")
    .option("--psu <column>", "of a survey: its primary sampling units, numbered within strata")
    .option("--fpc <column>", "of a survey: how many units the stratum has in the population, or the share of them that was drawn")
    .option("--offset <column>", "added to the linear predictor as it is")
    .addOption(new Option("--missing <policy>", "leave rows with an empty cell out (default: refuse them)").choices(["drop"]))
    .option("--na <codes>", `what counts as an empty cell, comma-separated (default: ${MISSING_CODES.join(", ")}; '' for none but empty cells)`)
    .option("--json", "print the result as JSON, and nothing else")
    .hook("preAction", refuseNoFamily));
}

/** After commander has looked at what is misspelt: its own mandatory options come before. */
function refuseNoFamily(_: Command, command: Command): void {
  if (command.opts<Partial<ModelOptions>>().family === undefined) throw new BadInput({ file: "--family" }, "it is missing", "binomial or ordered");
}

/** What the options say of the data. @throws {BadInput} options that contradict each other */
export function specOf(options: ModelOptions, more: Pick<ModelDataSpec, "labels"> = {}): ModelDataSpec {
  if (options.levels && options.family !== "ordered") throw new BadInput({ file: "--levels" }, "a binary outcome has no levels to name", "--family ordered");
  if (options.weightType && !options.weights) throw new BadInput({ file: "--weight-type" }, "there are no weights", "--weights COLUMN beside it");
  const { family, weights, weightType, offset, encoding, separator, sheet, decimal, formula, where } = options;
  const design = designOf(options);
  return {
    ...questionOf(options), design, formula, where, family, weights, weightType, offset, encoding, separator, sheet, decimal, ...more,
    levels: options.levels === undefined ? undefined : parseList("--levels", options.levels).map(unquoted),
    factors: options.factor.map(parseFactor), dropMissing: options.missing === "drop",
    missing: options.na === undefined ? undefined : options.na === "" ? [] : parseList("--na", options.na).map(unquoted),
  };
}

/** The columns of a survey's design. @throws {BadInput} beside what contradicts it */
function designOf({ strata, psu, fpc, weights, weightType }: ModelOptions): ModelDataSpec["design"] {
  const named = strata !== undefined ? "--strata" : psu !== undefined ? "--psu" : fpc !== undefined ? "--fpc" : undefined;
  if (named === undefined) return undefined;
  if (weights !== undefined && weightType !== "probability") throw new BadInput({ file: named }, "a survey's weights are people a row stands for", "--weight-type probability beside --weights");
  return { strata, psu, fpc };
}

/** Outcome and terms, by their options or by a formula. */
function questionOf({ outcome, terms, formula }: ModelOptions): Pick<ModelDataSpec, "outcome" | "terms"> {
  if (formula !== undefined) {
    if (outcome !== undefined || terms !== undefined) throw new BadInput({ file: "--formula" }, "it says outcome and terms itself", "neither --outcome nor --terms beside it");
    return { outcome: "", terms: [] };
  }
  if (outcome === undefined) throw new BadInput({ file: "--outcome" }, "it is missing", "the column of the outcome (or a --formula)");
  if (terms === undefined) throw new BadInput({ file: "--terms" }, "it is missing", "columns, or 1 for a model without any (or a --formula)");
  return { outcome, terms: terms.trim() === "1" ? [] : parseList("--terms", terms) };
}

export function parseList(option: string, text: string): string[] {
  const items = splitUnquoted(text, ",");
  if (items.some((item) => unquoted(item) === "")) throw new BadInput({ file: option }, said`"${text}" is not a list`, "names separated by single commas");
  return items;
}

/** `--se`: a kind, or `cluster:COLUMN`. */
export function parseStandardErrors(text: string): StandardErrors {
  const [, kind, column] = /^(cluster|CR2):(.+)$/s.exec(text) ?? [];
  if (column) return kind === "CR2" ? { cr2: column } : { cluster: column };
  if (["robust", "classical", "expected", "HC0", "HC1", "HC2", "HC3"].includes(text)) return text as StandardErrors;
  throw new BadInput({ file: "--se" }, said`"${text}" is not known`, "classical, expected, robust, HC0, HC1, HC2, HC3, cluster:COLUMN or CR2:COLUMN");
}
