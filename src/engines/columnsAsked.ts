import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { ModelDataSpec } from "../models/data/modelData";
import { parseTerms } from "../models/data/terms";
import { readFormula } from "../models/formula/formula";
import { namesIn } from "../models/formula/parse";
import type { SourceColumn } from "./engine";

/** A column that a model needs, and what its values are to it: numbers, or labels that are only told apart. */
export interface AskedColumn extends SourceColumn {
  readonly as: "number" | "label";
}

/**
 * The columns of a source that a model needs.
 *
 * @throws {BadInput} a column that is not there; numbers asked of dates, or anything of lists and structures; what only files are asked
 */
export function columnsAsked(name: string, columns: readonly SourceColumn[], spec: ModelDataSpec): AskedColumn[] {
  refuseOfFiles(spec);
  const { outcome, parts, offset, factors } = spec.formula === undefined ? byTerms(name, columns, spec) : byFormula(name, columns, spec);
  const asked = new Map<string, AskedColumn["as"]>();
  for (const column of spec.labels ?? []) asked.set(column, "label");
  for (const column of parts) asked.set(column, factors.has(column) ? "label" : "number");
  asked.set(outcome, spec.family === "ordered" && spec.levels ? "label" : "number");
  for (const column of [offset, spec.weights]) if (column !== undefined) asked.set(column, "number");
  return [...asked].map(([column, as]) => usable(name, columns, column, as));
}

function refuseOfFiles({ where, design, weightType }: ModelDataSpec): void {
  if (where !== undefined) throw new BadInput({ file: "--where" }, "rows of --from are chosen in SQL", said`--sql "SELECT * FROM … WHERE …" beside --from`);
  if (design !== undefined) throw new BadInput({ file: "--strata" }, "a survey's design is not offered with --from: equal rows are counted together", "--strata, --psu and --fpc with a file that fits in memory");
  if (weightType === "probability") throw new BadInput({ file: "--weight-type" }, "probability weights are not offered with --from: equal rows are counted together", "frequency weights, or a file that fits in memory");
}

interface Question {
  readonly outcome: string;
  readonly parts: readonly string[];
  readonly offset?: string | undefined;
  /** Columns that are factors. */
  readonly factors: ReadonlySet<string>;
}

function byTerms(name: string, columns: readonly SourceColumn[], { outcome, terms, offset, factors = [] }: ModelDataSpec): Question {
  const parts = parseTerms(terms, columns.map((column) => column.name), name).flatMap((term) => term.parts);
  return { outcome, parts, offset, factors: new Set(factors.map(({ column }) => column)) };
}

/** What a formula is made of; columns of text are its factors. */
function byFormula(name: string, columns: readonly SourceColumn[], spec: ModelDataSpec): Question {
  const names = columns.map((column) => column.name);
  const { outcome, terms, factors, offset, calculated } = readFormula(spec.formula!, { file: name, columns: names, lines: [], rows: [] }, spec.factors);
  const behind = (label: string): string[] => (calculated.has(label) ? namesIn(calculated.get(label)!).filter((inner) => inner !== "TRUE" && inner !== "FALSE") : [label]);
  const parts = parseTerms(terms, [...names, ...calculated.keys()], name).flatMap((term) => term.parts.flatMap(behind));
  const [response, ...more] = behind(outcome);
  const text = columns.filter(({ kind }) => kind === "text").map((column) => column.name);
  return { outcome: response, parts: [...parts, ...more, ...(offset === undefined ? [] : behind(offset))], offset: spec.offset, factors: new Set([...factors.map(({ column }) => column), ...text]) };
}

function usable(name: string, columns: readonly SourceColumn[], column: string, as: AskedColumn["as"]): AskedColumn {
  const found = columns.find((one) => one.name === column);
  if (!found) throw new BadInput({ file: name, column }, "there is no such column", columns.slice(0, 30).map((one) => one.name).join(", ") + (columns.length > 30 ? ", …" : ""));
  if (found.kind === "other") throw new BadInput({ file: name, column }, said`its type is ${found.type}, which is neither number nor text`, "a column of numbers or text", "Take what you need out of it in --sql.");
  if (found.kind === "date" && as === "number") throw new BadInput({ file: name, column }, said`its type is ${found.type}, and a date is no number`, "a number, such as days since a date", said`Calculate it in --sql, or give it as --factor ${column}.`);
  return { ...found, as };
}
