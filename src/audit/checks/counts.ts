import type { PublishedTable, PublishedTable1, Scale } from "../../published/publishedTable";
import type { Check, Example, Outcome, RawFinding, Result, Verdict } from "../check";
import { exampleModel } from "../exampleTable";
import type { Given } from "../given";
import { checkPercentage, debit, grim, grimmer } from "../grim";
import { asPair, type Rounding } from "../printedInterval";
import type { PrintedModel } from "../printedModel";
import { literal, say } from "../words";

/** The name that a descriptive table goes by where a model's would stand. */
export const DESCRIPTIVE_TABLE = "table1";

type Answered = readonly [string, readonly [number, string]][];

/**
 * Do sums, percentages and means hold together?
 *
 * Method    parts' n against the whole's; categories against n; counts against percentages, on the table's n or on
 *           the question's own answers, whichever all fit; means and SDs by GRIM, GRIMMER and DEBIT (`grim.ts`).
 * Source    Brown & Heathers (2017); Anaya (2016); Heathers & Brown (2019).
 * Inconsistent means: two exact counts contradict each other (the parts of a whole are declared to share out its rows),
 *           or no number in the rounding interval is attainable. Proofs in `grim.ts`; for sums, arithmetic.
 * Assumes   `pooled` says truly that the parts' rows are the whole's; unweighted counts; one base for all answers of a
 *           question (a question whose answers do not add up to n is noted only: some may be missing, or several ticked).
 *
 * @example checkSum(777, [187, 590])  // "consistent"
 * @example checkSum(777, [187, 509])  // "inconsistent"
 * @example checkSum(777, [187, 950])  // "inconsistent"
 */
export const checkSum = (whole: number, parts: readonly number[]): Verdict =>
  parts.reduce((sum, part) => sum + part, 0) === whole ? "consistent" : "inconsistent";

function run(given: Given): Outcome<null> {
  const { table, rounding } = given;
  const judgements = [
    ...given.pools.flatMap(({ whole, parts }) => pooledSum(whole, parts)),
    ...Object.entries(table.categories ?? {}).flatMap(([id, terms]) => {
      const { n } = given.model(id);
      return n === undefined ? [] : Object.entries(terms).map(([term, { one, reference }]) => categorySum(given.model(id), n, term, one, reference));
    }),
    ...(table.table1 ? questions(table.table1, rounding) : []),
    ...means(table, rounding),
  ].map((one) => heldBack(given, one));
  return {
    results: judgements.map(({ result }) => result),
    findings: judgements.flatMap(({ finding }) => finding ?? []),
    needs: judgements.length > 0 ? [] : [{ model: null, en: "counts: a descriptive table, or a whole whose parts are named", zh: "频数：描述统计表，或注明各部分的合并模型" }],
    answer: null,
  };
}

interface Judgement {
  readonly result: Result;
  readonly finding?: RawFinding;
}

/** Weighted counts need not add up, and rows left out are counted in one place and not in another. */
function heldBack({ rowsAreCounted }: Given, { result, finding }: Judgement): Judgement {
  if (rowsAreCounted || result.verdict !== "inconsistent" || !finding) return { result, ...(finding && { finding }) };
  return { result: { ...result, verdict: "cannot-tell" }, finding: { ...finding, severity: "note" } };
}

/** A result, and the finding that follows unless all is well. */
function outcome(
  result: Result,
  { printed, code, severity = "inconsistent", then, thenZh }: Pick<RawFinding, "printed" | "code"> & { severity?: RawFinding["severity"]; then: string; thenZh: string },
): Judgement {
  if (result.verdict !== "inconsistent" && severity !== "note") return { result };
  return {
    result,
    finding: { severity, model: result.model, term: result.term, printed, message: `${result.why} ${then}`, messageZh: `${result.whyZh}${thenZh}`, code },
  };
}

