import { type Block, even } from "./block";

/** The line under a Markdown table's headings. */
export const RULE_OF_MARKDOWN = /^ *\|? *:?-{2,}:? *(?:\| *:?-{2,}:? *)+\|? *$/m;

/** The pipe tables of a Markdown text. */
export function markdownBlocks(text: string): Block[] {
  const lines = text.split("\n");
  const isRow = (line: string | undefined) => line !== undefined && line.includes("|") && line.trim() !== "";
  const blocks: Block[] = [];
  let from = 0;
  for (let i = 0; i < lines.length; i++) {
    if (!RULE_OF_MARKDOWN.test(lines[i])) continue;
    let first = i;
    while (first > from && isRow(lines[first - 1])) first--;
    let end = i + 1;
    while (isRow(lines[end])) end++;
    const rows = lines.slice(first, end).filter((line) => !RULE_OF_MARKDOWN.test(line)).map(cellsOfPipes);
    blocks.push({ before: lines.slice(from, first).join("\n"), grid: even(rows), after: untilNext(lines, end) });
    from = end;
    i = end - 1;
  }
  return blocks;
}

function cellsOfPipes(line: string): string[] {
  const bare = line.trim().replace(/^\|/, "").replace(/\|$/, "");
  return bare.split(/(?<!\\)\|/).map((cell) => cell.replace(/\\([|*_-])/g, "$1").replace(/<br ?\/?>/gi, " ").replace(/<\/?su[bp]>/gi, "").replace(/(?<!\*)\*\*(?=[^*\s])([^*]+)\*\*(?!\*)/g, "$1").trim().replace(/^([*_])(\p{L}[^*_]*)\1$/u, "$2"));
}

/** The lines after a table, to the next one's rule. */
function untilNext(lines: readonly string[], from: number): string {
  const next = lines.findIndex((line, i) => i >= from && RULE_OF_MARKDOWN.test(line));
  return lines.slice(from, next === -1 ? undefined : Math.max(from, next - 2)).join("\n");
}
