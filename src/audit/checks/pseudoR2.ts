import type { Bilingual } from "../../bilingual";
import type { PublishedTable } from "../../published/publishedTable";
import { type Check, type Example, type Outcome, type RawFinding, type Result, verdictOf } from "../check";
import { definitionsLeft, printedFit, printedFits } from "../definitionsLeft";
import { eventCounts, type PrintedFit, shareOfLogLik } from "../eventCounts";
import { exampleTable } from "../exampleTable";
import type { Given } from "../given";
import { printedInterval, type Rounding, SLACK } from "../printedInterval";
import type { PrintedModel } from "../printedModel";
import { type PseudoR2Answer } from "../pseudoR2Answer";
import { DEFINITION_NAMES, namedDefinition, type PseudoR2Definition } from "../pseudoR2Definitions";
import { literal, say } from "../words";

function run(given: Given): Outcome<PseudoR2Answer> {
  const named = namedDefinition(given.table.pseudoR2Definition);
  const results: Result[] = [];
  const findings: RawFinding[] = [];
  const needs: (Bilingual & { model: string })[] = [];
  for (const model of given.models.values()) {
    const fit = printedFit(model.published);
    if (!fit) needs.push({ model: model.id, ...lacking(model) });
    const result = heldBack(given, model, modelResult(given, model, fit, named), named);
    results.push(result);
    if (fit && result.verdict === "inconsistent") findings.push(inconsistency(model, fit, result, named));
  }
  return { results, findings: [...findings, ...summary(given, named, findings)], needs, answer: given.pseudoR2 };
}

/** The one thing that a model lacks. */
function lacking({ published: { logLik, pseudoR2, n }, family }: PrintedModel): Bilingual {
  if (family !== "binary logit") return { en: "a binary logit: an ordered outcome's null log-likelihood hangs on counts that are not printed", zh: "二元 logit：定序因变量的零模型对数似然取决于未列出的频数" };
  if (logLik === undefined) return { en: "the log-likelihood", zh: "对数似然值" };
  if (pseudoR2 === undefined) return { en: "a pseudo R²", zh: "伪 R²" };
  if (n === undefined) return { en: "the number of observations", zh: "样本量" };
  return { en: "at most 500,000 observations", zh: "样本量不超过 50 万" };
}

/** What no unweighted fit to the rows counted can give proves nothing of another kind of fit, or of a model or an R² that was only supposed. */
function heldBack(given: Given, { id }: PrintedModel, result: Result, named: PseudoR2Definition | undefined): Result {
  if (result.verdict !== "inconsistent") return result;
  const unnamed = given.table.unused !== undefined && named === undefined;
  return given.rowsAreCounted && !given.supposes("family", id) && !unnamed ? result : { ...result, verdict: "cannot-tell" };
}

function modelResult({ table, pseudoR2 }: Given, model: PrintedModel, fit: PrintedFit | undefined, named: PseudoR2Definition | undefined): Result {
  const { id } = model;
  const at = { model: id, term: null } as const;
  if (!fit) return { ...at, verdict: "cannot-tell", interval: null, ...NEEDS };
  const attainable = pseudoR2.attainable[id];
  if (!attainable) {
    const least = fit.n * Math.log(0.5);
    return {
      ...at, verdict: "inconsistent", interval: [least, 0],
      why: `A log-likelihood of ${fit.logLik} is below n·log(1/2) = ${say(least)}, the worst that a model with a constant can have at n = ${fit.n}.`,
      whyZh: `对数似然值 ${fit.logLik} 低于 n·log(1/2) = ${say(least)}，而样本量 ${fit.n} 且含常数项的模型不可能更差。`,
    };
  }
  const most = Math.max(...Object.values(attainable));
  const interval = [0, most] as const;
  if (printedInterval(fit.pseudoR2).lower > most + SLACK) {
    return {
      ...at, verdict: "inconsistent", interval,
      why: `R² ${fit.pseudoR2} is above ${say(most)}, the most that any of the eight definitions reaches at n = ${fit.n} and log-likelihood ${fit.logLik}.`,
      whyZh: `在 n = ${fit.n}、对数似然值 ${fit.logLik} 下，八种定义中最大只能达到 ${say(most)}，而表中 R² 为 ${fit.pseudoR2}。`,
    };
  }
  if (named) return namedResult(at, fit, named, interval, attainable[named]);
  if (table.pseudoR2Definition) return { ...at, verdict: "cannot-tell", interval, why: `"${table.pseudoR2Definition}" is no function of the log-likelihoods that is known here.`, whyZh: `“${table.pseudoR2Definition}” 不是这里所列的对数似然函数。` };
  if (pseudoR2.candidates.length === 0) {
    return { ...at, verdict: "cannot-tell", interval, why: "No one definition gives all models' R² at any event count; it may be another kind of R².", whyZh: "没有一种定义能在任何事件数下给出所有模型的 R²；可能是另一类 R²。" };
  }
  return fitted(at, fit, pseudoR2.candidates.map(({ definition, events }) => ({ definition, counts: events[id] })), pseudoR2.rounding, interval);
}

