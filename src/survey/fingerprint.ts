import { packageVersion, type Origin } from "../provenance";
import { codebookPrint, hash } from "./codebookPrint";
import type { Survey } from "./respondent";

const known = new WeakMap<Survey["respondents"], string>();

/**
 * A survey's fingerprint: of every answer as it was read, mapping included, in the order of the rows; not of file names,
 * encodings or places. It tells data apart and proves nothing: it is no cryptographic digest.
 */
export function fingerprint({ respondents, codebook }: Survey): string {
  const before = known.get(respondents);
  if (before !== undefined) return before;
  const columns = codebook.columns.map(({ name }) => name);
  const answers = hash(respondents.map((who) => JSON.stringify(columns.map((column) => who[column] ?? null))));
  const print = `${codebookPrint(codebook)}-${respondents.length}-${answers}`;
  known.set(respondents, print);
  return print;
}

/** The origin of what is made from a survey by these readings. */
export const originOfSurvey = (survey: Survey, readings: Readonly<Record<string, string>> = {}): Required<Origin> =>
  ({ synthetic: survey.synthetic, madeFrom: { data: [fingerprint(survey)], readings, version: packageVersion() } });
