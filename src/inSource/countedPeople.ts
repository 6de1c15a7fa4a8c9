import type { AskedColumn } from "../engines/columnsAsked";
import type { Engine } from "../engines/engine";
import { readPatterns } from "../engines/patterns";
import type { SfrcFigures } from "../sfrc/codeSample";

/** Patterns of coded people, and how many people each stands for. */
export interface CountedPeople {
  readonly people: readonly SfrcFigures[];
  readonly counts: readonly number[];
}

/** Counts coded people together that are equal in these columns; undefined where there are more than `most` patterns. */
export async function countedPeople(coded: Engine, columns: readonly string[], most: number): Promise<CountedPeople | undefined> {
  const asked = columns.map((name): AskedColumn => {
    const column = coded.columns.find((one) => one.name === name)!;
    return { ...column, as: column.kind === "text" ? "label" : "number" };
  });
  const table = await readPatterns(coded, asked, { most });
  if (table === undefined) return undefined;
  const people = table.rows.map((cells) => Object.fromEntries(cells.map((cell, j) => [columns[j], cell === "" ? undefined : asked[j].as === "label" ? cell : Number(cell)])));
  return { people: people as unknown as SfrcFigures[], counts: table.counts! };
}
