import type { Bilingual } from "../bilingual";
import { noteIn, noteInBoth } from "../faults/noted";
import type { Cell, Table } from "../display/table";
import { EMPTY } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import type { ChiSquareTest } from "../models/chiSquareTest";
import type { PublishedTable } from "../published/publishedTable";
import type { StudyResult } from "../study/runStudy";
import { originOf } from "../provenance";

const TESTS: Readonly<Record<string, Bilingual>> = {
  lr: { en: "likelihood ratio", zh: "似然比" },
  brant: { en: "Brant (Wald)", zh: "Brant（Wald）" },
  score: { en: "score", zh: "得分" },
};

/** Parallel lines of every ordered model, by every test there is; the one p that the paper prints is in the note. */
export function parallelLinesTable(result: StudyResult, published?: PublishedTable): Table {
  const models = result.study.models.filter(({ id, family }) => family === "ordered" && result.fits[id]);
  const tests = Object.keys(TESTS).filter((test) => models.some(({ id }) => testOf(result, id, test)));
  return plainTable({
    id: "parallel-lines", ...originOf(result),
    title: { en: "Parallel lines: does one slope serve at both cuts?", zh: "平行性检验：两个切点能否共用一组系数？" },
    stub: { en: "model", zh: "模型" },
    columns: tests.flatMap((test) => [{ en: `${TESTS[test].en} χ² (df)`, zh: `${TESTS[test].zh} χ²（df）` }, "p"]),
    rows: models.map(({ id, title }) => [title, ...tests.flatMap((test) => cells(testOf(result, id, test)))]),
    notes: [
      { en: "Small p: the assumption is rejected. The likelihood ratio compares two fitted models, Brant's test the separate binary logits, the score test only looks from the smaller model; where cells are few they part.", zh: "p 小则拒绝假设。似然比比较两个模型，Brant 比较分开的二元 logit，得分检验只从小模型出发；格子人数少时三者会不同。" },
      ...models.flatMap(({ id }) => tests.flatMap((test) => qualified(id, test, testOf(result, id, test)))),
      ...(published?.parallelLinesP ? [{ en: `The paper prints p = ${published.parallelLinesP} and names neither test nor model.`, zh: `论文给出 p = ${published.parallelLinesP}，未说明检验与模型。` }] : []),
    ],
  });
}

const testOf = ({ parallelLines }: StudyResult, model: string, test: string): ChiSquareTest | undefined =>
  (parallelLines[model] as unknown as Readonly<Record<string, ChiSquareTest | undefined>> | undefined)?.[test];

/** What is to be said of a test that was carried out. */
const qualified = (model: string, test: string, found: ChiSquareTest | undefined): Bilingual[] =>
  found?.note === undefined || found.p === null ? [] : [{ en: `${model}, ${TESTS[test].en}: ${found.note}.`, zh: `${model}，${TESTS[test].zh}：${noteIn(found.note, "zh")}。` }];

function cells(test: ChiSquareTest | undefined): Cell[] {
  if (!test) return [EMPTY, EMPTY];
  if (test.statistic === null || test.p === null) return [{ text: test.note !== undefined ? noteInBoth(test.note) : { en: "not tested", zh: "未检验" } }, EMPTY];
  return [{ text: `${test.statistic.toFixed(2)} (${test.df})` }, { number: test.p, format: { decimals: 3, floor: true } }];
}
