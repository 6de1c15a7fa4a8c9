import { poolingTest } from "../audit/pooling";
import type { Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import { chiSquareTail } from "../models/numeric/chiSquare";
import type { PublishedTable } from "../published/publishedTable";
import { fitOf, type StudyResult } from "../study/runStudy";

const STATISTIC = { decimals: 3 } as const;
const P = { decimals: 4, floor: true } as const;

/**
 * One model for everybody against one a group: the likelihood-ratio test that all coefficients, the constant too, are equal.
 *
 * Source: Chow's test in its likelihood form; LR = 2(Σ logLik of the parts − logLik of the whole), df = (groups − 1)·k.
 */
export function poolingTable(result: StudyResult, published: PublishedTable, whole: string, parts: readonly string[]): Table {
  const df = (parts.length - 1) * published.models[whole].rows.length;
  const printed = poolingTest(logLikOf(published, whole), parts.map((part) => logLikOf(published, part)), df);
  const refitted = ratio(fitOf(result, whole).logLik, parts.map((part) => fitOf(result, part).logLik));
  return plainTable({
    id: `pooling-${whole}`, synthetic: result.synthetic,
    title: { en: `${whole} against ${parts.join(" + ")}: are all coefficients equal?`, zh: `${whole} 对 ${parts.join(" + ")}：系数全部相等吗？` },
    stub: { en: "log-likelihoods", zh: "对数似然值" },
    columns: ["LR", "df", "p"],
    rows: [
      [{ en: "printed", zh: "刊印" }, { number: printed.lr, format: STATISTIC }, { number: df, format: { decimals: 0 } }, { number: printed.p, format: P }],
      [{ en: "refitted", zh: "重估" }, { number: refitted, format: STATISTIC }, { number: df, format: { decimals: 0 } }, { number: chiSquareTail(refitted, df), format: P }],
    ],
  });
}

const ratio = (whole: number, parts: readonly number[]): number => 2 * (parts.reduce((sum, part) => sum + part, 0) - whole);

function logLikOf({ models }: PublishedTable, model: string): string {
  const { logLik } = models[model];
  if (logLik === undefined) throw new Error(`${model} prints no log-likelihood to pool`);
  return logLik;
}
