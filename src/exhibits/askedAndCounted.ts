import type { Row, Table } from "../display/table";
import { descriptiveTable } from "../display/tables/descriptiveTable";
import { plainTable } from "../display/tables/plainTable";
import type { PublishedTable } from "../published/publishedTable";
import type { CodedSample } from "../sfrc/codeSample";
import { readingEntries } from "../sfrc/readings";
import { table1 } from "../sfrc/table1";
import type { Codebook } from "../survey/codebook";
import { fromPrint, originOf } from "../provenance";

/** Every column of the raw file with its question and the answers it may hold. */
export const codebookTable = ({ columns }: Codebook): Table =>
  plainTable({
    id: "codebook", ...fromPrint(),
    title: { en: "The codebook", zh: "编码手册" },
    stub: { en: "column", zh: "列" },
    columns: [{ en: "question", zh: "题目" }, { en: "answers", zh: "答案" }, { en: "paper", zh: "论文章节" }],
    rows: columns.map(({ name, question, answers = [], paperSection }) => [
      name,
      question,
      { en: answers.map(({ en }) => en).join(" · "), zh: answers.map(({ zh }) => zh).join(" · ") },
      paperSection,
    ]),
  });

/** Every choice that the paper leaves open, by name, its default first; then those it settles, as tests of how much hangs on them. */
export function readingsTable(): Table {
  const rowsOf = (settled: boolean): Row[] => readingEntries.filter((entry) => entry.settled === settled).map(({ name, en, zh, choices, meanings, paperSection }) => ({
    header: name,
    cells: [
      { text: { en, zh } },
      { text: {
        en: choices.map((choice) => `${choice}: ${meanings[choice].en}`).join(" · "),
        zh: choices.map((choice) => `${choice}：${meanings[choice].zh}`).join(" · "),
      } },
      { text: paperSection },
    ],
  }));
  return {
    kind: "table", id: "readings", ...fromPrint(), notes: [],
    title: { en: "What the paper leaves open, and what it settles", zh: "原文未说明与已说明之处" },
    stub: { en: "reading", zh: "编码方案" },
    columnGroups: [{ columns: [{ en: "what is chosen", zh: "选择的内容" }, { en: "choices, the default first", zh: "选项（首项为默认）" }, { en: "paper", zh: "论文章节" }].map((header) => ({ header })) }],
    rowGroups: [
      { label: { en: "left open", zh: "原文未说明" }, rows: rowsOf(false) },
      { label: { en: "settled by the paper: sensitivity only", zh: "原文已说明：仅作敏感性分析" }, rows: rowsOf(true) },
    ],
  };
}

/** Table 1 as printed beside what the coded people give. */
export const table1Table = (coded: CodedSample, { table1: published = {} }: PublishedTable): Table =>
  descriptiveTable({
    id: "table-1",
    title: { en: "Table 1: the sample described", zh: "表1：描述性统计" },
    published, counted: table1(coded), ...originOf(coded),
  });
