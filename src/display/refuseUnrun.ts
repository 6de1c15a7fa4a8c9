import { refuseUnknown } from "../faults/nearest";
import type { PublishedTable } from "../published/publishedTable";
import { notRun } from "../study/results";
import type { StudyResult } from "../study/runStudy";

/**
 * Refuses models that neither the run nor print has: each would stand as an empty row or panel.
 *
 * @throws {BadInput}
 */
export function refuseUnrun({ study }: StudyResult, models: readonly string[], published: PublishedTable | undefined): void {
  const unknown = models.find((model) => !study.models.some(({ id }) => id === model) && !published?.models[model]);
  if (unknown !== undefined) throw notRun(study, unknown);
}

/**
 * Refuses terms that none of the models, none of the study and no printed model has: each would be an empty row.
 *
 * @throws {BadInput}
 */
export function refuseTerms(file: string, terms: readonly string[], { study, fits }: StudyResult, models: readonly string[], published: PublishedTable | undefined): void {
  const known = [
    ...study.terms.map(({ name }) => name), ...study.models.flatMap((model) => model.terms),
    ...models.flatMap((model) => [...(fits[model]?.coefficients ?? []), ...(published?.models[model]?.rows ?? [])].map(({ term }) => term)),
  ];
  refuseUnknown(file, terms, [...new Set(known)]);
}
