import type { Bilingual } from "../bilingual";
import type { Cell, Row, Table } from "../display/table";
import { codeSample } from "../sfrc/codeSample";
import { readingEntries } from "../sfrc/readings";
import { sfrc } from "../sfrc/study";
import { runStudy, type StudyResult } from "../study/runStudy";
import type { Verdict } from "../study/verdicts";
import type { Survey } from "../survey/respondent";
import { originOfSurvey } from "../survey/fingerprint";

/** The models that decide hypotheses, and M2 beside. */
const MODELS = ["M1", "M2", "M3", "M4"];

/** These change no verdict by their nature: they choose a test of the ordered models and a measure of fit. */
const ABOUT_OTHER_NUMBERS = ["parallelLines", "pseudoR2"];

const COUNT = { decimals: 0 } as const;

/**
 * Every reading, one at a time, all others as the session has them: how many verdicts of hypothesis × group change, and
 * which. Readings of what the paper leaves open first, then tests of what it settles.
 */
export function readingsOneByOneTable(survey: Survey): Table {
  const before = runStudy(sfrc, codeSample(survey), { models: MODELS });
  const { groups } = before.study;
  const rowsOf = (settled: boolean): Row[] => readingEntries.filter((entry) => entry.settled === settled && !ABOUT_OTHER_NUMBERS.includes(entry.name))
    .flatMap(({ name, choices, default: first, meanings }) => choices.filter((choice) => choice !== first).map((choice): Row => {
      const after = runStudy(sfrc, codeSample(survey, { [name]: choice }), { models: MODELS });
      const changed = groups.map(({ id }) => changes(before, after, id));
      return {
        header: { en: `${name}=${choice}: ${meanings[choice].en}`, zh: `${name}=${choice}：${meanings[choice].zh}` },
        cells: [{ number: changed.flat().length, format: COUNT }, ...changed.map((list): Cell => ({ text: together(list) })), size(after)],
      };
    }));
  return {
    kind: "table", id: "readings-one-by-one", ...originOfSurvey(survey, before.readings),
    title: { en: "Each choice alone: which verdicts it changes", zh: "逐项改变设定：哪些结论随之改变" },
    stub: { en: "choice", zh: "设定" },
    columnGroups: [{ columns: [{ header: { en: "verdicts changed", zh: "改变的结论数" } }, ...groups.map(({ label }) => ({ header: label })), { header: "n (M4)" }] }],
    rowGroups: [
      { label: { en: "what the paper leaves open", zh: "原文未说明者" }, rows: rowsOf(false) },
      { label: { en: "what the paper settles: sensitivity", zh: "原文已说明者：敏感性分析" }, rows: rowsOf(true) },
    ],
    notes: [
      { en: `Of ${before.verdicts.length} verdicts (hypothesis × group). + becomes supported, − is no longer, ? has no coefficient.`, zh: `共 ${before.verdicts.length} 项结论（假设 × 组）。+ 变为支持，− 不再支持，? 模型中无此系数。` },
      { en: "Verdicts are on the effect of having the network and of being willing, however they are numbered.", zh: "结论均就“有网络”“更愿意”的影响而言，与数值如何排列无关。" },
    ],
  };
}

interface Change {
  readonly hypothesis: string;
  readonly sign: "+" | "−" | "?";
}

const decided = ({ verdicts }: StudyResult, hypothesis: string, group: string): Verdict => verdicts.find((one) => one.hypothesis === hypothesis && one.group === group)!;

const changes = (before: StudyResult, after: StudyResult, group: string): Change[] => before.study.hypotheses.flatMap(({ id }) => {
  const [was, is] = [decided(before, id, group).supported, decided(after, id, group).supported];
  return was === is ? [] : [{ hypothesis: id, sign: is === null ? "?" : is ? "+" : "−" }];
});

const together = (list: readonly Change[]): Bilingual => {
  const texts = list.map(({ hypothesis, sign }) => `${hypothesis} ${sign}`);
  return texts.length === 0 ? { en: "–", zh: "–" } : { en: texts.join(", "), zh: texts.join("、") };
};

const size = ({ fits, refused }: StudyResult): Cell =>
  fits.M4 ? { number: fits.M4.n, format: COUNT } : { text: { en: `refused: ${refused.M4.kind}`, zh: `拒绝拟合：${refused.M4.kind}` } };
