import { decimalsFor } from "../decimals";
import { type Cell, EMPTY, type Estimate, type NumberCell, type PrintedCell } from "../table";
import { partOf, type TableView } from "./tableView";

/** A cell under a view: as it is, unless it is a part of a coefficient that the view shows otherwise. */
export function viewCell(cell: Cell, { scale, spread }: TableView): Cell {
  const of = partOf(cell);
  if (!of) return cell;
  const shown = scale === "effect" ? of.effect : scale === "oddsRatio" ? oddsRatio(of.coefficient) : of.coefficient;
  if (!shown) return { ...EMPTY };
  if (of.part === "spread") return spread === "interval" ? { between: [shown.lower, shown.upper], format: placesOf(cell, shown, scale) } : standardErrorCell(cell, shown, scale);
  if (scale === "coefficient") return cell;
  return { number: shown.estimate, format: placesOf(cell, shown, scale), ...(scale === "oddsRatio" && starsOf(cell)) };
}

function standardErrorCell(cell: Cell, shown: Estimate, scale: TableView["scale"]): Cell {
  if (scale === "coefficient") return cell;
  return { number: shown.standardError, format: { ...placesOf(cell, shown, scale), parentheses: true } };
}

/** On the scale of e to the coefficient; the standard error by the delta method. */
const oddsRatio = ({ estimate, standardError, lower, upper }: Estimate): Estimate =>
  ({ estimate: Math.exp(estimate), standardError: Math.exp(estimate) * standardError, lower: Math.exp(lower), upper: Math.exp(upper) });

/** No more decimals than a printed number has; of ours, enough to tell an odds ratio from 1 or an effect from 0. */
function placesOf(cell: Cell, { estimate }: Estimate, scale: TableView["scale"]): { readonly decimals: number } {
  if ("printed" in cell) return { decimals: /\.(\d+)/.exec(cell.printed)?.[1].length ?? 0 };
  if (scale === "coefficient" && "number" in cell) return { decimals: cell.format.decimals };
  return { decimals: decimalsFor(scale === "oddsRatio" ? estimate - 1 : estimate) };
}

function starsOf(cell: Cell): Pick<NumberCell & PrintedCell, "stars"> {
  const { stars } = cell as NumberCell | PrintedCell;
  return stars ? { stars } : {};
}
