import { dictionary } from "../dictionary";
import { doubt } from "./doubts";
import type { DraftModel, DraftTable } from "./draft/draftTable";
import { readTextTables } from "./readTextTables";

/**
 * Several tables as one: models get ids m1, m2 … in printed order. What is said of a whole table (legend, standard errors) is
 * the first's; a later table with another legend has its stars in doubt.
 */
export function joinTables(tables: readonly DraftTable[]): DraftTable {
  if (tables.length === 1) return tables[0];
  const first = <Key extends keyof DraftTable>(key: Key) => tables.map((table) => table[key]).find((value) => value !== undefined);
  const cutoffs = first("cutoffs");
  const models: [string, DraftModel][] = [];
  const unsure = [];
  const supposed = [];
  const unused = [];
  for (const [k, table] of tables.entries()) {
    const ids = new Map(Object.keys(table.models).map((id, j) => [id, `m${models.length + j + 1}`]));
    const renamed = (id: string | null) => (id === null ? null : ids.get(id)!);
    for (const [id, model] of Object.entries(table.models)) {
      models.push([ids.get(id)!, model]);
      if (table.cutoffs && cutoffs && JSON.stringify(table.cutoffs) !== JSON.stringify(cutoffs)) {
        for (const { term } of model.rows.filter(({ stars }) => stars !== "")) unsure.push(doubt("otherLegend", [k + 1], { model: renamed(id), term, field: "stars" }));
      }
    }
    unsure.push(...table.unsure.map((one) => ({ ...one, model: renamed(one.model) })));
    supposed.push(...table.supposed.map((one) => ({ ...one, ...(one.model !== undefined && { model: renamed(one.model) }) })));
    unused.push(...table.unused);
  }
  const definition = first("pseudoR2Definition");
  const errors = first("standardErrors");
  const statistic = first("statistic");
  const described = tables.flatMap(({ table1 }) => (table1 ? [table1] : []));
  const scales = tables.flatMap((table) => (table.scales ? [table.scales] : []));
  return {
    ...(described.length > 0 && { table1: dictionary(described.flatMap((one) => Object.entries(one))) }),
    models: dictionary(models),
    ...(cutoffs && { cutoffs }), ...(definition && { pseudoR2Definition: definition }), ...(errors && { standardErrors: errors }), ...(statistic && { statistic }),
    ...(scales.length > 0 && { scales: dictionary(scales.flatMap((one) => Object.entries(one))) }),
    notes: [...new Set(tables.flatMap(({ notes = [] }) => notes))],
    unsure, supposed, unused,
  };
}

/**
 * The tables of a text as one (see `readTextTables`), undefined where none was understood.
 *
 * @example readTable("Age 0.05* (0.02)\nConstant 1.1 (0.4)")?.models.m1.rows[0].coef  // "0.05"
 */
export function readTable(text: string): DraftTable | undefined {
  const tables = readTextTables(text);
  return tables.length > 0 ? joinTables(tables) : undefined;
}
