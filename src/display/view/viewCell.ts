import { decimalsFor } from "../decimals";
import { type Cell, EMPTY, type Estimate, type CoefficientPart, type NumberCell, type PrintedCell, type Row } from "../table";
import { partOf, type Scale, type TableView } from "./tableView";

/**
 * A cell under a view: as it is, unless it is a part of a coefficient that the view shows otherwise.
 *
 * @param decimals  of the row: see {@link decimalsOf}
 */
export function viewCell(cell: Cell, { scale, spread }: TableView, decimals: number): Cell {
  const of = partOf(cell);
  if (!of) return cell;
  const shown = shownOf(of, scale);
  if (!shown) return { ...EMPTY };
  if (of.part === "spread") return spread === "interval" ? { between: [shown.lower, shown.upper], format: placesOf(cell, scale, decimals) } : standardErrorCell(cell, shown, scale, decimals);
  if (scale === "coefficient") return cell;
  return { number: shown.estimate, format: placesOf(cell, scale, decimals), ...(scale === "oddsRatio" && starsOf(cell)) };
}

function standardErrorCell(cell: Cell, shown: Estimate, scale: Scale, decimals: number): Cell {
  if (scale === "coefficient") return cell;
  return { number: shown.standardError, format: { ...placesOf(cell, scale, decimals), parentheses: true } };
}

/** On the scale of e to the coefficient; the standard error by the delta method. */
const oddsRatio = ({ estimate, standardError, lower, upper }: Estimate): Estimate =>
  ({ estimate: Math.exp(estimate), standardError: Math.exp(estimate) * standardError, lower: Math.exp(lower), upper: Math.exp(upper) });

const shownOf = (of: CoefficientPart, scale: Scale): Estimate | undefined =>
  scale === "effect" ? of.effect : scale === "oddsRatio" ? oddsRatio(of.coefficient) : of.coefficient;

/** One number of decimals for a row, so that models can be compared along it: two significant digits of its smallest standard error. */
export function decimalsOf({ cells }: Pick<Row, "cells">, { scale }: TableView): number {
  const parts = cells.flatMap((cell) => ("number" in cell && cell.of ? [cell.of] : []));
  return decimalsFor(...parts.flatMap((of) => shownOf(of, scale)?.standardError ?? []));
}

/** No more decimals than a printed number has; of ours, those of the row. */
function placesOf(cell: Cell, scale: Scale, decimals: number): { readonly decimals: number } {
  if ("printed" in cell) return { decimals: /\.(\d+)/.exec(cell.printed)?.[1].length ?? 0 };
  if (scale === "coefficient" && "number" in cell) return { decimals: cell.format.decimals };
  return { decimals };
}

function starsOf(cell: Cell): Pick<NumberCell & PrintedCell, "stars"> {
  const { stars } = cell as NumberCell | PrintedCell;
  return stars ? { stars } : {};
}
