import { columnWidth } from "./columnWidth";
import { largest } from "../../extremes";

const filling = (text: string, width: number): string => " ".repeat(Math.max(0, width - columnWidth(text)));

/** A text filled with blanks to a width on screen, where a Chinese character counts two. */
export const padded = (text: string, width: number): string => text + filling(text, width);

/**
 * Rows of texts, a line each: columns as wide as their widest cell on screen.
 *
 * @param numbers  from which column on cells stand to the right; without it all stand to the left
 */
export function alignedText(rows: readonly (readonly string[])[], numbers = Infinity): string {
  const widths = (rows[0] ?? []).map((_, j) => largest(rows.map((row) => columnWidth(row[j]))));
  return rows.map((row) => row.map((text, j) => (j < numbers ? padded(text, widths[j]) : filling(text, widths[j]) + text)).join("  ").trimEnd()).join("\n");
}
