import { BadInput } from "../../badInput";
import { JsonSpot } from "../../published/jsonSpot";
import { readBilingual } from "../../study/bilingualSpot";
import { notRun } from "../../study/results";
import type { StudyResult } from "../../study/runStudy";
import type { RegressionTableInput } from "./regressionTable";

/**
 * Refuses what a cell gives wrongly for a table of models: a model that was not run would stand there as an empty column, and a
 * title that is a plain text nowhere.
 *
 * @throws {BadInput}
 */
export function refuseTable({ id, title, result, models, published, notes }: Pick<RegressionTableInput, "id" | "title" | "result" | "models" | "published" | "notes">): void {
  const spot = (value: unknown, name: string): JsonSpot => new JsonSpot(value, "regressionTable", [name]);
  spot(id, "id").text();
  readBilingual(spot(title, "title"));
  for (const note of spot(notes, "notes").list((_, i) => `note ${i + 1}`)) readBilingual(note);
  const { study, fits, refused } = (result ?? {}) as Partial<StudyResult>;
  if (!study || !fits || !refused) throw new BadInput({ file: "regressionTable" }, result === undefined ? "no result" : "the result is none of a run", "what runStudy gives");
  const asked = spot(models, "models").list((_, i) => `model ${i + 1}`);
  if (asked.length === 0) spot(models, "models").refuse("an empty list", "at least one");
  const names = asked.map((model) => model.text());
  for (const [i, name] of names.entries()) {
    if (names.indexOf(name) < i) asked[i].refuse("it stands twice", "each once");
    if (!study.models.some((model) => model.id === name) && !published?.models[name]) throw notRun(study, name);
  }
}
