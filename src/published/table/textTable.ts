import { plainCharacters, tidyLabel } from "./characters";
import { roleOf } from "./columnRoles";
import { isNumberedHeading, splitHeading, withoutFirstColumn } from "./headings";
import type { Doubt, RawTable } from "./rawTable";
import type { Region } from "./region";
import { modelsIn, placeRows, type SourceRow } from "./sourceRows";
import { tokensOf, type Token } from "./tokens";

/** A row while its lines come in. */
interface OpenRow {
  label: string;
  readonly lines: Token[][];
  readonly texts: string[];
}

/**
 * A regression table pasted as text: a label, then numbers on as many lines as it takes, until the next label.
 * Lines without numbers before the first row are headings; the same lines again, after a page break, are dropped.
 *
 * @returns undefined where no row has numbers
 */
export function textTable({ number, caption, lines, notes }: Region): RawTable | undefined {
  const { headings, rows, doubts } = gatherRows(lines.map(plainCharacters));
  const models = modelsIn(rows);
  if (models === 0) return undefined;
  const placed = placeRows(rows, models);
  const split = headings.map((line) => splitHeading(line, models));
  return {
    ...(number !== undefined && { number }),
    caption,
    headings: split.flatMap((parts) => (parts ? [parts] : [])),
    over: headings.filter((_, i) => !split[i]).map((line) => tidyLabel(withoutFirstColumn(line))).filter(Boolean),
    rows: placed.rows,
    notes,
    doubts: [...doubts, ...placed.doubts],
  };
}

const hasNumber = (tokens: readonly Token[]): boolean => tokens.some(({ kind }) => kind === "number" || kind === "bracketed");
const same = (line: string): string => line.replace(/\s+/g, "");

function gatherRows(lines: readonly string[]): { headings: string[]; rows: SourceRow[]; doubts: Doubt[] } {
  const headings: string[] = [];
  const rows: OpenRow[] = [];
  const doubts: Doubt[] = [];
  let waiting: string[] = [];
  for (const line of lines) {
    const tokens = tokensOf(line);
    if (headings.some((heading) => same(heading) === same(line))) continue;
    if (isNumberedHeading(line)) headings.push(line);
    else if (!hasNumber(tokens) && !isBlankCells(tokens)) waiting.push(line);
    else if (rows.length > 0 && tokens[0].kind === "words" && roleOf(tokens[0].text) === "se") {
      append(rows.at(-1)!, tokens.slice(1).map((token) => ({ ...token, kind: token.kind === "number" ? "bracketed" : token.kind })), line);
    } else if (continuesLabel(tokens, rows.at(-1))) {
      rows.at(-1)!.label = tidyLabel(`${rows.at(-1)!.label} ${tokens[0].text}`);
      append(rows.at(-1)!, tokens.slice(1), line);
    } else {
      const open = openRow(tokens, waiting, rows.length === 0, headings, doubts);
      if (open) rows.push(open);
      const last = rows.at(-1);
      if (last) append(last, withoutRepeatedLabel(tokens), line);
      else doubts.push({ model: null, term: null, field: null, why: `numbers before any label: ${line.trim().slice(0, 80)}` });
      waiting = [];
    }
  }
  return { headings, rows, doubts };
}

/** The tokens after a label; "N = 187  N = 590" says its label again. */
function withoutRepeatedLabel(tokens: readonly Token[]): readonly Token[] {
  const [first, ...rest] = tokens;
  if (first.kind !== "words") return tokens;
  return rest.filter(({ kind, text }) => kind !== "words" || tidyLabel(text) !== tidyLabel(first.text));
}

const append = (row: OpenRow, tokens: readonly Token[], text: string): void => {
  row.lines.push([...tokens]);
  row.texts.push(text);
};

/** A line of dashes alone fills cells; with words before them it may be anything. */
const isBlankCells = (tokens: readonly Token[]): boolean => tokens.length > 0 && tokens.every(({ kind }) => kind === "blank");

/** "…of the family (0.20) (0.31)" below "Experience 0.5 0.6": the rest of a label, before its standard errors. */
function continuesLabel(tokens: readonly Token[], row: OpenRow | undefined): boolean {
  if (!row || tokens[0]?.kind !== "words") return false;
  const bracketed = tokens.filter(({ kind }) => kind === "bracketed").length;
  const sofar = row.lines.flat();
  return bracketed > 0 && bracketed === tokens.length - 1
    && sofar.filter(({ kind }) => kind === "number").length === bracketed && sofar.every(({ kind }) => kind !== "bracketed");
}

/** The row that a line of numbers begins, or undefined where it goes on with the last one. */
function openRow(tokens: readonly Token[], waiting: readonly string[], first: boolean, headings: string[], doubts: Doubt[]): OpenRow | undefined {
  const leading = tokens[0].kind === "words" ? tokens[0].text : undefined;
  if (leading === undefined && waiting.length === 0) return undefined;
  const own = leading ?? waiting.at(-1)!;
  const above = leading === undefined ? waiting.slice(0, -1) : [...waiting];
  if (first) {
    headings.push(...above);
    return { label: tidyLabel(own), lines: [], texts: [] };
  }
  const last = above.at(-1);
  const joined = last !== undefined && runsOn(last, own) ? `${last} ${own}` : own;
  const label = tidyLabel(joined);
  if (last !== undefined && joined === own) {
    doubts.push({ model: null, term: label, field: "label", why: `the line above, "${tidyLabel(last)}", may be a heading or belong to this label` });
  }
  return { label, lines: [], texts: [] };
}

/** A label broken over two lines shows it: a hyphen, an open bracket, a small letter, a word that wants another. */
const runsOn = (above: string, below: string): boolean =>
  /-\s*$/.test(above) || (above.match(/\(/g)?.length ?? 0) > (above.match(/\)/g)?.length ?? 0)
  || /^\s*[a-z]/.test(below) || /\b(?:of|the|and|or|with|to|in|for|by)\s*$/i.test(above);
