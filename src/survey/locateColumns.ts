import { BadInput } from "../badInput";
import type { Bilingual } from "../bilingual";
import type { Codebook } from "./codebook";
import type { CsvRow } from "./csvRows";
import type { Mapping } from "./mapping";
import { didYouMean } from "./nearest";

/** In which cell of a row each column of the codebook stands; columns that the file lacks are left out. */
export interface Located {
  readonly cellOf: ReadonlyMap<string, number>;
  readonly notes: readonly Bilingual[];
}

/**
 * Finds the codebook's columns in a header, in whatever order they stand there. Columns that the codebook does not
 * know are left unread, and a note says so.
 *
 * @throws {BadInput} a column that stands twice, or one that is required (or mapped) and not there
 */
export function locateColumns(header: CsvRow, codebook: Codebook, mapping: Mapping | undefined, file: string): Located {
  refuseTwice(header, file);
  const theirs = theirNames(codebook, mapping);
  const cellOf = new Map<string, number>();
  for (const [ours, name] of theirs) {
    const cell = header.cells.indexOf(name);
    if (cell >= 0) cellOf.set(ours, cell);
  }
  const unread = header.cells.filter((_, cell) => ![...cellOf.values()].includes(cell));
  refuseMissing(codebook, mapping, theirs, cellOf, unread, { file, row: header.line });
  return { cellOf, notes: unread.length > 0 ? [noteUnread(unread, codebook, cellOf, file)] : [] };
}

/** What the file calls each column: as mapped, else as we do, unless the mapping gives that name to another column. */
function theirNames(codebook: Codebook, mapping: Mapping | undefined): Map<string, string> {
  const mapped = mapping?.columns ?? new Map<string, string>();
  const taken = new Set(mapped.values());
  return new Map(codebook.columns.flatMap(({ name }) => {
    const theirs = mapped.get(name) ?? (taken.has(name) ? undefined : name);
    return theirs === undefined ? [] : [[name, theirs] as const];
  }));
}

function refuseTwice({ cells, line }: CsvRow, file: string): void {
  const second = cells.findIndex((name, i) => name !== "" && cells.indexOf(name) !== i);
  if (second < 0) return;
  throw new BadInput({ file, row: line, column: cells[second] }, `the header names it twice, in cells ${cells.indexOf(cells[second]) + 1} and ${second + 1}`, "every column once", "Rename or delete one of them. Nothing was written.");
}

function refuseMissing(codebook: Codebook, mapping: Mapping | undefined, theirs: ReadonlyMap<string, string>, cellOf: ReadonlyMap<string, number>, unread: readonly string[], place: { file: string; row: number }): void {
  const missing = codebook.columns.filter(({ name, optional }) => {
    if (cellOf.has(name)) return false;
    if (mapping?.columns.has(name)) return true;
    return !optional && !(name === "wave" && mapping?.wave !== undefined);
  });
  if (missing.length === 0) return;
  const [{ name }, ...others] = missing;
  const mapped = mapping?.columns.get(name);
  const also = others.length > 0 ? ` (also missing: ${listed(others.map((c) => c.name))})` : "";
  throw new BadInput({ ...place, column: name }, `missing column ${name}${mapped ? `, which the mapping calls ${JSON.stringify(mapped)}` : ""}${didYouMean(theirs.get(name) ?? name, unread)}${also}`, "every column that selecting or coding the sample needs", "Add it, correct its name or map it. Nothing was written.");
}

function noteUnread(unread: readonly string[], codebook: Codebook, cellOf: ReadonlyMap<string, number>, file: string): Bilingual {
  const absent = codebook.columns.map(({ name }) => name).filter((name) => !cellOf.has(name));
  const names = listed(unread.map((name) => (name === "" ? "(no name)" : `${JSON.stringify(name)}${didYouMean(name, absent)}`)));
  return {
    en: `${file}: not in the codebook, so not read: ${names}`,
    zh: `${file}：编码表中没有、因而未读取的列：${names}`,
  };
}

const MOST_LISTED = 6;

const listed = (names: readonly string[]): string =>
  names.length <= MOST_LISTED ? names.join(", ") : `${names.slice(0, MOST_LISTED).join(", ")} and ${names.length - MOST_LISTED} more`;
