import { SYNTHETIC_BANNER } from "../display/synthetic";
import { isCode } from "../notebook/nbformat/notebook";
import type { ExecutedNotebook } from "./executedNotebook";

/** Whether anything that came out of a notebook's cells says that it was made from synthetic data. */
export const saysSynthetic = (notebook: ExecutedNotebook): boolean =>
  notebook.cells.some((cell) => isCode(cell) && cell.outputs.some(isMarked));

/** The banner stands in a text, or a table's or figure's data carry `synthetic: true`. */
function isMarked(value: unknown): boolean {
  if (typeof value === "string") return value.includes(SYNTHETIC_BANNER.en) || value.includes(SYNTHETIC_BANNER.zh);
  if (Array.isArray(value)) return value.some(isMarked);
  return typeof value === "object" && value !== null
    && Object.entries(value).some(([key, inner]) => (key === "synthetic" ? inner === true : isMarked(inner)));
}
