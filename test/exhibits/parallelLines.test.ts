import { expect, it } from "vitest";
import { parallelLinesTable } from "../../src/exhibits/parallelLines";
import type { StudyResult } from "../../src/study/runStudy";

const title = (id: string) => ({ en: `Model ${id}`, zh: `模型 ${id}` });
const model = (id: string, family = "ordered") => ({ id, family, title: title(id) });
const test = (statistic: number | null, note?: string) => ({ statistic, df: 4, p: statistic === null ? null : 0.02345, ...(note !== undefined && { note }) });
const result = {
  study: { models: [model("B", "binomial"), model("O1"), model("O2"), model("O3")] }, fits: { B: {}, O1: {}, O3: {} }, synthetic: false,
  parallelLines: { O1: { lr: test(3.456, "whether the data are separated was too close to call"), brant: test(null, "Brant's test is of logits"), score: test(5) }, O3: { lr: test(1), score: test(null) } },
} as unknown as StudyResult;

it("what is to be said of a test that was carried out stands below the table, what prevented one in its place", () => {
  const { rowGroups: [{ rows }], notes, columnGroups: [{ columns }] } = parallelLinesTable(result, { parallelLinesP: 0.03 } as never);
  expect(columns.length).toBe(6);
  expect(rows.map(({ cells }) => cells.map((cell) => ("text" in cell ? cell.text : "number" in cell ? cell.number : cell)))).toEqual([
    ["3.46 (4)", 0.02345, { en: "Brant's test is of logits", zh: "Brant 检验只用于 logit" }, expect.anything(), "5.00 (4)", 0.02345], ["1.00 (4)", 0.02345, expect.anything(), expect.anything(), { en: "not tested", zh: "未检验" }, expect.anything()],
  ]);
  expect(notes!.slice(1)).toEqual([{ en: "O1, likelihood ratio: whether the data are separated was too close to call.", zh: "O1，似然比：数据是否分离难以判定。" }, { en: "The paper prints p = 0.03 and names neither test nor model.", zh: "论文给出 p = 0.03，未说明检验与模型。" }]);
});
