import type { CellUse } from "./cellUse";

/** A code cell as the plan for a re-run needs it, in the order of the notebook. */
export interface PlannedCell {
  readonly id: string;
  readonly use: CellUse;
  readonly stale: boolean;
  /** It has run in this kernel, so that what it declares is there. */
  readonly ran: boolean;
}

/**
 * The cells to run so that nothing is stale: the stale ones, and, where the kernel lacks what they use, the cells that declare it.
 *
 * @returns ids, in the order of the notebook
 */
export function cellsToRun(cells: readonly PlannedCell[]): string[] {
  const chosen = new Set<string>();
  const choose = (place: number) => {
    if (chosen.has(cells[place].id)) return;
    chosen.add(cells[place].id);
    for (const name of cells[place].use.uses) {
      const declarer = lastDeclarer(cells, name, place);
      if (declarer !== undefined && (!cells[declarer].ran || cells[declarer].stale)) choose(declarer);
    }
  };
  cells.forEach(({ stale }, place) => stale && choose(place));
  return cells.map(({ id }) => id).filter((id) => chosen.has(id));
}

/** The nearest cell above that declares a name. */
function lastDeclarer(cells: readonly PlannedCell[], name: string, before: number): number | undefined {
  const place = cells.slice(0, before).findLastIndex(({ use }) => use.declares.includes(name));
  return place < 0 ? undefined : place;
}
