import { STUB } from "../roles/vocabulary";
import { type Row, spannedRow } from "./grid";

/** A column of a text, by the place of its cells. */
export interface Column {
  readonly from: number;
  readonly to: number;
}

interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Pieces of a line parted by two blanks or more. */
export function piecesOf(text: string): Piece[] {
  return [...text.matchAll(/\S+(?: \S+)*/g)].map(({ index, 0: piece }) => ({ text: piece, from: index, to: index + piece.length }));
}

/**
 * A line of headings as a row over the columns, or undefined where it cannot be told what stands over which.
 *
 * @param columns  where the columns stand; undefined where the text does not keep them in place
 * @param width    how many columns there are, the first (the labels') not counted
 * @param models   how many models they are, when that is known
 * @param starts   where each model's columns begin, when the roles in the headings tell
 */
export function headRow(text: string, columns: readonly Column[] | undefined, width: number, models: number, starts: readonly number[] = []): Row | undefined {
  const pieces = piecesOf(text);
  // A name for each model stands in the middle over its columns.
  const names = columns ? pieces.filter(({ from, to }) => to >= columns[0].from || from >= columns[0].from - 8) : [];
  if (starts.length > 0 && names.length === starts.length && pieces.length - names.length <= 1) {
    const stub = pieces.length > names.length ? pieces[0].text : "";
    return spannedRow([{ text: stub, span: 1 }, ...names.map(({ text: name }, k) => ({ text: name, span: (starts[k + 1] ?? width) - starts[k] }))], true);
  }
  const placed = columns && byPlace(pieces, columns);
  if (placed) return placed;
  for (const [many, span] of [[width, 1], [models, width / models]]) {
    if (!Number.isInteger(span)) continue;
    const parts = splitHeading(text, many);
    if (parts) return spannedRow([{ text: parts.stub, span: 1 }, ...parts.heads.map((head) => ({ text: head, span }))], true);
  }
  return undefined;
}

/** Each piece over the columns that it covers, or the one it is nearest to. */
function byPlace(pieces: readonly Piece[], columns: readonly Column[]): Row | undefined {
  const labels = pieces.filter(({ to }) => to < columns[0].from);
  const heads = pieces.slice(labels.length);
  // One piece that begins over the labels stands over the whole table.
  if (heads.length === 0 || (pieces.length === 1 && pieces[0].from < columns[0].from - 2)) return undefined;
  const middle = ({ from, to }: Column) => (from + to) / 2;
  const wanted = heads.map((piece) => {
    const covered = columns.flatMap((column, j) => (piece.from < column.to && piece.to > column.from ? [j] : []));
    if (covered.length > 0) return covered;
    const [nearest, next] = columns.map((column, j) => ({ j, gap: Math.abs(middle(column) - middle(piece)) })).sort((a, b) => a.gap - b.gap);
    return next === undefined || nearest.gap * 2 < next.gap + 1 ? [nearest.j] : [];
  });
  const cells = columns.map(() => ({ text: "", own: -1 }));
  for (const [i, covered] of wanted.entries()) {
    if (covered.length === 0) return undefined;
    for (const j of covered) {
      if (cells[j].own >= 0) return heads.length === columns.length ? inOrder(labels, heads) : undefined;
      cells[j] = { text: j === covered[0] ? heads[i].text : "", own: i };
    }
  }
  const parts: { text: string; span: number }[] = [{ text: labels.map(({ text }) => text).join(" "), span: 1 }];
  cells.forEach(({ text, own }, j) => {
    if (own >= 0 && j > 0 && cells[j - 1].own === own) parts[parts.length - 1].span++;
    else parts.push({ text, span: 1 });
  });
  return spannedRow(parts, true);
}

const inOrder = (labels: readonly Piece[], heads: readonly Piece[]): Row => spannedRow([{ text: labels.map(({ text }) => text).join(" "), span: 1 }, ...heads.map(({ text }) => ({ text, span: 1 }))], true);

/** A line of headings without places, in as many parts as there are models, and the words before them. */
export function splitHeading(text: string, many: number): { stub: string; heads: string[] } | undefined {
  if (text.length > 3000) return undefined;
  const trimmed = text.trim();
  const pieces = piecesOf(trimmed).map((piece) => piece.text);
  const numbered = [...trimmed.matchAll(/(?<![\p{L}\d])(?:(?:model|模型|方程|specification|spec\.?|column|equation|group|panel|m)[ -]?\(?(?:[1-9]\d?|[a-z](?![a-z])|[ivx]{1,4}(?![a-z])|[一二三四五六七八九十])\)?|\((?:[1-9]\d?|[ivx]{1,4}|[a-z])\))/giu)].map(({ index }) => index);
  if (numbered.length === many) return { stub: trimmed.slice(0, numbered[0]).trim(), heads: numbered.map((at, k) => trimmed.slice(at, numbered[k + 1]).trim()) };
  // The words of a phrase are no headings.
  const loose = trimmed.split(/\s+/);
  const isPhrase = loose.some((word) => /^(?:of|the|and|in|for|on|to|with|by|from|at|an|as)$/i.test(word));
  for (const parts of isPhrase ? [pieces] : [pieces, loose]) {
    if (parts.length === many && !(many === 1 && STUB.test(parts[0]))) return { stub: "", heads: parts };
    if (parts.length === many + 1 && (STUB.test(parts[0]) || parts === pieces)) return { stub: parts[0], heads: parts.slice(1) };
  }
  const words = loose;
  for (const first of [0, 1, 2]) {
    const at = words.flatMap((word, i) => (i >= first && word === words[first] ? [i] : []));
    if (many >= 2 && at.length === many) return { stub: words.slice(0, first).join(" "), heads: at.map((from, k) => words.slice(from, at[k + 1]).join(" ")) };
  }
  return undefined;
}
