import type { PublishedTable } from "../published/publishedTable";
import type { EventCounts } from "./pseudoR2";
import { printedInterval } from "./printedInterval";
import { REFERENCES } from "./references";
import { averageProbability, type Component, componentsOf, linearPredictor } from "./spread";
import type { Audited, CheckResult, Finding } from "./vocabulary";
import { isConstant, literal, nameOf, rowOf, say, slopesOf } from "./words";

/** The margins are printed for other rows, or supposed, and taken as independent: a smaller gap than this means nothing. */
const TOLERANCE = 0.05;
/** A change repairs the level where it brings the two this close. */
const REPAIRED = 0.03;

/** One change of one term that a misprint or another coding would make. */
export interface LevelChange {
  readonly term: string;
  readonly change: "sign" | "coded 1 and 2" | "coded 2 and 1";
  readonly implied: number;
}

export interface LevelAnswer {
  readonly model: string;
  /** Share of events that the printed coefficients imply. */
  readonly implied: number;
  /** … at the ends of the coefficients' rounding. */
  readonly interval: readonly [number, number];
  /** Share of events that check 3 found; null where it found none. */
  readonly observed: number | null;
  readonly changes: readonly LevelChange[];
}

/**
 * The share of events that a binary logit implies, averaged over the margins of its terms (not taken at their means).
 *
 * Method    with a constant in the model, fitted probabilities average to the observed share; so the logistic curve of
 *           const + Σ coef·x, averaged over the spread of x, must be near it.
 * Source    McCullagh & Nelder (1989), §4.4 (the score of the constant is zero).
 * Never says inconsistent: the joint spread of the terms is not printed, so independence is an approximation, and some
 *           margins are supposed or those of a larger sample.
 * Assumes   independent terms, the margins of the whole where a part prints none, numbers normal within their range.
 *
 * @returns the share, or the terms whose spread is unknown
 * @example impliedShare({ models: { A: { family: "binary logit", n: 100, rows: [{ term: "const", coef: "0.00", se: "0.20", stars: "" }] } } }, "A")  // 0.5
 * @example impliedShare({ models: { A: { family: "binary logit", n: 100, rows: [{ term: "x", coef: "1.00", se: "0.20", stars: "" }] } } }, "A")  // ["x", "the constant"]
 */
export function impliedShare(table: PublishedTable, id: string): number | string[] {
  const prepared = prepare(table, id);
  return Array.isArray(prepared) ? prepared : shareAt(prepared, prepared.coefficients, prepared.constant);
}

interface Prepared {
  readonly components: readonly Component[];
  readonly coefficients: Readonly<Record<string, number>>;
  readonly constant: number;
  readonly constantTerm: string;
}

function prepare(table: PublishedTable, id: string): Prepared | string[] {
  const model = table.models[id];
  const slopes = slopesOf(model);
  const constant = model.rows.find(isConstant);
  const { components, missing } = componentsOf(table, id, slopes.map(({ term }) => term));
  if (missing.length > 0 || !constant) return [...missing, ...(constant ? [] : ["the constant"])];
  return {
    components,
    coefficients: Object.fromEntries(slopes.map(({ term, coef }) => [term, Number(coef)])),
    constant: Number(constant.coef),
    constantTerm: constant.term,
  };
}

const shareAt = ({ components }: Prepared, coefficients: Readonly<Record<string, number>>, constant: number): number =>
  averageProbability(linearPredictor(components, coefficients, constant));

/** Every binary model whose terms' spread is known; `events` from check 3. */
export function auditLevel(table: PublishedTable, events: EventCounts): Audited & { level: LevelAnswer[] } {
  const checks: CheckResult[] = [];
  const findings: Finding[] = [];
  const level: LevelAnswer[] = [];
  for (const [id, model] of Object.entries(table.models)) {
    if (model.family !== "binary logit") continue;
    const prepared = prepare(table, id);
    if (Array.isArray(prepared)) {
      checks.push(unknownSpread(id, prepared));
      continue;
    }
    const answer = answerFor(table, id, prepared, id in events ? events[id] / model.n : null);
    level.push(answer);
    checks.push(resultOf(answer));
    const finding = findingOf(table, answer);
    if (finding) findings.push(finding);
  }
  return { checks, findings, level };
}

function answerFor(table: PublishedTable, id: string, prepared: Prepared, observed: number | null): LevelAnswer {
  const implied = shareAt(prepared, prepared.coefficients, prepared.constant);
  const shifted = (end: "lower" | "upper") => {
    const at = (term: string) => printedInterval(rowOf(table.models[id], term)!.coef, "nearest")[end];
    return shareAt(prepared, Object.fromEntries(Object.keys(prepared.coefficients).map((term) => [term, at(term)])), at(prepared.constantTerm));
  };
  const ends = [shifted("lower"), shifted("upper")].sort((a, b) => a - b) as [number, number];
  return { model: id, implied, interval: ends, observed, changes: changesOf(prepared) };
}

