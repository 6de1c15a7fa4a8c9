import type { Bilingual } from "../../bilingual";
import type { Check, Example, Need, Outcome, RawFinding, Result } from "../check";
import { type Constraint, leastError, type Range, rowsInFirst } from "../crudeTable";
import { exampleTable } from "../exampleTable";
import { informationNeeded, leastRarer } from "../floors";
import type { Given } from "../given";
import { asPair } from "../printedInterval";
import type { PrintedModel } from "../printedModel";
import { namedDefinition } from "../pseudoR2Definitions";
import { literal, printedCell, say } from "../words";

/** Beyond this, trying every share of the rows takes long and says little. */
const MOST_ROWS = 3000;

/**
 * A dummy's standard error against its crude table, once the number of events is known: SE² ≥ 1/a + 1/b + 1/c + 1/d
 * (`crudeTable.ts` has the proof). Over every way to share the events out; for parts whose own counts are not printed, over
 * every way to share out the whole's.
 *
 * Inconsistent means: no table with these counts and events allows the largest value that the printed SE may stand for.
 * Assumes   unweighted maximum likelihood, model-based SEs, a constant, the term coded 0/1. Events that follow only
 *           from an R² whose definition is not named prove nothing: then a note.
 */
function run(given: Given): Outcome<null> {
  const results: Result[] = [];
  const findings: RawFinding[] = [];
  const needs: Need[] = [];
  if (!given.modelBased) return { results, findings, needs: [{ model: null, en: "model-based, unweighted standard errors", zh: "基于模型的、未加权的标准误" }], answer: null };
  const proves = namedDefinition(given.table.pseudoR2Definition) !== undefined;
  for (const [id, terms] of Object.entries(given.table.categories ?? {})) {
    const model = given.model(id);
    const events = eventsOf(given, model);
    if (model.family !== "binary logit" || !given.isInLogOdds(model)) continue;
    if (events.length === 0) {
      needs.push({ model: id, ...NEEDS_EVENTS });
      continue;
    }
    for (const [term, { one, reference }] of Object.entries(terms)) {
      const se = model.row(term)?.se;
      if (se === undefined || one + reference > model.n!) continue;
      const floor = Math.min(...events.map((count) => leastError(one, reference, { n: model.n!, events: count })));
      const { result, finding } = held(model, term, { one, reference }, se.upper, floor, asPair(se), proves);
      results.push(result);
      if (finding) findings.push(finding);
    }
  }
  for (const { result, finding } of sharedOut(given, proves)) {
    results.push(result);
    if (finding) findings.push(finding);
  }
  if (results.length + needs.length === 0) needs.push({ model: null, en: "how many rows each category has (categories)", zh: "各类别的频数（categories）" });
  return { results, findings, needs, answer: null };
}

const NEEDS_EVENTS: Bilingual = { en: "the number of events, or log-likelihood and R² that give it", zh: "事件数，或可推出事件数的对数似然值与 R²" };

/** Every event count that is left of a binary model, one of each mirrored two (a crude table is the same mirrored). */
function eventsOf({ pseudoR2: { definition, candidates } }: Given, { id }: PrintedModel): readonly number[] {
  const events = candidates[0]?.events;
  return definition !== null && events && Object.hasOwn(events, id) && events[id].length <= 50 ? events[id] : [];
}

function held(
  model: PrintedModel, term: string, { one, reference }: { one: number; reference: number }, se: number, floor: number, interval: [number, number], proves: boolean,
): { result: Result; finding?: RawFinding } {
  const { row, name } = model.row(term)!;
  const impossible = se < floor * (1 - 1e-9);
  const result: Result = {
    model: model.id, term, verdict: impossible ? (proves ? "inconsistent" : "cannot-tell") : interval[0] >= floor ? "consistent" : "cannot-tell", interval,
    why: `With ${one} : ${reference} rows and the events known, the crude table allows no SE below ${say(floor)}; printed ${row.se}.`,
    whyZh: `在 ${one} : ${reference} 的频数与已知事件数下，由交叉表得到的标准误不低于 ${say(floor)}；表中为 ${row.se}。`,
  };
  if (!impossible) return { result };
  return { result, finding: {
    severity: proves ? "inconsistent" : "note", model: model.id, term, weight: 60,
    printed: { coef: row.coef, se: row.se!, one: String(one), reference: String(reference) },
    message: `${model.name}, ${name.en}: the SE in ${printedCell(row)} is below ${say(floor)}, the least that any crude table with ${one} : ${reference} rows and this many events allows. The term was coded otherwise than counted, the SE is not model-based, or one of the numbers is misprinted.`,
    messageZh: `${model.name}，${name.zh}：${printedCell(row)} 中的标准误低于 ${say(floor)}，而在 ${one} : ${reference} 的频数与该事件数下任何交叉表都不容许更小。该变量的编码与频数不符，或标准误并非基于模型，或有数字印错。`,
    code: `leastError(${one}, ${reference}, ${literal({ n: model.n, events: null })})`,
  } };
}

