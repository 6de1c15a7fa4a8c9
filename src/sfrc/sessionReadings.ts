import type { Survey } from "../survey/respondent";
import { chooseReadings, type Readings } from "./readings";

/*
 * What one session (a notebook's kernel, a script) works by. A command of `sojourn` names every reading itself, so nothing
 * here reaches it.
 */

let chosen: Readings = chooseReadings();
let lastCoded: Survey | undefined;

/**
 * From here on `codeSample` takes these readings wherever its caller names none; all others are at their defaults.
 * What a cell has coded before stays as it was: run the cell again. `useReadings()` goes back to the defaults.
 *
 * @throws {BadInput} an unknown reading or choice; the session's readings are then unchanged
 *
 * @example useReadings({ cumulativeCausation: "asPrinted" });
 */
export function useReadings(readings: Partial<Readings> = {}): void {
  chosen = chooseReadings(readings);
}

/** The readings that hold where a call names none. */
export const sessionReadings = (): Readings => chosen;

/** Named by the call first, then as the session has them. */
export const readingsFor = (named: Partial<Readings>): Readings => {
  const given = Object.fromEntries(Object.entries(named).filter(([, choice]) => choice !== undefined));
  return chooseReadings({ ...chosen, ...given });
};

/** Remembers whom the session asks about, for the verdicts beside the notebook. */
export function noteCoded(survey: Survey): void {
  lastCoded = survey;
}

/** The survey that was coded last; undefined before any. */
export const surveyCodedLast = (): Survey | undefined => lastCoded;
