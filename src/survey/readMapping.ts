import { BadInput, type Place } from "../badInput";
import { didYouMean } from "../faults/nearest";
import { said, type Text } from "../faults/said";
import { readJsonFile } from "../io/file";
import { misfitOf } from "../io/jsonForm";
import { found, keysOf, pointerTo } from "../io/jsonPointer";
import { checkAnswer } from "./checkAnswer";
import { columnOf, type Codebook } from "./codebook";
import { type Mapping, mappingFor } from "./mapping";
import { MAPPING_FORM, type WrittenMapping, type WrittenPart } from "./mappingForm";

/**
 * Reads a mapping file: `{"columns": {ours: theirs}, "values": {column: {theirs: ours}},
 * "wave": N | {"file name": N}, "missing": [codes] | {column: [codes]}, "files": {"file name": the same keys}}`, every key optional.
 *
 * @throws {BadInput} with the row of the file: a field that is not of its form, an unknown key or column, a code that the codebook
 *   lacks, a question that is still open, a value that stands twice or is both mapped and missing
 */
export function readMapping(path: string, codebook: Codebook): Mapping {
  const { value, placeOf } = readJsonFile(path);
  return checkMapping(value, path, codebook, placeOf);
}

/** Checks a mapping that was parsed from `file`, and puts it in a form that is quick to ask. */
export function checkMapping(parsed: unknown, file: string, codebook: Codebook, placeOf: (pointer: string) => Place = () => ({ file })): Mapping {
  const refuse: Refuse = (pointer, what, expected, { remedy = "Correct the mapping. Nothing was written.", within = pointer } = {}) => {
    throw new BadInput({ ...placeOf(pointer), file }, found(wayOf(within), what), expected, remedy);
  };
  const misfit = misfitOf(parsed, MAPPING_FORM);
  if (misfit) refuse(misfit.pointer, misfit.pointer === "" ? said`the mapping is ${misfit.found}` : misfit.found, misfit.expected);
  const { files = {}, ...whole } = parsed as WrittenMapping;
  const part = new Part(file, codebook, refuse);
  const mapping: Mapping = {
    ...part.read(whole, ""),
    files: new Map(Object.entries(files).map(([name, own]) => [name, part.read(own, pointerTo("/files", name))])),
  };
  part.refuseMappedAndMissing(mapping, "");
  for (const name of mapping.files.keys()) part.refuseMappedAndMissing(mappingFor(mapping, name), pointerTo("/files", name));
  return mapping;
}

/** Ends the reading at a pointer; the sentence may begin `within` what stands around it. */
type Refuse = (pointer: string, what: Text, expected: Text, how?: { readonly remedy?: Text; readonly within?: string }) => never;

/** Reads the whole of a mapping, or what it says of one file: names and codes must be the codebook's. */
class Part {
  constructor(private readonly file: string, private readonly codebook: Codebook, private readonly refuse: Refuse) {}

  read({ columns = {}, values = {}, wave, missing = [] }: WrittenPart, at: string): Mapping {
    for (const [key, object] of Object.entries({ columns, values, missing })) if (!Array.isArray(object)) this.refuseStrangers(object, pointerTo(at, key));
    return {
      file: this.file, files: new Map(),
      columns: new Map(Object.entries(columns).map(([ours, theirs]) => [ours, this.word(theirs, pointerTo(`${at}/columns`, ours))])),
      values: new Map(Object.entries(values).map(([column, pairs]) => [column, this.values(pairs, column, pointerTo(`${at}/values`, column))])),
      ...(wave !== undefined && { wave: this.wave(wave, `${at}/wave`) }),
      missing: this.missing(missing, `${at}/missing`),
    };
  }

  private refuseStrangers(object: object, pointer: string): void {
    const names = this.codebook.columns.map(({ name }) => name);
    const stranger = Object.keys(object).find((column) => !names.includes(column));
    if (stranger !== undefined) this.refuse(pointerTo(pointer, stranger), said`${JSON.stringify(stranger)} is not a column of the codebook${didYouMean(stranger, names)}`, "our column names on the left", { within: pointer });
  }

