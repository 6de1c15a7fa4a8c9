import type { Bilingual } from "../../src/bilingual";
import type { Figure } from "../../src/display/figure";
import { coefficientPlot } from "../../src/display/figures/coefficientPlot";
import { conceptMap } from "../../src/display/figures/conceptMap";
import { differencePlot } from "../../src/display/figures/differencePlot";
import { distribution } from "../../src/display/figures/distribution";
import { effectPlot } from "../../src/display/figures/effectPlot";
import { histogram } from "../../src/display/figures/histogram";
import { levelShares } from "../../src/display/figures/levelShares";
import { probabilityBars } from "../../src/display/figures/probabilityBars";
import { probabilityCurve } from "../../src/display/figures/probabilityCurve";
import { sampleFlow } from "../../src/display/figures/sampleFlow";
import { smallPublished, smallResult } from "./smallStudy";

const title: Bilingual = { en: "A title long enough to be broken into two lines in any of the figures that are drawn here, whatever their width, be it as wide as four panels beside each other", zh: "标题" };
const south: Bilingual = { en: "South", zh: "南方组" };
const x: Bilingual = { en: "interethnic contact willingness", zh: "族际交往意愿" };

/** One of each kind, all synthetic. */
export const someFigures = (): Record<string, Figure> => ({
  coefficientPlot: coefficientPlot({ id: "coefficients", title, result: smallResult(), models: ["M3", "O3"], published: smallPublished }),
  oddsRatios: coefficientPlot({ id: "odds", title, result: smallResult(), models: ["M3"], oddsRatios: true }),
  differencePlot: differencePlot({ id: "differences", title, rows: [x, "b"], series: [{ name: "M1", values: [0.1, null] }, { name: "M2", values: [-0.2, 0.3] }], band: 0.25, synthetic: true }),
  effectPlot: effectPlot({ id: "effects", title, rows: [x], groups: [{ name: south, effects: [{ estimate: 0.05, lower: -0.01, upper: 0.11 }] }], synthetic: true }),
  probabilityCurve: probabilityCurve({ id: "curve", title, x, y: { en: "predicted probability of wishing to stay", zh: "愿意居留的预测概率" }, curves: [{ name: south, x: [1, 3, 5], estimate: [0.5, 0.6, 0.7], lower: [0.4, 0.5, 0.6], upper: [0.6, 0.7, 0.8] }], synthetic: true }),
  probabilityBars: probabilityBars({ id: "bars", title, y: { en: "predicted probability of wishing to stay", zh: "愿意居留的预测概率" }, categories: [south], series: [{ name: "without", bars: [{ estimate: 0.5, lower: 0.4, upper: 0.6 }] }, { name: "with", bars: [{ estimate: 0.7 }] }], synthetic: true }),
  distribution: distribution({ id: "distribution", title, categories: [x, "b"], groups: [{ name: south, counts: [30, 10] }], synthetic: true }),
  histogram: histogram({ id: "ages", title, values: [18, 19, 25, 25.5, 31], binWidth: 5, x: { en: "age", zh: "年龄" }, synthetic: true }),
  levelShares: levelShares({ id: "levels", title, levels: ["leave soon", { en: "permanently", zh: "永久居留" }], bars: [{ name: "1", shares: [0.25, 0.75] }], x, synthetic: true }),
  sampleFlow: sampleFlow({
    id: "flow", title, synthetic: true, ends: [{ label: south, count: 7 }],
    steps: [{ en: "rows", zh: "行", dropped: 0, left: 10 }, { en: "under 18", zh: "未成年", dropped: 3, left: 7 }],
  }),
  conceptMap: conceptMap({
    id: "argument", title, layers: [{ en: "theory", zh: "理论" }, { en: "hypothesis", zh: "假设" }], synthetic: true,
    nodes: [{ id: "a", layer: 0, label: { en: "networks", zh: "网络" } }, { id: "H2", layer: 1, label: { en: "stays", zh: "居留" } }], links: [{ from: "a", to: "H2", signOpen: true }],
  }),
});
