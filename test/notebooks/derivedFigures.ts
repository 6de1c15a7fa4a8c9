import { readFileSync } from "node:fs";
import { twoSidedP } from "../../src/models/numeric/normal";
import { dataFile } from "../../src/projectFolder";

const published = JSON.parse(readFileSync(dataFile("published.json"), "utf8")) as {
  models: Record<string, { rows: { term: string; coef: string; se: string }[] }>;
};

const cell = (model: string, term: string) => {
  const row = published.models[model].rows.find((r) => r.term === term)!;
  return { b: Number(row.coef), se: Number(row.se) };
};
const oddsRatio = (model: string, term: string) => () => Math.exp(cell(model, term).b);
const difference = (a: string, b: string, term: string) => cell(a, term).b - cell(b, term).b;
const z = (a: string, b: string, term: string) => difference(a, b, term) / Math.hypot(cell(a, term).se, cell(b, term).se);

/** The usual cut-off and sizes that are nobody's estimate. */
const conventions: Record<string, () => number> = { "0.1": () => 0.1, "1.96": () => z("M1", "M3", "participationBehaviour") };

/** Figures in the notebooks' prose that are not printed anywhere but follow from what is, each with its derivation. */
export const derivedFigures: Record<string, () => number> = {
  ...conventions,
  "0.5345": () => cell("M4", "cumulativeCausation").b - 0.0005,
  "0.5355": () => cell("M4", "cumulativeCausation").b + 0.0005,
  "1.71": oddsRatio("M4", "cumulativeCausation"),
  "0.112": () => difference("M1", "M3", "cumulativeCausation"),
  "0.24": () => z("M1", "M3", "cumulativeCausation"),
  "1.40": oddsRatio("M3", "contactWillingness"),
  "1.32": oddsRatio("M4", "contactWillingness"),
  "0.36": () => cell("M1", "contactWillingness").b - 1.96 * cell("M1", "contactWillingness").se,
  "0.45": () => cell("M1", "contactWillingness").b + 1.96 * cell("M1", "contactWillingness").se,
  "1.22": () => z("M1", "M3", "contactWillingness"),
  "6.45": oddsRatio("M1", "supportUnit"),
  "2.28": oddsRatio("M3", "supportUnit"),
  "1.039": () => difference("M1", "M3", "supportUnit"),
  "1.65": () => z("M1", "M3", "supportUnit"),
  "2.27": oddsRatio("M1", "participationCognition"),
  "1.48": oddsRatio("M3", "participationCognition"),
  "14.35": oddsRatio("M1", "participationBehaviour"),
  "0.0497": () => twoSidedP(z("M1", "M3", "participationBehaviour")),
  "0.0503": () => twoSidedP(cell("M4", "participationBehaviour").b / cell("M4", "participationBehaviour").se),
  "2.44": () => z("M1", "M3", "education"),
  "29.306": () => 2 * (458.477 - 106.527 - 337.297),
  "0.264": () => 1 / Math.sqrt((8 / 27) * 777 * (52 / 777) * (725 / 777)),
};
