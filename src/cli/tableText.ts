import type { Bilingual } from "../bilingual";
import { alignedText } from "../display/render/alignedText";
import type { DraftModel, DraftRow, DraftTable } from "../published/table/draft/draftTable";
import { line as say } from "./language";

/** What was read of a pasted table, as a table: models side by side, then what is unsure. */
export function tableText(table: DraftTable): string {
  return [...descriptive(table), ...regression(table), ...legend(table), doubts(table), ...suppositions(table), ...leftOver(table)].filter(Boolean).join("\n\n");
}

function regression({ models }: DraftTable): string[] {
  const byTable = [...new Set(Object.values(models).map(({ table }) => table))];
  return byTable.map((number) => oneTable(Object.entries(models).filter(([, model]) => model.table === number)));
}

function oneTable(models: readonly (readonly [string, DraftModel])[]): string {
  const terms = [...new Set(models.flatMap(([, { rows }]) => rows.map(({ term }) => term)))];
  const line = (head: string, cell: (model: DraftModel, id: string) => string | number | undefined): string[] => [head, ...models.map(([id, model]) => String(cell(model, id) ?? ""))];
  const cell = (term: string) => ({ rows }: DraftModel) => {
    const row = rows.find((one) => one.term === term);
    return row && `${row.coef}${row.stars} ${beside(row)}`.trimEnd();
  };
  return aligned([
    line("", (_, id) => id), line("", ({ heading }) => heading), line("", ({ group }) => group), line("", ({ family, familyPrinted }) => familyPrinted ?? family), line("", ({ scale }) => scale),
    ...terms.map((term) => line(term, cell(term))),
    line("n", ({ n }) => n), line("R²", ({ pseudoR2 }) => pseudoR2), line("logLik", ({ logLik }) => logLik),
  ]);
}

/** What stands with a coefficient: its standard error in round brackets, an interval in square ones, else the first of z, t, p. */
function beside(row: DraftRow): string {
  if (row.se !== undefined) return `(${row.se})`;
  if (row.lower !== undefined && row.upper !== undefined) return `[${row.lower}, ${row.upper}]`;
  const found = (["z", "t", "wald", "p", "oddsRatio"] as const).find((field) => row[field] !== undefined);
  return found ? `${found} ${row[found]}` : "";
}

function descriptive({ table1 }: DraftTable): string[] {
  if (!table1) return [];
  return [aligned(Object.entries(table1).flatMap(([variable, value]) =>
    typeof value === "object"
      ? [[variable, "", ""], ...Object.entries(value).map(([answer, [count, percentage]]) => [`  ${answer}`, String(count), percentage])]
      : [[variable, String(value), ""]]))];
}

const legend = ({ cutoffs, pseudoR2Definition, standardErrors }: DraftTable): string[] => [[
  ...(cutoffs ? [Object.entries(cutoffs).map(([mark, p]) => `${mark} p < ${p}`).join(", ")] : []),
  ...(pseudoR2Definition ? [`R²: ${pseudoR2Definition}`] : []),
  ...(standardErrors ? [`SE: ${standardErrors}`] : []),
].join("; ")];

const headed = ({ zh, en }: Bilingual, { length }: readonly unknown[]): string => say({ zh: `${zh}（${length}）：`, en: `${en} (${length}):` });

function doubts({ unsure }: DraftTable): string {
  if (unsure.length === 0) return say({ zh: "没有存疑之处。", en: "Nothing is unsure." });
  return [headed({ zh: "存疑", en: "unsure" }, unsure), ...unsure.map(({ model, term, field, why }) => `- ${[model, term, field].filter((part) => part !== null).join(", ")}: ${why}`)].join("\n");
}

const suppositions = ({ supposed }: DraftTable): string[] => (supposed.length === 0 ? [] : [
  [headed({ zh: "推定", en: "supposed" }, supposed), ...supposed.map(({ model, field, value, why }) => `- ${[model, field].filter(Boolean).join(", ")}: ${value} (${why})`)].join("\n"),
]);

const leftOver = ({ unused }: DraftTable): string[] => (unused.length === 0 ? [] : [
  [headed({ zh: "未用", en: "not used" }, unused), ...unused.map(({ where, text }) => `- ${where}: ${text.length > 160 ? `${text.slice(0, 160)}…` : text}`)].join("\n"),
]);

const aligned = (lines: readonly (readonly string[])[]): string => alignedText(lines.filter((line) => line.some((text) => text !== "")));
