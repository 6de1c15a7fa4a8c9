import { normalQuantile } from "../../models/numeric/normal";
import type { Check, Example, Need, Outcome, RawFinding, Result } from "../check";
import { comparable, type GroupDifference, pairsOf } from "../differences";
import { exampleModel } from "../exampleTable";
import type { Given } from "../given";
import { literal, pIs, printedCell, say } from "../words";

const LEVEL = 0.05;
const CRITICAL = normalQuantile(1 - LEVEL / 2);

function run(given: Given): Outcome<readonly GroupDifference[]> {
  const results: Result[] = [];
  const findings: RawFinding[] = [];
  const needs: Need[] = [];
  const pairs = pairsOf(given);
  for (const [a, b] of pairs) {
    if (!comparable(a, b)) {
      results.push({ model: a.id, term: null, verdict: "cannot-tell", interval: null, why: `${a.name} and ${b.name} are models of different families or scales.`, whyZh: `${a.name} 与 ${b.name} 的模型类型或尺度不同。` });
      continue;
    }
    const differences = given.groupDifferences.filter((one) => one.a === a.id && one.b === b.id);
    if (differences.length === 0) needs.push({ model: a.id, en: `terms with standard errors that ${a.name} and ${b.name} share`, zh: `${a.name} 与 ${b.name} 共有且带标准误的项` });
    for (const difference of differences) {
      const { result, finding } = judge(given, difference);
      results.push(result);
      if (finding) findings.push(finding);
    }
  }
  if (pairs.length === 0) needs.push({ model: null, en: "which models are of different people (parts of a pooled model, or --pairs A:B)", zh: "哪些模型来自不同的人（合并模型的各部分，或 --pairs A:B）" });
  return { results, findings, needs, answer: given.groupDifferences };
}

function judge(given: Given, { term, a, b, difference, z, p, pHolm, zInterval }: GroupDifference): { result: Result; finding?: RawFinding } {
  const [modelA, modelB] = [given.model(a), given.model(b)];
  const [rowA, rowB] = [modelA.row(term)!, modelB.row(term)!];
  const suggested = (rowA.row.stars === "") !== (rowB.row.stars === "");
  // Nobody reads a difference into constants and thresholds: they are tested and counted by Holm, not noted.
  const untested = suggested && p >= LEVEL && !rowA.isConstant && !rowA.isThreshold;
  // The whole interval has to be significant: one value that agrees is not all.
  const whole = zInterval[0] > CRITICAL || zInterval[1] < -CRITICAL;
  const result: Result = {
    model: a, term, verdict: !suggested || whole || rowA.isConstant || rowA.isThreshold ? "consistent" : "cannot-tell", interval: zInterval,
    why: `${modelA.name} − ${modelB.name} = ${say(difference)}, z = ${say(z, 2)}, ${pIs(p)}, Holm ${pIs(pHolm)}${suggested ? "; starred in one group only" : ""}.`,
    whyZh: `${modelA.name} − ${modelB.name} = ${say(difference)}，z = ${say(z, 2)}，${pIs(p)}，Holm ${pIs(pHolm)}${suggested ? "；仅一组有星号" : ""}。`,
  };
  if (!untested) return { result };
  const [starred, bare] = rowA.row.stars === "" ? [modelB, modelA] : [modelA, modelB];
  const { name } = rowA;
  const open = zInterval[0] < -CRITICAL || zInterval[1] > CRITICAL;
  return { result, finding: {
    severity: "note", model: a, term,
    printed: { [a]: printedCell(rowA.row), [b]: printedCell(rowB.row) },
    message: `${name.en}: starred in ${starred.name}, not in ${bare.name}, yet the difference itself is not significant (z = ${say(z, 2)}, ${pIs(p)}; Holm ${pIs(pHolm)}${open ? `; by rounding z may be ${say(zInterval[0], 2)} to ${say(zInterval[1], 2)}` : ""}). A sentence that the groups differ in it rests on two separate tests, not on a tested difference.`,
    messageZh: `${name.zh}：${starred.name} 有星号而 ${bare.name} 没有，但二者之差本身并不显著（z = ${say(z, 2)}，${pIs(p)}；Holm ${pIs(pHolm)}${open ? `；按舍入范围 z 介于 ${say(zInterval[0], 2)} 与 ${say(zInterval[1], 2)}` : ""}）。称两组在此有差异，依据的是两次单独检验，而非对差异的检验。`,
    code: `groupDifference(${literal({ coef: rowA.row.coef, se: rowA.row.se })}, ${literal({ coef: rowB.row.coef, se: rowB.row.se })})`,
  } };
}

const example = (coef: string): Example => ({
  table: { models: { A: exampleModel([{ term: "x", coef: "0.423", se: "0.214", stars: "**" }]), B: exampleModel([{ term: "x", coef, se: "0.233", stars: "" }]) } },
  options: { pairs: [["A", "B"]] },
});

/** "Starred here, not there" against a test of the difference. */
export const groupDifferences: Check<readonly GroupDifference[]> = {
  name: "groupDifferences",
  title: { en: "Differences between groups", zh: "组间差异" },
  source: "Clogg, Petkova & Haritou (1995), American Journal of Sociology 100: 1261–1293; Gelman & Stern (2006), The American Statistician 60: 328–331; Allison (1999), Sociological Methods & Research 28: 186–208",
  proves: false,
  weight: 40,
  run,
  passes: example("-0.435"),
  fails: example("0.335"),
};
