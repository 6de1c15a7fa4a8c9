import type { PublishedTable } from "../published/publishedTable";

/** One table of a paper as the text that someone would paste from it: labels and figures, standard errors beneath. */
export function siteAuditExample({ models }: PublishedTable, table: number): string {
  const columns = Object.values(models).filter((model) => model.table === table);
  const labels = [...new Set(columns.flatMap(({ rows }) => rows.map(({ term, label }) => label ?? term)))];
  const line = (head: string, cell: (column: (typeof columns)[number]) => string | undefined): string => [head, ...columns.map((column) => cell(column) ?? "")].join("\t");
  const row = (label: string) => (column: (typeof columns)[number]) => column.rows.find((one) => (one.label ?? one.term) === label);
  return [
    line("变量", ({ heading }) => heading),
    line("", ({ group }) => group),
    ...labels.flatMap((label) => [
      line(label, (column) => { const found = row(label)(column); return found && `${found.coef}${found.stars}`; }),
      line("", (column) => { const found = row(label)(column); return found && `(${found.se})`; }),
    ]),
    line("样本数量", ({ n }) => String(n)),
    line("伪R²", ({ pseudoR2 }) => pseudoR2),
    line("对数似然值", ({ logLik }) => logLik),
    "注：括号内为标准误；*** p<0.01，** p<0.05，* p<0.1",
  ].join("\n");
}
