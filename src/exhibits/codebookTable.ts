import { plainTable } from "../display/tables/plainTable";
import type { Table } from "../display/table";
import type { Codebook } from "../survey/codebook";

/** Every column of the raw file with its question and the answers it may hold. */
export const codebookTable = ({ columns }: Codebook): Table =>
  plainTable({
    id: "codebook", synthetic: false,
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
