import { frozen } from "../study/frozen";
import type { Term } from "../study/study";

/** The columns of the design in the order Tables 2 and 3 print them, under the paper's Chinese names. */
export const terms: readonly Term[] = frozen([
  { name: "age2", label: { zh: "年龄²", en: "age squared" } },
  { name: "gender", label: { zh: "性别", en: "gender" } },
  { name: "education", label: { zh: "教育程度", en: "education" } },
  { name: "cumulativeCausation", label: { zh: "累积因果网络", en: "cumulative-causation network" } },
  { name: "contactWillingness", label: { zh: "族际交往意愿", en: "interethnic contact willingness" } },
  { name: "supportSelf", label: { zh: "个体社会资本", en: "individual social capital (self-arranged)" } },
  { name: "supportKin", label: { zh: "亲缘支持网络", en: "kin support network" } },
  { name: "supportUnit", label: { zh: "单位支持网络", en: "work-unit support network" } },
  { name: "participationBehaviour", label: { zh: "社会参与行为", en: "social participation: behaviour" } },
  { name: "participationCognition", label: { zh: "社会参与认知", en: "social participation: cognition" } },
]);

/** Age itself, which the paper leaves out beside its square; in the models under `age=withAge`. */
export const ageTerm: Term = { name: "age", label: { zh: "年龄", en: "age" } };
