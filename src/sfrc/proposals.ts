import type { Proposal } from "../study/proposal";

const CHANGCHUN_AND_SOUTH = ["M1", "M3"] as const;

/**
 * What the paper advises in its section 5, and what in its tables bears on each piece of advice.
 *
 * A proposal leans on an estimate only where the variable it would change is the variable in the model.
 */
export const proposals: readonly Proposal[] = [
  {
    id: "P1",
    section: "5",
    says: { en: "Build up service systems for foreigners: languages, visas, housing, health care", zh: "建设涉外服务体系：多语种、签证、住房、医疗" },
    leansOn: [],
    remark: { en: "No model has a variable for services used or offered", zh: "模型中没有服务供给或使用的变量" },
  },
  {
    id: "P2",
    section: "5",
    says: { en: "Ask foreign workers regularly what they need and adjust", zh: "建立定期反馈机制并据此调整政策" },
    leansOn: [],
    remark: { en: "Advice about procedure; the survey asks once", zh: "属程序性建议；调查为一次性截面" },
  },
  {
    id: "P3",
    section: "5",
    says: { en: "Recruit by each city's industries, with easier approval for those who fit", zh: "按城市产业结构引才，对匹配者放宽审批" },
    leansOn: [],
    remark: { en: "Neither industry nor occupation is in any model", zh: "模型中没有行业或职业变量" },
  },
  {
    id: "P4",
    section: "5",
    says: { en: "Review those recruited regularly and adjust to the city's strategy", zh: "定期评估、动态调整引进人才" },
    leansOn: [],
    remark: { en: "The outcome is the wish to stay, not performance", zh: "因变量是居留意愿而非工作表现" },
  },
  {
    id: "P5",
    section: "5",
    says: { en: "In cities with ethnic communities, value them: they lower the cost of arriving", zh: "族裔资本丰富的城市应重视成熟族裔社区" },
    leansOn: [{ model: "M3", term: "cumulativeCausation" }, { model: "M3", term: "supportKin" }],
    presupposesDifference: { models: CHANGCHUN_AND_SOUTH, terms: ["cumulativeCausation"] },
    remark: { en: "Family that came before is starred in the south, kin's reception is not; the contrast with Changchun is untested", zh: "南方累积因果网络显著而亲缘支持不显著；与长春的差异未经检验" },
  },
  {
    id: "P6",
    section: "5",
    says: { en: "For those held by a work unit: counselling and support beyond housing and visas", zh: "对“单位型”人才提供住房、签证之外的心理与情感支持" },
    leansOn: [{ model: "M1", term: "supportUnit" }, { model: "M3", term: "supportUnit" }],
    presupposesDifference: { models: CHANGCHUN_AND_SOUTH, terms: ["supportUnit"] },
    remark: { en: "The variable is who arranged the reception on arrival, not the support given later", zh: "变量仅测抵达时由谁接待，而非此后的支持" },
  },
  {
    id: "P7",
    section: "5",
    says: { en: "Deepen contact between local and foreign staff: team work, workshops, interest groups", zh: "通过团队建设、跨文化工作坊加深与本地员工的互动" },
    leansOn: [{ model: "M1", term: "contactWillingness" }],
    remark: { en: "Willingness to mix has no star in either Changchun model", zh: "长春两个模型中族际交往意愿均不显著" },
  },
  {
    id: "P8",
    section: "5",
    says: { en: "Bring them into community and voluntary activities", zh: "通过社区与志愿活动提高社会参与" },
    leansOn: [{ model: "M1", term: "participationBehaviour" }, { model: "M1", term: "participationCognition" }],
    presupposesDifference: { models: CHANGCHUN_AND_SOUTH, terms: ["participationBehaviour"] },
    remark: { en: "Starred in Changchun; the odds ratio of behaviour rests on a handful of people", zh: "长春显著，但行为的估计依赖极少数人" },
  },
  {
    id: "P9",
    section: "5",
    says: { en: "Let local government and work units lead in recruiting talent", zh: "地方政府与单位在引才中发挥更主动的作用" },
    leansOn: [{ model: "M1", term: "supportUnit" }, { model: "M2", term: "supportUnit" }],
    remark: { en: "The work unit is the best-supported estimate; who should lead is not a question the models ask", zh: "单位支持的估计最稳，但由谁主导不是模型的问题" },
  },
  {
    id: "P10",
    section: "5",
    says: { en: "Learn from the visa schemes of the USA, the UK, Australia and Canada", zh: "借鉴美、英、澳、加的人才签证政策" },
    leansOn: [],
    remark: { en: "Other countries' law; no data on it here", zh: "他国政策；这里没有相关数据" },
  },
];