/** Wholes of two parts whose own counts are not printed. */
function sharedOut(given: Given, proves: boolean): { result: Result; finding?: RawFinding }[] {
  return given.pools.flatMap(({ whole, parts }) => {
    if (parts.length !== 2 || [whole, ...parts].some((model) => model.family !== "binary logit" || !given.isInLogOdds(model))) return [];
    const counts = [whole, ...parts].map((model) => eventsOf(given, model));
    if (counts.some((list) => list.length !== 1)) return [];
    return Object.entries(given.table.categories?.[whole.id] ?? {}).flatMap(([term, { one, reference }]) => {
      const models = [whole, ...parts];
      const total = Math.min(one, reference);
      const ses = models.map((model) => model.row(term)?.se);
      const known = parts.some(({ id }) => given.table.categories?.[id] && Object.hasOwn(given.table.categories[id], term));
      if (known || one + reference !== whole.n || total > MOST_ROWS || ses.some((se) => se === undefined)) return [];
      // The rarer answer is counted; as the table is the same mirrored, it does not matter which answer is 1.
      const [w, a, b] = models.map((model, i): Constraint => ({ n: model.n!, events: counts[i][0], se: ses[i]!.upper }));
      return [shareOf(given, whole, parts, term, total, rowsInFirst(total, w, a, b), proves)];
    });
  });
}

function shareOf(
  given: Given, whole: PrintedModel, parts: readonly PrintedModel[], term: string, total: number, range: Range & { events: Range }, proves: boolean,
): { result: Result; finding?: RawFinding } {
  const { row, name } = whole.row(term)!;
  const [first, second] = parts;
  const printed = { se: row.se!, ...Object.fromEntries(parts.map((part) => [`se of ${part.id}`, part.row(term)!.row.se!])), rarer: String(total) };
  const code = `rowsInFirst(${total}, ${[whole, first, second].map((model) => literal({ n: model.n, events: eventsOf(given, model)[0], se: model.row(term)!.se!.upper })).join(", ")})`;
  const none = range.least > range.most;
  const result: Result = {
    model: whole.id, term, verdict: none ? (proves ? "inconsistent" : "cannot-tell") : "consistent", interval: none ? null : [range.least, range.most],
    why: none ? `No way to share out the ${total} rows of the rarer answer gives the SEs of whole and parts.` : `Of the ${total} rows of the rarer answer ${range.least} to ${range.most} are in ${first.name}.`,
    whyZh: none ? `较少一类的 ${total} 人无论怎样分配，都得不到全样本与各组的标准误。` : `较少一类的 ${total} 人中，${first.name} 有 ${range.least} 至 ${range.most} 人。`,
  };
  if (none) {
    return { result, finding: {
      severity: proves ? "inconsistent" : "note", model: whole.id, term, printed, code, weight: 60,
      message: `${name.en}: no way to share out the ${total} rows of the rarer answer between ${first.name} and ${second.name} gives the three SEs at these event counts. The term was coded otherwise than counted, or an SE is misprinted or not model-based.`,
      messageZh: `${name.zh}：在已知事件数下，较少一类的 ${total} 人无论怎样在 ${first.name} 与 ${second.name} 之间分配，都得不到这三个标准误。该变量的编码与频数不符，或某标准误印错或并非基于模型。`,
    } };
  }
  const short = shortfall(given, parts, term, total, range);
  if (!short) return { result };
  const { model, most, needed } = short;
  const own = model.row(term)!.row;
  return { result, finding: {
    severity: "note", model: model.id, term, weight: 58, printed: { ...printed, [`se of ${model.id}`]: own.se! }, code,
    message: `${model.name}, ${name.en}: its SE ${own.se} needs at least ${needed} rows of the rarer answer under expected information, but the binary models on the same people leave at most ${most} of ${total}. So the term was coded otherwise there, or its SE is not model-based (observed information could go lower).`,
    messageZh: `${model.name}，${name.zh}：按期望信息，其标准误 ${own.se} 至少需要较少一类 ${needed} 人，而同一批人的二元模型表明最多只有 ${most} 人（共 ${total} 人）。可见该变量在此编码不同，或标准误并非基于模型（观测信息下可更小）。`,
  } };
}

/** An ordered model on the rows of a part that needs more of the rarer answer than the part can have. */
function shortfall(given: Given, parts: readonly PrintedModel[], term: string, total: number, { least, most }: Range): { model: PrintedModel; most: number; needed: number } | undefined {
  for (const [i, part] of parts.entries()) {
    const available = i === 0 ? most : total - least;
    for (const model of given.models.values()) {
      const se = model.row(term)?.se;
      if (model.family !== "ordered logit" || !given.isInLogOdds(model) || model.n !== part.n || model.published.group !== part.published.group || se === undefined) continue;
      const needed = leastRarer(informationNeeded(se.upper, model.family, model.published.levels, "expected"), model.n!);
      if (needed > available) return { model, most: available, needed };
    }
  }
  return undefined;
}

const example = (se: string): Example =>
  exampleTable([{ term: "x", coef: "0.500", se, stars: "" }], { n: 187, logLik: "-106.527", pseudoR2: "0.257" }, { pseudoR2Definition: "Nagelkerke", categories: { A: { x: { one: 20, reference: 167 } } } });

export const crudeTables: Check<null> = {
  name: "crudeTables",
  title: { en: "Standard errors against the crude table", zh: "标准误与交叉表" },
  source: "Woolf (1955), Annals of Human Genetics 19: 251–253; McCullagh & Nelder (1989), Generalized Linear Models, §4.4",
  proves: true,
  weight: 60,
  run,
  passes: example("0.600"),
  fails: example("0.450"),
};
