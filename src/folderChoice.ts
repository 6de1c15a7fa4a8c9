import { existsSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { BadInput } from "./badInput";
import { said, type Text } from "./faults/said";
import { ENCODINGS, encodingNamed } from "./io/encodings";
import { readJsonFile } from "./io/file";
import { type Form, misfitOf } from "./io/jsonForm";
import { found, wayOf } from "./io/jsonPointer";
import { SEPARATORS, type Separator } from "./io/separator";

/** How the files of a choice are to be read, where that is not found. */
export interface ChosenFormat {
  readonly mapping?: string | undefined;
  readonly encoding?: string | undefined;
  readonly separator?: Separator | undefined;
  readonly sheet?: string | undefined;
}

/** On which study and data, and by which readings, the notebooks of a folder are worked on; the paths are absolute. */
export interface FolderChoice extends ChosenFormat {
  /** A study's folder; none: the paper. */
  readonly study?: string | undefined;
  /** None: the study's own, for the paper the stand-in. */
  readonly files: readonly string[];
  readonly readings: Readonly<Record<string, string>>;
}

/** Stands in the folder of the notebooks; `zh/` inside it follows the same one. */
export const CHOICE_FILE = "sojourn.json";
/** Set by the runner, whose kernels stand in the folder that notebooks are copied from: the path of the choice that holds. */
export const CHOICE_VARIABLE = "SOJOURN_CHOICE";
const CHINESE_EDITION = "zh";
const REMEDY = "`sojourn run --data FILE… --out DIR` writes it; delete it to go back to the stand-in.";

/**
 * The choice that holds for a kernel or a script in a folder; undefined where none was made.
 *
 * @throws {BadInput} a file that is not of its form
 */
export function folderChoice(folder: string = process.cwd(), named: string | undefined = process.env[CHOICE_VARIABLE]): FolderChoice | undefined {
  const file = named || [folder, ...(basename(folder) === CHINESE_EDITION ? [dirname(folder)] : [])].map((place) => join(place, CHOICE_FILE)).find((path) => existsSync(path));
  return file === undefined ? undefined : readChoice(file);
}

/** The text of the file for a folder: paths as seen from there, so that both may be moved together. */
export function choiceText({ study, files, mapping, encoding, separator, sheet, readings }: FolderChoice, folder: string): string {
  const seen = (path: string) => {
    const way = relative(folder, path);
    return isAbsolute(way) ? path : way.split(sep).join("/") || ".";
  };
  return `${JSON.stringify({ study: study && seen(study), files: files.map(seen), mapping: mapping && seen(mapping), encoding, separator, sheet, readings }, null, 2)}\n`;
}

const text: Form = { type: "string", minLength: 1 };
const FORM: Form = {
  type: "object", additionalProperties: false,
  properties: { study: text, files: { type: "array", items: text }, mapping: text, encoding: text, separator: { enum: SEPARATORS }, sheet: { type: "string" }, readings: { type: "object", additionalProperties: text } },
};
type Written = Partial<FolderChoice>;

function readChoice(file: string): FolderChoice {
  const { value, placeOf } = readJsonFile(file);
  const refuse = (key: string, what: Text, expected: Text) => new BadInput({ ...placeOf(`/${key}`), file }, what, expected, REMEDY);
  const misfit = misfitOf(value, FORM);
  if (misfit) throw new BadInput({ ...placeOf(misfit.pointer), file }, found(wayOf(misfit.pointer), misfit.found), misfit.expected, REMEDY);
  const { study, files = [], mapping, encoding, separator, sheet, readings = {} } = value as Written;
  if (encoding !== undefined && encodingNamed(encoding) === undefined) throw refuse("encoding", said`encoding: ${JSON.stringify(encoding)}`, ENCODINGS.join(", "));
  for (const [key, given] of Object.entries({ mapping, encoding, separator, sheet })) if (given !== undefined && files.length === 0) throw refuse(key, said`${key} stands without files`, "files beside it");
  if (study !== undefined && Object.keys(readings).length > 0) throw refuse("readings", "it has readings of the paper, and a study of its own", "one of the two");
  const place = (path: string) => resolve(dirname(file), path);
  return {
    study: study === undefined ? undefined : place(study), files: files.map(place), mapping: mapping === undefined ? undefined : place(mapping),
    encoding: encoding === undefined ? undefined : encodingNamed(encoding), separator, sheet, readings,
  };
}
