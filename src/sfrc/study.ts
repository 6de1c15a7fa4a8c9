import { frozen } from "../study/frozen";
import type { OpenCoding, Study } from "../study/study";
import { hypotheses } from "./hypotheses";
import { groups, models, readingRules } from "./models";
import { readingEntries } from "./readings";
import { terms } from "./terms";

/**
 * Where the paper leaves the coding of a printed number so open that a difference is likelier the coding's than the data's.
 *
 * Education of Table 3: its printed standard errors are smaller than a college dummy with Table 1's 52 : 725 allows
 * (at least 0.264 in the whole sample, printed 0.229), so it was coded otherwise than in Table 2, or they are not model-based.
 */
const openCodings: readonly OpenCoding[] = [
  {
    models: ["O1", "O3", "O4"], term: "education", fields: ["coef", "se"],
    why: { zh: "表3的标准误小于大学虚拟变量所能达到的下限：编码应与表2不同，或标准误并非基于模型", en: "Table 3's standard errors are below what a college dummy allows: it was coded otherwise than in Table 2, or they are not model-based" },
  },
  {
    models: ["O1", "O3", "O4"], fields: ["pseudoR2"],
    why: { zh: "表3未给出对数似然值，无法判断采用哪种伪 R²", en: "Table 3 prints no log-likelihood, so which pseudo R² it prints cannot be told" },
  },
];

/** The paper as a study under its default readings: plain data. `applyReadings` puts it under others, and `runStudy` does so itself. */
export const sfrc: Study = frozen<Study>({
  id: "sfrc",
  title: { zh: "外籍高技术人才的居留意愿", en: "Which foreign high-skilled workers wish to stay in China" },
  groups,
  terms,
  models,
  hypotheses,
  openCodings,
  readings: readingEntries.map(({ name, choices }) => ({ name, choices })),
  readingRules,
});
