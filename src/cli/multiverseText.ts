import { SYNTHETIC_BANNER } from "../display/synthetic";
import { alignedText } from "../display/render/alignedText";
import { wholePercent } from "../display/wholePercent";
import { STATISTIC_NAMES } from "../multiverse/asJson";
import { type Curve, SIGNIFICANT, statisticsOf } from "../multiverse/curves";
import { supports } from "../multiverse/flips";
import type { Sensitivity } from "../study/sensitivity";
import { line } from "./language";
import { influenceTable } from "./multiverseInfluence";
import { sensitivityLines } from "./multiverseSensitivity";
import type { Multiverse } from "../multiverse/runMultiverse";
import type { Spec } from "../multiverse/spec";

/** A multiverse for a terminal: its curves, what turns their verdicts, the null, what decisions account for, and what was refused. */
export function multiverseText(spec: Spec, result: Multiverse, { seconds, workers, synthetic, sensitivity }: { seconds: number; workers: number; synthetic: boolean; sensitivity?: readonly Sensitivity[] | undefined }): string {
  const { universes, curves, flips, tests, importance } = result;
  const fitted = universes.filter(({ status }) => status === "fitted").length;
  return [
    line(spec.title), ...(synthetic ? [line(SYNTHETIC_BANNER)] : []), "",
    alignedText([
      heads([["model", "模型"], ["term", "变量"], ["universes", "设定数"], ["refused", "拒绝"], ["distinct", "互异"], ["paper", "论文"], ["median", "中位数"], ["from", "最小"], ["to", "最大"], [`p < ${SIGNIFICANT}`, `p < ${SIGNIFICANT}`], ["supported", "支持"], ["changes to turn", "改变结论所需改动"]]),
      ...curves.map((curve, i) => [...curveRow(curve), flips[i].distance === null ? line({ en: "none turns it", zh: "没有能改变者" }) : `${flips[i].distance}: ${changes(flips[i].smallest)}`]),
    ]),
    "",
    line({
      en: `${universes.length} universes: ${fitted} fitted, ${universes.length - fitted} refused. distinct: each likelihood once; median, range and shares are over these. Estimates are log-odds (or the link's scale) of the effect that the hypothesis speaks of; supported: positive and starred.`,
      zh: `共 ${universes.length} 个设定：拟合 ${fitted} 个，拒绝 ${universes.length - fitted} 个。互异：似然相同者只计一次，中位数、范围与比例均按互异者计算。估计值为假设所指效应的对数优势（或联系函数的尺度）；支持：系数为正且带星号。`,
    }),
    ...(tests.length > 0 ? ["", alignedText([
      heads([["model", "模型"], ["term", "变量"], ["statistic", "统计量"], ["observed", "观测值"], ["p under the null", "零假设下的 p"], ["draws", "抽样"], ["failed", "失败"], ["not drawn", "未抽样"]]),
      ...tests.map(({ model, term, statistic, observed, p, draws, failed, undrawn }) => [model, term, line({ en: STATISTIC_NAMES[statistic], zh: STATISTIC_ZH[statistic] }), observed.toFixed(3), p.toFixed(4), String(draws), String(failed), String(undrawn)]),
    ]), "", line({
      en: "Null: parametric bootstrap from the model without the term, all universes refitted to each draw; a draw that some universe could not be fitted to counts as at least as extreme. Not drawn: universes with imputed answers or partial proportional odds, of which the null says nothing; they are in no statistic of it.",
      zh: "零假设：由不含该变量的模型作参数自助抽样，每次抽样重新拟合全部设定；某个设定无法拟合的抽样，按至少同样极端计。未抽样：插补答案或部分比例优势的设定，零假设检验不涉及它们，各统计量中也没有它们。",
    })] : []),
    "", alignedText([
      heads([["decision", "决定"], ["share of the estimate's variance", "占估计值方差的比例"], ["of the verdict's", "占判定方差的比例"]]),
      ...importance.estimate.map(({ decision, share, standardError }, i) => [decision, `${share.toFixed(3)}${standardError >= 0.0005 ? ` ± ${standardError.toFixed(3)}` : ""}`, importance.verdict[i].share.toFixed(3)]),
    ]),
    line({
      en: "LMG, averaged over the curves; what is left to 1 is interplay of decisions. Options are not all crossed, so a share also depends on which blocks the multiverse has.",
      zh: "LMG，按各曲线平均；与 1 之差为各决定之间的交互。选项并非全部交叉，比例也取决于有哪些交叉组。",
    }),
    "", alignedText(influenceTable(result.influence)),
    line({
      en: "Influence of an option, against the paper's and with the other decisions held: medians over the curves that have it, of the change of the estimate (in % of the curve's mean; size: whatever its sign) and of the share with p < .05 (in points). By curve in --json.",
      zh: "选项的影响：与论文的选项相比，其余决定不变；为有该选项的各曲线的中位数，分别是估计值的变化（占曲线均值的百分比；大小：不论正负）与 p < .05 的比例的变化（百分点）。各曲线见 --json。",
    }),
    ...(sensitivity ? sensitivityLines(sensitivity, alignedText) : []),
    ...refusals(result), "",
    line({ en: `${seconds.toFixed(1)} s, ${workers} worker${workers === 1 ? "" : "s"}`, zh: `${seconds.toFixed(1)} 秒，${workers} 个线程` }),
  ].join("\n");
}

function curveRow({ model, term, universes, distinct, counted }: Curve): string[] {
  const paper = universes.find((universe) => universe.paper);
  const own = paper?.status === "fitted" ? `${paper.estimate.toFixed(3)}${paper.stars}` : line({ en: "refused", zh: "拒绝" });
  const head = [model, term, String(universes.length), String(counted.refused), String(distinct.length), own];
  if (distinct.length === 0) return [...head, "", "", "", "", ""];
  const { median, shareSignificant } = statisticsOf(distinct);
  const [least, most] = distinct.reduce(([low, high], { estimate }) => [Math.min(low, estimate), Math.max(high, estimate)], [Infinity, -Infinity]);
  const supported = distinct.filter((universe) => supports(universe)).length / distinct.length;
  return [...head, median.toFixed(3), least.toFixed(3), most.toFixed(3), wholePercent(shareSignificant), wholePercent(supported)];
}

const SHOWN = 2;

const changes = (smallest: Multiverse["flips"][number]["smallest"]): string =>
  [...smallest.slice(0, SHOWN).map((set) => Object.entries(set).map(([decision, option]) => `${decision}=${option}`).join(" + ")), ...(smallest.length > SHOWN ? [line({ en: `${smallest.length - SHOWN} more`, zh: `另有 ${smallest.length - SHOWN} 组` })] : [])].join("; ");

function refusals({ universes }: Multiverse): string[] {
  const counts = new Map<string, number>();
  for (const universe of universes) if (universe.status === "refused") counts.set(line(universe.why), (counts.get(line(universe.why)) ?? 0) + 1);
  return counts.size === 0 ? [] : ["", line({ en: "Refused:", zh: "拒绝拟合：" }), ...[...counts].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `  ${count} × ${reason}`)];
}

const STATISTIC_ZH = { median: "中位数", shareSignificant: "显著比例", shareOfSign: "同号比例", max: "最大 |z|" } as const;

const heads = (names: readonly (readonly [en: string, zh: string])[]): string[] => names.map(([en, zh]) => line({ en, zh }));
