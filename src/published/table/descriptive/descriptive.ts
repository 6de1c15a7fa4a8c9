import { dictionary } from "../../dictionary";
import type { PublishedTable1, Scale, Unsure } from "../../publishedTable";
import { doubt } from "../doubts";
import { tidyLabel } from "../source/characters";
import { tokensOf, type Token } from "./tokens";

/** The lines of a table, without its notes, and its caption. */
export interface Lines {
  readonly caption: string;
  readonly lines: readonly string[];
}

/** A table of counts, percentages and means. */
export interface DescriptiveTable {
  readonly table1: PublishedTable1;
  readonly scales: Readonly<Record<string, Scale>>;
  readonly unsure: readonly Unsure[];
}

type Column = "count" | "percentage" | "mean" | "sd" | "lower" | "upper";
const COLUMNS: readonly (readonly [RegExp, Column])[] = [
  [/频数|频次|人数|freq(?:uency|\.)?|count|\bn\b/i, "count"],
  [/百分比|比例|占比|percent(?:age)?|%|share/i, "percentage"],
  [/均值|平均(?:值|数)?|mean|average/i, "mean"],
  [/标准差|s\.?d\.?\b|std\.?(?:\s?dev\w*\.?)?/i, "sd"],
  [/最小值?|min(?:imum)?\b/i, "lower"],
  [/最大值?|max(?:imum)?\b/i, "upper"],
];

/** One side of a table set in two halves, line by line: a heading (no numbers), or a label with its numbers. */
interface Entry {
  readonly label: string;
  readonly numbers: readonly string[];
}

/** Is this a descriptive table? Its headings say so and hardly anything stands in brackets. */
export function isDescriptive({ caption, lines }: Lines): boolean {
  const head = [caption, ...lines.slice(0, 4)].join(" ");
  const tokens = lines.flatMap((line) => tokensOf(line));
  const bracketed = tokens.filter(({ kind }) => kind === "bracketed").length;
  const named = COLUMNS.filter(([pattern]) => pattern.test(lines.slice(0, 4).join(" "))).length;
  return bracketed * 10 <= tokens.length && (named >= 2 || (named === 1 && /描述|统计|descriptive|summary|characteristics/i.test(head)));
}

/**
 * @param region  its lines, in plain characters
 * @returns       undefined where nothing was understood
 */
export function descriptiveTable(region: Lines): DescriptiveTable | undefined {
  const at = region.lines.findIndex((line) => COLUMNS.some(([pattern]) => pattern.test(line)) && tokensOf(line).every(({ kind }) => kind === "words"));
  const body = region.lines.slice(at + 1);
  const header = at === -1 ? "" : region.lines[at];
  const doubts: Unsure[] = [];
  const entries = saysAllTwice(header) ? twoPanels(body, doubts) : body.map((line) => onePanel(line, doubts));
  const { table1, scales } = assemble(entries.flatMap((entry) => entry ?? []), columnsOf(header), doubts);
  const n = /\bN\s?=\s?(\d[\d,]*)/i.exec(`${region.caption} ${header}`)?.[1].replace(/,/g, "");
  if (Object.keys(table1).length === 0) return undefined;
  return { table1: { ...(n && { n: Number(n) }), ...table1 }, scales, unsure: doubts };
}

/** A header that says everything twice: 变量 频数 百分比 变量 频数 百分比. */
const saysAllTwice = (header: string): boolean => {
  const counts = COLUMNS.slice(0, 2).map(([pattern]) => header.match(new RegExp(pattern.source, "gi"))?.length ?? 0);
  return counts.some((count) => count >= 2);
};

/** The kinds of number, in the order of the header's first half. */
function columnsOf(header: string): Column[] {
  const found = COLUMNS.flatMap(([pattern, column]) => {
    const at = header.search(pattern);
    return at === -1 ? [] : [{ at, column }];
  });
  return found.sort((a, b) => a.at - b.at).map(({ column }) => column);
}

