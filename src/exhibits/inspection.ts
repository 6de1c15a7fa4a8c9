import type { Place } from "../badInput";
import type { Bilingual } from "../bilingual";
import type { Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import type { Inspection } from "../sfrc/inspection";

const both = (text: string): Bilingual => ({ zh: text, en: text });
const percent = (share: number | undefined): string => (share === undefined ? "–" : `${(share * 100).toFixed(1)}%`);

/** Rows of files, the first few by number. */
function rowsOf(places: readonly Place[]): string {
  const shown = places.slice(0, 8).map(({ row }) => row).join(", ");
  return places.length > 8 ? `${shown} … (${places.length})` : shown;
}

/** Every column with its answers and why answers are missing. */
export const answersFound = ({ columns, synthetic, rows }: Inspection): Table => plainTable({
  id: "inspect-answers", synthetic,
  title: { zh: `各列的答案与缺失（${rows} 行）`, en: `Answers and missing answers of every column (${rows} rows)` },
  stub: { zh: "列", en: "column" },
  columns: [{ zh: "有回答", en: "answered" }, { zh: "答案", en: "answers" }, { zh: "缺失", en: "missing" }],
  rows: columns.map(({ column, label, answered, answers, range, missing }) => [
    { zh: `${label.zh} ${column}`, en: `${label.en} (${column})` },
    both(String(answered)),
    answers ? { zh: answers.map(({ zh, count }) => `${zh} ${count}`).join("；"), en: answers.map(({ en, count }) => `${en} ${count}`).join("; ") }
      : range ? { zh: `${range.least}–${range.most}，中位数 ${range.median}`, en: `${range.least}–${range.most}, median ${range.median}` } : both("–"),
    missing.length === 0 ? { zh: "无", en: "none" } : { zh: missing.map(({ kind, count }) => `${kind === "" ? "空格" : kind} ${count}`).join("；"), en: missing.map(({ kind, count }) => `${kind === "" ? "empty" : kind} ${count}`).join("; ") },
  ]),
});

/** Combinations that cannot be or hardly can, duplicates, straight-lining: with the rows to look at. */
export function oddities({ combinations, duplicates, straightLining, synthetic }: Inspection): Table {
  return plainTable({
    id: "inspect-oddities", synthetic,
    title: { zh: "需要核对之处", en: "What to look at" },
    stub: { zh: "检查", en: "check" },
    columns: [{ zh: "数量", en: "number" }, { zh: "行", en: "rows" }],
    rows: [
      ...combinations.map(({ kind, zh, en, places }) => [{ zh: `${kind === "impossible" ? "不可能" : "少见"}：${zh}`, en: `${kind}: ${en}` }, both(String(places.length)), both(rowsOf(places) || "–")] as const),
      [{ zh: "所有答案相同的行", en: "rows that agree in every answer" }, both(String(duplicates.rows.length)), both(duplicates.rows.slice(0, 6).map(rowsOf).join("; ") || "–")],
      [{ zh: "重复的编号", en: "ids that stand more than once" }, both(String(duplicates.ids.length)), both(duplicates.ids.slice(0, 6).map(({ places }) => rowsOf(places)).join("; ") || "–")],
      [{ zh: "其中跨年份的编号", en: "of these, over several waves" }, both(String(duplicates.ids.filter(({ waves }) => waves.length > 1).length)), both("–")],
      ...(straightLining ? [sameAnswers(straightLining)] : []),
    ],
    notes: straightLining ? [{ zh: "同一答案也可能出于真实意愿；只是提示，不据此剔除任何人。", en: "One answer throughout may be sincere: a hint, by which nobody is left out." }] : [],
  });
}

const sameAnswers = ({ answered, same, byAnswer }: NonNullable<Inspection["straightLining"]>) => [
  { zh: `接触意愿各题答案完全相同（至少三题，共 ${answered} 人）`, en: `one answer to all contact items (of ${answered} with at least three)` },
  both(`${same} (${percent(answered === 0 ? undefined : same / answered)})`),
  { zh: byAnswer.map(({ zh, count }) => `${zh} ${count}`).join("；"), en: byAnswer.map(({ en, count }) => `${en} ${count}`).join("; ") },
] as const;

/** Who left at each step of the sample beside who stayed. */
export function lostTable({ flow, lost, synthetic }: Inspection): Table {
  const steps = flow.slice(1);
  const kinds = lost.filter(({ step }) => step === lost[0]?.step);
  return plainTable({
    id: "inspect-lost", synthetic,
    title: { zh: "逐步剔除者与留下者", en: "Who is lost at each step, beside who stays" },
    stub: { zh: "步骤", en: "step" },
    columns: [{ zh: "剔除", en: "lost" }, { zh: "留下", en: "left" }, ...kinds.map(({ zh, en }) => ({ zh: `${zh}：剔除 / 留下`, en: `${en}: lost / left` }))],
    rows: steps.map(({ reason, zh, en, dropped, left }) => [
      { zh, en }, both(String(dropped)), both(String(left)),
      ...lost.filter(({ step }) => step === reason).map((one) => both(`${percent(one.lost.share)} / ${percent(one.left.share)}`)),
    ]),
  });
}
