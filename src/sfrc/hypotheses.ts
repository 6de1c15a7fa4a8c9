import { frozen } from "../study/frozen";
import type { Hypothesis } from "../study/study";

/** Changchun by Model 1 (Model 2 beside it), the South by Model 3, everybody by Model 4. */
const decidedBy = [
  { group: "changchun", model: "M1", also: "M2" },
  { group: "south", model: "M3" },
  { group: "all", model: "M4" },
] as const;

/** The seven hypotheses of section 2(2), in our words, and the term whose coefficient decides each. */
export const hypotheses: readonly Hypothesis[] = frozen([
  {
    id: "H1", term: "cumulativeCausation", decidedBy,
    claim: { zh: "家人来过中国（累积因果网络）的人更愿意居留", en: "Those whose family have been to China before wish to stay more" },
  },
  {
    id: "H2", term: "contactWillingness", decidedBy, signOpen: true,
    claim: { zh: "更愿意与中国人交往的人更愿意居留（文中也承认相反的可能）", en: "Those more willing to mix with Chinese people wish to stay more (the paper allows that contact may also put them off)" },
  },
  {
    id: "H3a", term: "supportSelf", decidedBy,
    claim: { zh: "抵达时靠自己安排（个体社会资本）的人更愿意居留", en: "Those who arranged their own arrival (individual social capital) wish to stay more" },
  },
  {
    id: "H3b", term: "supportKin", decidedBy,
    claim: { zh: "有亲友接应（亲缘支持）的人更愿意居留", en: "Those met by family or friends (kin support) wish to stay more" },
  },
  {
    id: "H3c", term: "supportUnit", decidedBy,
    claim: { zh: "由客户或机构接待（单位支持）的人更愿意居留", en: "Those received by a client or an agency (work-unit support) wish to stay more" },
  },
  {
    id: "H4a", term: "participationCognition", decidedBy,
    claim: { zh: "认为中国优于母国（社会参与认知）的人更愿意居留", en: "Those who rate China above home (participation: cognition) wish to stay more" },
  },
  {
    id: "H4b", term: "participationBehaviour", decidedBy,
    claim: { zh: "在华参与多于在母国参与（社会参与行为）的人更愿意居留", en: "Those who take part more in China than at home (participation: behaviour) wish to stay more" },
  },
]);
