import type { PublishedModel, PublishedTable } from "../published/publishedTable";
import { type Candidate, definitionsLeft, poolsOf, printedFit, printedFits, sizesOf } from "./definitionsLeft";
import { attainableR2, eventCounts, type PrintedFit } from "./eventCounts";
import { impliedShare } from "./level";
import { linkedCounts } from "./linkedCounts";
import type { AuditOptions } from "./options";
import { printedInterval, type Rounding, SLACK } from "./printedInterval";
import { DEFINITION_NAMES, namedDefinition, type PseudoR2Definition } from "./pseudoR2Definitions";
import { REFERENCES } from "./references";
import { settleMirror } from "./settleMirror";
import type { Audited, CheckResult, Finding } from "./vocabulary";
import { literal, say } from "./words";

export type EventCounts = Readonly<Record<string, number>>;

export interface PseudoR2Answer {
  /** The definition, where exactly one is left. */
  readonly definition: PseudoR2Definition | null;
  readonly candidates: readonly Candidate[];
  readonly events: EventCounts;
  readonly mirror: EventCounts;
  /** What tells the events from their mirror; null where nothing does (`events` are then the larger). */
  readonly settledBy: string | null;
  /** The rounding under which the candidates stand. */
  readonly rounding: Rounding;
  /** Where no definition fits all models: those that fit all but one, and which one. */
  readonly exceptFor: readonly { readonly definition: PseudoR2Definition; readonly model: string }[];
  /** The most each definition can reach, by model. */
  readonly attainable: Readonly<Record<string, Readonly<Record<PseudoR2Definition, number>> | null>>;
}

/** The whole check, model by model and over all. */
export function auditPseudoR2(table: PublishedTable, { rounding = "any" }: AuditOptions = {}): Audited & { pseudoR2: PseudoR2Answer } {
  const named = namedDefinition(table.pseudoR2Definition);
  const pseudoR2 = answer(table, rounding, named);
  const checks: CheckResult[] = [];
  const findings: Finding[] = [];
  for (const [id, model] of Object.entries(table.models)) {
    const result = modelResult(table, id, model, pseudoR2, named);
    checks.push(result);
    if (result.verdict === "inconsistent") findings.push(inconsistency(table, id, model, result, named));
  }
  return { checks, findings: [...findings, ...summary(table, pseudoR2, named, findings)], pseudoR2 };
}

function answer(table: PublishedTable, rounding: Rounding, named: PseudoR2Definition | undefined): PseudoR2Answer {
  // Almost all software rounds to the nearest: truncation is tried where that leaves nothing.
  const tried: Rounding[] = rounding === "any" ? ["nearest", "truncated"] : [rounding];
  const left = tried.map((one) => ({ rounding: one, candidates: definitionsLeft(table, one) }));
  const found = left.find(({ candidates }) => candidates.length > 0) ?? left[0];
  const ofName = found.candidates.filter(({ definition }) => definition === named);
  const candidates = ofName.length > 0 ? ofName : found.candidates;
  const fits = printedFits(table);
  const only = candidates.length === 1 ? candidates[0] : undefined;
  const settled = only ? settleMirror(linkedCounts(only.events, sizesOf(fits), poolsOf(table)), sizesOf(fits), (id) => impliedShare(table, id)) : undefined;
  return {
    definition: only?.definition ?? null,
    candidates,
    events: inOrder(fits, (id) => settled?.events[id]),
    mirror: inOrder(fits, (id) => settled && fits[id].n - settled.events[id]),
    settledBy: settled?.settledBy ?? null,
    rounding: found.rounding,
    exceptFor: candidates.length > 0 || Object.keys(fits).length < 2 ? [] : exceptions(table, Object.keys(fits)),
    attainable: Object.fromEntries(Object.entries(fits).map(([id, fit]) => [id, attainableR2(fit) ?? null])),
  };
}

/** Counts by model, in the order of the table. */
const inOrder = (fits: Readonly<Record<string, PrintedFit>>, count: (id: string) => number | undefined): EventCounts =>
  Object.fromEntries(Object.keys(fits).flatMap((id) => {
    const events = count(id);
    return events === undefined ? [] : [[id, events]];
  }));

const exceptions = (table: PublishedTable, ids: readonly string[]): { definition: PseudoR2Definition; model: string }[] =>
  ids.flatMap((model) => definitionsLeft(table, "nearest", model).map(({ definition }) => ({ definition, model })));

