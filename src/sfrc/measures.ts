import type { Bilingual } from "../bilingual";

/** A hypothesis as the paper means it, and what its variable takes for it. */
export interface Measure {
  /** In our words. */
  readonly says: Bilingual;
  readonly section: string;
  readonly measured: Bilingual;
  /** What would have to be true for the one to be the other. */
  readonly gap: Bilingual;
}

/** By hypothesis. A critical reader needs both lines: a coefficient speaks of what was measured. */
export const measures: Readonly<Record<string, Measure>> = {
  H1: {
    section: "2.2",
    says: { en: "a stronger network of those who migrated before", zh: "累积的移民网络越强" },
    measured: { en: "someone in the family has been to China", zh: "家人中有人来过中国" },
    gap: { en: "family only, once ever, for whatever reason: neither community nor strength", zh: "只限家人、来过即可、不问缘由，既非族裔社区，也非强弱" },
  },
  H2: {
    section: "2.2",
    says: { en: "a stronger wish for contact between the groups", zh: "族际交往意愿越强" },
    measured: { en: "willingness to chat, to befriend, to marry (or see a child marry)", zh: "聊天、交友、通婚（本人或子女）的意愿" },
    gap: { en: "willingness, as the hypothesis says; whether contact happens is not asked", zh: "与假设一致，均指意愿；实际交往未被询问" },
  },
  H3a: {
    section: "2.2",
    says: { en: "more individual social capital", zh: "个体社会资本越强" },
    measured: { en: "nobody arranged the reception on arrival", zh: "抵达时无人安排接待" },
    gap: { en: "being alone on the first day may show capital or the lack of it", zh: "第一天独自安排，可能说明资本雄厚，也可能说明无人可依" },
  },
  H3b: {
    section: "2.2",
    says: { en: "stronger support by kin", zh: "亲缘性社会支持越强" },
    measured: { en: "kin or friends met them on arrival", zh: "抵达时由亲友接应" },
    gap: { en: "one day; friends, perhaps Chinese ones, among kin", zh: "只问一天；亲缘之中含朋友，且可能是中国朋友" },
  },
  H3c: {
    section: "2.2",
    says: { en: "stronger support by the work unit", zh: "单位性社会支持越强" },
    measured: { en: "a client or an agency received them on arrival", zh: "抵达时由客户或中介机构接待" },
    gap: { en: "the employer is not among the answers: whoever was met by one answers “other”, the reference", zh: "选项中没有雇主：由雇主接待者只能选“其他”，即参照组" },
  },
  H4a: {
    section: "2.2",
    says: { en: "stronger identification (认同) with taking part in society", zh: "社会参与认同越强" },
    measured: { en: "cognition (认知): China is best in more of three comparisons than home is", zh: "社会参与认知：三项比较中“中国最优”多于“母国最优”" },
    gap: { en: "identification became cognition, and nothing about taking part is asked", zh: "“认同”变成了“认知”，且题目并未涉及参与" },
  },
  H4b: {
    section: "2.2",
    says: { en: "more taking part in society", zh: "社会参与行为越多" },
    measured: { en: "more kinds of taking part in China than at home", zh: "在华参与的种类多于在母国参与的种类" },
    gap: { en: "more, anywhere, became more than at home; active in both and active in neither are one", zh: "“越多”变成了“多于母国”；两边都积极与两边都不参与取值相同" },
  },
};
