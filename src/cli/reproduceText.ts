import type { Bilingual } from "../bilingual";
import { descriptiveTable } from "../display/tables/descriptiveTable";
import { regressionTable } from "../display/tables/regressionTable";
import type { Table } from "../display/table";
import type { ChiSquareTest } from "../models/parallelLines";
import type { PublishedTable } from "../published/publishedTable";
import type { CodedFigures } from "../sfrc/codeSample";
import { departures } from "../sfrc/readings";
import { PARALLEL_LINES_MODEL, type Reproduction } from "../sfrc/reproduction";
import type { Reason } from "../study/comparison";
import type { StudyResult } from "../study/runStudy";
import { agreementLine } from "./agreementLine";
import { hypothesesTable } from "./hypothesesTable";
import { REASON } from "../display/vocabulary";
import { noteIn } from "../faults/noted";
import { PARALLEL_ZH } from "./fitText";
import { line } from "./language";
import { narrow, SIGN } from "./narrow";
import { terminalTable } from "./terminal";

type About = Pick<CodedFigures, "readings" | "synthetic">;

/** Tables 1 to 3 beside print, the verdicts, and how many numbers agree: what `sojourn reproduce` prints. */
export function reproduceText(coded: About, published: PublishedTable, made: Reproduction): string {
  return [
    ...tables(coded, published, made).map((table) => terminalTable(table)),
    [...parallelLines(made), ...leftOut(made), ...readings(coded), agreement(made)].join("\n"),
  ].join("\n\n");
}

function tables(coded: About, published: PublishedTable, { result, exact }: Reproduction): Table[] {
  const common = { result, published, pseudoR2: coded.readings.pseudoR2 };
  const binary = ["M1", "M2", "M3", "M4"];
  const ordered = ["O1", "O3", "O4"];
  return [
    narrow(descriptiveTable({ id: "table-1", title: { en: "Table 1. The sample", zh: "表1 样本描述" }, published: published.table1 ?? {}, counted: exact, synthetic: coded.synthetic })),
    narrow(regressionTable({ ...common, id: "table-2", title: { en: "Table 2. Who wishes to stay (binary logits)", zh: "表2 居留意愿的二元 Logistic 回归" }, models: binary }), binary.map((id) => headingOf(id, result))),
    narrow(regressionTable({ ...common, id: "table-3", title: { en: "Table 3. For how long (ordered logits)", zh: "表3 期望居留时间的有序 Logistic 回归" }, models: ordered }), ordered.map((id) => headingOf(id, result))),
    hypothesesTable(result, published),
  ];
}

/** `M1 Changchun`, `M1 长春组`. */
function headingOf(id: string, { study }: StudyResult): Bilingual {
  const group = study.models.find((model) => model.id === id)?.group;
  const { zh, en } = study.groups.find((g) => g.id === group)!.label;
  return { en: `${id} ${en}`, zh: `${id} ${zh}` };
}

function parallelLines({ result, comparison }: Reproduction): string[] {
  const printed = comparison.numbers.find(({ field }) => field === "parallelLinesP");
  return [
    ...Object.entries(result.parallelLines).map(([model, tests]) => {
      const all = (Object.entries(tests) as [string, ChiSquareTest][]).map(([kind, test]) => testText(kind, test));
      return line({ zh: `平行性检验，${model}：${all.map(({ zh }) => zh).join("；")}`, en: `parallel lines, ${model}: ${all.map(({ en }) => en).join("; ")}` });
    }),
    ...(printed ? [line({
      zh: `文中 p = ${printed.printed.text}，与 ${PARALLEL_LINES_MODEL} 对照：${SIGN[printed.reason]} ${REASON[printed.reason].zh}`,
      en: `printed p = ${printed.printed.text}, held against ${PARALLEL_LINES_MODEL}: ${SIGN[printed.reason]} ${REASON[printed.reason].en}`,
    })] : []),
  ];
}

function testText(kind: string, { statistic, df, p, note }: ChiSquareTest): Bilingual {
  const name = { en: kind, zh: PARALLEL_ZH[kind] ?? kind };
  if (statistic === null || p === null) return { en: `${name.en}: ${note}`, zh: `${name.zh}：${noteIn(note!, "zh")}` };
  const numbers = `χ²(${df}) = ${statistic.toFixed(2)}, p = ${p.toFixed(3)}`;
  return { en: `${name.en} ${numbers}${note === undefined ? "" : ` (${note})`}`, zh: `${name.zh} ${numbers.replace(", ", "，")}${note === undefined ? "" : `（${noteIn(note, "zh")}）`}` };
}

const leftOut = ({ result }: Reproduction): string[] => Object.entries(result.samples).flatMap(([model, { leftOut: { people, byColumn } }]) =>
  people === 0 ? [] : [line(leftOutText(model, people, Object.entries(byColumn).map(([column, n]) => `${column} ${n}`)))]);

const leftOutText = (model: string, people: number, columns: readonly string[]): Bilingual =>
  ({ zh: `${model}：${people} 人因缺失未进入模型（${columns.join("、")}）`, en: `${model}: ${people} people left out (${columns.join(", ")})` });

function readings(coded: About): string[] {
  const other = departures(coded.readings);
  return other.length > 0 ? [line({ zh: `非默认编码方案：${other.join("、")}`, en: `readings other than the default: ${other.join(", ")}` })] : [];
}

/** How many of the printed numbers and stars come out, and the reasons of the rest. */
function agreement({ comparison, match: { numbers, stars } }: Reproduction): string {
  const reasons = new Map<Reason, number>();
  for (const { reason, met } of comparison.numbers) if (!met) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const rest = [...reasons].map(([reason, count]) => `${SIGN[reason]} ${line(REASON[reason])} ${count}`).join(line({ en: ", ", zh: "，" }));
  return agreementLine({ numbers, stars }, rest);
}
