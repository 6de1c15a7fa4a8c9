import type { Figure } from "../../src/display/figure";
import { columnsOf, type Cell, type Table } from "../../src/display/table";

/*
 * Tables and figures with one column broken, so that a test can show that its checks look at every column: a check that still
 * passes has no value for that column.
 */
type Shown = Table | Figure;

/** What of it can be broken: a table's row headers, columns, their intervals and stars; the first, second … number of each line of a figure's words. */
export function placesOf(shown: Shown): string[] {
  if (shown.kind === "table") {
    const cells = shown.rowGroups.flatMap(({ rows }) => rows.map((row) => row.cells));
    const has = (place: number, part: "interval" | "stars") => cells.some((row) => { const cell = row[place]; return (part in cell) && Boolean((cell as unknown as Record<string, unknown>)[part]); });
    return ["headers of rows", ...columnsOf(shown).flatMap((_, place) => ["column", ...(["interval", "stars"] as const).filter((part) => has(place, part))].map((part) => `${part} ${place + 1}`))];
  }
  if (shown.words.en.match(NUMBER) === null) return ["words"];
  const most = Math.max(...shown.words.en.split("\n").map((line) => line.match(NUMBER)?.length ?? 0));
  return Array.from({ length: most }, (_, place) => `number ${place + 1} of a line`);
}

/** The same with that place broken in every row or line. */
export function brokenAt<T extends Shown>(shown: T, place: string): T {
  const [part, number] = place.split(" ");
  const at = Number(number) - 1;
  if (place === "words") return { ...shown, words: otherWords((shown as Figure).words) };
  if (shown.kind === "figure") return { ...shown, words: { en: otherNumbers(shown.words.en, at), zh: otherNumbers(shown.words.zh, at) } };
  return { ...shown, rowGroups: shown.rowGroups.map((group) => ({ ...group, rows: group.rows.map((row) => (part === "headers" ? { ...row, header: otherWords(row.header) } : { ...row, cells: row.cells.map((cell, i) => (i === at ? otherCell(cell, part) : cell)) })) })) };
}

/** The places of which a check has no value: it passes while they are broken. */
export function placesUnseen<T extends Shown>(shown: T, check: (shown: T) => void): string[] {
  return placesOf(shown).filter((place) => {
    try {
      check(brokenAt(shown, place));
      return true;
    } catch {
      return false;
    }
  });
}

const NUMBER = /(?<![\p{L}\d.])\d+(?:\.\d+)?/gu;

const otherNumbers = (words: string, at: number): string => words.split("\n").map((line) => {
  let place = 0;
  return line.replace(NUMBER, (number) => (place++ === at ? otherDigits(number) : number));
}).join("\n");

/** Another last digit, so that only a check that looks at the whole number sees it. */
const otherDigits = (number: string): string => number.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 5) % 10));

const otherWords = <T extends string | { en: string; zh: string }>(words: T): T => (typeof words === "string" ? `other ${words}` : { en: other(words.en), zh: other(words.zh) }) as T;
const other = (text: string): string => text.split("\n").map((line) => `other ${line}`).join("\n");

/** A number moves by half in a hundred, and by what stands in the third place: a check of its sign or size would not see it. */
const otherNumber = (number: number): number => (Number.isInteger(number) ? number + 1 : number * 1.005 + 0.001);

function otherCell(cell: Cell, part: string): Cell {
  if (part === "interval") return "interval" in cell && cell.interval ? { ...cell, interval: [otherNumber(cell.interval[0]), otherNumber(cell.interval[1])] } : cell;
  if (part === "stars") return "stars" in cell && cell.stars ? { ...cell, stars: cell.stars === "*" ? "**" : "*" } : cell;
  if ("text" in cell) return { ...cell, text: otherWords(cell.text) };
  if ("between" in cell) return { ...cell, between: [otherNumber(cell.between[0]), otherNumber(cell.between[1])] };
  return "printed" in cell ? { ...cell, printed: otherDigits(cell.printed) } : { ...cell, number: otherNumber(cell.number) };
}
