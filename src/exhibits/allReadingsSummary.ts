import type { Bilingual, Language } from "../bilingual";
import type { AllReadingsShare, ReadingUniverse } from "./allReadings";
import { wholePercent } from "../display/wholePercent";
import { largest, smallest } from "../extremes";
import { grouped } from "../grouped";

/** What all readings say of a hypothesis in a group; each likelihood counts once. */
export interface ReadingsSummary {
  readonly hypothesis: string;
  readonly group: string;
  readonly model: string;
  /** Under the paper's own readings; null where it was refused. */
  readonly paper: { readonly estimate: number; readonly stars: string; readonly supported: boolean } | null;
  /** Fitted, each likelihood once. */
  readonly distinct: number;
  /** Choices of readings that were refused, each of them. */
  readonly refused: number;
  /** Of the distinct, those with the verdict of the paper's own readings. */
  readonly standing: number;
  readonly from: number;
  readonly to: number;
  /** Single readings that turn it, `name=choice`. */
  readonly turnedBy: readonly string[];
  /** Why some were refused, with how many. */
  readonly reasons: readonly { readonly reason: Bilingual; readonly count: number }[];
}

/** Shares that were told so far, by hypothesis and group in their order. */
export function summariesOf(shares: readonly Pick<AllReadingsShare, "universes">[]): ReadingsSummary[] {
  const all = shares.flatMap(({ universes }) => universes);
  return [...grouped(all, ({ hypothesis, group }) => `${hypothesis} ${group}`).values()].map(summaryOf);
}

function summaryOf(universes: readonly ReadingUniverse[]): ReadingsSummary {
  const { hypothesis, group, model } = universes[0];
  const own = universes.find(({ paper }) => paper);
  const fitted = universes.filter(({ estimate }) => estimate !== null);
  const distinct = [...new Map([...fitted].reverse().map((one) => [one.likelihood, one])).values()]; // reversed: the first of its likelihood is kept
  const estimates = distinct.map(({ estimate }) => estimate!);
  const reasons = new Map<string, { reason: Bilingual; count: number }>();
  for (const { reason } of universes) if (reason !== undefined) reasons.set(reason.en, { reason, count: (reasons.get(reason.en)?.count ?? 0) + 1 });
  return {
    hypothesis, group, model,
    paper: own === undefined || own.estimate === null ? null : { estimate: own.estimate, stars: own.stars, supported: own.supported! },
    distinct: distinct.length, refused: universes.length - fitted.length, standing: distinct.filter(({ supported }) => supported === own?.supported).length,
    from: smallest(estimates), to: largest(estimates),
    turnedBy: fitted.filter(({ changes, supported }) => changes.length === 1 && own && own.supported !== null && supported !== own.supported).map(({ changes }) => changes[0]),
    reasons: [...reasons.values()],
  };
}

/** A coefficient as tables print it, with a minus. */
export const signed = (value: number): string => value.toFixed(3).replace("-", "−");

/** A summary in the words of a table's cell. */
export function summaryWords({ paper, distinct, refused, standing, from, to, turnedBy }: ReadingsSummary, language: Language): { paper: string; standing: string; range: string; turnedBy: string; refused: string } {
  const say = (words: Bilingual): string => words[language];
  return {
    paper: paper === null ? say({ en: "refused", zh: "拒绝拟合" }) : `${paper.supported ? "✓" : "✗"} ${signed(paper.estimate)}${paper.stars}`,
    standing: paper === null || distinct === 0 ? "–" : say({ en: `stands in ${wholePercent(standing / distinct)} of ${distinct}`, zh: `${distinct} 种中 ${wholePercent(standing / distinct)} 结论不变` }),
    range: distinct === 0 ? "" : say({ en: `${signed(from)} to ${signed(to)}`, zh: `${signed(from)} 至 ${signed(to)}` }),
    turnedBy: turnedBy.length === 0 ? "" : say({ en: `turned by ${turnedBy.join(", ")}`, zh: `改变结论者：${turnedBy.join("、")}` }),
    refused: refused === 0 ? "" : say({ en: `${refused} refused`, zh: `${refused} 种拒绝拟合` }),
  };
}

/** What is to be known beside the table. */
export function allReadingsNote({ of, leftOut }: Pick<AllReadingsShare, "of" | "leftOut">, summaries: readonly ReadingsSummary[], language: Language): string {
  const refused = summaries.reduce((sum, one) => sum + one.refused, 0);
  const notes: Bilingual[] = [
    { en: `${of} choices of readings: the paper's own (marked), every other choice by itself, and every two together.`, zh: `共 ${of} 种编码组合：论文自己的（已标出）、每次只改一项、每次改两项。` },
    { en: "Each likelihood counts once. A verdict stands where it is the one under the paper's own readings; the range is of the coefficients.", zh: "似然相同者只计一次。“结论不变”指与论文自己的编码方案所得判定相同；范围为系数的范围。" },
    refused === 0 ? { en: "Nothing was refused.", zh: "没有拒绝拟合的组合。" } : { en: `Refused and counted: ${refused} fits.`, zh: `拒绝拟合（已计入）：${refused} 次。` },
    ...(leftOut.length > 0 ? [{ en: `Not varied, since no coefficient depends on them: ${leftOut.join(", ")}.`, zh: `以下各项不影响系数，未变动：${leftOut.join("、")}。` }] : []),
  ];
  return notes.map((note) => note[language]).join(language === "zh" ? "" : " ");
}

/** What buttons and states of all readings are called, in JupyterLab and on a page. */
export const ALL_READINGS = {
  start: { en: "All readings", zh: "全部编码方案" },
  help: { en: "Fit every reading, and every two together, and see in how many of them each verdict stands.", zh: "逐项、两两更改编码方案并全部拟合，看各判定在多少种组合下不变。" },
  cancel: { en: "Cancel", zh: "取消" },
  progress: { en: "of", zh: "/" },
  cancelled: { en: "Cancelled; what was done until then:", zh: "已取消；此前已完成：" },
  caption: { en: "Verdicts under all readings", zh: "全部编码方案下的判定" },
  paperOwn: { en: "paper's own readings", zh: "论文自己的编码方案" },
  otherData: { en: "The notebook has coded other data meanwhile. Begin anew.", zh: "其间笔记本已编码其他数据，请重新开始。" },
  noAnswer: { en: "The kernel gave no answer: it was restarted, or does not know Sojourn.", zh: "内核没有回答：已重启，或其中没有 Sojourn。" },
} as const satisfies Record<string, Bilingual>;
