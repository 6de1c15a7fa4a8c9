import { audit, floorsOf, rowsOfContrast, groupDifference, impliedShare } from "../audit/audit";
import { parallelLines } from "../models/parallelLines";
import { fitOrderedLogit } from "../models/ordered";
import type { PublishedTable } from "../published/publishedTable";
import { coefficientIn, fitOf } from "../study/results";
import { differencesOnSamePeople } from "../study/differencesOnSamePeople";
import { runStudy } from "../study/runStudy";
import { codeWvs, readWvs, wvs } from "../wvs/wvs";
import { readPublished } from "../sfrc/ourSurvey";
import { hypotheses } from "../sfrc/hypotheses";
import { proposals } from "../sfrc/proposals";
import { sfrc } from "../sfrc/study";
import type { Exercise } from "./exercise";
import { recode } from "./refit";

/** The paper prints every coefficient with its standard error. */
const rowOf = (model: string, term: string) => readPublished().models[model].rows.find((row) => row.term === term)! as { coef: string; se: string; stars: string };
const unit = () => groupDifference(rowOf("M1", "supportUnit"), rowOf("M3", "supportUnit"));

/** Cells of the hypothesis variables whose sign turns from Table 2 to Table 3. */
const signsTurned = (): number => [["M1", "O1"], ["M3", "O3"], ["M4", "O4"]]
  .flatMap(([before, after]) => hypotheses.map(({ term }) => Number(rowOf(before, term).coef) * Number(rowOf(after, term).coef) < 0))
  .filter(Boolean).length;

function kinErrors() {
  const result = runStudy(sfrc, recode(), { models: ["M4", "O4"] });
  const se = (model: string) => coefficientIn(fitOf(result, model), "supportKin").standardError;
  return { independent: Math.hypot(se("M4"), se("O4")), stacked: differencesOnSamePeople(result, "M4", "O4", ["supportKin"])[0].standardError };
}

/** The likelihood-ratio test of parallel lines in some countries of the companion study. */
function parallelIn(countries: readonly string[]) {
  const terms = ["male", "religion", "degree", "age", ...countries.slice(1).map((country) => country.toLowerCase())];
  const people = codeWvs(readWvs()).people.filter(({ country }) => countries.includes(String(country)));
  const X = people.map((who) => terms.map((term) => Number(who[term])));
  const y = people.map(({ amount }) => Number(amount));
  return parallelLines(fitOrderedLogit(X, y, terms, [1, 2, 3]), X, y, terms).lr;
}
const COUNTRIES = wvs.groups.map(({ id }) => id).filter((id) => id !== "all");

function withMinus(): PublishedTable {
  const published = readPublished();
  const { M1 } = published.models;
  return { ...published, models: { ...published.models, M1: { ...M1, rows: M1.rows.map((row) => (row.term === "age2" ? { ...row, coef: `-${row.coef}` } : row)) } } };
}