/** Every sign turned, and every 0/1 term coded 1/2 either way. */
function changesOf(prepared: Prepared): LevelChange[] {
  const { coefficients, constant } = prepared;
  return Object.keys(coefficients).flatMap((term) => {
    const turned = { ...coefficients, [term]: -coefficients[term] };
    const sign = { term, change: "sign", implied: shareAt(prepared, turned, constant) } as const;
    if (!isDummy(prepared, term)) return [sign];
    // 1/2 is 0/1 plus one: the coefficient is added to the constant. 2/1 (1 = has, 2 = has not) is 2 minus 0/1.
    return [
      sign,
      { term, change: "coded 1 and 2", implied: shareAt(prepared, coefficients, constant + coefficients[term]) } as const,
      { term, change: "coded 2 and 1", implied: shareAt(prepared, turned, constant + 2 * coefficients[term]) } as const,
    ];
  });
}

const isDummy = ({ components }: Prepared, term: string): boolean =>
  components.some(({ terms, rows }) => terms.length === 1 && terms[0] === term && rows.every(({ values }) => values[term] === 0 || values[term] === 1));

const gapOf = ({ implied, observed }: LevelAnswer): number => (observed === null ? 0 : Math.abs(implied - observed));
const repairsOf = ({ changes, observed }: LevelAnswer): LevelChange[] =>
  observed === null ? [] : changes.filter(({ implied }) => Math.abs(implied - observed) <= REPAIRED);

function resultOf(answer: LevelAnswer): CheckResult {
  const { model, implied, interval, observed } = answer;
  const at = { check: "level", model, term: null, interval } as const;
  if (observed === null) {
    return { ...at, verdict: "cannot-tell", why: `The coefficients imply ${say(implied)} events; how many there were is not known.`, whyZh: `系数隐含的事件比例为 ${say(implied)}；实际比例未知。` };
  }
  return {
    ...at,
    verdict: gapOf(answer) <= TOLERANCE ? "consistent" : "cannot-tell",
    why: `The coefficients imply ${say(implied)} events, the table's own numbers ${say(observed)}.`,
    whyZh: `系数隐含的事件比例为 ${say(implied)}，由表中数字推出的比例为 ${say(observed)}。`,
  };
}

const unknownSpread = (model: string, missing: readonly string[]): CheckResult => ({
  check: "level", model, term: null, verdict: "cannot-tell", interval: null,
  why: `Not known: how ${missing.join(", ")} are spread.`,
  whyZh: `未知：${missing.join("、")} 的分布。`,
});

function findingOf(table: PublishedTable, answer: LevelAnswer): Finding | undefined {
  const { model: id, implied, observed } = answer;
  if (observed === null || gapOf(answer) <= TOLERANCE) return undefined;
  const repairs = repairsOf(answer);
  const only = repairs.length === 1 ? rowOf(table.models[id], repairs[0].term) : undefined;
  const list = (zh: boolean) => repairs.map((repair) => describe(table, id, repair, zh)).join(zh ? "；" : "; ");
  return {
    check: "level", severity: "note", model: id, term: only?.term ?? null,
    printed: only ? { coef: only.coef, se: only.se, stars: only.stars } : {},
    message: `${id}: averaged over the margins the coefficients imply ${say(implied)} events, but log-likelihood and R² imply ${say(observed)}. `
      + (repairs.length > 0 ? `One change alone would bring them together: ${list(false)}; a likely story, not a proof, since the margins are approximate.` : "No single sign or 1/2 coding brings them together."),
    messageZh: `${id}：按边际分布平均，系数隐含的事件比例为 ${say(implied)}，而对数似然与 R² 隐含 ${say(observed)}。`
      + (repairs.length > 0 ? `只改一处即可吻合：${list(true)}；边际分布只是近似，这是较可能的解释，并非证明。` : "改动任何单个符号或 1/2 编码都不能吻合。"),
    reference: REFERENCES.level,
    code: `impliedShare(published, ${literal(id)})`,
  };
}

function describe(table: PublishedTable, id: string, { term, change, implied }: LevelChange, zh: boolean): string {
  const name = nameOf(rowOf(table.models[id], term)!)[zh ? "zh" : "en"];
  if (change === "sign") return zh ? `${name} 符号相反（${say(implied)}）` : `${name} with the other sign (${say(implied)})`;
  const coding = change === "coded 1 and 2" ? "1/2" : "2/1";
  return zh ? `${name} 编码为 ${coding}（${say(implied)}）` : `${name} ${change} (${say(implied)})`;
}
