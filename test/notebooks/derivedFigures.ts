import { readFileSync } from "node:fs";
import { twoSidedP } from "../../src/models/numeric/normal";
import { impliedSharesTable } from "../../src/exhibits/impliedShares";
import { chiSquareTail } from "../../src/models/numeric/chiSquare";
import { readPublished } from "../../src/sfrc/ourSurvey";
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

/** How far M4 lies from the mean of M1 and M3 weighted by 1/SE², in its own standard errors; with M1's sign turned if asked. */
function distanceFromParts(term: string, [a, b, whole]: readonly [string, string, string], sign = 1): number {
  const [x, y, z] = [cell(a, term), cell(b, term), cell(whole, term)];
  return (z.b - (sign * x.b / x.se ** 2 + y.b / y.se ** 2) / (1 / x.se ** 2 + 1 / y.se ** 2)) / z.se;
}
const BINARY = ["M1", "M3", "M4"] as const;
const ORDERED = ["O1", "O3", "O4"] as const;

/** The largest such distance of all rows but the age term of Table 2. */
const largestDistance = (): number => Math.max(...[BINARY, ORDERED].flatMap((models) => published.models[models[0]].rows
  .filter(({ term }) => !(models === BINARY && term === "age2"))
  .map(({ term }) => Math.abs(distanceFromParts(term, models)))));

/** LR from event counts and log-likelihood, over the sum of the squared z of the slopes. */
function ratioToWald(model: string, events: number, n: number, logLik: number): number {
  const lr = 2 * (logLik - events * Math.log(events / n) - (n - events) * Math.log(1 - events / n));
  return lr / published.models[model].rows.filter(({ term }) => term !== "const").reduce((sum, { coef, se }) => sum + (Number(coef) / Number(se)) ** 2, 0);
}

const shares = (row: number, column: number): number => {
  const [group] = impliedSharesTable(readPublished(), "cumulativeCausation", { M3: 421, M4: 532 }).rowGroups;
  return (group.rows[row].cells[column] as { number: number }).number;
};

/** The usual cut-off and sizes that are nobody's estimate. */
const conventions: Record<string, () => number> = { "0.1": () => 0.1, "0.05": () => 0.05, "0.002": () => chiSquareTail(2 * (458.477 - 106.527 - 337.297), 11), "1.96": () => z("M1", "M3", "participationBehaviour") };

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
  "0.203": () => 1 / Math.sqrt(0.5 * 777 * (52 / 777) * (725 / 777)),
  "0.69": () => shares(0, 0),
  "0.65": () => shares(0, 1),
  "0.74": () => shares(2, 0),
  "0.71": () => shares(2, 1),
  "0.57": largestDistance,
  "2.00": () => distanceFromParts("age2", BINARY),
  "0.40": () => distanceFromParts("age2", BINARY, -1),
  "0.92": () => ratioToWald("M4", 532, 777, -458.477),
  "1.02": () => ratioToWald("M3", 421, 590, -337.297),
  "0.7": () => 100 * (1 - 0.05 ** (1 / 417)),
  "0.0024": () => chiSquareTail(9.1997, 1),
  "0.264": () => 1 / Math.sqrt((8 / 27) * 777 * (52 / 777) * (725 / 777)),
};