function onePanel(line: string, doubts: Unsure[]): Entry[] {
  const tokens = tokensOf(line);
  const words = tokens.filter(({ kind }) => kind === "words");
  const numbers = tokens.filter(({ kind }) => kind === "number" || kind === "bracketed");
  if (words.length === 1 && tokens[0].kind === "words") return [{ label: tidyLabel(words[0].text), numbers: numbers.map(({ text }) => text) }];
  doubts.push(unplaced(line));
  return [];
}

const unplaced = (line: string): Unsure => doubt("unplaced", [line.trim().slice(0, 80)], {});

/** Left halves first, then right ones: each is a list of its own. */
function twoPanels(lines: readonly string[], doubts: Unsure[]): Entry[][] {
  const halves = lines.map((line) => ({ line, parts: partsOf(tokensOf(line)) }));
  const seconds = halves.flatMap(({ parts }) => (parts.length === 2 && parts[0].numbers.length > 0 ? [parts[1].from] : []));
  const rightFrom = seconds.length > 0 ? Math.min(...seconds) : Infinity;
  const [left, right]: Entry[][] = [[], []];
  for (const { line, parts } of halves) {
    if (parts.length === 1) (parts[0].from >= rightFrom ? right : left).push(parts[0]);
    else if (parts.length === 2) {
      left.push(parts[0]);
      right.push(parts[1]);
    } else doubts.push(unplaced(line));
  }
  return [left, right];
}

/** A line's labels, each with the numbers after it; words before numbers hold a heading and a label where they are two. */
function partsOf(tokens: readonly Token[]): (Entry & { from: number })[] {
  const parts: { label: string; numbers: string[]; from: number }[] = [];
  for (const token of tokens) {
    if (token.kind === "words") {
      for (const { label, from } of labelsIn(token)) parts.push({ label, numbers: [], from });
    } else if (parts.length > 0) parts.at(-1)!.numbers.push(token.text);
  }
  return parts;
}

/** "教育水平 母国参与" is two labels, "无 / 自己" one; in scripts with spaces between words only a wide gap parts labels. */
function labelsIn({ text, from }: Token): { label: string; from: number }[] {
  const joined = text.replace(/ ?\/ ?/g, "/");
  const pieces = /\p{Script=Han}/u.test(joined) ? joined.split(/\s+/) : joined.split(/ {2,}/);
  return pieces.map((piece) => ({ label: tidyLabel(piece), from: from + Math.max(0, text.indexOf(piece.split("/")[0])) }));
}

function assemble(entries: readonly Entry[], columns: readonly Column[], doubts: Unsure[]): { table1: Record<string, PublishedTable1[string]>; scales: Record<string, Scale> } {
  const table1 = dictionary<PublishedTable1[string]>([]);
  const scales = dictionary<Scale>([]);
  let question: string | undefined;
  for (const { label, numbers } of entries) {
    if (numbers.length === 0) question = label;
    else if (isAnswer(numbers, columns)) {
      if (question === undefined) doubts.push(doubt("belongsNowhere", [numbers.join(" ")], { term: label }));
      else table1[question] = { ...(table1[question] as object), [label]: [Number(numbers[0]), numbers[1]] };
    } else if (numbers.length === 1) table1[label] = numbers[0];
    else if (numbers.length === columns.length && columns.includes("mean")) {
      const named = Object.fromEntries(columns.map((column, j) => [column, numbers[j]])) as Record<Column, string>;
      table1[label] = named.mean;
      scales[label] = {
        ...(named.sd && { sd: named.sd }),
        ...(named.count && { n: Number(named.count) }),
        ...(named.lower && { lower: Number(named.lower) }),
        ...(named.upper && { upper: Number(named.upper) }),
      };
    } else doubts.push(doubt("unplaced", [numbers.join(" ")], { term: label }));
  }
  return { table1, scales };
}

/** A whole number and a percentage, in the order the format wants. */
const isAnswer = (numbers: readonly string[], columns: readonly Column[]): boolean =>
  numbers.length === 2 && /^\d+$/.test(numbers[0]) && Number(numbers[1]) <= 100 && !numbers[1].startsWith("-")
  && (columns.length === 0 || columns.includes("percentage"));
