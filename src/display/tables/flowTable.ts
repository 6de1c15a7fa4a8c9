import type { Bilingual } from "../../bilingual";
import { checkFlow, type FlowEnd, type FlowStep } from "../flow";
import { EMPTY, type Row, type Table } from "../table";
import type { Provenance } from "../../provenance";

export interface FlowTableInput {
  readonly id: string;
  readonly title: Bilingual;
  readonly steps: readonly FlowStep[];
  readonly ends?: readonly FlowEnd[];
  readonly synthetic: boolean;
  readonly madeFrom?: Provenance | undefined;
}

const COUNT = { decimals: 0 } as const;

/**
 * The sample selection, reason by reason in its order: how many left under each, and how many were left after it.
 *
 * @throws {RangeError} where the counts do not add up
 */
export function flowTable({ id, title, steps, ends = [], synthetic, madeFrom }: FlowTableInput): Table {
  checkFlow(steps, ends);
  return {
    kind: "table", id, title, synthetic, madeFrom,
    stub: { en: "step: reason to leave", zh: "步骤：排除原因" },
    columnGroups: [{ columns: [{ header: { en: "left out", zh: "排除" } }, { header: { en: "left", zh: "剩余" } }] }],
    rowGroups: [
      { rows: steps.flatMap(stepRows) },
      ...(ends.length === 0 ? [] : [{
        label: { en: "made up of", zh: "构成" },
        rows: ends.map(({ label, count }): Row => ({ header: label, cells: [EMPTY, { number: count, format: COUNT }] })),
      }]),
    ],
    notes: [{ en: "Each respondent who leaves is counted once, under the first reason that holds.", zh: "每位被排除者只计一次，归入最先成立的原因。" }],
  };
}

const stepRows = (step: FlowStep, place: number): Row[] => [
  {
    header: { en: step.en, zh: step.zh },
    cells: [place === 0 ? EMPTY : { number: step.dropped, format: COUNT }, { number: step.left, format: COUNT }],
  },
  ...(step.parts ?? []).map(({ en, zh, dropped }): Row => ({
    header: { en: `of these: ${en}`, zh: `其中：${zh}` },
    cells: [{ number: dropped, format: COUNT }, EMPTY],
  })),
];
