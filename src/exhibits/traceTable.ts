import type { Cell, RowGroup, Table } from "../display/table";
import { EMPTY } from "../display/table";
import { decimalsFor } from "../display/decimals";
import { placeOf, type Claim } from "../published/claims";
import { codedValues, type Trace } from "../study/trace";
import { terms } from "../sfrc/terms";
import type { Term } from "../study/study";

const COUNT = { decimals: 0 } as const;

/** A trace as one table, from the question asked to the star printed and what the text says of it. */
export function traceTable(trace: Trace, claims: readonly Claim[], labels: readonly Term[] = terms): Table {
  const label = labels.find(({ name }) => name === trace.term)?.label ?? { en: trace.term, zh: trace.term };
  return {
    kind: "table", id: `trace-${trace.model}.${trace.term}`, synthetic: trace.synthetic,
    title: { en: `${trace.model}, ${label.en}: from the question to the star`, zh: `${trace.model}，${label.zh}：从题目到星号` },
    stub: { en: "step", zh: "步骤" },
    columnGroups: [{ columns: [{ header: { en: "value", zh: "取值" } }] }],
    rowGroups: [...questions(trace), coding(trace), estimates(trace), said(trace, claims)],
    notes: trace.rule ? [{ en: `Rule: ${trace.rule.file}, line ${trace.rule.line}`, zh: `规则：${trace.rule.file} 第 ${trace.rule.line} 行` }] : [],
  };
}

const questions = (trace: Trace): RowGroup[] => trace.questions.map((question): RowGroup => ({
  label: { en: `asked: ${question.en}`, zh: `题目：${question.zh}` },
  rows: question.answers.filter(({ count }) => count > 0).map(({ en, zh, count }) => ({ header: { en, zh }, cells: [{ number: count, format: COUNT }] })),
}));

const coding = ({ coded, rule }: Trace): RowGroup => ({
  label: { en: `coded${rule?.reading ? ` (${rule.reading})` : ""}`, zh: `编码${rule?.reading ? `（${rule.reading}）` : ""}` },
  rows: codedValues({ coded }).map(({ value, count }) => ({ header: `= ${Number(value).toFixed(2).replace(/\.00$/, "")}`, cells: [{ number: count, format: COUNT }] })),
});

function estimates({ printed, refitted }: Trace): RowGroup {
  const { estimate, standardError, z, p, stars } = refitted;
  const decimals = decimalsFor(standardError);
  return {
    label: { en: "estimated", zh: "估计" },
    rows: [
      ...(printed ? [{ header: { en: "printed (SE)", zh: "原文（标准误）" }, cells: [{ text: `${printed.coef}${printed.stars} (${printed.se})` }] }] : []),
      { header: { en: "refitted (SE)", zh: "重新估计（标准误）" }, cells: [{ text: `${estimate.toFixed(decimals)}${stars} (${standardError.toFixed(decimals)})` }] },
      { header: "z", cells: [{ number: z, format: { decimals: 2 } }] },
      { header: "p", cells: [{ number: p, format: { decimals: 4, floor: true } }] },
    ],
  };
}

function said(trace: Trace, claims: readonly Claim[]): RowGroup {
  const about = claims.filter(({ id }) => trace.claims.includes(id));
  const nothing: { header: { en: string; zh: string }; cells: Cell[] } = { header: { en: "nothing", zh: "未提及" }, cells: [EMPTY] };
  return {
    label: { en: "said of it in the text", zh: "正文所言" },
    rows: about.length === 0 ? [nothing] : about.map((claim) => ({
      header: { en: `${claim.id} (${placeOf(claim).en})`, zh: `${claim.id}（${placeOf(claim).zh}）` },
      cells: [{ text: { en: claim.en, zh: claim.zh } }],
    })),
  };
}
