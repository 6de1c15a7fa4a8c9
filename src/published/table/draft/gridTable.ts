import { dictionary } from "../../dictionary";
import type { Supposition, Unsure, Unused } from "../../publishedTable";
import { doubt } from "../doubts";
import type { Grid, Row } from "../grid/grid";
import { type Legend, readLegend } from "../meaning/legend";
import { isConstant } from "../meaning/family";
import { bracketsSaid, definitionSaid, errorsSaid, saysOddsRatios, type BracketKind } from "../meaning/notes";
import { readHeads } from "../roles/heads";
import { type ModelColumns, modelsOf } from "../roles/models";
import { type Body, readBody, type TermRow } from "../roles/rows";
import { statisticOf, statisticsIn } from "../roles/statistics";
import { modelNumbers, statisticsOf, withEach } from "./modelNumbers";
import { isCaption, tableNumber } from "../source/regions";
import { type Estimate, estimateOf } from "./estimates";
import type { DraftModel, DraftRow, DraftTable } from "./draftTable";
import { familyOf, scaleOf } from "./kinds";
import { headingsOf } from "./names";
import { settled, settledLegend } from "./settle";

/** How much text around a table is taken for its own. */
const [ABOVE, BELOW] = [40, 40];

/** A regression table from a grid, or undefined where it holds none. `place` is its place among the tables of its source. */
export function gridTable(given: Grid, place: number): DraftTable | undefined {
  const grid = withoutCaptions(given);
  if (grid.rows.length < 2 || grid.rows[0].cells.length < 2) return undefined;
  const headed = readHeads(grid);
  const body = readBody(grid, headed);
  const { models: found, unused: columnsUnused } = modelsOf(headed.columns, bracketedIn(body));
  const columns = found.filter(({ main }) => body.terms.some(({ cells, lost }) => lost || cells[main.at].main !== undefined));
  if (columns.length === 0 || !holdsEstimates(body, columns)) return undefined;
  if (describes([...grid.before.slice(-3), ...grid.rows.slice(0, headed.depth).flatMap(({ cells }) => cells)].join(" "), body)) return undefined;
  const before = [...grid.before.slice(-ABOVE), ...(grid.over ?? [])];
  const after = [...body.notes, ...grid.after.slice(0, BELOW)];
  const said = bracketsSaid([...after, ...before, ...headed.columns.flatMap(({ names }) => names)]);
  const printedLegend = readLegend([...after, ...before]);
  const unsure: Unsure[] = [];
  const supposed: Supposition[] = [];
  const unused: Unused[] = [
    ...columnsUnused.map(({ at, text }) => ({ where: "column", text: text || numbersIn(at, grid, headed.depth) })),
    ...found.filter((model) => !columns.includes(model)).map(({ main: { at }, names: over }) => ({ where: "column", text: [...over, numbersIn(at, grid, headed.depth)].join(": ") })), ...body.unused,
    ...printedLegend.unread.map((text) => ({ where: "legend", text })),
  ];
  const names = termNames(body.terms, unsure);
  const ids = columns.map((_, k) => `m${k + 1}`);
  const estimates = columns.map((model, k) => withErrors(body.terms.flatMap((row, i) => (row.lost ? [] : estimateOf(row, names[i], model, said, ids[k], unsure) ?? [])), ids[k], unsure));
  for (const { label, text, code, values } of grid.unplaced) {
    // Numbers without a name below the table's notes are no row of it.
    if (statisticOf(label) === "other") unused.push({ where: "statistic", text });
    else if (label === "" && !body.terms.some(({ lost }) => lost)) unused.push({ where: "row", text });
    else unsure.push(doubt(code, [...values, text], { term: label || null }));
  }
  const legend = printedLegend.cutoffs || saysOddsRatios([...before, ...after].join("\n")) ? printedLegend : withSettled(printedLegend, columns, estimates);
  const pendingKind = pendingOf(estimates, legend.cutoffs, supposed, ids);
  const head = headingsOf(headed, columns, [...before, ...after], grid.over ?? []);
  const inText = statisticsIn([...before, ...after]);
  const table = before.map(tableNumber).findLast((number) => number !== undefined) ?? grid.after.map(tableNumber).find((number) => number !== undefined) ?? place;
  const statistics = statisticsOf(grid, body, columns, headed, unused);
  const text = [...before, ...after].join("\n");
  unused.push(...(grid.over ?? []).filter((line) => !head.models.some(({ outcome }) => outcome !== "" && line.includes(outcome))).map((line) => ({ where: "heading", text: line })));
  const drafts = columns.map((model, k): DraftModel => {
    const rows = estimates[k].map((estimate) => rowOf(estimate, pendingKind, legend, ids[k], unsure, unused));
    const kind = familyOf(head.models[k], { before, after, stub: headed.stub, terms: names }, rows, ids[k], supposed);
    const scale = scaleOf(model, head.models[k], { before, after, family: kind, rows, all: estimates.flat(), siblings: estimates, id: ids[k] }, supposed);
    const numbers = modelNumbers(withEach(statistics[k], k, columns.length, [...before, ...after]), inText, head.models[k].names, columns.length, ids[k], kind.family, unsure, supposed);
    if (columnsUnused.length > 0 && rows.length > 0 && estimates[k].every(({ fields, pending }) => fields.size === 0 && !pending)) {
      unsure.push(doubt("columnsUnused", [columnsUnused.map(({ text: heading }) => heading).join("; ")], { model: ids[k], field: "se" }));
    }
    const brackets = bracketsOf(rows);
    return {
      table, heading: head.models[k].heading, group: head.models[k].group, groupEn: head.models[k].group, outcome: head.models[k].outcome,
      family: kind.family, ...(kind.family === "other" && { familyPrinted: kind.printed }), scale, ...(brackets && { brackets }), ...numbers, rows,
    };
  });
  if (!legend.cutoffs) supposed.push({ field: "cutoffs", value: "* 0.1, ** 0.05, *** 0.01", why: "no legend of the stars was read" });
  if (drafts.every(({ rows }) => rows.length === 0)) return undefined;
  const definition = definitionSaid([...body.statistics.map(({ label }) => label), text].join("\n"));
  const errors = errorsSaid([text, ...headed.columns.map(({ adjunct = "", names: over }) => `${adjunct} standard errors ${over.join(" ")}`.replace(/^ standard errors/, ""))].join("\n"));
  const usesT = drafts.some(({ brackets, rows }) => brackets === "t" || rows.some(({ t }) => t !== undefined));
  return {
    models: dictionary(drafts.map((draft, k) => [ids[k], draft])),
    ...(legend.cutoffs && { cutoffs: legend.cutoffs }), ...(definition && { pseudoR2Definition: definition }),
    ...(errors && { standardErrors: errors }), ...(usesT && { statistic: "t" as const }),
    notes: [...new Set([...before, ...after].map((line) => line.trim()).filter((line) => line !== ""))],
    unsure, supposed, unused: unused.filter(({ text: shown }) => shown !== ""),
  };
}

