import { type Block, even, MOST_COLUMNS } from "./block";

/** The tabulars of a LaTeX source, or its rows alone. */
export function latexBlocks(text: string): Block[] {
  const bare = text.replace(/(?<!\\)%[^\n]*/g, "");
  const begin = /\\begin ?\{(?:tabular[*xy]?|tabulary|longtable|tabu)\}/g;
  const starts = [...bare.matchAll(begin)].map(({ index }) => index);
  if (starts.length === 0) return [{ before: "", grid: even(latexRows(bare)), after: "" }];
  return starts.map((start, i) => {
    const close = bare.indexOf("\\end{", bare.indexOf("\\\\", start) === -1 ? start : bare.indexOf("\\\\", start));
    const body = bare.slice(start, close === -1 ? starts[i + 1] : close);
    return {
      before: latexText(bare.slice(i === 0 ? 0 : starts[i - 1], start).split(/\\\\/).at(-1) ?? ""),
      grid: even(latexRows(body)),
      after: latexText(close === -1 ? "" : bare.slice(close, starts[i + 1])),
    };
  });
}

const latexRows = (body: string): string[][] =>
  body.split(/\\\\(?: ?\[[^\]]*\])?|\\tabularnewline/).map((row) => row.split(/(?<!\\)&/).flatMap(latexCells)).filter((row) => row.some((cell) => cell !== ""));

/** A cell, as many times as it has columns. */
function latexCells(cell: string): string[] {
  const spans = /\\multicolumn ?\{(\d{1,2})\}/.exec(cell);
  const text = latexText(cell);
  return Array<string>(Math.max(1, Math.min(MOST_COLUMNS, Number(spans?.[1] ?? 1)))).fill(text);
}

/** What a reader would see of a piece of LaTeX. */
function latexText(source: string): string {
  return source
    .replace(/\\begin ?\{[^{}]*\}(?: ?\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})*|\\end ?\{[^{}]*\}/g, " ")
    .replace(/\\multicolumn ?\{\d+\} ?\{[^{}]*\}|\\multirow ?\{[^{}]*\} ?\{[^{}]*\}|\\(?:cmidrule|cline)(?:\([^)]*\))?(?: ?\{[^{}]*\})?/g, " ")
    .replace(/\\(?:label|vspace|hspace|setlength|resizebox|centering|toprule|midrule|bottomrule|hline|addlinespace|small|footnotesize|scriptsize|caption ?\*?(?= ?\[))(?: ?\[[^\]]*\])?(?:(?<=label|space) ?\{[^{}]*\})?/g, " ")
    .replace(/\\(?:sym|textsuperscript|textbf|textit|emph|mathrm|text|caption|item|footnote) ?\*?/g, "")
    .replace(/\\(?:ast|star)\b/g, "*")
    .replace(/\\(?:ldots|dots)\b/g, "...")
    .replace(/\\times|\\quad|\\qquad|\\[ ,;:!]|~/g, " ")
    .replace(/\\[()[\]]|\$|\^|[{}]/g, "")
    .replace(/\\([%&_#])/g, "$1")
    .replace(/\\[a-zA-Z]+\*?/g, " ")
    .replace(/[ \n]+/g, " ")
    .trim();
}
