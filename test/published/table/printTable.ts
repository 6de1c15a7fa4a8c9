import { Chance } from "../../../tools/audit-trust/chance";

/** A regression table before it is printed. */
export interface Known {
  readonly number: number;
  readonly models: readonly { readonly heading: string; readonly group: string; readonly n: number; readonly pseudoR2: string; readonly logLik: string }[];
  /** A cell for each model; undefined where a model has not the term. */
  readonly rows: readonly { readonly label: string; readonly cells: readonly ({ readonly coef: string; readonly se: string; readonly stars: string } | undefined)[] }[];
}

export type Language = "zh" | "en";
export const LAYOUTS = ["stream", "columns", "csv", "markdown", "latex", "html"] as const;
export type Layout = (typeof LAYOUTS)[number];

export const WORDS = {
  zh: { caption: "居留意愿的二元 Logistic 回归", variable: "变量", n: "样本数量", r2: "伪 R2", logLik: "对数似然值", note: "注: ***代表 p<0.01, **代表 p<0.05, *代表 p<0.1; 括号内数值为标准误。" },
  en: { caption: "Binary logit of the wish to stay", variable: "Variable", n: "Observations", r2: "Pseudo R2", logLik: "Log likelihood", note: "Notes: Standard errors in parentheses. *** p<0.01, ** p<0.05, * p<0.1." },
} as const;

type Cell = Known["rows"][number]["cells"][number];
type Line = readonly [string, ...string[]];
const cellText = (cell: Cell, breaker: string): string => (cell ? `${cell.coef}${cell.stars}${breaker}(${cell.se})` : "");