const MOST_COUNTS = 50;

/** Some count fits by some value of the log-likelihood's rounding; does its printed face value too, do all? */
function fitted(
  at: Pick<Result, "model" | "term">, fit: PrintedFit, candidates: readonly { definition: PseudoR2Definition; counts: readonly number[] }[], rounding: Rounding, interval: readonly [number, number],
): Result {
  const names = candidates.map(({ definition }) => DEFINITION_NAMES[definition]).join(", ");
  const counts = candidates.flatMap(({ definition, counts: own }) => own.map((count) => ({ definition, count })));
  // Where hundreds of counts fit, the log-likelihood's last digit decides nothing.
  const shares = counts.length > MOST_COUNTS ? [{ share: 1, face: true }] : counts.map(({ definition, count }) => shareOfLogLik(definition, fit, count, rounding));
  const widest = shares.reduce((a, b) => (b.share > a.share ? b : a));
  const percent = `${Math.round(100 * widest.share)}%`;
  const face = shares.some((one) => one.face);
  return {
    ...at, verdict: verdictOf({ some: true, all: widest.share > 1 - 1e-9, face }), interval,
    why: `Some event count gives it under ${names}, over ${percent} of the values that the log-likelihood's rounding leaves${face ? "" : ", the printed one not among them"}.`,
    whyZh: `按 ${names} 的定义，存在相应的事件数，适用于对数似然值舍入范围的 ${percent}${face ? "" : "，但不含所印的数值本身"}。`,
  };
}

const NEEDS = {
  why: "Needs a binary logit with its log-likelihood and R²: an ordered outcome's null log-likelihood hangs on counts that are not printed.",
  whyZh: "需要二元 logit 及其对数似然值与 R²：定序因变量的零模型对数似然取决于未列出的频数。",
};

function namedResult(at: Pick<Result, "model" | "term">, fit: PrintedFit, definition: PseudoR2Definition, interval: readonly [number, number], most: number): Result {
  const name = DEFINITION_NAMES[definition];
  const nearest = eventCounts(definition, fit, "nearest");
  if (nearest.length > 0) return fitted(at, fit, [{ definition, counts: nearest }], "nearest", interval);
  if (eventCounts(definition, fit, "any").length > 0) {
    return { ...at, verdict: "only-by-rounding", interval, why: `Some event count gives it under ${name}, if it was truncated.`, whyZh: `若数字经截断，按 ${name} 的定义存在相应的事件数。` };
  }
  return {
    ...at, verdict: "inconsistent", interval: [interval[0], most],
    why: `No event count of ${fit.n} gives ${name}'s R² as ${fit.pseudoR2} at log-likelihood ${fit.logLik}; the most it can be is ${say(most)}.`,
    whyZh: `样本量 ${fit.n}、对数似然值 ${fit.logLik} 时，任何事件数都得不到 ${name} R² = ${fit.pseudoR2}；其最大值为 ${say(most)}。`,
  };
}

function inconsistency({ id, name, published }: PrintedModel, fit: PrintedFit, result: Result, named: PseudoR2Definition | undefined): RawFinding {
  const others = named ? definitionsLeft({ models: { [id]: published } }).map(({ definition }) => DEFINITION_NAMES[definition]) : [];
  const { n, logLik, pseudoR2 } = fit;
  return {
    severity: "inconsistent", model: id, term: null,
    printed: { n: String(n), logLik, pseudoR2 },
    message: `${name}: ${result.why} ${others.length > 0 ? `It could be ${others.join(", ")} instead.` : "R², log-likelihood or n is misprinted, or the model is weighted."}`,
    messageZh: `${name}：${result.whyZh}${others.length > 0 ? `可能是 ${others.join("、")}。` : "R²、对数似然值或样本量必有一处印错，或模型经过加权。"}`,
    code: named ? `eventCounts(${literal(named)}, ${literal(fit)}, "any")` : `attainableR2(${literal(fit)})`,
  };
}

