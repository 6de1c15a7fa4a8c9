import type { OptionInfluence } from "../multiverse/influence";
import { line } from "./language";
import { grouped } from "../grouped";

/** Options by what they do to estimates, the strongest first: medians over the curves. */
export function influenceTable(influence: readonly OptionInfluence[]): string[][] {
  const by = grouped(influence, ({ decision, option }) => `${decision}=${option}`);
  const rows = [...by].map(([name, found]) => {
    const known = found.filter(({ estimate }) => estimate !== null);
    const percents = known.flatMap(({ percentOfMean }) => (percentOfMean === null ? [] : [percentOfMean]));
    const points = known.map(({ significant }) => 100 * significant!);
    return { name, curves: known.length, size: percents.length === 0 ? -1 : median(percents.map(Math.abs)), percent: percents.length === 0 ? "" : signed(median(percents)), points: points.length === 0 ? line({ en: "never apart from others", zh: "从不单独出现" }) : signed(median(points)) };
  });
  rows.sort((a, b) => b.size - a.size);
  return [
    [line({ en: "option", zh: "选项" }), line({ en: "curves", zh: "曲线" }), line({ en: "estimate", zh: "估计值" }), line({ en: "size", zh: "大小" }), line({ en: "significant", zh: "显著" })],
    ...rows.map(({ name, curves, size, percent, points }) => [name, String(curves), percent, size < 0 ? "" : size.toFixed(0), points]),
  ];
}

const signed = (value: number): string => `${value > 0 ? "+" : ""}${(Math.abs(value) < 0.5 ? 0 : value).toFixed(0)}`.replace("+0", "0");

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}
