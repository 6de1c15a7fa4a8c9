import type { Bilingual } from "../../bilingual";
import { dictionary } from "../../published/dictionary";
import type { Margin, PublishedRow } from "../../published/publishedTable";
import type { Check, Example, Need, Outcome, RawFinding, Result } from "../check";
import { exampleModel } from "../exampleTable";
import type { Given } from "../given";
import { type Prepared, prepare, shareAt } from "../impliedShare";
import { printedInterval } from "../printedInterval";
import type { PrintedModel } from "../printedModel";
import { literal, say } from "../words";

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
  /** Share of events by log-likelihood and R²; null where they give none. */
  readonly observed: number | null;
  readonly changes: readonly LevelChange[];
}

function run(given: Given): Outcome<LevelAnswer[]> {
  const results: Result[] = [];
  const findings: RawFinding[] = [];
  const needs: Need[] = [];
  const answer: LevelAnswer[] = [];
  for (const model of given.models.values()) {
    const { id, n } = model;
    if (model.family !== "binary logit" || !given.isInLogOdds(model)) continue;
    const prepared = prepare(given.table, id);
    if (Array.isArray(prepared)) {
      const result = unknownSpread(given, id, prepared);
      results.push(result);
      needs.push({ model: id, en: `how its terms are spread (margins or counts of ${prepared.length} of them)`, zh: `自变量的分布（尚缺 ${prepared.length} 项的边际分布或频数）` });
      continue;
    }
    const events = given.pseudoR2.events;
    const one = answerFor(model, prepared, Object.hasOwn(events, id) && n !== undefined ? events[id] / n : null);
    answer.push(one);
    results.push(resultOf(one));
    if (one.observed === null) needs.push({ model: id, en: "the number of events, or log-likelihood and R² that give it", zh: "事件数，或可推出事件数的对数似然值与 R²" });
    const finding = findingOf(given, model, one);
    if (finding) findings.push(finding);
  }
  if (answer.length + needs.length === 0) needs.push({ model: null, en: "a binary logit in log-odds", zh: "以对数优势报告的二元 logit 模型" });
  return { results, findings, needs, answer };
}

