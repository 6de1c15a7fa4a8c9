import { readPublished } from "../sfrc/ourSurvey";
import type { Exercise } from "./exercise";
import { refit, refitted } from "./refit";

const printed = (model: string, term: string): number => Number(readPublished().models[model].rows.find((row) => row.term === term)!.coef);
const asFactor = { cumulativeCausation: "firstReference" } as const;
const component = { contactWillingness: "firstComponent" } as const;
const noOther = { supportNetwork: "otherLeftOut" } as const;
const turns = (before: number, after: number): string => (Math.abs(before + after) < 1e-6 ? "turns" : Math.abs(before - after) < 1e-6 ? "stays" : "changes");

/** Notebooks 3 to 5: the network variables. */
export const ofHypotheses = {
  "3a": {
    id: "3a", kind: "predict",
    prompt: {
      en: "Enter the network as a factor whose first category, having, is the reference. What happens to M4's coefficient, to its constant and to its log-likelihood? Answer \"turns\" (its sign), \"changes\" or \"stays\": { coefficient, constant, logLik }.",
      zh: "把该变量作为分类变量、以第一类“有”为参照放入模型。M4 的系数、常数项、对数似然值各会怎样？以 \"turns\"（变号）、\"changes\"（改变）、\"stays\"（不变）作答：{ coefficient, constant, logLik }。",
    },
    expected: () => ({
      coefficient: turns(refitted("M4", "cumulativeCausation").estimate, refitted("M4", "cumulativeCausation", asFactor).estimate),
      constant: turns(refitted("M4", "const").estimate, refitted("M4", "const", asFactor).estimate),
      logLik: turns(refit("M4").logLik, refit("M4", asFactor).logLik),
    }),
    words: { coefficient: ["turns", "changes", "stays"], constant: ["turns", "changes", "stays"], logLik: ["turns", "changes", "stays"] },
    slips: [],
    steps: [
      { en: "The new column is 1 − x. Put that into the linear predictor and sort.", zh: "新的一列是 1 − x。代入线性预测式，整理各项。" },
      { en: "a + b·x = (a + b) − b·(1 − x): the same people have the same probabilities.", zh: "a + b·x = (a + b) − b·(1 − x)：每个人的概率都不变。" },
    ],
    solution: "const run = (r) => runStudy(sfrc, codeSample(readSurvey(), r)).fits.M4; const [a, b] = [run({}), run({ cumulativeCausation: 'firstReference' })]; const of = (f, t) => f.coefficients.find((c) => c.term === t).estimate; const w = (x, y) => Math.abs(x + y) < 1e-6 ? 'turns' : Math.abs(x - y) < 1e-6 ? 'stays' : 'changes'; return { coefficient: w(of(a, 'cumulativeCausation'), of(b, 'cumulativeCausation')), constant: w(of(a, 'const'), of(b, 'const')), logLik: w(a.logLik, b.logLik) };",
    point: { en: "One likelihood, two stories: fit cannot tell them apart, and print prints the fit.", zh: "同一个似然函数，两种说法：拟合优度无法区分，而原文只给出了拟合结果。" },
  },
  "3b": {
    id: "3b", kind: "change", decimals: 3,
    prompt: {
      en: "Without fitting again: which constant would Table 2's M4 print under that coding? Use the printed constant and coefficient. Then let a refit on these data confirm the rule.",
      zh: "不重新拟合：在那种编码下，表 2 的 M4 会报告怎样的常数项？用原文的常数项与系数计算，再用这份数据重新拟合来验证这一规则。",
    },
    expected: () => printed("M4", "const") + printed("M4", "cumulativeCausation"),
    slips: [
      { part: "", value: () => printed("M4", "const") - printed("M4", "cumulativeCausation"), says: { en: "those who have it were x = 1 before: their part of the predictor is a + b", zh: "“有”的人原来 x = 1：其线性预测中的这一部分是 a + b" } },
      { part: "", value: () => printed("M4", "const") + 2 * printed("M4", "cumulativeCausation"), says: { en: "that is for the numbers 1 and 2", zh: "那是数值 1 和 2 的情形" } },
    ],
    steps: [
      { en: "The constant speaks of those for whom every column is 0: now those who have the network.", zh: "常数项说的是各列均为 0 的人：现在是“有”网络的人。" },
      { en: "−0.917 + 0.535.", zh: "−0.917 + 0.535。" },
    ],
    solution: "const of = (t) => Number(readPublished().models.M4.rows.find((row) => row.term === t).coef); return of('const') + of('cumulativeCausation');",
    point: { en: "The printed constant is therefore evidence of the coding, though a weak one: it must fit the level (section 5).", zh: "因此原文的常数项也是关于编码的证据，只是较弱：它必须与总体水平相符（第 5 节）。" },
  },
  "4a": {
    id: "4a", kind: "predict",
    prompt: {
      en: "In the south one point on the scale has an odds ratio of 1.40. What is it for two points, from neutral to very willing?",
      zh: "在南方，量表上一分的优势比为 1.40。从“一般”到“非常愿意”相差两分，优势比是多少？",
    },
    expected: () => Math.exp(2 * printed("M3", "contactWillingness")),
    slips: [
      { part: "", value: () => 2 * Math.exp(printed("M3", "contactWillingness")), says: { en: "odds ratios multiply: they do not add", zh: "优势比相乘，而不是相加" } },
      { part: "", value: () => 2 * printed("M3", "contactWillingness"), says: { en: "this is the difference in log-odds: take its exponential", zh: "这是对数优势之差：请取指数" } },
    ],
    steps: [
      { en: "On the scale of log-odds two points are twice one point.", zh: "在对数优势的尺度上，两分是一分的两倍。" },
      { en: "e to twice the coefficient is the square of e to the coefficient.", zh: "e 的（2 × 系数）次方，等于 e 的系数次方的平方。" },
    ],
    solution: "return Math.exp(2 * Number(readPublished().models.M3.rows.find((row) => row.term === 'contactWillingness').coef));",
    point: { en: "A coefficient adds on the log-odds and multiplies on the odds; on the probability it does neither.", zh: "系数在对数优势上相加，在优势上相乘；在概率上两者都不是。" },
  },
  "4b": {
    id: "4b", kind: "change",
    prompt: {
      en: "Make the scale by the first principal component instead of the mean, and fit M3 again. Give the z of contact willingness under both: { mean, component }.",
      zh: "改用第一主成分得分代替均值，重新拟合 M3。给出两种做法下族际交往意愿的 z 值：{ mean, component }。",
    },
    expected: () => ({ mean: refitted("M3", "contactWillingness").z, component: refitted("M3", "contactWillingness", component).z }),
    slips: [
      { part: "component", value: () => refitted("M3", "contactWillingness", component).estimate, says: { en: "this is the coefficient, whose unit has changed: give z", zh: "这是系数，其单位已变：请给出 z 值" } },
      { part: "component", value: () => refitted("M4", "contactWillingness", component).z, says: { en: "this is Model 4", zh: "这是模型 4" } },
    ],
    steps: [
      { en: "contactWillingness has three choices; codeSample takes { contactWillingness: … }.", zh: "contactWillingness 有三个选项；codeSample 接受 { contactWillingness: … }。" },
      { en: "coefficientOf(again, \"M3\", \"contactWillingness\").z", zh: "coefficientOf(again, \"M3\", \"contactWillingness\").z" },
    ],
    solution: "const z = (r) => coefficientOf(runStudy(sfrc, codeSample(readSurvey(), r)), 'M3', 'contactWillingness').z; return { mean: z({}), component: z({ contactWillingness: 'firstComponent' }) };",
    point: { en: "Units change and coefficients with them; z hardly does, since the two scores order people almost alike.", zh: "单位变了，系数随之改变；z 几乎不变，因为两种得分对人的排序几乎相同。" },
  },
  "5a": {
    id: "5a", kind: "predict",
    prompt: {
      en: "Leave out those received by \"other\", so that those who arranged their own arrival are the reference. Will M4's coefficient of kin support become \"larger\", \"smaller\" or \"same\"?",
      zh: "去掉由“其他”接待的人，以自行安排者为参照。M4 中亲缘支持的系数会变大（\"larger\"）、变小（\"smaller\"）还是不变（\"same\"）？",
    },
    expected: () => {
      const [before, after] = [refitted("M4", "supportKin").estimate, refitted("M4", "supportKin", noOther).estimate];
      return Math.abs(after - before) < 0.005 ? "same" : after > before ? "larger" : "smaller";
    },
    words: { "": ["larger", "smaller", "same"] },
    slips: [],
    steps: [
      { en: "A dummy's coefficient is a comparison with the reference. Which of the two references wishes to stay less?", zh: "虚拟变量的系数是与参照组相比。两个参照组中，哪一组更不愿居留？" },
      { en: "Compare the printed 0.502 (kin) with the printed 0.500 (self).", zh: "比较原文的 0.502（亲缘）与 0.500（自行安排）。" },
    ],
    solution: "const b = (r) => coefficientOf(runStudy(sfrc, codeSample(readSurvey(), r)), 'M4', 'supportKin').estimate; const [x, y] = [b({}), b({ supportNetwork: 'otherLeftOut' })]; return Math.abs(y - x) < 0.005 ? 'same' : y > x ? 'larger' : 'smaller';",
    point: { en: "“Kin support matters” was a comparison with an unnamed rest.", zh: "“亲缘支持有影响”原来是与未言明的“其他”相比。" },
  },
  "5b": {
    id: "5b", kind: "change", decimals: 3,
    prompt: {
      en: "Two ways to compare kin with self in M4: subtract their coefficients in the default fit, or fit without \"other\". Give { contrast, refit }.",
      zh: "在 M4 中比较亲缘支持与自行安排有两种做法：用默认拟合的两个系数相减，或去掉“其他”后重新拟合。给出 { contrast, refit }。",
    },
    expected: () => ({ contrast: refitted("M4", "supportKin").estimate - refitted("M4", "supportSelf").estimate, refit: refitted("M4", "supportKin", noOther).estimate }),
    slips: [
      { part: "contrast", value: () => refitted("M4", "supportKin").estimate, says: { en: "this still compares with \"other\"", zh: "这仍是与“其他”相比" } },
      { part: "refit", value: () => refitted("M4", "supportUnit", noOther).estimate, says: { en: "this is the work unit", zh: "这是单位支持" } },
      { part: "refit", value: () => Math.exp(refitted("M4", "supportKin", noOther).estimate), says: { en: "this is the odds ratio: the coefficient is its logarithm", zh: "这是优势比，系数是它的对数" } },
    ],
    steps: [
      { en: "coefficientOf(result, \"M4\", term).estimate gives a coefficient; codeSample(survey, { supportNetwork: … }) leaves \"other\" out.", zh: "coefficientOf(result, \"M4\", term).estimate 给出系数；codeSample(survey, { supportNetwork: … }) 可去掉“其他”。" },
      { en: "The choice is called otherLeftOut. Both numbers are near 0.", zh: "选项名为 otherLeftOut。两个数都接近 0。" },
    ],
    solution: "const s = readSurvey(); const b = (r, t) => coefficientOf(runStudy(sfrc, codeSample(s, r)), 'M4', t).estimate; return { contrast: b({}, 'supportKin') - b({}, 'supportSelf'), refit: b({ supportNetwork: 'otherLeftOut' }, 'supportKin') };",
    point: { en: "The two differ a little, since the other slopes are estimated on other people; neither shows that kin differ from self.", zh: "两者略有不同，因为其余系数是在不同的人身上估计的；两者都不能说明亲缘与自行安排有别。" },
  },
} satisfies Record<string, Exercise>;
