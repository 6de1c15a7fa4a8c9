import { LABEL } from "../display/labels";
import type { Row, Table } from "../display/table";
import { refuseUnknown } from "../faults/nearest";
import type { Spec } from "../multiverse/spec";
import { KINDS } from "./universeRecords";

/**
 * Every decision of a multiverse with its options: why each is defensible, on what ground, and how it stands to the paper's.
 *
 * @param only  these decisions; all of them where absent
 * @example decisionsTable(spec, ["outcome", "age"])
 */
export function decisionsTable({ title, decisions }: Spec, only: readonly string[] = decisions.map(({ id }) => id)): Table {
  refuseUnknown("decisionsTable", only, decisions.map(({ id }) => id));
  return {
    kind: "table", id: "decisions", title, synthetic: false,
    stub: { en: "option (* the paper's)", zh: "选项（* 论文所选）" },
    columnGroups: [{ columns: [{ header: { en: "why it is defensible", zh: "为何可辩护" } }, { header: { en: "source", zh: "出处" } }, { header: { en: "beside the paper's", zh: "与论文相比" } }, { header: { en: "only with", zh: "仅与之并用" } }] }],
    rowGroups: decisions.filter(({ id }) => only.includes(id)).map(({ id, en, zh, options }) => ({
      label: { en: `${en} (${id})`, zh: `${zh}（${id}）` },
      rows: options.map(({ id: option, paper, reason, source, kind, when }): Row => ({
        header: `${option}${paper ? " *" : ""}`,
        cells: [{ text: reason }, { text: source }, { text: paper ? { en: "the paper's", zh: "论文所选" } : KINDS[kind] }, { text: Object.keys(when).length === 0 ? LABEL.none : Object.entries(when).map(([other, those]) => `${other}=${those.join("|")}`).join(", ") }],
      })),
    })),
    notes: [{ en: "Equivalent: as defensible, about the same thing. Not equivalent: about another thing, or worse. Uncertain: nobody can tell.", zh: "等价：同样可辩护，所问相同。不等价：所问不同，或较差。不确定：无从判断。" }],
  };
}
