import type { DataFrame } from "danfojs-node";
import { CODED_COLUMNS, type CodedSample } from "./codeSample";

/**
 * The coded people as a danfo.js data frame, one row a person, an undefined value NaN (danfo's own missing number).
 *
 * danfo.js takes most of a second to load, so it is loaded here, where a frame is asked for, and nowhere else.
 */
export async function codedFrame({ people }: CodedSample): Promise<DataFrame> {
  const { DataFrame: Frame } = await import("danfojs-node");
  return new Frame(people.map((person) => CODED_COLUMNS.map((column) => person[column] ?? NaN)), { columns: [...CODED_COLUMNS] });
}
