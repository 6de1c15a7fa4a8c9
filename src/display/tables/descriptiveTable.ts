import type { Bilingual } from "../../bilingual";
import type { PublishedTable1 } from "../../published/publishedTable";
import type { NumberComparison } from "../../study/comparison";
import { compareDescriptive, type DescriptiveTable } from "../../study/descriptiveTable";
import { LABEL, TABLE1_LABELS } from "../labels";
import { type Cell, EMPTY, type Row, type RowGroup, type Table } from "../table";
import { PROVENANCE, REASON } from "../vocabulary";
import type { Provenance } from "../../provenance";

export interface DescriptiveTableInput {
  readonly id: string;
  readonly title: Bilingual;
  readonly published: PublishedTable1;
  readonly counted: DescriptiveTable;
  readonly synthetic: boolean;
  readonly madeFrom?: Provenance | undefined;
  /** Of variables and answers; the paper's own by default. */
  readonly labels?: Readonly<Record<string, Bilingual>>;
}

/** Table 1: counts, percentages and means as printed beside those counted anew, each with the reason of a difference. */
export function descriptiveTable({ id, title, published, counted, synthetic, madeFrom, labels = TABLE1_LABELS }: DescriptiveTableInput): Table {
  const { numbers } = compareDescriptive(published, counted, synthetic);
  const find = (term: string, field: string) => numbers.find((number) => number.term === term && number.field === field);
  const label = (key: string) => labels[key] ?? key;
  const rowGroups: RowGroup[] = [];
  const singles: Row[] = [];
  for (const [variable, value] of Object.entries(published)) {
    if (typeof value === "object") {
      rowGroups.push({
        label: label(variable),
        rows: Object.keys(value).map((answer) => ({
          header: label(answer),
          cells: cellsOf(find(variable, `count of ${answer}`), find(variable, `percentage of ${answer}`)),
        })),
      });
    } else if (typeof value === "number") singles.push({ header: label(variable), cells: cellsOf(find(variable, "count"), undefined) });
    else singles.push({ header: label(variable), cells: cellsOf(undefined, find(variable, "mean")) });
  }
  const columns = [{ header: LABEL.printed, role: "printed" }, { header: LABEL.counted, role: "refitted" }, { header: LABEL.reason, role: "reason" }] as const;
  return {
    kind: "table", id, title, synthetic, madeFrom,
    stub: LABEL.variable,
    columnGroups: [{ label: LABEL.count, columns }, { label: { en: "% or mean", zh: "百分比 / 均值" }, columns }],
    rowGroups: [...rowGroups, { label: { en: "whole sample: size and means", zh: "全样本：样本量与均值" }, rows: singles }],
    notes: [],
    ...(synthetic && { provenance: PROVENANCE.byConstruction }),
  };
}

const cellsOf = (count: NumberComparison | undefined, share: NumberComparison | undefined): Cell[] => [...three(count), ...three(share)];

function three(comparison: NumberComparison | undefined): Cell[] {
  if (!comparison) return [EMPTY, EMPTY, EMPTY];
  const { printed, refitted, reason } = comparison;
  return [
    { printed: printed.text },
    refitted === null ? { text: LABEL.none } : { number: refitted, format: { decimals: printed.decimals } },
    { text: REASON[reason] },
  ];
}