function pooledSum({ id, name, n }: PrintedModel, parts: readonly PrintedModel[]): Judgement[] {
  const sizes = parts.flatMap((part) => part.n ?? []);
  if (n === undefined || sizes.length < parts.length) return [];
  const sum = sizes.reduce((total, size) => total + size, 0);
  const equal = sum === n;
  const adds = `${parts.map((part) => part.name).join(" + ")} = ${sizes.join(" + ")} = ${sum}`;
  return [outcome({
    model: id, term: null, verdict: checkSum(n, sizes), interval: [sum, sum],
    why: `${adds}${equal ? ", the n" : ", but the n"} of ${name} is ${n}.`,
    whyZh: `${adds}，${equal ? "等于" : "而"} ${name} 的样本量${equal ? "" : "为"} ${n}。`,
  }, {
    printed: Object.fromEntries([[`n of ${id}`, String(n)], ...parts.map((part): [string, string] => [`n of ${part.id}`, String(part.n)])]),
    then: "One of the numbers is misprinted, or the groups do not share out the whole sample.",
    thenZh: "其中必有一个印错，或各组并未恰好分割全样本。",
    code: `checkSum(${n}, ${literal(sizes)})`,
  })];
}

function categorySum({ id: model }: PrintedModel, n: number, term: string, one: number, reference: number): Judgement {
  const fits = one + reference <= n;
  return outcome({
    model, term, verdict: fits ? "consistent" : "inconsistent", interval: [one + reference, one + reference],
    why: `${one} with 1 and ${reference} in the reference category ${fits ? "fit into" : "are more than"} n = ${n}.`,
    whyZh: `取 1 的 ${one} 人与参照组 ${reference} 人${fits ? "不超过" : "超过"}样本量 ${n}。`,
  }, {
    printed: { one: String(one), reference: String(reference), n: String(n) },
    then: "One of the three is misprinted or counts other rows.", thenZh: "三者必有一个印错，或计数对象不同。",
    code: `${one} + ${reference} <= ${n}`,
  });
}

/** Every question of a descriptive table: its answers' percentages, then their sum. */
function questions(table1: PublishedTable1, rounding: Rounding): Judgement[] {
  const n = typeof table1.n === "number" ? table1.n : undefined;
  return Object.entries(table1).flatMap(([variable, value]) => {
    if (typeof value !== "object") return [];
    const answered: Answered = Object.entries(value);
    const sum = answered.reduce((total, [, [count]]) => total + count, 0);
    const base = baseOf(answered, [...new Set(n === undefined ? [sum] : [n, sum])], rounding);
    return [...answered.map((answer) => percentage(variable, answer, base, rounding)), ...(n === undefined ? [] : [answersSum(variable, answered, sum, n)])];
  });
}

/** The base that most of a question's percentages fit; the table's n where two fit alike. */
function baseOf(answered: Answered, bases: readonly number[], rounding: Rounding): number {
  const fitting = (base: number) => answered.filter(([, [count, printed]]) => checkPercentage(count, base, printed, rounding) !== "inconsistent").length;
  return [...bases].sort((a, b) => fitting(b) - fitting(a))[0];
}

function percentage(variable: string, [answer, [count, printed]]: Answered[number], base: number, rounding: Rounding): Judgement {
  const exact = (100 * count) / base;
  return outcome({
    model: DESCRIPTIVE_TABLE, term: variable, verdict: checkPercentage(count, base, printed, rounding), interval: [exact, exact],
    why: `${variable}, ${answer}: ${count} of ${base} is ${say(exact)}%, printed ${printed}.`,
    whyZh: `${variable}，${answer}：${count}/${base} 为 ${say(exact)}%，表中为 ${printed}。`,
  }, {
    printed: { answer, count: String(count), percentage: printed },
    then: "Count or percentage is misprinted, or the percentage is of another base.", thenZh: "频数或百分比印错，或百分比的基数不同。",
    code: `checkPercentage(${count}, ${base}, ${literal(printed)})`,
  });
}

function answersSum(variable: string, answered: Answered, sum: number, n: number): Judgement {
  return outcome({
    model: DESCRIPTIVE_TABLE, term: variable, verdict: sum === n ? "consistent" : "cannot-tell", interval: [sum, sum],
    why: `${variable}: its answers add up to ${sum}${sum === n ? ", which is n" : `, n is ${n}`}.`,
    whyZh: `${variable}：各选项合计 ${sum}，样本量为 ${n}。`,
  }, {
    printed: Object.fromEntries(answered.map(([answer, [count]]) => [answer, String(count)])),
    severity: sum === n ? "inconsistent" : "note",
    then: sum > n ? "Several answers were allowed, or a count is misprinted." : "Some answers are missing, or a count is misprinted.",
    thenZh: sum > n ? "可能为多选题，或有频数印错。" : "可能有缺失值，或有频数印错。",
    code: `checkSum(${n}, ${literal(answered.map(([, [count]]) => count))})`,
  });
}

