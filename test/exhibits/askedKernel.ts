import { afterEach } from "vitest";
import { readSurvey } from "../../src/sfrc/ourSurvey";
import { useReadings } from "../../src/sfrc/sessionReadings";

// A kernel that a panel asks: what it tells goes to whoever stands under this name, and nothing stays from test to test.
export const QUESTION = Symbol.for("sojourn.question");
export const globals = globalThis as Record<symbol, unknown>;
export const survey = readSurvey();

afterEach(() => {
  useReadings();
  delete globals[QUESTION];
});
