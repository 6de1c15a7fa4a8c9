import type { Bilingual, Language } from "../bilingual";

/** The site's own words (menus, buttons, captions), in both languages. */
export const WORDS = {
  siteName: { en: "Sojourn", zh: "Sojourn · 居留" },
  skip: { en: "Skip to the text", zh: "跳到正文" },
  contents: { en: "Contents", zh: "目录" },
  onThisPage: { en: "On this page", zh: "本页内容" },
  frontPage: { en: "Front page", zh: "首页" },
  previous: { en: "Previous", zh: "上一页" },
  next: { en: "Next", zh: "下一页" },
  pageByPage: { en: "Page by page", zh: "逐页阅读" },
  darkMode: { en: "Dark", zh: "深色" },
  languages: { en: "Language", zh: "语言" },
  hideCode: { en: "Hide code", zh: "收起代码" },
  showCode: { en: "Show code", zh: "展开代码" },
  code: { en: "Code", zh: "代码" },
  cell: { en: "cell", zh: "单元" },
  linkToCell: { en: "Link to this cell", zh: "本单元的链接" },
  figure: { en: "Figure", zh: "图" },
  showAsTable: { en: "Show as table", zh: "以表格显示" },
  inWords: { en: "The figure in words", zh: "文字说明" },
  leftOut: { en: "Left out of this figure, since it could load something from another host:", zh: "本图略去了以下部分，因其可能从其他主机载入内容：" },
  figureData: { en: "Figure data (JSON)", zh: "图形数据（JSON）" },
  series: { en: "Series", zh: "系列" },
  item: { en: "Item", zh: "项目" },
  panel: { en: "Panel", zh: "分图" },
  from: { en: "From", zh: "下限" },
  to: { en: "To", zh: "上限" },
  label: { en: "Label", zh: "标签" },
  printed: { en: "Printed by the cell", zh: "单元的打印输出" },
  warned: { en: "Messages of the cell", zh: "单元的提示信息" },
  failed: { en: "Error raised on purpose", zh: "有意引发的错误" },
  licences: { en: "What its scripts hold", zh: "脚本所含软件" },
  licencesFile: { en: "third-party licences", zh: "第三方许可证" },
  provenance: { en: "Where this page comes from", zh: "本页来源" },
  notebook: { en: "Notebook", zh: "笔记本" },
  dataFile: { en: "Data", zh: "数据" },
  otherData: { en: "Other data", zh: "其他数据" },
  otherDataText: { en: "Some results of this page were made from other data than these files.", zh: "本页部分结果出自上列文件以外的数据。" },
  sha256: { en: "SHA-256", zh: "SHA-256" },
  seed: { en: "Seed", zh: "随机种子" },
  packageVersion: { en: "Package", zh: "软件包" },
  nodeVersion: { en: "Rendered with", zh: "生成环境" },
  commit: { en: "Commit", zh: "提交" },
  withChanges: { en: "with changes not committed", zh: "含未提交的修改" },
  downloads: { en: "Take away", zh: "下载" },
  search: { en: "Search", zh: "搜索" },
  wideTable: { en: "Table, scrolls sideways", zh: "表格，可左右滚动" },
} as const satisfies Record<string, Bilingual>;

export type Words = { readonly [K in keyof typeof WORDS]: string };

/** The words of one language. */
export const wordsOf = (language: Language): Words =>
  Object.fromEntries(Object.entries(WORDS).map(([key, text]) => [key, text[language]])) as Words;

/** The value of an HTML `lang` attribute. */
export const htmlLang = (language: Language): string => (language === "zh" ? "zh-Hans" : "en");
