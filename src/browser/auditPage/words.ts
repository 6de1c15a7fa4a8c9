import type { Language } from "../../bilingual";

/** The audit page's own words, in both languages. */
export const WORDS = {
  paste: { en: "1. Paste the table", zh: "一、粘贴表格" },
  pasteHelp: {
    en: "Text copied from a PDF, CSV or TSV, Markdown, LaTeX, HTML, or the JSON of sojourn table. Headings and notes help. Or drop a file on the box.",
    zh: "可粘贴从 PDF 复制的文字、CSV 或 TSV、Markdown、LaTeX、HTML，或 sojourn table 的 JSON；表头和表注有助于识别。也可把文件拖到框中。",
  },
  table: { en: "The table as text", zh: "表格文字" },
  read: { en: "Read", zh: "读取" },
  chooseFile: { en: "Choose a file", zh: "选择文件" },
  example: { en: "Try this paper's Table 2", zh: "以本论文表 2 为例" },
  understood: { en: "2. Look over what was understood", zh: "二、核对读出的内容" },
  understoodHelp: {
    en: "Every cell can be corrected: the coefficient with its stars above, its standard error below. A cell left empty is not in the table.",
    zh: "每个单元格都可更正：上为系数及星号，下为标准误。留空即表示表中没有。",
  },
  caption: { en: "The table as it was understood", zh: "读出的表格" },
  unsureHead: { en: "Unsure", zh: "存疑" },
  sure: { en: "Nothing is unsure.", zh: "没有存疑之处。" },
  variable: { en: "Variable", zh: "变量" },
  label: { en: "name of the variable", zh: "变量名" },
  coefficient: { en: "coefficient with stars", zh: "系数及星号" },
  standardError: { en: "standard error", zh: "标准误" },
  heading: { en: "Model", zh: "模型" },
  group: { en: "Group", zh: "组" },
  family: { en: "Kind of model", zh: "模型类型" },
  n: { en: "Observations (n)", zh: "样本量（n）" },
  pseudoR2: { en: "Pseudo R²", zh: "伪 R²" },
  logLik: { en: "Log-likelihood", zh: "对数似然值" },
  binary: { en: "binary logit", zh: "二元 logit" },
  ordered: { en: "ordered logit", zh: "有序 logit" },
  around: { en: "What else is known (optional)", zh: "其他已知信息（可选）" },
  cutoffs: { en: "Stars: p below", zh: "星号：p 小于" },
  errors: { en: "Standard errors", zh: "标准误类型" },
  unsaid: { en: "not said: model-based", zh: "未说明：基于模型" },
  robust: { en: "robust", zh: "稳健" },
  weighted: { en: "weighted", zh: "加权" },
  pooled: { en: "Models fitted to several groups together", zh: "合并样本的模型" },
  pooledHelp: { en: "Offered where the numbers of observations add up. Choose those that share the same outcome.", zh: "列出样本量可相加者。请选择因变量相同的。" },
  noPools: { en: "No model's n is the sum of others'.", zh: "没有任何模型的样本量等于其他模型之和。" },
  addRow: { en: "Add a row", zh: "增加一行" },
  source: { en: "What the table is called, for the report", zh: "表格名称（用于报告）" },
  audit: { en: "Audit", zh: "审核" },
  auditing: { en: "Auditing …", zh: "正在审核……" },
  report: { en: "3. The report", zh: "三、报告" },
  done: {
    en: (proved: number, notes: number) => `The audit is done: ${proved} inconsistent, ${notes} notes.`,
    zh: (proved: number, notes: number) => `审核完毕：${proved} 处不相符，${notes} 条提示。`,
  },
  stale: { en: "The table was changed after this audit: audit again.", zh: "审核之后表格有改动：请重新审核。" },
  saveReport: { en: "Download report (HTML)", zh: "下载报告（HTML）" },
  saveJson: { en: "Download results (JSON)", zh: "下载结果（JSON）" },
  saveTable: { en: "Download table (JSON)", zh: "下载表格（JSON）" },
  readDone: {
    en: (models: number, terms: number, unsure: number) => `Read: ${models} models, ${terms} rows, ${unsure} unsure.`,
    zh: (models: number, terms: number, unsure: number) => `已读取：${models} 个模型，${terms} 行，${unsure} 处存疑。`,
  },
  nothing: {
    en: "No table was understood. Expected are rows of a name with numbers, each coefficient with its standard error in brackets beside or below it. Paste the table with its headings, one row a line, or as CSV.",
    zh: "没有读出表格。每行应为变量名加数字，系数旁或下一行的括号内为标准误。请连同表头粘贴，每行一条，或粘贴为 CSV。",
  },
  noRegression: {
    en: "A table of counts was understood, but no regression: rows with coefficients and standard errors are needed.",
    zh: "读出了频数表，但没有回归结果：需要系数与标准误的行。",
  },
  empty: { en: "The box is empty: paste a table first.", zh: "框中没有内容：请先粘贴表格。" },
  badJson: { en: "This looks like JSON, but it cannot be read as such.", zh: "内容像是 JSON，但无法按 JSON 读取。" },
  cannot: { en: "The table cannot be audited as it stands:", zh: "表格目前无法审核：" },
  notNumber: {
    en: (what: string, value: string) => `${what}: “${value}” is no printed number (expected one such as -0.30).`,
    zh: (what: string, value: string) => `${what}：“${value}”不是数字（应如 -0.30）。`,
  },
  noError: { en: (what: string) => `${what}: a standard error is missing.`, zh: (what: string) => `${what}：缺少标准误。` },
  noCoefficient: { en: (what: string) => `${what}: a coefficient is missing.`, zh: (what: string) => `${what}：缺少系数。` },
  negative: { en: (what: string) => `${what}: a standard error cannot be negative.`, zh: (what: string) => `${what}：标准误不能为负。` },
  badStars: { en: (what: string, stars: string) => `${what}: no cut-off is given for “${stars}”.`, zh: (what: string, stars: string) => `${what}：没有给出“${stars}”的界值。` },
  badN: { en: (what: string, value: string) => `${what}: “${value}” is no number of observations.`, zh: (what: string, value: string) => `${what}：“${value}”不是样本量。` },
  badP: { en: (what: string, value: string) => `${what}: “${value}” is no probability.`, zh: (what: string, value: string) => `${what}：“${value}”不是概率。` },
  noName: { en: (what: string) => `${what}: the variable has no name.`, zh: (what: string) => `${what}：变量没有名称。` },
  noRows: { en: (what: string) => `${what}: no coefficient is left.`, zh: (what: string) => `${what}：没有任何系数。` },
  row: { en: (place: number) => `row ${place}`, zh: (place: number) => `第 ${place} 行` },
  pools: { en: (whole: string, parts: string) => `${whole} = ${parts}`, zh: (whole: string, parts: string) => `${whole} = ${parts}` },
  failed: { en: (message: string) => `The audit stopped: ${message}`, zh: (message: string) => `审核中断：${message}` },
} as const satisfies Record<string, Record<Language, unknown>>;

/** The words of one language: texts, and sentences with something put in. */
export type Say = <Key extends keyof typeof WORDS>(key: Key) => Worded<(typeof WORDS)[Key]["en"]>;
type Worded<Text> = Text extends (...given: infer Given) => string ? (...given: Given) => string : string;

export const sayIn = (language: Language): Say => (key) => WORDS[key][language] as never; // that key's, in either language: TypeScript does not follow it through the union
