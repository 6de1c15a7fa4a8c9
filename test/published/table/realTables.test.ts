import { expect, it } from "vitest";
import { parsePublished } from "../../../src/published/parsePublished";
import { readTables } from "../../../src/published/table/readTables";
import type { DraftTable } from "../../../src/published/table/draft/draftTable";
import { realTables, score } from "./score";

const TABLES = realTables();

/** The first table of a file, as the command would read it; undefined where it is refused. */
async function read(name: string, bytes: Uint8Array): Promise<DraftTable | undefined> {
  try {
    return (await readTables(bytes, { name }))[0];
  } catch {
    return undefined;
  }
}

/** Cells that are doubtful in print as it was copied: rows with fewer numbers than columns in running text, a negative standard error. */
const DOUBTFUL: Readonly<Record<string, number>> = { "04-pdf-raw-esttab.txt": 20, "100-jf-logit-z-brackets.txt": 54, "83-nature-probit-neg-se.md": 1 };

it.each(TABLES)("$name: no cell is silently wrong or lost, no row invented", async ({ name, bytes, expected }) => {
  const table = await read(name, bytes);
  const { wrong, invented, unsure, refused } = score(expected, table);
  expect(wrong).toEqual([]);
  expect({ unsure, refused }).toEqual({ unsure: DOUBTFUL[name] ?? 0, refused: 0 });
  // Some expectations list only part of the rows: what is beyond them has to stand in the source.
  const digits = bytes.toString("latin1").replace(/[^\d.]/g, "");
  for (const one of invented) expect(digits).toContain(/(\S+)$/.exec(one)![1].replace("-", ""));
  expect(Object.keys(table?.models ?? {}).length).toBeLessThanOrEqual(expected.models?.length || 6);
});

it("there are more than two thousand cells", async () => {
  let right = 0;
  for (const { name, bytes, expected } of TABLES) right += score(expected, await read(name, bytes)).right;
  expect(right).toBeGreaterThan(2200);
});

it.each(TABLES)("$name: what is read is a table for the audit, once its numbers of observations are there", async ({ name, bytes }) => {
  const table = await read(name, bytes);
  if (!table) return;
  const filled = { ...table, models: Object.fromEntries(Object.entries(table.models).map(([id, model]) => [id, { ...model, n: model.n ?? 100, rows: model.rows.map((row) => ({ ...row, se: row.se ?? "1" })) }])) };
  expect(() => parsePublished(JSON.parse(JSON.stringify(filled)), name)).not.toThrow();
});