/** What stands in a column that no model has, and looks like numbers. */
function numbersIn(at: number, { rows }: Grid, depth: number): string {
  const cells = rows.slice(depth).map(({ cells: row }) => row[at].trim()).filter((cell) => /\p{N}/u.test(cell));
  return cells.slice(0, 3).join(", ") + (cells.length > 3 ? ", …" : "");
}

/** Rows on top that are a caption, or one cell over all columns, are no headings. */
function withoutCaptions(grid: Grid): Grid {
  const texts = grid.rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== "").join(" "));
  const isAbove = ({ cells, spans }: Row, i: number) => isCaption(texts[i]) || spans[0] === cells.length;
  const first = grid.rows.findIndex((row, i) => !isAbove(row, i));
  return { ...grid, before: [...grid.before, ...texts.slice(0, first)], rows: grid.rows.slice(first) };
}

const bracketedIn = ({ terms }: Body) => (at: number): boolean =>
  terms.filter(({ cells, below }) => cells[at]?.brackets.length > 0 || below.some(({ cells: under }) => under[at]?.brackets.length > 0 || under[at]?.main !== undefined)).length >= 2;

/** Are these estimates? A decimal in a main column, and something that goes with it: an error, an interval, stars, a p. */
function holdsEstimates({ terms }: Body, columns: readonly ModelColumns[]): boolean {
  const told = terms.filter(({ cells, below, lost }) => lost || columns.some(({ main, beside }) => {
    const cell = cells[main.at];
    return cell.main !== undefined && (cell.brackets.length > 0 || cell.main.marks !== "" || below.length > 0 || [...beside.values()].some((j) => cells[j].main !== undefined || cells[j].brackets.length > 0));
  }));
  const real = terms.some(({ cells }) => columns.some(({ main }) => cells[main.at].main?.text.includes(".")));
  return told.length >= 1 && real && !columns.every(({ main }) => main.role === undefined && terms.every(({ cells, below }) => cells[main.at].brackets.length === 0 && below.length === 0));
}

/** A legend that is not printed, where the stars themselves bear one out. */
function withSettled(legend: Legend, columns: readonly ModelColumns[], estimates: readonly (readonly Estimate[])[]): Legend {
  const cutoffs = settledLegend(estimates.flatMap((rows, k) => (columns[k].scale === "oddsRatio" ? [] : rows)).flatMap(({ coef, marks: [mark = ""], fields }) => {
    const se = fields.get("se");
    return se === undefined ? [] : [{ coef, number: se, marks: mark }];
  }));
  return cutoffs ? { ...legend, cutoffs } : legend;
}

/** In a model whose rows have errors, an interval or a p, a number without any may be no coefficient: it is left out and said. */
function withErrors(estimates: readonly Estimate[], model: string, unsure: Unsure[]): Estimate[] {
  const bare = ({ fields, pending }: Estimate) => pending === undefined && [...fields.keys()].every((field) => field === "oddsRatio");
  if (estimates.filter((one) => !bare(one)).length < 2) return [...estimates];
  return estimates.filter((one) => {
    if (isConstant(one.term) || !bare(one)) return true;
    const { coef, marks: [mark = ""], term } = one;
    unsure.push(doubt("noError", [`${coef}${mark}`], { model, term }));
    return false;
  });
}

