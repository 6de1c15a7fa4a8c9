import { audit } from "../../src/audit/audit";
import { isSupport } from "../../src/published/coefficientTable";
import { hypotheses } from "../../src/sfrc/hypotheses";
import { readClaims, readPublished } from "../../src/sfrc/ourSurvey";
import { proposals } from "../../src/sfrc/proposals";
import { printedDifferences } from "../../src/exhibits/regionDifferences";
import { exercises } from "../../src/exercises/check";
import { wvsMultiverse } from "../../src/exhibits/ourMultiverses";
import { type Multiverse, runMultiverse } from "../../src/multiverse/runMultiverse";
import { codeWvs, readWvs, wvs } from "../../src/wvs/wvs";

const published = readPublished();
const report = audit(published, { claims: { claims: readClaims() } });
const TABLE_2 = ["M1", "M2", "M3", "M4"];
const PAIRS = [["M1", "O1"], ["M3", "O3"], ["M4", "O4"]] as const;
const deciding = hypotheses.map(({ term }) => term);
const network = ["cumulativeCausation", "contactWillingness", "supportSelf", "supportKin", "supportUnit"];

const cell = (model: string, term: string) => {
  const row = published.models[model].rows.find((one) => one.term === term)!;
  return { estimate: Number(row.coef), se: Number(row.se), stars: row.stars };
};
const starsIn = (term: string, models: readonly string[]) => models.map((model) => cell(model, term).stars.length);
const differences = printedDifferences(published, "M1", "M3");
const turned = (terms: readonly string[]) => PAIRS.flatMap(([a, b]) => terms.map((term) => cell(a, term).estimate * cell(b, term).estimate < 0)).filter(Boolean).length;

/** The companion study's multiverse, run once. */
let companion: Promise<Multiverse> | undefined;
const real = (): Promise<Multiverse> => (companion ??= wvsMultiverse().then((choices) => runMultiverse(choices, wvs, () => codeWvs(readWvs()).people)));

/** In how many of its distinct universes a term is positive and starred, and how many there are. */
async function supportedOf(model: string, term: string): Promise<number[]> {
  const { distinct } = (await real()).curves.find((curve) => curve.model === model && curve.term === term)!;
  return [distinct.filter(({ estimate, p }) => estimate > 0 && p < 0.1).length, distinct.length];
}

/** A sentence of the notebooks that speaks of all, none or only, in both editions, and whether the printed tables bear it out. */
export interface Universal {
  readonly notebook: number;
  readonly en: RegExp;
  readonly zh: RegExp;
  readonly holds: () => boolean | Promise<boolean>;
}