function modelResult(
  table: PublishedTable, id: string, model: PublishedModel, pseudoR2: PseudoR2Answer, named: PseudoR2Definition | undefined,
): CheckResult {
  const at = { check: "pseudoR2", model: id, term: null } as const;
  const fit = printedFit(model);
  if (!fit) return { ...at, verdict: "cannot-tell", interval: null, ...NEEDS };
  const attainable = pseudoR2.attainable[id];
  if (!attainable) {
    const least = model.n * Math.log(0.5);
    return {
      ...at, verdict: "inconsistent", interval: [least, 0],
      why: `A log-likelihood of ${fit.logLik} is below n·log(1/2) = ${say(least)}, the worst that a model with a constant can have at n = ${model.n}.`,
      whyZh: `对数似然值 ${fit.logLik} 低于 n·log(1/2) = ${say(least)}，而样本量 ${model.n} 且含常数项的模型不可能更差。`,
    };
  }
  const most = Math.max(...Object.values(attainable));
  const interval = [0, most] as const;
  if (printedInterval(fit.pseudoR2).lower > most + SLACK) {
    return {
      ...at, verdict: "inconsistent", interval,
      why: `R² ${fit.pseudoR2} is above ${say(most)}, the most that any of the eight definitions reaches at n = ${model.n} and log-likelihood ${fit.logLik}.`,
      whyZh: `在 n = ${model.n}、对数似然值 ${fit.logLik} 下，八种定义中最大只能达到 ${say(most)}，而表中 R² 为 ${fit.pseudoR2}。`,
    };
  }
  if (named) return namedResult(at, fit, named, interval, attainable[named]);
  if (table.pseudoR2Definition) return { ...at, verdict: "cannot-tell", interval, why: `"${table.pseudoR2Definition}" is no function of the log-likelihoods that is known here.`, whyZh: `“${table.pseudoR2Definition}” 不是这里所列的对数似然函数。` };
  const fitting = pseudoR2.candidates.map(({ definition }) => DEFINITION_NAMES[definition]).join(", ");
  return {
    ...at, verdict: fitting ? "consistent" : "cannot-tell", interval,
    why: fitting ? `Some event count gives it under ${fitting}.` : "No one definition gives all models' R² at any event count; it may be another kind of R².",
    whyZh: fitting ? `按 ${fitting} 的定义，存在相应的事件数。` : "没有一种定义能在任何事件数下给出所有模型的 R²；可能是另一类 R²。",
  };
}

const NEEDS = {
  why: "Needs a binary logit with its log-likelihood and R²: an ordered outcome's null log-likelihood hangs on counts that are not printed.",
  whyZh: "需要二元 logit 及其对数似然值与 R²：定序因变量的零模型对数似然取决于未列出的频数。",
};

function namedResult(
  at: Pick<CheckResult, "check" | "model" | "term">, fit: PrintedFit, named: PseudoR2Definition, interval: readonly [number, number], most: number,
): CheckResult {
  const name = DEFINITION_NAMES[named];
  const nearest = eventCounts(named, fit, "nearest").length > 0;
  if (nearest || eventCounts(named, fit, "any").length > 0) {
    return { ...at, verdict: nearest ? "consistent" : "only-by-rounding", interval, why: `Some event count gives it under ${name}.`, whyZh: `按 ${name} 的定义，存在相应的事件数。` };
  }
  return {
    ...at, verdict: "inconsistent", interval: [interval[0], most],
    why: `No event count of ${fit.n} gives ${name}'s R² as ${fit.pseudoR2} at log-likelihood ${fit.logLik}; the most it can be is ${say(most)}.`,
    whyZh: `样本量 ${fit.n}、对数似然值 ${fit.logLik} 时，任何事件数都得不到 ${name} R² = ${fit.pseudoR2}；其最大值为 ${say(most)}。`,
  };
}

