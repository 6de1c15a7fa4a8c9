import type { Bilingual } from "../bilingual";

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
      "again from questionnaire answers, its models fitted again, and its tables held against their own numbers, hypothesis by hypothesis.",
    zh: "Sojourn 选取中国社会学的一篇论文，把它的论证变成可以运行的东西。论文问：哪些外籍高技术人才愿意留在中国？依据的是四座城市 777 人的调查。" +
      "这里从问卷答案重新编码变量，重新拟合模型，再用论文自己的数字核对它的表格，逐个假设进行。",
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
  cite: { en: "Cite and reuse", zh: "引用与使用许可" },
  citeText: {
    en: "Please cite Sojourn and the paper it re-runs (CITATION.cff in the repository): The Sojourn maintainers, Sojourn: notebooks that re-run, check and take apart one paper on who wants to stay in China, version",
    zh: "请同时引用 Sojourn 与它所重跑的论文（见仓库中的 CITATION.cff）：The Sojourn maintainers，Sojourn: notebooks that re-run, check and take apart one paper on who wants to stay in China，版本",
  },
  licence: {
    en: "Code and texts: MIT licence; data files have licences of their own, told in the README.md to take away. The paper's tables are quoted for review; the survey's data are not public and not here.",
    zh: "代码与文字：MIT 许可；数据文件各有许可，见可下载的 README.md。论文表格为评议而引用；调查的原始数据未公开，这里也没有。",
  },
} as const satisfies Record<string, Bilingual>;

/** What the front page says of a study of somebody's own, where it speaks of the paper otherwise. */
export const STUDY_FRONT = {
  lead: {
    en: "A study taken from a folder of files: which questions were asked, how answers become columns, which models are fitted on whom, and which coefficient decides which hypothesis. Its notebooks run it from raw answers to verdicts.",
    zh: "这项研究由一个文件夹给出：问了哪些问题，答案如何编码为变量，对谁拟合哪些模型，哪个系数判定哪个假设。笔记本从原始答案一直运行到判定。",
  },
  caution: {
    en: "The answers fitted here were drawn by a program. They show how the study runs, and nothing about real people.",
    zh: "这里拟合的答案由程序抽取。它们说明研究如何运行，不能说明真实的人。",
  },
  verdictNote: {
    en: "A hypothesis is supported in a group where its coefficient is positive and starred. Stars: *** p < .01, ** p < .05, * p < .1, two-sided; a negative coefficient may be starred and is no support.",
    zh: "系数为正且带星号即为支持。星号：*** p < .01，** p < .05，* p < .1（双侧）；系数为负时也可能带星号，但不算支持。",
  },
  runText: { en: "From the folder that holds the study's, where Sojourn is installed:", zh: "在研究文件夹所在的目录中（已安装 Sojourn）执行：" },
  run: { en: "runs its notebooks", zh: "运行它的笔记本" },
  site: { en: "renders these pages", zh: "生成这些页面" },
} as const satisfies Record<string, Bilingual>;

/** What each file to take away is, by its name; a file without words is named alone. */
export const DOWNLOADS: Readonly<Record<string, Bilingual>> = {
  "sfrc-synthetic.csv": { en: "the synthetic stand-in: questionnaire answers drawn by a program, as the notebooks read them", zh: "合成替代数据：由程序抽取的问卷答案，各笔记本即读取此文件" },
  "wvs.csv": { en: "an extract of the World Values Survey, real and public, for notebook 10", zh: "世界价值观调查节选，真实且公开，用于第 10 个笔记本" },
  "codebook.json": { en: "the questions and answers of the survey, in Chinese and English", zh: "调查的题目与回答，中英文" },
  "wvs-codebook.json": { en: "the questions of the World Values Survey that are used here", zh: "此处用到的世界价值观调查题目" },
  "published.json": { en: "the paper's Tables 1–3, number by number as printed", zh: "论文的表 1–3，逐个数字照原样录入" },
  "claims.json": { en: "what the paper's text says of its tables, sentence by sentence", zh: "论文正文对表格的说法，逐句列出" },
  "README.md": { en: "how these files were made, and what in them is a supposition", zh: "这些文件如何制作，其中哪些是假定" },
};