export const universals: readonly Universal[] = [
  { notebook: 1, en: /111 \+ 421 = 532 is the only set of event counts that fits/, zh: /只有 111 \+ 421 = 532 这一组/, holds: () => report.pseudoR2.candidates.length === 1 && report.pseudoR2.events.M1 === 111 && report.pseudoR2.events.M3 === 421 && report.pseudoR2.events.M4 === 532 },
  { notebook: 1, en: /In its all-sample model each of the seven has a plus and a star/, zh: /在全国样本的模型中，七个变量均为正且显著/, holds: () => deciding.length === 7 && deciding.every((term) => isSupport(cell("M4", term))) },
  { notebook: 3, en: /a plus in all four rows; stars in the south \(M3\) and in the whole sample \(M4\), none in Changchun \(M1, M2\)/, zh: /四行都为正；南方（M3）和全国样本（M4）显著，长春（M1、M2）不显著/, holds: () => TABLE_2.every((model) => cell(model, "cumulativeCausation").estimate > 0) && starsIn("cumulativeCausation", TABLE_2).map(Boolean).join() === "false,false,true,true" },
  { notebook: 4, en: /The opposite sign that the argument allows is not printed in any model/, zh: /论证所容许的相反符号，没有一个模型报告过/, holds: () => Object.keys(published.models).every((model) => cell(model, "contactWillingness").estimate > 0) },
  { notebook: 5, en: /the work unit is starred in the four models of Table 2, with three stars in Changchun and in all/, zh: /单位支持网络在表 2 的四个模型中均显著，在长春和全国样本有三颗星号/, holds: () => starsIn("supportUnit", TABLE_2).join() === "3,3,2,3" },
  { notebook: 5, en: /Own arrangements have one star in both Changchun models and two in all; kin have one in M1 and in M4 and none in M2\. In the south neither is starred/, zh: /自行安排在两个长春模型中各有一颗星号，在全国有两颗；亲缘支持在 M1 和 M4 各有一颗，在 M2 不显著。在南方，两者都不显著/, holds: () => starsIn("supportSelf", TABLE_2).join() === "1,1,0,2" && starsIn("supportKin", TABLE_2).join() === "1,0,0,1" },
  { notebook: 5, en: /H3c is supported in the three groups/, zh: /H3c 在三组中均得到支持/, holds: () => ["M1", "M3", "M4"].every((model) => isSupport(cell(model, "supportUnit"))) },
  { notebook: 5, en: /Of own capital in the south \(0\.292, no star\) the text says nothing/, zh: /至于南方的个体社会资本（0\.292，不显著），文中未置一词/, holds: () => cell("M3", "supportSelf").stars === "" && readClaims().some(({ id, expect }) => id === "S7" && expect === "unsaid") },
  { notebook: 6, en: /a plus and at least two stars in the four models of Table 2\. Of the other variables only the work unit does as well/, zh: /四个模型都为正，而且至少有两颗星号。其他变量中，只有单位支持网络也是如此/, holds: () => published.models.M1.rows.map(({ term }) => term).filter((term) => term !== "const" && TABLE_2.every((model) => cell(model, term).estimate > 0 && cell(model, term).stars.length >= 2)).sort().join() === "participationCognition,supportUnit" },
  { notebook: 6, en: /H4a is supported in each group/, zh: /H4a 在每一组都得到支持/, holds: () => ["M1", "M3", "M4"].every((model) => isSupport(cell(model, "participationCognition"))) && cell("O3", "participationCognition").stars === "" },
  { notebook: 7, en: /of the network and participation variables the one whose difference reaches 5%/, zh: /网络变量与参与变量中，只有它的差异达到 5%/, holds: () => differences.filter(({ term, p }) => deciding.includes(term) && p < 0.05).map(({ term }) => term).join() === "participationBehaviour" },
  { notebook: 8, en: /exactly nine answers of 187 differ/, zh: /187 个回答中恰好只有九个不同/, holds: () => report.pseudoR2.events.M1 - report.pseudoR2.events.M2 === 9 },
  { notebook: 8, en: /education \(z = −2\.44\), age squared as printed \(z = 2\.24\) and participation behaviour \(z = 1\.96\) pass 5%; no network variable does; and after Holm's correction for eleven comparisons nothing is left/, zh: /教育程度（z = −2\.44）、原文所印的年龄²（z = 2\.24）和社会参与行为（z = 1\.96）达到 5%；网络变量无一达到；对十一次比较作 Holm 校正之后，一个也不剩/, holds: () => differences.length === 11 && differences.filter(({ p }) => p < 0.05).map(({ term }) => term).sort().join() === "age2,education,participationBehaviour" && differences.every(({ term, p }) => !network.includes(term) || p >= 0.05) && differences.every(({ pHolm }) => pHolm > 0.05) },
  { notebook: 8, en: /no coefficient's difference survives a correction for their number/, zh: /也没有一个系数之差经得起对比较次数的校正/, holds: () => differences.every(({ pHolm }) => pHolm > 0.05) },
  { notebook: 8, en: /the work unit is starred in both regions/, zh: /单位支持在两地都显著/, holds: () => ["M1", "M3"].every((model) => cell(model, "supportUnit").stars !== "") },
  { notebook: 9, en: /9 of 21 stars change, 0 of 21 signs, and 4 of 21 verdicts/, zh: /21 个星号有 9 个改变，21 个符号有 0 个改变，21 项“为正且显著”的结论有 4 项改变/, holds: () => turned(deciding) === 0 && PAIRS.flatMap(([a, b]) => deciding.map((term) => cell(a, term).stars !== cell(b, term).stars)).filter(Boolean).length === 9 && PAIRS.flatMap(([a, b]) => deciding.map((term) => isSupport(cell(a, term)) !== isSupport(cell(b, term)))).filter(Boolean).length === 4 },
  { notebook: 9, en: /With the controls it would be 14 of 30 stars and 4 signs/, zh: /连同控制变量则是 30 个星号中 14 个、4 个符号/, holds: () => turned(published.models.O1.rows.map(({ term }) => term)) === 4 },
  { notebook: 9, en: /none of the nine changes has a \|z\| above 1\.42/, zh: /九处变化的 \|z\| 也没有一个超过 1\.42/, holds: () => PAIRS.every(([a, b]) => deciding.every((term) => { const [x, y] = [cell(a, term), cell(b, term)]; return x.stars === y.stars || Math.abs(x.estimate - y.estimate) / Math.hypot(x.se, y.se) < 1.425; })) },
  { notebook: 9, en: /the directions hold without exception \(0 of 21 signs turn\)/, zh: /方向无一例外地保持不变（21 个符号中 0 个改变）/, holds: () => turned(deciding) === 0 },
  { notebook: 10, en: /None of the four is to blame alone: whichever is dropped, the LR stays above 190 on 6 df/, zh: /四国中没有哪一个可以单独担责：无论去掉哪一个，LR 都在 190 以上（自由度 6）/, holds: () => exercises["10a"].expected() === 0 },
  { notebook: 10, en: /Norway and Sweden alone pass together/, zh: /只有挪威与瑞典合在一起能够通过/, holds: () => (exercises["10b"].expected() as { p: number }).p > 0.05 },
  { notebook: 11, en: /starred in the four models of Table 2 \(and in two of Table 3's three\)/, zh: /在表 2 四个模型中均显著（在表 3 三个模型中有两个显著）/, holds: () => starsIn("supportUnit", TABLE_2).every(Boolean) && starsIn("supportUnit", ["O1", "O3", "O4"]).filter(Boolean).length === 2 },
  { notebook: 11, en: /Those for services, industries and selection lean on no table/, zh: /关于服务、产业和甄选的建议，在表中没有依据/, holds: () => ["P1", "P3", "P4"].every((id) => proposals.find((one) => one.id === id)!.leansOn.length === 0) },
  { notebook: 12, en: /No number in these tables is proved impossible/, zh: /这些表中没有哪个数字被证明不可能/, holds: () => report.findings.every(({ severity }) => severity !== "inconsistent") },
  { notebook: 12, en: /cannot reach the printed values of M1 and M2 at any event count/, zh: /无论事件数是多少，它都达不到 M1 和 M2 的数值/, holds: () => report.pseudoR2.definition === "nagelkerke" },
  { notebook: 12, en: /Nagelkerke's, and with it one set of counts: 111 of 187, 102 of 187, 421 of 590, 532 of 777/, zh: /只剩下一种，即 Nagelkerke 的，事件数也随之只剩一组：187 人中的 111 人，187 人中的 102 人，590 人中的 421 人，777 人中的 532 人/, holds: () => report.pseudoR2.definition === "nagelkerke" && Object.values(report.pseudoR2.events).join() === "111,102,421,532" },
  { notebook: 12, en: /none is left after Holm's correction for eleven/, zh: /经对十一项的 Holm 校正之后，一个也不剩/, holds: () => report.groupDifferences.filter(({ a, b }) => a === "M1" && b === "M3").length === 11 && report.groupDifferences.filter(({ a, b }) => a === "M1" && b === "M3").every(({ pHolm }) => pHolm > 0.05) },
  { notebook: 12, en: /The work unit's support is starred in the four models of Table 2, and in two of Table 3's three/, zh: /单位支持在表 2 的四个模型中均显著，在表 3 的三个模型中有两个显著/, holds: () => starsIn("supportUnit", TABLE_2).every(Boolean) && starsIn("supportUnit", ["O1", "O3", "O4"]).filter(Boolean).length === 2 },
  { notebook: 12, en: /In the hypothesis variables no sign turns from Table 2 to Table 3/, zh: /就假设变量而言，从表 2 到表 3 没有一个符号改变/, holds: () => turned(deciding) === 0 },
  { notebook: 13, en: /W2 \(religion\) is supported in each of the 18 universes that could be fitted, and in Sweden W3 \(degree\) in each of 21/, zh: /W2（宗教信仰）在可拟合的 18 个设定中个个得到支持；在瑞典，W3（学位）在 21 个设定中个个得到支持/, holds: async () => (await supportedOf("orderedUSA", "religion")).join() === "18,18" && (await supportedOf("orderedSweden", "degree")).join() === "21,21" },
  { notebook: 13, en: /W3 is supported by the study's own choices, and in 11 universes of 21/, zh: /W3 在研究自身的选择下得到支持，而在 21 个设定中有 11 个支持/, holds: async () => (await supportedOf("orderedAll", "degree")).join() === "11,21" && (await real()).flips.some(({ model, term, supported }) => model === "orderedAll" && term === "degree" && supported === true) },
  { notebook: 13, en: /A single change turns the pooled W3: leaving age out is enough/, zh: /只改一处，合并样本的 W3 就不成立：不控制年龄即可/, holds: async () => (await real()).flips.some(({ model, term, distance, smallest }) => model === "orderedAll" && term === "degree" && distance === 1 && smallest.some((change) => change.age === "none")) },
  { notebook: 13, en: /two findings stand whatever is chosen here \(religion in the USA, the degree in Sweden\), and one pooled finding falls with one choice/, zh: /有两项结果不论此处怎样选择都成立（美国的宗教信仰、瑞典的学位），另有一项合并的结果，改一处选择就不成立/, holds: async () => (await real()).flips.filter(({ supported, distance }) => supported === true && distance === null).map(({ model, term }) => `${model} ${term}`).sort().join() === "orderedSweden degree,orderedUSA religion" },
];

/** Sentences with such a word that claim nothing of the tables: questions, definitions, what a method does, what a table will show. */
export const ofNoTable: readonly RegExp[] = [
  /\?$/, /^\|/, /every table and figure made from them/, /a star in one region and none in another/i, /a star here and none there/, /only large effects can earn a star/, /in each of three groups/,
  /only the reason under which/, /Each variable has one rule/, /each variable is one rule/, /pass both through a softmax/, /the softmax does nothing that/, /Each choice alone/, /both means/,
  /The paper prints the coding/, /would have no star/, /the verdict on \*having\* is the same in each/, /You may \*\*not\*\* conclude/, /three stars in the south and in all/,
  /That the work unit is starred in both regions is printed/, /and has no star;$/, /Count each pair/, /each count is 0, 1 or 2/, /one star in all, 0\.601/, /alone in a model, comes from the four cells/,
  /Only tables with a single person/, /the odds ratio very likely hangs/, /Each refitted number that differs/, /counts as 1 in both/, /Taken alone, M1's age term/, /A test of the slopes given/,
  /the two regions are not one population/, /does not support a \*named\* difference/, /It finds no obvious change/, /each definition would imply/, /Kin in all goes from/, /A row of data can carry only/, /Changed stars are no changed estimates/,
  /the same people are behind both tables/, /a single shift cannot say both/, /Each coefficient of the binary model/, /each of the three parallel-lines tests/, /no estimate bears on it/, /Figures of the text that no table bears on/,
  /nothing else is used here/, /Many definitions are functions/, /So try every event count/, /print splits it exactly/, /hard to find \(an upper/, /one that holds 0 is no difference/, /whatever stands beside it in the model/,
  /Nothing drops out of the count/, /beneath, a row for each option/, /all universes are fitted to each draw/, /passes no 5% test once/,
];
