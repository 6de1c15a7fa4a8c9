import { folderChoice } from "../folderChoice";
import { chooseReadings, type Readings } from "./readings";

/*
 * What one session (a notebook's kernel, a script) works by. A command of `sojourn` names every reading itself, so nothing
 * here reaches it.
 */

let chosen: Readings | undefined;

/**
 * From here on `codeSample` takes these readings wherever its caller names none; all others are as the notebook's
 * folder has them (its `sojourn.json`), and else at their defaults. What a cell has coded before stays as it was: run the cell
 * again. `useReadings()` goes back to the folder's.
 *
 * @throws {BadInput} an unknown reading or choice; the session's readings are then unchanged
 *
 * @example useReadings({ cumulativeCausation: "asPrinted" });
 */
export function useReadings(readings: Partial<Readings> = {}): void {
  chosen = chooseReadings({ ...folderChoice()?.readings, ...readings });
}

/** The readings that hold where a call names none. */
export const sessionReadings = (): Readings => (chosen ??= chooseReadings(folderChoice()?.readings));

/** Named by the call first, then as the session has them. */
export const readingsFor = (named: Partial<Readings>): Readings => {
  const given = Object.fromEntries(Object.entries(named).filter(([, choice]) => choice !== undefined));
  return chooseReadings({ ...sessionReadings(), ...given });
};
