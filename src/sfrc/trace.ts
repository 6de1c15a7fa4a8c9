import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../projectFolder";
import type { Claim } from "../published/claims";
import type { PublishedTable } from "../published/publishedTable";
import { traceCell, type Trace } from "../study/trace";
import type { CodedSample } from "./codeSample";
import type { Readings } from "./readings";
import { sfrcCodebook } from "./readSfrc";
import { sfrc } from "./study";
import { variableOf } from "./variables";

/**
 * Follows a printed coefficient of the paper back to its questions.
 *
 * @param cell  MODEL.TERM, such as M4.supportUnit
 * @throws {BadInput} a cell that the tables do not have; {RefusedModel} where the model is refused on these data
 */
export const trace = (cell: string, coded: CodedSample, published: PublishedTable, claims: readonly Claim[]): Trace =>
  traceCell(cell, {
    study: sfrc, coded, codebook: sfrcCodebook(), published, claims,
    readsOf: (term) => variableOf(term).reads,
    ruleOf: (term) => ruleOf(term, coded.readings),
  });

/** Where the rule of a variable begins, in the file named after it. */
function ruleOf(term: string, readings: Readings): NonNullable<Trace["rule"]> {
  const variable = variableOf(term);
  const file = `src/sfrc/coding/${variable.file}`;
  const lines = readFileSync(join(projectFolder, file), "utf8").split("\n");
  const name = `code${variable.name[0].toUpperCase()}${variable.name.slice(1)}`;
  const at = lines.findIndex((line) => line.startsWith(`export function ${name}(`));
  if (at < 0) throw new Error(`${file} has no function ${name}: src/sfrc/variables.ts names the wrong file`);
  const chosen = readings as Readonly<Record<string, string>>;
  return { file, line: at + 1, reading: variable.readings.map((reading) => `${reading}=${chosen[reading]}`).join(", ") };
}
