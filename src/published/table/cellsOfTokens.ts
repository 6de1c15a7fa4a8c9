import type { RawCell } from "./rawTable";
import type { Token } from "./tokens";

/** Where the columns of a table's models stand in a line: the middle of each. */
export type Columns = readonly number[];

/** A row's cells, or why they cannot be placed. */
export type Placed = { readonly cells: (RawCell | undefined)[] } | { readonly why: string };

/**
 * Sorts the tokens of one row into cells, one a model.
 *
 * Coefficients come in the order of the models, and so do standard errors, whether each stands behind its coefficient or
 * all come on the next line: the first belongs to the first. Where a row has fewer than there are models, only dashes
 * or places in the line can say which are missing.
 *
 * @param lines    the row's tokens, line by line, without its label
 * @param models   how many there are
 * @param columns  where they stand, if the table is set in columns
 * @param exact    the columns are those of a grid: go by them alone
 */
export function cellsOfTokens(lines: readonly (readonly Token[])[], models: number, columns?: Columns, exact = false): Placed {
  const all = lines.flat();
  if (all.some(({ kind }) => kind === "words")) return { why: `words between its numbers: "${all.find(({ kind }) => kind === "words")!.text}"` };
  if (columns && exact) return byPlace(lines, models, columns);
  const open = all.filter(({ kind }) => kind === "number" || kind === "blank");
  const bracketed = all.filter(({ kind }) => kind === "bracketed");
  if (open.length === models) return inOrder(open, bracketed);
  if (open.length > models) return { why: `${open.length} numbers for ${models} models` };
  return columns ? byPlace(lines, models, columns) : { why: `${open.length} numbers for ${models} models, and nothing says which are missing` };
}

function inOrder(open: readonly Token[], bracketed: readonly Token[]): Placed {
  const filled = open.filter(({ kind }) => kind === "number");
  if (bracketed.length !== 0 && bracketed.length !== filled.length) return { why: `${filled.length} numbers but ${bracketed.length} in brackets` };
  let next = 0;
  return { cells: open.map((token) => (token.kind === "blank" ? undefined : cellOf(token, bracketed[next++]))) };
}

/** Stars may stand on either number. */
const cellOf = (number: Token, bracketed: Token | undefined): RawCell => ({
  coef: number.text,
  stars: number.stars || (bracketed?.stars ?? ""),
  ...(bracketed && { se: bracketed.text }),
});

function byPlace(lines: readonly (readonly Token[])[], models: number, columns: Columns): Placed {
  const cells: (RawCell | undefined)[] = Array(models).fill(undefined);
  const ses: (Token | undefined)[] = Array(models).fill(undefined);
  const numbers: (Token | undefined)[] = Array(models).fill(undefined);
  for (const { token, before } of lines.flatMap((line) => line.map((token, i) => ({ token, before: line[i - 1] as Token | undefined })))) {
    if (token.kind === "blank") continue;
    // What stands in brackets right behind a number belongs to it.
    const at = nearest(token.kind === "bracketed" && before?.kind === "number" ? before : token, columns);
    const into = token.kind === "number" ? numbers : ses;
    if (at === undefined || into[at]) return { why: "its numbers stand between the columns" };
    into[at] = token;
  }
  for (let j = 0; j < models; j++) {
    if (numbers[j]) cells[j] = cellOf(numbers[j]!, ses[j]);
    else if (ses[j]) return { why: "a number in brackets stands under none" };
  }
  return { cells };
}

/** The column a token belongs to: clearly nearer than the next one. */
function nearest(token: Token, columns: Columns): number | undefined {
  const distance = (column: number) => Math.abs(middle(token) - column);
  const order = columns.map((column, j) => ({ j, distance: distance(column) })).sort((a, b) => a.distance - b.distance);
  if (order.length > 1 && order[0].distance > 0.6 * order[1].distance) return undefined;
  return order[0].j;
}

export const middle = ({ from, to }: Token): number => (from + to) / 2;

/** Numbers closer together than this follow one another: they are not set in columns. */
const NARROWEST = 8;

/**
 * Where the models' columns stand, learnt from lines that have all their coefficients; undefined where such lines
 * disagree (the table is not set in columns) or there are fewer than two.
 */
export function learnColumns(lines: readonly (readonly Token[])[], models: number): Columns | undefined {
  const whole = lines.map((tokens) => tokens.filter(({ kind }) => kind === "number")).filter((numbers) => numbers.length === models);
  if (whole.length < 2 || models < 2) return undefined;
  const columns = Array.from({ length: models }, (_, j) => whole.reduce((sum, numbers) => sum + middle(numbers[j]), 0) / whole.length);
  const gap = Math.min(...columns.slice(1).map((column, j) => column - columns[j]));
  const stray = whole.some((numbers) => numbers.some((number, j) => Math.abs(middle(number) - columns[j]) > gap / 3));
  return stray || gap < NARROWEST ? undefined : columns;
}