function answerFor({ id, row }: PrintedModel, prepared: Prepared, observed: number | null): LevelAnswer {
  const implied = shareAt(prepared, prepared.coefficients, prepared.constant);
  const shifted = (end: "lower" | "upper") => {
    const at = (term: string) => printedInterval(row(term)!.row.coef, "nearest")[end];
    return shareAt(prepared, dictionary(Object.keys(prepared.coefficients).map((term) => [term, at(term)])), at(prepared.constantTerm));
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

function resultOf(answer: LevelAnswer): Result {
  const { model, implied, interval, observed } = answer;
  const at = { model, term: null, interval } as const;
  if (observed === null) {
    return { ...at, verdict: "cannot-tell", why: `The coefficients imply ${say(implied)} events; how many there were is not known.`, whyZh: `系数隐含的事件比例为 ${say(implied)}；实际比例未知。` };
  }
  return {
    ...at,
    // Certain only where the whole interval is near: a face value that is near would be one value that agrees.
    verdict: interval.every((end) => Math.abs(end - observed) <= TOLERANCE) ? "consistent" : "cannot-tell",
    why: `The coefficients imply ${say(implied)} events, the table's own numbers ${say(observed)}.`,
    whyZh: `系数隐含的事件比例为 ${say(implied)}，由表中数字推出的比例为 ${say(observed)}。`,
  };
}

const unknownSpread = (given: Given, model: string, missing: readonly string[]): Result => {
  const names = missing.map((term) => given.model(model).row(term)?.name ?? { en: term, zh: term === "the constant" ? "常数项" : term });
  return {
    model, term: null, verdict: "cannot-tell", interval: null,
    why: `Not known: how ${names.map(({ en }) => en).join(", ")} are spread.`,
    whyZh: `未知：${names.map(({ zh }) => zh).join("、")} 的分布。`,
  };
};

function findingOf(given: Given, model: PrintedModel, answer: LevelAnswer): RawFinding | undefined {
  const { implied, observed } = answer;
  if (observed === null || Math.abs(implied - observed) <= TOLERANCE) return undefined;
  const repairs = answer.changes.filter((change) => Math.abs(change.implied - observed) <= REPAIRED);
  const only = repairs.length === 1 ? model.row(repairs[0].term)?.row : undefined;
  const list = (language: "en" | "zh") => repairs.map((repair) => describe(model, repair, language)).join(language === "zh" ? "；" : "; ");
  const supposed = supposedMargins(given, model);
  return {
    severity: "note", model: model.id, term: only?.term ?? null,
    printed: only ? printedOf(only) : {},
    message: `${model.name}: averaged over the margins the coefficients imply ${say(implied)} events, but log-likelihood and R² imply ${say(observed)}. `
      + (repairs.length > 0 ? `One change alone would bring them together: ${list("en")}; a likely story, not a proof, since the margins are approximate.` : "No single sign or 1/2 coding brings them together.")
      + supposed.en,
    messageZh: `${model.name}：按边际分布平均，系数隐含的事件比例为 ${say(implied)}，而对数似然与 R² 隐含 ${say(observed)}。`
      + (repairs.length > 0 ? `只改一处即可吻合：${list("zh")}；边际分布只是近似，这是较可能的解释，并非证明。` : "改动任何单个符号或 1/2 编码都不能吻合。")
      + supposed.zh,
    code: `impliedShare(published, ${literal(model.id)})`,
  };
}

const printedOf = ({ coef, se, stars }: PublishedRow): Record<string, string> => ({ coef, ...(se !== undefined && { se }), stars });

/** What the check rests on that no table prints has to be said wherever it speaks. */
function supposedMargins({ table }: Given, model: PrintedModel): Bilingual {
  const assumed = model.slopes.filter(({ row }) => table.margins && Object.hasOwn(table.margins, row.term) && table.margins[row.term].assumed);
  if (assumed.length === 0) return { en: "", zh: "" };
  const list = (language: "en" | "zh") => assumed.map(({ row, name }) => `${name[language]} ${spreadWords(table.margins![row.term], language)}`).join(language === "zh" ? "，" : ", ");
  return { en: ` Supposed, not printed: ${list("en")}.`, zh: `以下为推定，并非表中所列：${list("zh")}。` };
}

function spreadWords(margin: Margin, language: "en" | "zh"): string {
  if ("share" in margin) return language === "zh" ? `占 ${say(margin.share, 2)}` : `share ${say(margin.share, 2)}`;
  return language === "zh" ? `标准差 ${margin.sd}` : `SD ${margin.sd}`;
}

function describe({ row }: PrintedModel, { term, change, implied }: LevelChange, language: "en" | "zh"): string {
  const name = row(term)!.name[language];
  if (change === "sign") return language === "zh" ? `${name} 符号相反（${say(implied)}）` : `${name} with the other sign (${say(implied)})`;
  const coding = change === "coded 1 and 2" ? "1/2" : "2/1";
  return language === "zh" ? `${name} 编码为 ${coding}（${say(implied)}）` : `${name} ${change} (${say(implied)})`;
}

/** Half of 100 had the event by log-likelihood and Nagelkerke's R²; the level agrees, or is far off. */
const example = (constant: string): Example => ({
  table: {
    models: { A: exampleModel([{ term: "x", coef: "1.000", se: "0.300", stars: "***" }, { term: "const", coef: constant, se: "0.300", stars: "" }], { n: 100, logLik: "-63.000", pseudoR2: "0.158" }) },
    margins: { x: { share: 0.5 } }, pseudoR2Definition: "Nagelkerke",
  },
});

/** The share of events that the coefficients imply against the one that log-likelihood and R² imply. */
export const level: Check<LevelAnswer[]> = {
  name: "level",
  title: { en: "Level and sign", zh: "水平与符号" },
  source: "McCullagh & Nelder (1989), Generalized Linear Models, §4.4: with a constant, fitted and observed shares agree",
  proves: false,
  weight: 60,
  run,
  passes: example("-0.500"),
  fails: example("1.500"),
};
