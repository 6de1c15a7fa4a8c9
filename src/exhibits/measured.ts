import type { Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import { refuseUnknown } from "../faults/nearest";
import { measures } from "../sfrc/measures";
import { hypotheses } from "../sfrc/hypotheses";
import { fromPrint } from "../provenance";

/** Each hypothesis in our words, where the paper states it, beside what its variable measures, and what lies between. */
export function measuredTable(...of: readonly string[]): Table {
  refuseUnknown("measuredTable", of, hypotheses.map(({ id }) => id));
  const chosen = hypotheses.filter(({ id }) => of.length === 0 || of.includes(id));
  return plainTable({
    id: ["measured", ...of].join("-"), ...fromPrint(),
    title: { en: "What the hypothesis says, what is measured", zh: "假设所说与变量所测" },
    stub: { en: "hypothesis", zh: "假设" },
    columns: [{ en: "the paper's hypothesis, in our words", zh: "原文假设（本项目转述）" }, { en: "section", zh: "章节" }, { en: "what the variable measures", zh: "变量测的是什么" }, { en: "what lies between", zh: "两者之间的差距" }],
    rows: chosen.map(({ id }) => {
      const { says, section, measured, gap } = measures[id];
      return [id, says, `§${section}`, measured, gap];
    }),
  });
}
