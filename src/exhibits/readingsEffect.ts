import type { Bilingual } from "../bilingual";
import type { Cell, Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import { joinWords } from "../display/words";
import { labelOf } from "../display/tables/regressionTable";
import { decimalsFor } from "../display/decimals";
import { codeSample } from "../sfrc/codeSample";
import { READINGS } from "../sfrc/readingList";
import { sfrc } from "../sfrc/study";
import { variableOf } from "../sfrc/variables";
import { runStudy, type StudyResult } from "../study/runStudy";
import { starNote, starsOf } from "../study/stars";
import type { Survey } from "../survey/respondent";
import { originOfSurvey } from "../survey/fingerprint";

/**
 * One coefficient under each choice of the readings that bear on it, one reading changed at a time, all others as the
 * session has them (`useReadings`). A model that is refused under a reading says so.
 *
 * @param names   the readings to go through; those of the variable's own coding by default
 * @param models  M1, M3 and M4 by default: one a group
 */
export function readingsEffectTable(survey: Survey, term: string, names: readonly string[] = variableOf(term).readings, models: readonly string[] = ["M1", "M3", "M4"]): Table {
  const choices = names.flatMap((name) => {
    const reading = READINGS.find((known) => known.name === name);
    if (!reading) throw new RangeError(`"${name}" is no reading (expected one of ${READINGS.map((known) => known.name).join(", ")})`);
    return Object.entries<Bilingual>(reading.choices).map(([choice, words], place) => ({ name, choice, words, isDefault: place === 0 }));
  });
  const results = choices.map(({ name, choice }) => runStudy(sfrc, codeSample(survey, { [name]: choice }), { models }));
  return plainTable({
    id: `readings-${term}`, ...originOfSurvey(survey, heldReadings(results[0], names)),
    title: joinWords([labelOf(term, results[0]), { en: "under each reading", zh: "在各编码方案下" }], " "),
    stub: { en: "reading", zh: "编码方案" },
    columns: models.flatMap((model) => [{ en: `${model} estimate (SE)`, zh: `${model} 系数（标准误）` }, "n"]),
    rows: choices.map(({ name, choice, words, isDefault }, place) => [
      { en: `${name}=${choice}${isDefault ? " (default)" : ""}: ${words.en}`, zh: `${name}=${choice}${isDefault ? "（默认）" : ""}：${words.zh}` },
      ...models.flatMap((model) => cells(results[place], model, term)),
    ]),
    notes: [starNote()],
  });
}

/** The readings that no row changes: those alone can make the table another. */
const heldReadings = ({ readings }: StudyResult, changed: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(readings).filter(([name]) => !changed.includes(name)));

function cells({ fits, refused }: StudyResult, model: string, term: string): Cell[] {
  const fit = fits[model];
  if (!fit) return [{ text: { en: `refused: ${refused[model].kind}`, zh: `拒绝拟合：${refused[model].kind}` } }, { text: "" }];
  const size: Cell = { number: fit.n, format: { decimals: 0 } };
  const coefficient = fit.coefficients.find((c) => c.term === term);
  if (!coefficient) return [{ text: { en: "not in the model", zh: "模型中无此项" } }, size];
  const { estimate, standardError, p } = coefficient;
  const decimals = decimalsFor(standardError);
  return [{ text: `${estimate.toFixed(decimals)}${starsOf(p)} (${standardError.toFixed(decimals)})` }, size];
}
