import { printedNumber } from "../../../published/printedNumber";
import { isEmpty, numberIn, partsOf, type Sheet, type SheetModel, type SheetRow, spoken } from "./sheet";
import type { Say } from "./words";

/** What keeps a sheet from being audited: the box it stands in, and a sentence. */
export interface Problem {
  readonly box: string;
  readonly sentence: string;
}

/** How the boxes of a sheet are called: their ids on the page. */
export const boxOf = {
  model: (model: number, field: string): string => `box-m${model}-${field}`,
  label: (row: number): string => `box-r${row}-label`,
  cell: (row: number, model: number, field: "coefficient" | "standardError"): string => `box-r${row}-m${model}-${field}`,
  cutoff: (mark: string): string => `box-cutoff-${mark.length}-${mark.charCodeAt(0)}`,
};

/** Whatever `parsePublished` would refuse, told by box, in the reader's language; none for a sheet that can be audited. */
export const problemsOf = (sheet: Sheet, say: Say): Problem[] => [
  ...sheet.models.flatMap((model, j) => modelProblems(model, j, say)),
  ...sheet.rows.flatMap((row, i) => [...labelProblems(row, i, say), ...sheet.models.flatMap((model, j) => cellProblems(row, i, model, j, sheet, say))]),
  ...Object.entries(sheet.cutoffs).flatMap(([mark, p]) => {
    const text = numberIn(p);
    const fine = text === "" || (printedNumber(text) && Number(text) >= 0 && Number(text) <= 1);
    return fine ? [] : [{ box: boxOf.cutoff(mark), sentence: say("badP")(mark, p) }];
  }),
];

function modelProblems(model: SheetModel, j: number, say: Say): Problem[] {
  const optional = (["pseudoR2", "logLik"] as const).filter((field) => numberIn(model[field]) !== "" && !printedNumber(numberIn(model[field])))
    .map((field) => ({ box: boxOf.model(j, field), sentence: say("notNumber")(`${spoken(model)}, ${say(field)}`, model[field]) }));
  const n = numberIn(model.n);
  return n === "" || (/^\d+$/.test(n) && Number(n) > 0) ? optional : [{ box: boxOf.model(j, "n"), sentence: say("badN")(`${spoken(model)}, ${say("n")}`, model.n) }, ...optional];
}

const labelProblems = ({ label, cells }: SheetRow, i: number, say: Say): Problem[] =>
  label.trim() === "" && Object.values(cells).some((cell) => !isEmpty(cell)) ? [{ box: boxOf.label(i), sentence: say("noName")(say("row")(i + 1)) }] : [];

function cellProblems(row: SheetRow, i: number, model: SheetModel, j: number, sheet: Sheet, say: Say): Problem[] {
  const cell = row.cells[model.id];
  if (isEmpty(cell)) return [];
  const what = `${spoken(model)}, ${row.label}`;
  const [top, below] = [boxOf.cell(i, j, "coefficient"), boxOf.cell(i, j, "standardError")];
  const { number, stars } = partsOf(cell.coefficient);
  const se = numberIn(cell.standardError);
  const found: Problem[] = [];
  if (number === "") found.push({ box: top, sentence: say("noCoefficient")(what) });
  else if (!printedNumber(number)) found.push({ box: top, sentence: say("notNumber")(what, cell.coefficient) });
  else if (stars !== "" && !numberIn(sheet.cutoffs[stars] ?? "")) found.push({ box: top, sentence: say("badStars")(what, stars) });
  if (se !== "" && !printedNumber(se)) found.push({ box: below, sentence: say("notNumber")(`${what}, ${say("standardError")}`, cell.standardError) });
  return found;
}
