import { readFileSync } from "node:fs";
import { join } from "node:path";
import { traceCell, type Trace } from "../trace";
import type { Coding } from "./coding";
import type { CodedStudy, StudyFolder } from "./readStudy";

/**
 * Follows a coefficient of a study folder back to its questions.
 *
 * @throws {BadInput} a cell that its table (without one, its models) does not have; {RefusedModel} where the model is refused
 */
export const traceStudy = (cell: string, { folder, study, codebook, coding, published, claims }: StudyFolder, coded: CodedStudy): Trace =>
  traceCell(cell, {
    study, coded, codebook, published, claims,
    readsOf: (term) => [...new Set(readsOf(term, coding))],
    ruleOf: (term) => ({ file: "coding.json", line: lineOf(term, folder), reading: "" }),
  });

/** The raw columns behind a coded one, through the columns it is made of. */
function readsOf(term: string, coding: Coding): string[] {
  const rule = coding.columns.find(({ name }) => name === term)!;
  return "from" in rule ? [rule.from] : rule.of.flatMap((part) => readsOf(part, coding));
}

function lineOf(term: string, folder: string): number {
  const name = new RegExp(`"name"\\s*:\\s*${JSON.stringify(term).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
  return readFileSync(join(folder, "coding.json"), "utf8").split("\n").findIndex((line) => name.test(line)) + 1;
}
