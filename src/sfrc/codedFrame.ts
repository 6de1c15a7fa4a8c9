import { CODED_COLUMNS, type CodedSample } from "./codeSample";
import type { DataFrame } from "./dataFrame";
import { loadDanfo } from "./loadDanfo";

/**
 * The coded people as a danfo.js data frame, one row a person, an undefined value NaN (danfo's own missing number).
 *
 * @throws {BadInput} danfojs-node, an optional package, is not installed
 */
export async function codedFrame({ people }: CodedSample): Promise<DataFrame> {
  const { DataFrame: Frame } = await loadDanfo();
  return new Frame(people.map((person) => CODED_COLUMNS.map((column) => person[column] ?? NaN)), { columns: [...CODED_COLUMNS] });
}