/** Means of the descriptive table, with what `scales` knows of them. */
function means(table: PublishedTable, rounding: Rounding): Judgement[] {
  const printed = Object.entries(table.table1 ?? {}).flatMap(([variable, value]): [string, Scale][] => (typeof value === "string" ? [[variable, { mean: value }]] : []));
  const variables = new Map([...printed, ...Object.entries(table.scales ?? {}).map(([variable, scale]): [string, Scale] => [
    variable, { ...Object.fromEntries(printed)[variable], ...scale },
  ])]);
  const n = typeof table.table1?.n === "number" ? table.table1.n : undefined;
  return [...variables].flatMap(([variable, scale]) => {
    const size = scale.n ?? n;
    return scale.mean === undefined || size === undefined ? [] : [meanOf(variable, scale as Scale & { mean: string }, size, rounding)];
  });
}

function meanOf(variable: string, { mean, sd, step = 1, lower, upper }: Scale & { mean: string }, n: number, rounding: Rounding): Judgement {
  const answers = { n, step, lower, upper };
  const { verdict, interval, power } = grim(mean, answers, rounding);
  const bySd = sd === undefined ? undefined : lower === 0 && upper === 1 && step === 1 ? debit(mean, sd, n, rounding) : grimmer(mean, sd, answers, rounding);
  const worst = [verdict, bySd?.verdict].includes("inconsistent") ? "inconsistent" : power === 0 && !bySd ? "cannot-tell" : [verdict, bySd?.verdict].includes("only-by-rounding") ? "only-by-rounding" : "consistent";
  const tested = sd === undefined ? `the mean ${mean}` : `the mean ${mean} with SD ${sd}`;
  return outcome({
    model: DESCRIPTIVE_TABLE, term: variable, verdict: worst, interval: asPair(interval),
    why: worst === "inconsistent"
      ? `${variable}: no ${n} answers in steps of ${say(step)} have ${tested}.`
      : `${variable}: ${tested} can come from ${n} answers in steps of ${say(step)}; GRIM can fail ${say(100 * power, 1)}% of such means${power === 0 ? ", that is none" : ""}.`,
    whyZh: worst === "inconsistent"
      ? `${variable}：${n} 个步长为 ${say(step)} 的取值不可能得到均值 ${mean}${sd === undefined ? "" : `、标准差 ${sd}`}。`
      : `${variable}：${n} 个步长为 ${say(step)} 的取值可以得到该均值；GRIM 对此类均值的检出率为 ${say(100 * power, 1)}%。`,
  }, {
    printed: { mean, ...(sd === undefined ? {} : { sd }) },
    then: "Mean, SD or n is misprinted, or the scale is another.", thenZh: "均值、标准差或样本量印错，或量表不同。",
    code: sd === undefined ? `grim(${literal(mean)}, ${literal(answers)})` : `grimmer(${literal(mean)}, ${literal(sd)}, ${literal(answers)})`,
  });
}

const example = (whole: number): Example => ({
  table: { models: { A: exampleModel([], { n: 187 }), B: exampleModel([], { n: 590 }), W: exampleModel([], { n: whole }) }, pooled: [{ whole: "W", parts: ["A", "B"] }] },
});

/** Sums, percentages, means. */
export const counts: Check<null> = {
  name: "counts",
  title: { en: "Counts, percentages and means", zh: "频数、百分比与均值" },
  source: "Brown & Heathers (2017), Social Psychological and Personality Science 8: 363–369 (GRIM); Anaya (2016), PeerJ Preprints 4: e2400v1 (GRIMMER); Heathers & Brown (2019) (DEBIT)",
  proves: true,
  weight: 30,
  run,
  passes: example(777),
  fails: example(776),
};
