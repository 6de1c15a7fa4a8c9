import { columnWidth } from "../display/render/columnWidth";
import type { DraftModel, DraftTable } from "../published/table/assemble";

/** What was read of a pasted table, as a table: models side by side, then what is unsure. */
export function tableText(table: DraftTable): string {
  return [...descriptive(table), ...regression(table), ...legend(table), doubts(table)].filter(Boolean).join("\n\n");
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
    return row && `${row.coef}${row.stars} (${row.se ?? "?"})`;
  };
  return aligned([
    line("", (_, id) => id), line("", ({ heading }) => heading), line("", ({ group }) => group), line("", ({ family }) => family),
    ...terms.map((term) => line(term, cell(term))),
    line("n", ({ n }) => n), line("R²", ({ pseudoR2 }) => pseudoR2), line("logLik", ({ logLik }) => logLik),
  ]);
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

function doubts({ unsure }: DraftTable): string {
  if (unsure.length === 0) return "没有存疑之处 · Nothing is unsure.";
  return [`存疑 · unsure (${unsure.length}):`, ...unsure.map(({ model, term, field, why }) => `- ${[model, term, field].filter((part) => part !== null).join(", ")}: ${why}`)].join("\n");
}

/** Columns as wide as their widest cell on screen, Chinese characters counting two. */
function aligned(lines: readonly (readonly string[])[]): string {
  const filled = lines.filter((line) => line.slice(1).some((text) => text !== "") || line[0] !== "");
  const widths = filled[0].map((_, j) => Math.max(...filled.map((line) => columnWidth(line[j]))));
  return filled.map((line) => line.map((text, j) => text + " ".repeat(widths[j] - columnWidth(text))).join("  ").trimEnd()).join("\n");
}