/** Notebooks 8 to 12: whole tables, other data, the audit. */
export const ofTables = {
  "8a": {
    id: "8a", kind: "predict", decimals: 2,
    prompt: {
      en: "The work unit has 1.864 (0.502) in M1 and 0.825 (0.379) in M3, both starred. Compute z of the difference before the table shows it.",
      zh: "单位支持在 M1 为 1.864（0.502），在 M3 为 0.825（0.379），两者均显著。请在看表之前算出两者之差的 z 值。",
    },
    expected: () => unit().z,
    slips: [
      { part: "", value: () => unit().difference, says: { en: "this is the difference: divide it by its standard error", zh: "这是差：请除以它的标准误" } },
      { part: "", value: () => unit().difference / (0.502 + 0.379), says: { en: "standard errors of independent estimates add in squares", zh: "独立估计的标准误按平方相加" } },
      { part: "", value: () => 1.864 / 0.502, says: { en: "this is the z of Changchun alone", zh: "这只是长春的 z 值" } },
    ],
    steps: [
      { en: "z = (a − b) / √(SE² + SE²).", zh: "差除以它的标准误：z = (a − b) / √(SE² + SE²)。" },
      { en: "1.039 / √(0.502² + 0.379²).", zh: "1.039 / √(0.502² + 0.379²)。" },
    ],
    solution: "return (1.864 - 0.825) / Math.hypot(0.502, 0.379);",
    point: { en: "Two starred estimates, the one more than twice the other, and still no difference at 5%.", zh: "两个估计值都显著，一个是另一个的两倍多，其差异在 5% 水平上仍不显著。" },
  },
  "8b": {
    id: "8b", kind: "change", decimals: 3,
    prompt: {
      en: "Split the pooling test by hand: with 111 of 187, 421 of 590 and 532 of 777 who wish to stay, what is the LR of the shares alone, and what is left of 29.306? Give { level, rest }.",
      zh: "手工分解合并检验：愿意居留者为 187 人中 111 人、590 人中 421 人、777 人中 532 人，仅就比例而言 LR 是多少？29.306 还剩多少？给出 { level, rest }。",
    },
    expected: () => {
      const ll = (k: number, n: number) => k * Math.log(k / n) + (n - k) * Math.log(1 - k / n);
      const level = 2 * (ll(111, 187) + ll(421, 590) - ll(532, 777));
      return { level, rest: 2 * (458.477 - 106.527 - 337.297) - level };
    },
    slips: [
      { part: "level", value: () => { const ll = (k: number, n: number) => k * Math.log(k / n) + (n - k) * Math.log(1 - k / n); return ll(111, 187) + ll(421, 590) - ll(532, 777); }, says: { en: "LR is twice the difference of log-likelihoods", zh: "LR 是对数似然之差的两倍" } },
    ],
    steps: [
      { en: "A model with a constant alone has log-likelihood k·ln(k/n) + (n − k)·ln(1 − k/n).", zh: "只含常数项的模型，其对数似然为 k·ln(k/n) + (n − k)·ln(1 − k/n)。" },
      { en: "Take it for each region and for both together; twice the difference is the level.", zh: "分别对两个地区与合并样本计算；两倍的差即水平部分。" },
    ],
    solution: "const ll = (k, n) => k * Math.log(k / n) + (n - k) * Math.log(1 - k / n); const level = 2 * (ll(111, 187) + ll(421, 590) - ll(532, 777)); return { level, rest: 2 * (458.477 - 106.527 - 337.297) - level };",
    point: { en: "A third of the LR is a difference of level; the rest has no degrees of freedom of its own, so no p.", zh: "LR 的三分之一是水平之差；余下部分没有自己的自由度，因此没有 p 值。" },
  },
  "9a": {
    id: "9a", kind: "predict", decimals: 0,
    prompt: {
      en: "Seven hypothesis variables in three samples are 21 cells. In how many does the sign turn from Table 2 to Table 3?",
      zh: "七个假设变量乘三个样本，共 21 个单元格。从表 2 到表 3，有几个单元格的符号改变？",
    },
    expected: signsTurned,
    slips: [
      { part: "", value: () => 4, says: { en: "those are controls: age squared and gender", zh: "那是控制变量：年龄平方与性别" } },
      { part: "", value: () => 9, says: { en: "that many stars change, not signs", zh: "那是显著性星号改变的个数，不是符号" } },
    ],
    steps: [
      { en: "The claim is about the hypothesis variables; the controls stand apart in the table.", zh: "论断说的是假设变量；表中控制变量另列。" },
      { en: "A turned sign is marked ±.", zh: "符号改变以 ± 标出。" },
    ],
    solution: "const p = readPublished(); const b = (m, t) => Number(p.models[m].rows.find((r) => r.term === t).coef); return [['M1', 'O1'], ['M3', 'O3'], ['M4', 'O4']].flatMap(([x, y]) => sfrc.hypotheses.map(({ term }) => b(x, term) * b(y, term) < 0)).filter(Boolean).length;",
    point: { en: "Judge a claim on the cells it speaks of.", zh: "评判论断，要看它所说的那些单元格。" },
  },
  "9b": {
    id: "9b", kind: "change", decimals: 3,
    prompt: {
      en: "Kin support goes from M4 to O4 on the same 777 people. Give the standard error of the difference as if the two were independent, and by stacked scores: { independent, stacked }.",
      zh: "亲缘支持在 M4 与 O4 中用的是同样的 777 人。给出两者之差的标准误：视为独立时，以及用叠加得分法：{ independent, stacked }。",
    },
    expected: kinErrors,
    slips: [
      { part: "independent", value: () => kinErrors().stacked, says: { en: "this one takes their covariance in", zh: "这个已计入协方差" } },
      { part: "stacked", value: () => kinErrors().independent, says: { en: "this one takes the two as independent", zh: "这个把两者视为独立" } },
    ],
    steps: [
      { en: "Independent: √(SE² + SE²). Stacked: the table of section 4, or differencesOnSamePeople.", zh: "独立：√(SE² + SE²)。叠加：见第 4 节的表，或 differencesOnSamePeople。" },
      { en: "differencesOnSamePeople(result, \"M4\", \"O4\", [\"supportKin\"])[0].standardError", zh: "differencesOnSamePeople(result, \"M4\", \"O4\", [\"supportKin\"])[0].standardError" },
    ],
    solution: "const r = runStudy(sfrc, codeSample(readSurvey())); const se = (m) => coefficientOf(r, m, 'supportKin').standardError; return { independent: Math.hypot(se('M4'), se('O4')), stacked: differencesOnSamePeople(r, 'M4', 'O4', ['supportKin'])[0].standardError };",
    point: { en: "The same people behind both make the difference surer than independence says; even so it is nowhere near zero's edge.", zh: "同一批人使差异的标准误小于独立时；即便如此，差异也远未显著。" },
  },
  "10a": {
    id: "10a", kind: "predict", decimals: 0,
    prompt: {
      en: "Leave out one country at a time. For how many of the four do parallel lines hold (p > .05) in the remaining three?",
      zh: "每次去掉一个国家。去掉四国中的几国之一时，其余三国满足平行线假定（p > .05）？",
    },
    expected: () => COUNTRIES.filter((left) => parallelIn(COUNTRIES.filter((country) => country !== left)).p! > 0.05).length,
    slips: [{ part: "", value: () => 2, says: { en: "two countries pass each alone; that is another question", zh: "有两个国家各自单独通过，但那是另一个问题" } }],
    steps: [
      { en: "Section 4 rejects within Australia and within Sweden. Is that all that can go wrong in a pooled model?", zh: "第 4 节在澳大利亚和瑞典内部拒绝了假定。合并模型出问题的原因仅此而已吗？" },
      { en: "The country dummies themselves break it: look at section 2.", zh: "国家虚拟变量本身就不满足：看第 2 节。" },
    ],
    solution: "const p = codeWvs(readWvs()).people; const all = ['Australia', 'Norway', 'Sweden', 'USA']; const lr = (cs) => { const t = ['male', 'religion', 'degree', 'age', ...cs.slice(1).map((c) => c.toLowerCase())]; const d = p.filter((w) => cs.includes(w.country)); const X = d.map((w) => t.map((k) => w[k])); const y = d.map((w) => w.amount); return parallelLines(fitOrderedLogit(X, y, t, [1, 2, 3]), X, y, t).lr.p; }; return all.filter((c) => lr(all.filter((o) => o !== c)) > 0.05).length;",
    point: { en: "No single country is to blame: whichever is dropped, p < 1e-37.", zh: "不能归咎于某一个国家：无论去掉哪一个，p 都小于 1e-37。" },
  },
  "10b": {
    id: "10b", kind: "change", decimals: 2,
    prompt: {
      en: "One pair of countries passes together. Find it by its bars in section 2, fit it, and give the LR statistic of parallel lines and its p: { lr, p }.",
      zh: "有一对国家合在一起能够通过检验。从第 2 节的条形图中找出它们，拟合模型，给出平行线检验的似然比统计量与 p 值：{ lr, p }。",
    },
    expected: () => {
      const { statistic, p } = parallelIn(["Norway", "Sweden"]);
      return { lr: statistic!, p: p! };
    },
    slips: [{ part: "lr", value: () => parallelIn(["Australia", "USA"]).statistic!, says: { en: "Australia and the USA do not pass", zh: "澳大利亚与美国不能通过" } }],
    steps: [
      { en: "Which two bars look alike?", zh: "哪两条条形最相像？" },
      { en: "Norway and Sweden. Keep their people, use male, religion, degree, age, sweden, and call parallelLines(fitOrderedLogit(X, y, terms, [1, 2, 3]), X, y, terms).", zh: "挪威与瑞典。保留这两国的人，用 male、religion、degree、age、sweden，调用 parallelLines(fitOrderedLogit(X, y, terms), X, y, terms)。" },
    ],
    solution: "const t = ['male', 'religion', 'degree', 'age', 'sweden']; const d = codeWvs(readWvs()).people.filter((w) => ['Norway', 'Sweden'].includes(w.country)); const X = d.map((w) => t.map((k) => w[k])); const y = d.map((w) => w.amount); const { statistic, p } = parallelLines(fitOrderedLogit(X, y, t, [1, 2, 3]), X, y, t).lr; return { lr: statistic, p };",
    point: { en: "Sweden breaks the assumption alone and keeps it beside Norway: a test in a small sample is not a property of a country.", zh: "瑞典单独时不满足，与挪威合并却满足：一次检验的结果并不是一个国家的属性。" },
  },
  "11a": {
    id: "11a", kind: "predict", decimals: 0,
    prompt: {
      en: "The paper's advice is taken apart into ten proposals. On how many of them does no estimate of Tables 2 and 3 bear?",
      zh: "论文的建议在此拆成十条。其中有几条在表 2、表 3 中没有任何估计值可作依据？",
    },
    expected: () => proposals.filter(({ leansOn }) => leansOn.length === 0).length,
    slips: [{ part: "", value: () => proposals.filter(({ presupposesDifference }) => presupposesDifference).length, says: { en: "so many need a difference between regions", zh: "这是需要地区差异的建议数" } }],
    steps: [
      { en: "A proposal leans on an estimate only where it would change that very variable.", zh: "只有建议所要改变的正是模型中的变量，才算有依据。" },
      { en: "Services, procedure, industries, reviews, other countries' visas.", zh: "服务、程序、产业、评估、他国签证。" },
    ],
    solution: "return proposals.filter(({ leansOn }) => leansOn.length === 0).length;",
    point: { en: "Half of the advice may be wise; it does not come from this survey.", zh: "一半的建议或许是好建议，但并非出自这项调查。" },
  },
  "11b": {
    id: "11b", kind: "change", decimals: 3,
    prompt: {
      en: "How far apart would the two regions' coefficients of the cumulative-causation network have to be for p = .05, given the printed standard errors 0.414 and 0.233?",
      zh: "已知原文标准误为 0.414 与 0.233，两地累积因果网络的系数要相差多少，p 才等于 .05？",
    },
    expected: () => 1.959963984540054 * Math.hypot(0.414, 0.233),
    slips: [
      { part: "", value: () => Math.hypot(0.414, 0.233), says: { en: "this is the standard error of the difference", zh: "这是差的标准误" } },
      { part: "", value: () => 1.96 * (0.414 + 0.233), says: { en: "standard errors of independent estimates add in squares", zh: "独立估计的标准误按平方相加" } },
    ],
    steps: [
      { en: "Turn the formula of z round.", zh: "把 z 的公式反过来用。" },
      { en: "1.96 · √(0.414² + 0.233²).", zh: "1.96 · √(0.414² + 0.233²)。" },
    ],
    solution: "return 1.96 * Math.hypot(0.414, 0.233);",
    point: { en: "Only a difference larger than any printed network coefficient but two could have been found: the study is not able to answer the question its advice needs.", zh: "只有大到接近最大网络系数的差异才可能被发现：这项研究无力回答其建议所依赖的问题。" },
  },
  "12a": {
    id: "12a", kind: "predict", decimals: 3,
    prompt: {
      en: "52 below college, 725 above: what is the least model-based standard error of education in O4, by expected information (8/27 a row)? Compute it before section 6 does.",
      zh: "大学以下 52 人，大学及以上 725 人：按期望信息（每行 8/27），O4 中教育程度基于模型的标准误最小是多少？请在第 6 节之前算出。",
    },
    expected: () => floorsOf(rowsOfContrast({ one: 725, reference: 52 }), "ordered logit", 3).expected,
    slips: [
      { part: "", value: () => 1 / Math.sqrt(0.25 * 52 * (725 / 777)), says: { en: "this is the floor of a binary logit (1/4 a row)", zh: "这是二元 logit 的下限（每行 1/4）" } },
      { part: "", value: () => 1 / Math.sqrt((8 / 27) * 777), says: { en: "the 0/1 column's spread is missing: times q(1 − q)", zh: "缺少 0/1 变量的方差：乘以 q(1 − q)" } },
    ],
    steps: [
      { en: "1/√(information · n · q(1 − q)), q the share below college.", zh: "1/√(信息 · n · q(1 − q))，q 为大学以下的比例。" },
      { en: "1/√(8/27 · 777 · 52/777 · 725/777).", zh: "1/√(8/27 · 777 · 52/777 · 725/777)。" },
    ],
    solution: "return 1 / Math.sqrt((8 / 27) * 777 * (52 / 777) * (725 / 777));",
    point: { en: "0.229 is printed. So Table 3's education is not Table 2's, or its standard errors are of another kind.", zh: "原文为 0.229。可见表 3 的教育程度与表 2 不同，或其标准误是另一种。" },
  },
  "12b": {
    id: "12b", kind: "change", decimals: 2,
    prompt: {
      en: "Change the printed table: give M1's age squared a minus and ask impliedShare again. Give { plus, minus }.",
      zh: "修改原文的表：给 M1 的年龄平方加上负号，再调用 impliedShare。给出 { plus, minus }。",
    },
    expected: () => ({ plus: impliedShare(readPublished(), "M1") as number, minus: impliedShare(withMinus(), "M1") as number }),
    slips: [
      { part: "minus", value: () => audit(readPublished()).pseudoR2.events.M1 / 187, says: { en: "this is the share that the R² gives, not the coefficients", zh: "这是由 R² 得出的比例，不是由系数得出的" } },
    ],
    steps: [
      { en: "A table is plain data: copy it, change one row's coef to \"-0.0004\".", zh: "表是普通数据：复制一份，把一行的 coef 改成 \"-0.0004\"。" },
      { en: "structuredClone(published), then find the row age2 of models.M1.", zh: "structuredClone(published)，再找到 models.M1 的 age2 一行。" },
    ],
    solution: "const p = readPublished(); const q = structuredClone(p); q.models.M1.rows.find((r) => r.term === 'age2').coef = '-0.0004'; return { plus: impliedShare(p, 'M1'), minus: impliedShare(q, 'M1') };",
    point: { en: "The minus brings the share to where the R² puts it, but the assumed age spread carries the argument.", zh: "取负号时比例与 R² 所示相符，但这一论证依赖于假定的年龄分布。" },
  },
} satisfies Record<string, Exercise>;