function inconsistency(table: PublishedTable, id: string, model: PublishedModel, result: CheckResult, named: PseudoR2Definition | undefined): Finding {
  const others = named ? definitionsLeft(onlyModel(table, id)).map(({ definition }) => DEFINITION_NAMES[definition]) : [];
  const { n, logLik, pseudoR2 } = printedFit(model)!;
  return {
    check: "pseudoR2", severity: "inconsistent", model: id, term: null,
    printed: { n: String(n), logLik, pseudoR2 },
    message: `${id}: ${result.why} ${others.length > 0 ? `It could be ${others.join(", ")} instead.` : "R², log-likelihood or n is misprinted, or the model is weighted."}`,
    messageZh: `${id}：${result.whyZh}${others.length > 0 ? `可能是 ${others.join("、")}。` : "R²、对数似然值或样本量必有一处印错，或模型经过加权。"}`,
    reference: REFERENCES.pseudoR2,
    code: named
      ? `eventCounts(${literal(named)}, ${literal(printedFit(model))}, "any")`
      : `attainableR2(${literal(printedFit(model))})`,
  };
}

const onlyModel = (table: PublishedTable, id: string): PublishedTable => ({ models: { [id]: table.models[id] } });

/** What the reader was not told: the definition and the counts, or which model stands apart. */
function summary(table: PublishedTable, answer: PseudoR2Answer, named: PseudoR2Definition | undefined, proved: readonly Finding[]): Finding[] {
  const ids = Object.keys(printedFits(table));
  if (ids.length === 0) return [];
  const at = { check: "pseudoR2", severity: "note", term: null, reference: REFERENCES.pseudoR2 } as const;
  if (answer.definition && answer.definition !== named) {
    const counts = Object.entries(answer.events).map(([id, events]) => `${id} ${events}/${table.models[id].n}`).join(", ");
    const mirrors = Object.values(answer.mirror).join(", ");
    return [{
      ...at, model: wholeOf(table) ?? ids[0],
      printed: Object.fromEntries(ids.map((id) => [id, table.models[id].pseudoR2!])),
      message: `The table does not say which pseudo R² it prints; of eight definitions only ${DEFINITION_NAMES[answer.definition]}'s can give the printed values, and only with events ${counts} (or the mirror: ${mirrors}). ${answer.settledBy ?? "Nothing printed tells the events from their mirror."}`,
      messageZh: `文中未说明 R² 的定义；八种定义中只有 ${DEFINITION_NAMES[answer.definition]} 能给出表中数值，对应事件数 ${counts}（或其镜像：${mirrors}）。${answer.settledBy ? "由系数隐含的比例可区分二者。" : "表中没有数字能区分事件与其镜像。"}`,
      code: "definitionsLeft(published)",
    }];
  }
  return answer.candidates.length > 0 || ids.length < 2 || proved.length > 0 ? [] : [standingApart(table, answer, ids)];
}

/** No definition fits every model: which one would the others have to be read without? */
function standingApart(table: PublishedTable, { exceptFor }: PseudoR2Answer, ids: readonly string[]): Finding {
  const apart = [...new Set(exceptFor.map(({ model }) => model))];
  const model = apart[0] ?? wholeOf(table) ?? ids[0];
  const { n, logLik, pseudoR2 } = table.models[model];
  const splits = (zh: boolean) => apart.map((id) => {
    const names = exceptFor.filter((one) => one.model === id).map(({ definition }) => DEFINITION_NAMES[definition]);
    return zh ? `除 ${id} 外均符合 ${names.join("、")}` : `all but ${id} fit ${names.join(" or ")}`;
  }).join(zh ? "；或" : "; or ");
  return {
    check: "pseudoR2", severity: "note", model, term: null, reference: REFERENCES.pseudoR2,
    printed: { n: String(n), logLik: logLik!, pseudoR2: pseudoR2! },
    message: `No one of the eight definitions gives the R² of all models at any event count${apart.length > 0 ? `: ${splits(false)}. The R², log-likelihood or n of the one that stands apart is misprinted, or its R² is of another definition.` : ". R², log-likelihood or n are misprinted in several models, or the R² is no function of the log-likelihoods (Tjur's, Efron's)."}`,
    messageZh: `八种定义中没有一种能在任何事件数下给出所有模型的 R²${apart.length > 0 ? `：${splits(true)}。与众不同者的 R²、对数似然值或样本量可能印错，或采用了另一种定义。` : "。可能有多处印错，或该 R² 不是对数似然的函数（如 Tjur、Efron）。"}`,
    code: apart.length > 0 ? `definitionsLeft(published, "nearest", ${literal(model)})` : "definitionsLeft(published)",
  };
}

const wholeOf = (table: PublishedTable): string | undefined => table.pooled?.find(({ whole }) => printedFit(table.models[whole]))?.whole;
