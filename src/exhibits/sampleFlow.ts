import type { Figure } from "../display/figure";
import type { FlowEnd } from "../display/flow";
import { sampleFlow } from "../display/figures/sampleFlow";
import type { Table } from "../display/table";
import { flowTable } from "../display/tables/flowTable";
import { TABLE1_LABELS } from "../display/labels";
import type { CodedSample } from "../sfrc/codeSample";
import { table1 } from "../sfrc/table1";
import { originOf } from "../provenance";

const TITLE = { en: "From all respondents to the sample", zh: "从全部受访者到分析样本" };

/** Who left the sample under which reason, drawn. */
export const sampleFlowFigure = (coded: CodedSample): Figure =>
  sampleFlow({ id: "sample-flow", title: TITLE, steps: coded.flow, ends: cities(coded), ...originOf(coded) });

/** The same as a table. */
export const sampleFlowTable = (coded: CodedSample): Table =>
  flowTable({ id: "sample-flow-table", title: TITLE, steps: coded.flow, ends: cities(coded), ...originOf(coded) });

const cities = (coded: CodedSample): FlowEnd[] =>
  Object.entries(table1(coded).city as Record<string, readonly [number, number]>).map(([city, [count]]) => ({ label: TABLE1_LABELS[city], count }));
