import { BadInput } from "../badInput";
import { columnOf, type Codebook } from "./codebook";
import { checkAnswer } from "./checkAnswer";
import { didYouMean } from "./nearest";
import { readText } from "./readText";

/** How someone's own extract differs from the codebook; all names of columns are the codebook's. */
export interface Mapping {
  /** The mapping file, for messages. */
  readonly file: string;
  /** Column → what the extract calls it. */
  readonly columns: ReadonlyMap<string, string>;
  /** Column → the extract's value → our code. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The survey year of every file, or of each by name. A mapped wave column wins over it. */
  readonly wave?: string | ReadonlyMap<string, string>;
  /** Values of the extract that mean "no answer", in every column but the id (`everywhere`) or in one. */
  readonly missing: { readonly everywhere: ReadonlySet<string>; readonly within: ReadonlyMap<string, ReadonlySet<string>> };
}

const KEYS = ["columns", "values", "wave", "missing"];
const REMEDY = "Correct the mapping. Nothing was written.";

/**
 * Reads a mapping file: `{"columns": {ours: theirs}, "values": {column: {theirs: ours}},
 * "wave": N | {"file name": N}, "missing": [codes] | {column: [codes]}}`, every key optional.
 *
 * @throws {BadInput} no JSON object, an unknown key or column, a code that the codebook lacks, a value that is both
 *   mapped and missing
 */
export function readMapping(path: string, codebook: Codebook): Mapping {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readText(path));
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput({ file: path }, `this is not JSON: ${(error as Error).message.split("\n")[0]}`, "{\"columns\": {…}, \"values\": {…}, …}", REMEDY);
  }
  return checkMapping(parsed, path, codebook);
}

/** Checks a mapping that was parsed from `file`, and puts it in a form that is quick to ask. */
export function checkMapping(parsed: unknown, file: string, codebook: Codebook): Mapping {
  const whole = entries(parsed, file, "the mapping");
  for (const key of whole.keys()) {
    if (!KEYS.includes(key)) throw new BadInput({ file }, `unknown key ${JSON.stringify(key)}${didYouMean(key, KEYS)}`, KEYS.join(", "), REMEDY);
  }
  const columns = new Map([...byColumn(whole.get("columns"), "columns", file, codebook)].map(([ours, theirs]) => [ours, word(theirs, file, `columns.${ours}`)]));
  const values = new Map([...byColumn(whole.get("values"), "values", file, codebook)].map(([column, pairs]) => [column, checkValues(pairs, column, file, codebook)]));
  const mapping = { file, columns, values, wave: checkWave(whole.get("wave"), file, codebook), missing: checkMissing(whole.get("missing"), file, codebook) };
  refuseMappedAndMissing(mapping);
  return mapping;
}

function checkValues(pairs: unknown, column: string, file: string, codebook: Codebook): Map<string, string> {
  const where = `values.${column}`;
  if (columnOf(codebook, column).type === "id") throw new BadInput({ file }, `${where}: an id is taken as it stands`, "no values for it", REMEDY);
  return new Map([...entries(pairs, file, where)].map(([theirs, ours]) => [theirs.trim(), ourCode(ours, column, file, `${where}, ${JSON.stringify(theirs)}`, codebook)]));
}

function checkWave(wave: unknown, file: string, codebook: Codebook): Mapping["wave"] {
  if (wave === undefined) return undefined;
  if (typeof wave !== "object") return ourCode(wave, "wave", file, "wave", codebook);
  return new Map([...entries(wave, file, "wave")].map(([name, year]) => [name, ourCode(year, "wave", file, `wave, ${JSON.stringify(name)}`, codebook)]));
}

function checkMissing(missing: unknown, file: string, codebook: Codebook): Mapping["missing"] {
  if (Array.isArray(missing)) return { everywhere: codes(missing, file, "missing"), within: new Map() };
  const within = [...byColumn(missing, "missing", file, codebook)].map(([column, list]) => [column, codes(list, file, `missing.${column}`)] as const);
  const id = within.find(([column]) => columnOf(codebook, column).type === "id");
  if (id) throw new BadInput({ file }, `missing.${id[0]}: an id can never be missing`, "other columns", REMEDY);
  return { everywhere: new Set(), within: new Map(within) };
}

function refuseMappedAndMissing({ file, values, missing }: Mapping): void {
  for (const [column, pairs] of values) {
    for (const theirs of pairs.keys()) {
      if (!missing.everywhere.has(theirs) && !missing.within.get(column)?.has(theirs)) continue;
      throw new BadInput({ file }, `${JSON.stringify(theirs)} is mapped in values.${column} and listed as missing`, "one of the two", `Take it out of one${missing.everywhere.has(theirs) ? ", or list missing codes by column" : ""}. Nothing was written.`);
    }
  }
}

/** A code of ours (a number is as good as its digits), which the codebook must know in that column. */
function ourCode(code: unknown, column: string, file: string, where: string, codebook: Codebook): string {
  const text = word(code, file, where);
  checkAnswer(text, columnOf(codebook, column), (found, expected) => new BadInput({ file }, `${where}: ${found}`, expected, REMEDY));
  return text;
}

/** The entries of an object whose keys are columns of the codebook; of nothing, none. */
function byColumn(object: unknown, key: string, file: string, codebook: Codebook): Map<string, unknown> {
  if (object === undefined) return new Map();
  const names = codebook.columns.map(({ name }) => name);
  const found = entries(object, file, key);
  for (const column of found.keys()) {
    if (!names.includes(column)) throw new BadInput({ file }, `${key}: ${JSON.stringify(column)} is not a column of the codebook${didYouMean(column, names)}`, "our column names on the left", REMEDY);
  }
  return found;
}

function entries(object: unknown, file: string, where: string): Map<string, unknown> {
  if (typeof object !== "object" || object === null || Array.isArray(object)) throw new BadInput({ file }, `${where} is ${show(object)}`, "an object { … }", REMEDY);
  return new Map(Object.entries(object));
}

function codes(list: unknown, file: string, where: string): Set<string> {
  if (!Array.isArray(list)) throw new BadInput({ file }, `${where} is ${show(list)}`, "a list [ … ] of codes", REMEDY);
  return new Set(list.filter((code) => code !== "").map((code) => word(code, file, where))); // "" is missing anyway
}

function word(value: unknown, file: string, where: string): string {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  throw new BadInput({ file }, `${where}: ${show(value)}`, "a text or a number", REMEDY);
}

const show = (value: unknown): string => (JSON.stringify(value) ?? "nothing").slice(0, 60);