/** What the reader was not told: the definition and the counts, or which model stands apart. */
function summary(given: Given, named: PseudoR2Definition | undefined, proved: readonly RawFinding[]): RawFinding[] {
  const { table, pseudoR2: answer } = given;
  const name = (id: string) => given.model(id).name;
  const ids = Object.keys(printedFits(table));
  if (ids.length === 0) return [];
  const at = { severity: "note", term: null } as const;
  if (answer.definition && answer.definition !== named) {
    const counts = Object.entries(answer.events).map(([id, events]) => `${name(id)} ${events}/${table.models[id].n}`).join(", ");
    const mirrors = Object.values(answer.mirror).join(", ");
    return [{
      ...at, model: wholeOf(table) ?? ids[0],
      printed: Object.fromEntries(ids.map((id) => [id, table.models[id].pseudoR2!])),
      message: `The table does not say which pseudo R² it prints; of eight definitions only ${DEFINITION_NAMES[answer.definition]}'s can give the printed values, and only with events ${counts} (or the mirror: ${mirrors}). ${answer.settledBy ?? "Nothing printed tells the events from their mirror."}`,
      messageZh: `文中未说明 R² 的定义；八种定义中只有 ${DEFINITION_NAMES[answer.definition]} 能给出表中数值，对应事件数 ${counts}（或其镜像：${mirrors}）。${answer.settledByZh ?? "表中没有数字能区分事件与其镜像。"}`,
      code: "definitionsLeft(published)",
    }];
  }
  return answer.candidates.length > 0 || ids.length < 2 || proved.length > 0 ? [] : [standingApart(given, ids)];
}

/** No definition fits every model: which one would the others have to be read without? */
function standingApart(given: Given, ids: readonly string[]): RawFinding {
  const { table, pseudoR2: { exceptFor } } = given;
  const name = (id: string) => given.model(id).name;
  const apart = [...new Set(exceptFor.map(({ model }) => model))];
  const model = apart[0] ?? wholeOf(table) ?? ids[0];
  const { n, logLik, pseudoR2 } = table.models[model];
  const splits = (zh: boolean) => apart.map((id) => {
    const names = exceptFor.filter((one) => one.model === id).map(({ definition }) => DEFINITION_NAMES[definition]);
    return zh ? `除 ${name(id)} 外均符合 ${names.join("、")}` : `all but ${name(id)} fit ${names.join(" or ")}`;
  }).join(zh ? "；或" : "; or ");
  return {
    severity: "note", model, term: null,
    printed: { n: String(n), logLik: logLik!, pseudoR2: pseudoR2! },
    message: `No one of the eight definitions gives the R² of all models at any event count${apart.length > 0 ? `: ${splits(false)}. The R², log-likelihood or n of the one that stands apart is misprinted, or its R² is of another definition.` : ". R², log-likelihood or n are misprinted in several models, or the R² is no function of the log-likelihoods (Tjur's, Efron's)."}`,
    messageZh: `八种定义中没有一种能在任何事件数下给出所有模型的 R²${apart.length > 0 ? `：${splits(true)}。与众不同者的 R²、对数似然值或样本量可能印错，或采用了另一种定义。` : "。可能有多处印错，或该 R² 不是对数似然的函数（如 Tjur、Efron）。"}`,
    code: apart.length > 0 ? `definitionsLeft(published, "nearest", ${literal(model)})` : "definitionsLeft(published)",
  };
}

const wholeOf = (table: PublishedTable): string | undefined => table.pooled?.find(({ whole }) => printedFit(table.models[whole]))?.whole;

const example = (pseudoR2: string): Example => exampleTable([{ term: "x", coef: "0.500", se: "0.200", stars: "**" }], { n: 187, logLik: "-106.527", pseudoR2 }, { pseudoR2Definition: "Nagelkerke" });

/** Which pseudo R² the table prints, and how many events its models had. */
export const pseudoR2: Check<PseudoR2Answer> = {
  name: "pseudoR2",
  title: { en: "Which pseudo R², and how many events", zh: "伪 R² 的定义与事件数" },
  source: "Veall & Zimmermann (1996), Journal of Economic Surveys 10: 241–259; Nagelkerke (1991), Biometrika 78: 691–692; Estrella (1998), Journal of Business & Economic Statistics 16: 198–205",
  proves: true,
  weight: 55,
  run,
  passes: example("0.257"),
  fails: example("0.557"),
};
