import { BadInput } from "../badInput";
import { didYouMean } from "../faults/nearest";
import { inLanguage, said } from "../faults/said";
import type { Bilingual, Language } from "../bilingual";
import { type CsvRow, type DataTable, refuseLost } from "../io/table";
import type { Codebook } from "./codebook";
import { columnsByName, seenAmong } from "./exactMatch";
import type { Mapping } from "./mapping";
import type { Misfits } from "./misfits";

/** In which cell of a row each column of the codebook stands; columns that the file lacks are left out. */
export interface Located {
  readonly cellOf: ReadonlyMap<string, number>;
  readonly notes: readonly Bilingual[];
}

/**
 * Finds the codebook's columns in a header, in whatever order they stand there: as mapped, else by the codebook's name, label or
 * question. Columns that the codebook does not know are left unread, and a note says so.
 *
 * @throws {BadInput} a column that stands twice, or lost characters; one that is required (or mapped) and not there is collected as a misfit
 */
export function locateColumns({ file, header, columns, lost }: DataTable, codebook: Codebook, mapping: Mapping | undefined, misfits: Misfits): Located {
  refuseTwice(header, file);
  const mapped = mapping?.columns ?? new Map<string, string>();
  const cellOf = new Map([...mapped].flatMap(([ours, theirs]) => {
    const heading = seenAmong(header.cells, theirs);
    return heading === undefined ? [] : [[ours, header.cells.indexOf(heading)] as const];
  }));
  const others = { ...codebook, columns: codebook.columns.filter(({ name }) => !mapped.has(name)) };
  for (const [name, cell] of columnsByName(header.cells, columns, others, new Set([...cellOf.values()].map((cell) => header.cells[cell])))) cellOf.set(name, cell);
  const read = new Set(cellOf.values());
  refuseLost(lost, read);
  const unread = header.cells.filter((_, cell) => !read.has(cell));
  collectMissing(codebook, mapping, cellOf, unread, { file, row: header.line }, misfits);
  return { cellOf, notes: unread.length > 0 ? [noteUnread(unread, codebook, cellOf, file)] : [] };
}

function refuseTwice({ cells, line }: CsvRow, file: string): void {
  const second = cells.findIndex((name, i) => name !== "" && cells.indexOf(name) !== i);
  if (second < 0) return;
  throw new BadInput({ file, row: line, column: cells[second] }, said`the header names it twice, in cells ${cells.indexOf(cells[second]) + 1} and ${second + 1}`, "every column once", "Rename or delete one of them. Nothing was written.");
}

function collectMissing(codebook: Codebook, mapping: Mapping | undefined, cellOf: ReadonlyMap<string, number>, unread: readonly string[], place: { file: string; row: number }, misfits: Misfits): void {
  const missing = codebook.columns.filter(({ name, optional }) => {
    if (cellOf.has(name)) return false;
    if (mapping?.columns.has(name)) return true;
    return !optional && !(name === "wave" && mapping?.wave !== undefined);
  });
  for (const { name } of missing) {
    misfits.collect(() => {
      const mapped = mapping?.columns.get(name);
      throw new BadInput({ ...place, column: name }, said`missing column ${name}${mapped ? `, which the mapping calls ${JSON.stringify(mapped)}` : ""}${didYouMean(mapped ?? name, unread)}`, "every column that selecting or coding the sample needs", "Add it, correct its name or map it. Nothing was written.");
    }, name);
  }
}

function noteUnread(unread: readonly string[], codebook: Codebook, cellOf: ReadonlyMap<string, number>, file: string): Bilingual {
  const absent = codebook.columns.map(({ name }) => name).filter((name) => !cellOf.has(name));
  const names = (language: Language): string => listed(unread.map((name) => (name === "" ? inLanguage("(no name)", language) : `${JSON.stringify(name)}${inLanguage(didYouMean(name, absent), language)}`)), language);
  return {
    en: `${file}: not in the codebook, so not read: ${names("en")}`,
    zh: `${file}：编码手册中没有、因而未读取的列：${names("zh")}`,
  };
}

const MOST_LISTED = 6;

function listed(names: readonly string[], language: Language): string {
  if (names.length <= MOST_LISTED) return names.join(language === "zh" ? "、" : ", ");
  const [shown, left] = [names.slice(0, MOST_LISTED), names.length - MOST_LISTED];
  return language === "zh" ? `${shown.join("、")}等，另有 ${left} 列` : `${shown.join(", ")} and ${left} more`;
}
