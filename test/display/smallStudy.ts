import type { Fit } from "../../src/models/fit";
import type { PublishedTable } from "../../src/published/publishedTable";
import type { StudyResult } from "../../src/study/runStudy";
import { starsOf } from "../../src/study/stars";
import type { Study } from "../../src/study/study";
import { verdictsOf } from "../../src/study/verdicts";

/** Two terms, two models: a binary one and an ordered one, whose education the source leaves open. */
export const smallStudy: Study = {
  id: "small", title: { en: "small", zh: "小" },
  groups: [{ id: "south", label: { en: "South", zh: "南方组" }, where: {} }],
  terms: [{ name: "age2", label: { en: "age squared", zh: "年龄²" } }, { name: "education", label: { en: "education", zh: "教育程度" } }],
  models: [
    { id: "M3", title: { en: "Model 3", zh: "模型3" }, group: "south", outcome: "y", family: "binomial", terms: ["age2", "education"] },
    { id: "O3", title: { en: "Table 3: South", zh: "表3：南方组" }, group: "south", outcome: "s", family: "ordered", terms: ["age2", "education"] },
  ],
  hypotheses: [{ id: "H1", claim: { en: "The educated stay", zh: "学历高者更愿居留" }, term: "education", decidedBy: [{ group: "south", model: "M3", also: "O3" }] }],
  openCodings: [{ models: ["O3"], term: "education", fields: ["coef", "se"], why: { en: "a level or a dummy", zh: "等级或虚拟变量" } }],
};

export const smallPublished: PublishedTable = {
  models: {
    M3: {
      table: 2, heading: "模型3", group: "南方组", groupEn: "South", outcome: "y", family: "binary logit", n: 590, pseudoR2: "0.076", logLik: "-337.297",
      rows: [
        { term: "age2", label: "年龄²", en: "age squared", coef: "-0.0001", se: "0.0001", stars: "" },
        { term: "education", label: "教育程度", en: "education", coef: "0.547", se: "0.269", stars: "**" },
        { term: "const", label: "常数项", en: "constant", coef: "-1.274", se: "0.635", stars: "**" },
      ],
    },
    O3: {
      table: 3, heading: "表3", group: "南方组", groupEn: "South", outcome: "s", family: "ordered logit", n: 590, pseudoR2: "0.057",
      rows: [{ term: "age2", coef: "0.0001", se: "0.0001", stars: "" }, { term: "education", coef: "0.042", se: "0.269", stars: "" }],
    },
  },
};

const coefficient = (term: string, estimate: number, standardError: number, p: number) =>
  ({ term, estimate, standardError, z: estimate / standardError, p, lower: estimate - 1.96 * standardError, upper: estimate + 1.96 * standardError });

const fit = (family: Fit["family"], coefficients: Fit["coefficients"], rest: Partial<Fit>): Fit => ({
  family, link: "logit", n: 590, events: family === "binomial" ? 421 : null, converged: true, iterations: 5, logLik: -337.2971, logLikNull: -355, aic: 0, bic: 0,
  pseudoR2: { mcFadden: 0.0499, coxSnell: 0.0584, nagelkerke: 0.0761 }, coefficients, covariance: { terms: [], values: [] }, covarianceKind: "observed", penalised: false,
  inference: { centre: new Float64Array(), scale: new Float64Array(), parameters: new Float64Array(), root: new Float64Array(), bread: new Float64Array(), back: new Float64Array() },
  certificate: { iterations: 5, largestGradient: 0, largestStep: 0, correctDecimals: {} }, warnings: [], ...rest,
});

const fits = {
  M3: fit("binomial", [coefficient("const", -1.27381, 0.7, 0.069), coefficient("age2", -0.00014, 0.000099, 0.157), coefficient("education", 0.61, 0.2690001, 0.0496)], {}),
  O3: fit("ordered", [coefficient("age2", 0.0002, 0.0001, 0.0455), coefficient("education", 0.3, 0.26, 0.2486)], { thresholds: [{ between: "1|2", estimate: -0.5234, standardError: 0.41 }] }),
};

/** As if fitted: 0.0496 is a p that prints as 0.050 and still has its two stars. */
export const smallResult = (synthetic = true): StudyResult => ({
  study: smallStudy, readings: {}, synthetic, samples: {}, fits, refused: {}, parallelLines: {}, verdicts: verdictsOf(smallStudy, fits, (p) => starsOf(p)),
});
