import type { Bilingual } from "../../bilingual";

/** The front page's text; short, since the notebooks do the telling. */
export const FRONT = {
  title: { en: "Who wants to stay?", zh: "谁愿意留下？" },
  description: {
    en: "A paper on which foreign high-skilled workers want to stay in China, re-run and checked in TypeScript notebooks.",
    zh: "一篇关于外籍高技术人才居留意愿的论文：用 TypeScript 笔记本重跑、核对。",
  },
  lead: {
    en: "Sojourn takes one paper of Chinese sociology and makes its argument something you can run. The paper asks which foreign " +
      "high-skilled workers want to stay in China, and answers from a survey of 777 people in four cities. Here its variables are coded " +
      "again from questionnaire answers, its models fitted again, and its tables held against their own numbers, each hypothesis in a " +
      "notebook of its own.",
    zh: "Sojourn 选取中国社会学的一篇论文，把它的论证变成可以运行的东西。论文问：哪些外籍高技术人才愿意留在中国？依据的是四座城市 777 人的调查。" +
      "这里从问卷答案重新编码变量，重新拟合模型，再用论文自己的数字核对它的表格；每个假设各有一个笔记本。",
  },
  source: {
    en: "The paper: 《中国社会科学院大学学报》 (Journal of the University of the Chinese Academy of Social Sciences), 2025, no. 2, Tables 1–3.",
    zh: "论文载《中国社会科学院大学学报》2025 年第 2 期，表 1–3。",
  },
  caution: {
    en: "The survey itself is not public. What is fitted here is a synthetic stand-in, built to meet the printed tables: where it agrees " +
      "with the paper, it does so by construction. It shows how the argument works, and nothing about real people.",
    zh: "原始调查数据并未公开。这里拟合的是按论文所刊表格构造的合成替代数据：与论文一致之处，是构造使然。它说明论证如何进行，不能说明真实的人。",
  },
  verdicts: { en: "The hypotheses at a glance", zh: "各假设一览" },
  verdictNote: {
    en: "A hypothesis is supported in a group where its coefficient is positive and starred (p < .1, two-sided: the paper's own use). Stars: *** p < .01, ** p < .05, * p < .1; a negative coefficient may be starred and is no support.",
    zh: "系数为正且带星号（双侧 p < .1，依论文用法）即为支持。星号：*** p < .01，** p < .05，* p < .1；系数为负时也可能带星号，但不算支持。",
  },
  pages: { en: "The notebooks", zh: "各笔记本" },
  tools: { en: "Tools", zh: "工具" },
  run: { en: "Run it yourself", zh: "自己运行" },
  runText: {
    en: "With Node 20.19 or later and npm, from a clone of the repository:",
    zh: "需要 Node 20.19 或更新版本及 npm，在仓库的克隆中执行：",
  },
  runStart: { en: "installs, runs every notebook and renders these pages", zh: "安装、运行全部笔记本并生成这些页面" },
  runTest: { en: "re-runs everything and compares it with what is committed", zh: "全部重跑，并与已提交的结果比对" },
  take: { en: "Take away", zh: "下载" },
} as const satisfies Record<string, Bilingual>;