  private values(pairs: Readonly<Record<string, string | number>>, column: string, pointer: string): Map<string, string> {
    if (columnOf(this.codebook, column).type === "id") this.refuse(pointer, "an id is taken as it stands", "no values for it");
    const codes = new Map<string, string>();
    for (const [theirs, ours] of Object.entries(pairs)) {
      const here = pointerTo(pointer, theirs);
      if (codes.has(theirs.trim())) this.refuse(here, said`${JSON.stringify(theirs.trim())} stands twice`, "each once");
      codes.set(theirs.trim(), this.ourCode(ours, column, here));
    }
    return codes;
  }

  private wave(wave: NonNullable<WrittenPart["wave"]>, pointer: string): NonNullable<Mapping["wave"]> {
    if (!this.codebook.columns.some(({ name }) => name === "wave")) this.refuse(pointer, "the codebook has no column wave", "columns, values, missing, files");
    if (typeof wave !== "object") return this.ourCode(wave, "wave", pointer);
    return new Map(Object.entries(wave).map(([name, year]) => [name, this.ourCode(year, "wave", pointerTo(pointer, name))]));
  }

  private missing(missing: NonNullable<WrittenPart["missing"]>, pointer: string): Mapping["missing"] {
    const codes = (list: readonly (string | number)[], at: string) => new Set(list.flatMap((code, i) => (code === "" ? [] : [this.word(code, pointerTo(at, i))])));
    if (isList(missing)) return { everywhere: codes(missing, pointer), within: new Map() };
    const id = Object.keys(missing).find((column) => columnOf(this.codebook, column).type === "id");
    if (id !== undefined) this.refuse(pointerTo(pointer, id), "an id can never be missing", "other columns");
    return { everywhere: new Set(), within: new Map(Object.entries(missing).map(([column, list]) => [column, codes(list, pointerTo(pointer, column))])) };
  }

  refuseMappedAndMissing({ values, missing }: Mapping, at: string): void {
    for (const [column, pairs] of values) {
      for (const theirs of pairs.keys()) {
        const everywhere = missing.everywhere.has(theirs);
        if (!everywhere && !missing.within.get(column)?.has(theirs)) continue;
        const remedy = everywhere ? "Take it out of one, or list missing codes by column. Nothing was written." : "Take it out of one. Nothing was written.";
        this.refuse(pointerTo(pointerTo(`${at}/values`, column), theirs), said`${JSON.stringify(theirs)} is mapped in values.${column} and listed as missing`, "one of the two", { remedy, within: at });
      }
    }
  }

  /** A code of ours (a number is as good as its digits), which the codebook must know in that column. */
  private ourCode(code: string | number, column: string, pointer: string): string {
    const text = this.word(code, pointer);
    checkAnswer(text, columnOf(this.codebook, column), (what, expected) => this.refuse(pointer, what, expected));
    return text;
  }

  private word(value: string | number, pointer: string): string {
    const text = String(value).trim();
    if (text.startsWith("?")) this.refuse(pointer, said`this is still a question: ${JSON.stringify(value)}`, "an answer", { remedy: "Correct it, or delete the question mark where the proposal is right; sojourn map lists what is left. Nothing was written." });
    if (text === "" || value === Infinity || value === -Infinity) this.refuse(pointer, JSON.stringify(text), "a text or a number");
    return text;
  }
}

const isList = (missing: NonNullable<WrittenPart["missing"]>): missing is readonly (string | number)[] => Array.isArray(missing);

/** `values.city, "1"` and `files, "a.csv", missing.age, 2`: keys of ours plain, those of the user's files in quotation marks. */
const wayOf = (pointer: string): string => wordsOf(keysOf(pointer)).join(", ");

function wordsOf([key, name, ...rest]: readonly string[]): string[] {
  if (name === undefined) return key === undefined ? [] : [key];
  if (key === "files") return [key, JSON.stringify(name), ...wordsOf(rest)];
  if (key === "wave") return [key, JSON.stringify(name)];
  return [`${key}.${name}`, ...(key === "missing" ? rest : rest.map((theirs) => JSON.stringify(theirs)))];
}