/** Prints a table in a layout. */
export function printTable(known: Known, layout: Layout, language: Language): string {
  const w = WORDS[language];
  const heads: Line[] = [[w.variable, ...known.models.map(({ heading }) => heading)], ["", ...known.models.map(({ group }) => group)]];
  const statistics: Line[] = [
    [w.n, ...known.models.map(({ n }) => String(n))], [w.r2, ...known.models.map(({ pseudoR2 }) => pseudoR2)], [w.logLik, ...known.models.map(({ logLik }) => logLik)],
  ];
  const caption = `${language === "zh" ? "表" : "Table"} ${known.number}  ${w.caption}`;
  const oneRow = (breaker: string): Line[] => known.rows.map(({ label, cells }) => [label, ...cells.map((cell) => cellText(cell, breaker))]);
  const twoRows: Line[] = known.rows.flatMap(({ label, cells }): Line[] => [[label, ...cells.map((cell) => (cell ? cell.coef + cell.stars : ""))], ["", ...cells.map((cell) => (cell ? `(${cell.se})` : ""))]]);
  switch (layout) {
    case "stream": return [caption, ...heads.map((line) => line.filter(Boolean).join(" ")), ...known.rows.flatMap(({ label, cells }) => [label, ...cells.flatMap((cell) => (cell ? [cell.coef + cell.stars, `(${cell.se})`] : ["-"]))]), ...statistics.map((line) => line.join(" ")), w.note].join("\n");
    case "columns": return [caption, ...[...heads, ...twoRows, ...statistics].map(aligned), w.note].join("\n");
    case "csv": return [...heads, ...oneRow("\n"), ...statistics].map((line) => line.map((cell) => (/[",\n]/.test(cell) ? `"${cell}"` : cell)).join(",")).concat(`"${w.note}"`).join("\n");
    case "markdown": return [caption, "", ...[heads[0], heads[0].map(() => "---"), heads[1], ...oneRow(" "), ...statistics].map((line) => `| ${line.map((cell) => cell.replace(/\*/g, "\\*")).join(" | ")} |`), "", w.note].join("\n");
    case "latex": return ["\\begin{table}", `\\caption{${caption}}`, `\\begin{tabular}{l${"c".repeat(known.models.length)}}`, "\\hline", ...[...heads, ...twoRows].map(latexLine), "\\hline", ...statistics.map(latexLine), "\\end{tabular}", w.note.replace(/\*+/g, (stars) => `$^{${stars}}$`), "\\end{table}"].join("\n");
    case "html": return `<p>${caption}</p>\n<table>${heads.map((line) => htmlLine(line, "th")).join("")}${oneRow("<br>").map((line) => htmlLine(line, "td")).join("")}${statistics.map((line) => htmlLine(line, "td")).join("")}</table>\n<p>${w.note.replace(/</g, "&lt;")}</p>`;
  }
}

const WIDTH = 18;
const aligned = ([label, ...cells]: Line): string => label.padEnd(34) + cells.map((cell) => cell.padStart(WIDTH)).join("");
const latexLine = (line: Line): string => `${line.map((cell) => cell.replace(/\*+/g, (stars) => `$^{${stars}}$`).replace(/^-/, "$-$").replace(/%/g, "\\%")).join(" & ")} \\\\`;
const htmlLine = (line: Line, tag: string): string => `<tr>${line.map((cell) => `<${tag}>${cell.replace(/\*+/g, (stars) => `<sup>${stars}</sup>`).replace(/^-/, "&minus;")}</${tag}>`).join("")}</tr>`;

/** What extraction and typesetting do to a text without changing what it says. */
export const NOISES = {
  none: (text: string) => text,
  "spaces in numbers": (text: string) => text.replace(/(\d)\.(\d)/g, "$1. $2").replace(/(^|[\s(,|>])-(\d)/g, "$1- $2"),
  "full width": (text: string) => text.replace(/[0-9]+(?=\.)|(?<=\.)[0-9]+/g, (digits) => [...digits].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join("")).replace(/(?<=[\s(>,])-(?=[0-9０-９])/g, "－").replace(/(?<=\d|[０-９])\*+/g, (stars) => "＊".repeat(stars.length)),
  "odd signs": (text: string) => text.replace(/(?<=[\s(>,])-(?=\d)/g, "−").replace(/(?<=\d)\*+/g, (stars) => "∗".repeat(stars.length)),
  "empty lines": (text: string) => text.replace(/\n/g, "\n\n"),
} as const satisfies Record<string, (text: string) => string>;
export type Noise = keyof typeof NOISES;

/** Which noises a layout survives: spaces in numbers are its own signs in CSV and TSV no less than in text. */
export const noisesOf = (layout: Layout): Noise[] => (Object.keys(NOISES) as Noise[]).filter((noise) => noise !== "empty lines" || layout === "stream" || layout === "columns" || layout === "latex");

const LABELS = {
  zh: ["年龄", "年龄²", "性别", "教育程度", "家庭收入", "社会资本", "亲缘网络", "单位支持", "社会参与", "在华时间", "汉语水平"],
  en: ["Age", "Age squared", "Female", "University degree", "Household income", "Social capital (self)", "Kin network", "Support of the employer", "Social participation", "Years in China", "H3a: speaks Chinese"],
} as const;

/** A table of chance: one to six models, three to eleven terms, two to five decimals, some cells empty. */
export function chanceTable(seed: number, language: Language, gaps: boolean): Known {
  const chance = new Chance(seed);
  const models = chance.whole(1, 6);
  const decimals = chance.whole(2, 5);
  const labels = LABELS[language].slice(0, chance.whole(3, LABELS[language].length));
  const cell = () => ({ coef: (2 * chance.normal()).toFixed(decimals), se: (0.05 + Math.abs(chance.normal())).toFixed(decimals), stars: "*".repeat(chance.whole(0, 3)) });
  const rows = labels.map((label, i) => ({ label, cells: Array.from({ length: models }, () => (gaps && i > 1 && i < labels.length - 1 && models > 1 && chance.yes(0.2) ? undefined : cell())) }))
    .filter(({ cells }) => cells.some(Boolean));
  const constant = { label: language === "zh" ? "常数项" : "Constant", cells: Array.from({ length: models }, cell) };
  return {
    number: chance.whole(1, 9),
    models: Array.from({ length: models }, (_, j) => ({
      heading: language === "zh" ? `模型${j + 1}` : `Model ${j + 1}`, group: language === "zh" ? ["长春组", "南方组", "全国组"][j % 3] : ["North", "South", "All"][j % 3],
      n: chance.whole(50, 9000), pseudoR2: chance.between(0.01, 0.6).toFixed(3), logLik: (-chance.between(30, 5000)).toFixed(3),
    })),
    rows: [...rows, constant],
  };
}
