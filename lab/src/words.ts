import type { Language } from "../../src/bilingual";
import { TABLE_WORDS } from "../../src/display/reader/tableWords";

/** zh where JupyterLab speaks Chinese, and where it has no language of its own but the page does; otherwise en. */
export function languageOf(code: string | undefined): Language {
  const spoken = code && code !== "default" ? code : document.documentElement.lang;
  return /^zh/i.test(spoken) ? "zh" : "en";
}

/** All that the extension says, by what it is about. */
export const WORDS = {
  ...TABLE_WORDS,
  figure: { en: "Figure", zh: "图" },
  inWords: { en: "In words and numbers", zh: "文字与数字说明" },
  notDrawn: { en: "This figure could not be drawn:", zh: "无法绘制此图：" },
  panel: { en: "Sojourn: hypotheses and readings", zh: "Sojourn：研究假设与编码方案" },
  showPanel: { en: "Show hypotheses and readings", zh: "显示研究假设与编码方案" },
  hypotheses: { en: "Hypotheses", zh: "研究假设" },
  readings: { en: "Coding readings", zh: "编码方案" },
  noNotebook: { en: "Open a notebook of Sojourn to see its verdicts here.", zh: "打开 Sojourn 笔记本后，此处显示判定结果。" },
  otherNotebook: { en: "This notebook does not use Sojourn on a tslab kernel.", zh: "此笔记本未在 tslab 内核上使用 Sojourn。" },
  notAsked: { en: "Run a cell, or choose a reading, and the kernel's verdicts appear.", zh: "运行单元格或选择编码方案后，显示内核的判定。" },
  waiting: { en: "The kernel is busy; its verdicts follow.", zh: "内核忙，稍后更新判定。" },
  asking: { en: "Asking the kernel …", zh: "正在询问内核……" },
  noAnswer: { en: "The kernel does not know Sojourn. In the project's folder run: npm run lab", zh: "内核中没有 Sojourn。请在项目文件夹运行：npm run lab" },
  paper: { en: "paper", zh: "论文" },
  here: { en: "kernel", zh: "内核" },
  hypothesis: { en: "hypothesis", zh: "假设" },
  supported: { en: "supported", zh: "支持" },
  notSupported: { en: "not supported", zh: "不支持" },
  notFitted: { en: "not fitted", zh: "未拟合" },
  notPrinted: { en: "not printed", zh: "原文未报告" },
  differs: { en: "differs from the paper", zh: "与论文不同" },
  goToCell: { en: "go to the cell that decides it", zh: "转到作出判定的单元格" },
  data: { en: "Data", zh: "数据" },
  rule: { en: "Supported: positive and starred (p < .1). Stars: * .1, ** .05, *** .01.", zh: "支持：系数为正且带星号（p < .1）。星号：* .1，** .05，*** .01。" },
  byDefault: { en: "default", zh: "默认" },
  changed: { en: "changed", zh: "已改" },
  allDefaults: { en: "All at their defaults", zh: "全部恢复默认" },
  readingsHelp: { en: "What the paper leaves open. A choice holds for this notebook's kernel until it restarts; a reading that a cell names itself wins there.", zh: "论文未言明之处。选择在本笔记本内核重启前有效；单元格自行指定的编码方案优先。" },
  staleCount: { en: "outputs were made from something else than is in force", zh: "个输出出自其他数据或编码方案" },
  rerun: { en: "Run these cells again", zh: "重新运行这些单元格" },
  rerunOne: { en: "Run again", zh: "重新运行" },
  stale: { en: "Made from something else", zh: "出自其他数据或编码方案" },
  reading: { en: "reading", zh: "编码方案" },
  version: { en: "version of Sojourn", zh: "Sojourn 版本" },
  rows: { en: "rows", zh: "行" },
  agreeing: { en: "outputs agree with the data and readings in force", zh: "个输出与当前数据、编码方案一致" },
  unknownOutputs: { en: "outputs carry no record that could be compared", zh: "个输出没有可供比较的记录" },
  notKnownYet: { en: "Whether the outputs agree is not known before a cell has run.", zh: "运行单元格之前，无法得知输出是否与当前设定一致。" },
  changedReadings: { en: "Changed readings", zh: "已更改的编码方案" },
  leftOut: { en: "Left out of this figure, since it could load something from another host:", zh: "本图略去了以下部分，因其可能从其他主机载入内容：" },
  now: { en: "now", zh: "现为" },
  madeUnder: { en: "made under", zh: "当时为" },
} as const satisfies Record<string, Record<Language, string>>;
