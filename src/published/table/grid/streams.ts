import { roleOf } from "../roles/vocabulary";
import type { Dash } from "./lex";
import { type Line, readLine } from "./lines";

/**
 * A text whose cells came out one a line (as PDF viewers and some web pages copy them), as lines of whole rows; any other text
 * unchanged. Whole columns under one another are turned into rows where their number is that of the headings; undefined
 * where it is not, since then nothing says which number is whose.
 */
export function rowsOfStream(texts: readonly string[], dash: Dash): readonly string[] | undefined {
  const lines = texts.map((text) => readLine(text, dash));
  const filled = lines.filter(({ kind }) => kind !== "blank");
  const lone = filled.filter((line) => isLone(line)).length;
  const values = filled.filter(({ kind }) => kind === "values").length;
  const runs = filled.filter((line, i) => isLone(line) && i >= 2 && isLone(filled[i - 1]) && isLone(filled[i - 2])).length;
  if (lone < 0.6 * values || (runs < 3 && !isTwos(filled))) return texts;
  return byColumns(lines) ?? (looksColumnwise(lines) ? undefined : byRows(filled));
}

/** A cell and no label. */
const isLone = ({ kind, label, cells, text }: Line): boolean => (kind === "values" && label === "" && cells.length === 1) || (kind === "text" && /^\s*(?:yes|no|n\.?s\.?|-)\s*$/i.test(text));

/** Label, number, number in brackets, each on its line, again and again. */
const isTwos = (lines: readonly Line[]): boolean =>
  lines.filter((line, i) => i >= 2 && lines[i - 2].kind === "text" && isLone(lines[i - 1]) && isLone(line) && line.cells.some(({ tokens }) => tokens[0].kind === "bracket")).length >= 3;

function byRows(lines: readonly Line[]): string[] {
  const out: string[] = [];
  lines.forEach((line, i) => {
    const before = i > 0 ? lines[i - 1] : undefined;
    const text = line.text.trim();
    if (before && isNextNumber(text, out[out.length - 1])) out[out.length - 1] += `   ${text}`;
    else if (isLone(line)) {
      if (before?.kind === "values" || before?.kind === "text") out[out.length - 1] += ` ${text}`;
      else out.push(text);
    } else if (before && ((line.kind === "numbering" && before.kind === "numbering" && text.length < 14) || (isHeading(line) && isHeading(before)))) out[out.length - 1] += `   ${text}`;
    else out.push(line.text);
  });
  return out;
}

/** "(2)" below "(1)", "(3)" below "(1)   (2)": the numbers of models, not of a row. */
const isNextNumber = (text: string, above: string): boolean => /^(?:\s*\(\d+\))+\s*$/.test(above) && text === `(${Number(/(\d+)\)\s*$/.exec(above)![1]) + 1})`;

/** One heading on a line of its own: a role, or a model's number. */
const isHeading = ({ kind, text }: Line): boolean => kind === "text" && (roleOf(text) !== undefined || /^\s*(?:\(\d+\)|(?:model|模型) ?\S{1,3})\s*$/i.test(text));

/** Runs of lines between empty ones. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [[]];
  for (const line of lines) {
    if (line.kind === "blank") groups.push([]);
    else groups[groups.length - 1].push(line);
  }
  return groups;
}

const isColumn = (group: readonly Line[]): boolean => group.length >= 3 && group.every(isLone);
const looksColumnwise = (lines: readonly Line[]): boolean => {
  const columns = groupsOf(lines).filter(isColumn).filter((group) => group.every(({ cells }) => cells.every(({ tokens }) => tokens[0].kind !== "bracket")));
  return columns.length >= 2 && columns.every(({ length }) => length === columns[0].length);
};

function byColumns(lines: readonly Line[]): string[] | undefined {
  const groups = groupsOf(lines);
  const columns = groups.filter(isColumn);
  if (columns.length < 2 || columns.some(({ length }) => length !== columns[0].length)) return undefined;
  const many = columns[0].length;
  const others = groups.filter((group) => !isColumn(group)).flat();
  const roles = others.filter(({ kind, text }) => (kind === "text" || kind === "numbering") && roleOf(text) !== undefined);
  const labels = others.filter(({ kind, text }) => kind === "text" && roleOf(text) === undefined);
  if (roles.length !== columns.length) return undefined;
  // The labels stand together: the run of as many lines as the columns are long.
  const run = groups.filter((group) => !isColumn(group)).map((group) => group.filter((line) => labels.includes(line))).find((group) => group.length === many);
  if (!run) return undefined;
  return [
    ...others.filter((line) => !run.includes(line) && !roles.includes(line) && line.kind === "caption").map(({ text }) => text),
    roles.map(({ text }) => text.trim()).join("   "),
    ...run.map(({ text }, i) => [text.trim(), ...columns.map((column) => column[i].text.trim())].join("   ")),
    "", ...others.filter((line) => !run.includes(line) && !roles.includes(line) && line.kind !== "caption").map(({ text }) => text),
  ];
}
