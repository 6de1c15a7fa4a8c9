import Table from "cli-table3";
import type { FlowStep } from "../sfrc/sample";

/** No lines, two spaces between columns: a table that can be pasted anywhere. */
const BARE = {
  chars: { top: "", "top-mid": "", "top-left": "", "top-right": "", bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "", left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "", middle: "  " },
  style: { "padding-left": 0, "padding-right": 0, head: [], border: [] },
};

/** The sample flow as an aligned table in both languages, parts of a reason indented below it. */
export function flowText(flow: readonly FlowStep[]): string {
  const table = new Table({ ...BARE, head: ["", "", "dropped/剔除", "left/剩余"], colAligns: ["left", "left", "right", "right"] });
  for (const { zh, en, dropped, left, parts = [] } of flow) {
    table.push([zh, en, dropped, left]);
    for (const part of parts) table.push([`  ${part.zh}`, `  ${part.en}`, part.dropped, ""]);
  }
  return table.toString().split("\n").map((line) => line.trimEnd()).join("\n");
}