/** Means with their standard deviations in brackets are no coefficients. */
const describes = (text: string, { terms }: Body): boolean =>
  /(?:\bmeans?\b|\bm\b|均值|平均值?) ?[,/±]? ?[([]? ?(?:and |, )?(?:sds?\b|s\.d\.|standard deviations?|标准差)/i.test(text)
  && !/regress|logi[ts]|coef|odds|回归|系数/i.test(text)
  && terms.every(({ cells }) => cells.every(({ main }) => main === undefined || (main.marks === "" && !main.text.startsWith("-"))));

/** A name for every row: its label, with its section where labels come again or are numbers. */
function termNames(terms: readonly TermRow[], unsure: Unsure[]): string[] {
  const count = new Map<string, number>();
  for (const { label } of terms) count.set(label, (count.get(label) ?? 0) + 1);
  const taken = new Map<string, number>();
  return terms.map(({ label, section, lost }) => {
    const joined = section !== "" && (count.get(label)! > 1 || /^[\d.]+$/.test(label)) ? `${section}${/^[\d.]+$/.test(label) ? " " : ": "}${label}` : label;
    const times = taken.get(joined) ?? 0;
    taken.set(joined, times + 1);
    if (times === 0) return joined;
    const name = `${joined} (${times + 1})`;
    if (!lost) unsure.push(doubt("twice", [joined], { term: name, field: "label" }));
    return name;
  });
}

type PendingKind = "se" | "t" | "p";

/** What the numbers of which nothing is said are: settled by the stars, else supposed to be standard errors. */
function pendingOf(estimates: readonly (readonly Estimate[])[], cutoffs: Readonly<Record<string, string>> | undefined, supposed: Supposition[], ids: readonly string[]): PendingKind | undefined {
  const cases = estimates.flat().flatMap(({ coef, marks: [mark = ""], pending }) => (pending ? [{ coef, number: pending.text, marks: mark }] : []));
  if (cases.length === 0) return undefined;
  const kind = settled(cases, cutoffs);
  if (kind === undefined) {
    const negative = estimates.flat().filter(({ pending }) => pending?.text.startsWith("-")).length;
    const column = estimates.flat().some(({ pending }) => pending?.from === "column");
    estimates.forEach((rows, k) => {
      if (rows.some(({ pending }) => pending)) supposed.push({ field: "brackets", value: negative >= 2 ? "t" : "se", why: column ? "the column beside the coefficients has no heading" : "nothing says what stands in brackets", model: ids[k] });
    });
    return negative >= 2 ? "t" : "se";
  }
  return kind;
}

function rowOf(estimate: Estimate, pendingKind: PendingKind | undefined, legend: Legend, model: string, unsure: Unsure[], unused: Unused[]): DraftRow {
  const { term, label, coef, fields, pending } = estimate;
  if (pending && pendingKind && !fields.has(pendingKind)) fields.set(pendingKind, pending.text);
  const where = (field: string) => ({ model, term, field });
  const known = Object.keys(legend.cutoffs ?? { "*": "", "**": "", "***": "" });
  const [mark = ""] = estimate.marks.filter((one) => !legend.insignificant.includes(one) && one !== ".");
  if (estimate.marks.includes(".")) unused.push({ where: "mark", text: `${term}: .` });
  const stars = known.includes(mark) ? mark : "";
  if (mark !== "" && stars === "") {
    if (/^[a-z0-9]+$/.test(mark)) unused.push({ where: "mark", text: `${term}: ${mark}` });
    else unsure.push(doubt("marks", [mark], where("stars")));
  }
  const whole = (text: string, field: string): string => {
    if (!/\.$/.test(text)) return text;
    unsure.push(doubt("lostDigits", [text], where(field)));
    return text.slice(0, -1);
  };
  const kept = new Map([...fields].map(([field, text]) => [field, whole(text, field)]));
  const se = kept.get("se");
  if (se?.startsWith("-")) {
    unsure.push(doubt("negativeError", [se], where("se")));
    kept.delete("se");
  }
  for (const [field, text] of kept) if (field !== "p" && text.startsWith("<")) kept.delete(field);
  const p = kept.get("p");
  if (p !== undefined && !(Number(p.replace("<", "")) >= 0 && Number(p.replace("<", "")) <= 1)) {
    unsure.push(doubt("notProbability", [p], where("p")));
    kept.delete("p");
  }
  const limits = (["lower", "upper"] as const).flatMap((field) => kept.get(field) ?? []);
  if (Number(limits[0]) > Number(limits[1])) unsure.push(doubt("limitsCross", limits, where("lower")));
  return { term, label, coef: whole(coef, "coef"), stars, ...Object.fromEntries(kept) };
}

const bracketsOf = (rows: readonly DraftRow[]): BracketKind | undefined =>
  (["se", "ci", "t", "z", "p"] as const).find((kind) => rows.some((row) => (kind === "ci" ? row.lower : row[kind]) !== undefined));
