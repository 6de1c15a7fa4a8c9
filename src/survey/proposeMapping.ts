import { type ColumnNotes, type DataTable, refuseLost } from "../io/table";
import type { Codebook, Column } from "./codebook";
import { answerCode, columnsByName, namesOf, seenAmong } from "./exactMatch";
import type { Mapping } from "./mapping";
import { firstOfOrder, proposeAnswer } from "./proposeAnswer";
import { alike } from "./similar";

/** Something that nobody but the owner of the data can settle, with what it most likely is. */
export interface Doubt {
  readonly file: string;
  /** Our column. */
  readonly column: string;
  /** Their answer; absent where the column itself is in doubt. */
  readonly value?: string;
  /** What the file says the answer stands for, where it does. */
  readonly label?: string;
  /** Their heading, or our code; absent where nothing is near. */
  readonly proposed?: string;
  /** Rows with that answer; for a column, rows of the file. */
  readonly count: number;
}

/** How one file fits the codebook, beyond what needs no entry. */
export interface FileProposal {
  readonly file: string;
  readonly rows: number;
  /** Our columns that were found without a question, and where. */
  readonly found: ReadonlyMap<string, string>;
  /** Entries that are certain: ours → theirs. */
  readonly columns: ReadonlyMap<string, string>;
  /** Entries that are certain: column → theirs → ours. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly doubtful: readonly Doubt[];
  /** Our required columns for which the file has no column at all. */
  readonly missing: readonly string[];
  /** Their columns that nobody asks for. */
  readonly leftOver: readonly { readonly column: string; readonly label: string; readonly answers: number }[];
}

/** Less alike than this, a heading is no proposal. */
const NEAR = 0.5;
const UNLIKE = NEAR - 1e-9;
/** Answers that fit count as much as a heading that is alike. */
const ANSWERS_COUNT = 0.6;

/** Compares a file with the codebook, given what a mapping already says. @throws {BadInput} a column that is found, and lost characters */
export function proposeMapping(table: DataTable, codebook: Codebook, mapping: Mapping | undefined): FileProposal {
  const { header, columns: notes, file } = table;
  const mapped = new Map([...(mapping?.columns ?? [])].flatMap(([ours, theirs]) => {
    const heading = seenAmong(header.cells, theirs);
    return heading === undefined ? [] : [[ours, heading] as const];
  }));
  const open = codebook.columns.filter(({ name }) => !mapped.has(name));
  const exact = columnsByName(header.cells, notes, { ...codebook, columns: open }, new Set(mapped.values()));
  const cellOf = new Map([...exact, ...[...mapped].map(([ours, theirs]) => [ours, header.cells.indexOf(theirs)] as const)]);
  refuseLost(table.lost, cellOf.values());
  const answersOf = header.cells.map((_, j) => counted(table, j));

  const lacking = open.filter(({ name }) => !cellOf.has(name) && !(name === "wave" && mapping?.wave !== undefined));
  const proposed = nearestColumns(lacking, table, new Set(cellOf.values()), answersOf, codebook);
  const doubtful: Doubt[] = [];
  for (const column of lacking) {
    const j = proposed.get(column.name);
    if (j !== undefined) doubtful.push({ file, column: column.name, proposed: header.cells[j], ...(notes[j].label === "" ? {} : { label: notes[j].label }), count: table.rows.length });
  }
  for (const column of codebook.columns) {
    const j = cellOf.get(column.name) ?? proposed.get(column.name);
    if (j !== undefined && column.type !== "id" && column.type !== "label") for (const doubt of doubtfulAnswers(column, answersOf[j], notes[j], codebook, mapping, file)) doubtful.push(doubt);
  }
  const read = new Set([...cellOf.values(), ...proposed.values()]);
  return {
    file, rows: table.rows.length,
    found: new Map([...cellOf].map(([ours, j]) => [ours, header.cells[j]])),
    columns: new Map(), values: new Map(), doubtful,
    missing: lacking.filter(({ name, optional }) => !optional && !proposed.has(name)).map(({ name }) => name),
    leftOver: header.cells.flatMap((name, j) => (read.has(j) ? [] : [{ column: name, label: notes[j].label, answers: answersOf[j].size }])),
  };
}

/** The distinct answers of a column, with how often each is given. */
export function counted({ rows }: DataTable, j: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { cells } of rows) {
    const text = cells[j] ?? "";
    if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** For each column that is lacking, the free cell of the header that is most alike, by heading, label and answers; each cell once. */
function nearestColumns(lacking: readonly Column[], { header, columns: notes }: DataTable, taken: ReadonlySet<number>, answersOf: readonly ReadonlyMap<string, number>[], codebook: Codebook): Map<string, number> {
  const pairs = lacking.flatMap((column) => header.cells.map((heading, j) => {
    if (taken.has(j)) return { column: column.name, j, score: 0 };
    const byAnswers = fittingShare(column, answersOf[j], notes[j], codebook);
    const answersFit = byAnswers > 0.6;
    // Where the answers do not fit, a heading counts from NEAR up: most pairs are too unlike in length to be looked at.
    let byHeading = answersFit ? 0 : UNLIKE;
    for (const own of namesOf(column)) for (const theirs of [heading, notes[j].label]) byHeading = Math.max(byHeading, alike(own, theirs, byHeading));
    return { column: column.name, j, score: Math.max(byHeading, answersFit ? byHeading + ANSWERS_COUNT * byAnswers * (byHeading > 0.2 ? 1 : 0.9) : 0) };
  }));
  const found = new Map<string, number>();
  const used = new Set<number>();
  for (const { column, j } of pairs.filter((pair) => pair.score >= NEAR).sort((a, b) => b.score - a.score)) {
    if (found.has(column) || used.has(j)) continue;
    found.set(column, j);
    used.add(j);
  }
  return found;
}

/** In which share of the rows that have an answer it is one of the column's. */
function fittingShare(column: Column, answers: ReadonlyMap<string, number>, { labels, missing }: ColumnNotes, codebook: Codebook): number {
  if (!column.answers) return 0;
  let given = 0;
  let fitting = 0;
  for (const [text, count] of answers) {
    if (missing.has(text)) continue;
    given += count;
    if (answerCode(text, column, codebook.missingCodes, labels.get(text)) !== undefined) fitting += count;
  }
  return given === 0 ? 0 : fitting / given;
}

function doubtfulAnswers(column: Column, answers: ReadonlyMap<string, number>, { labels, missing }: ColumnNotes, codebook: Codebook, mapping: Mapping | undefined, file: string): Doubt[] {
  const unknown = [...answers].filter(([text]) => {
    const told = labels.get(text);
    const said = [text, told].some((word) => word !== undefined && (mapping?.values.get(column.name)?.has(word) || mapping?.missing.everywhere.has(word) || mapping?.missing.within.get(column.name)?.has(word)));
    return !said && !missing.has(text) && !fits(text, column, codebook, told);
  });
  const first = firstOfOrder(answers.keys(), column.answers ?? []);
  return unknown.map(([value, count]) => {
    const label = labels.get(value);
    const proposed = proposeAnswer(value, label, column, codebook, first);
    return { file, column: column.name, value, count, ...(label === undefined ? {} : { label }), ...(proposed === undefined ? {} : { proposed }) };
  });
}

function fits(text: string, column: Column, codebook: Codebook, told: string | undefined): boolean {
  if (answerCode(text, column, codebook.missingCodes, told) !== undefined) return true;
  return column.type === "whole number" && /^\d+$/.test(text) && Number(text) >= column.least! && Number(text) <= column.most!;
}
