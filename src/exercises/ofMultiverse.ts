import { readJsonFile } from "../io/file";
import { dataFile } from "../projectFolder";
import { coefficientIn, fitOf } from "../study/results";
import { runStudy } from "../study/runStudy";
import { sfrc } from "../sfrc/study";
import type { Exercise } from "./exercise";
import { recode, refitted } from "./refit";

/** How many options each decision of the paper's multiverse has. */
function optionsOf(decisions: readonly string[]): number[] {
  const written = readJsonFile(dataFile("multiverse.json")).value as { decisions: { id: string; options: unknown[] }[] };
  return decisions.map((id) => written.decisions.find((decision) => decision.id === id)!.options.length);
}
const FOUR = ["outcome", "education", "age", "supportNetwork"];

/** Kin support in M4 without one of its controls: a universe fitted by hand. */
function kinWithout(control: string): { estimate: number; p: number } {
  const models = sfrc.models.map((model) => ({ ...model, terms: model.terms.filter((term) => term !== control) }));
  const { estimate, p } = coefficientIn(fitOf(runStudy({ ...sfrc, models }, recode(), { models: ["M4"] }), "M4"), "supportKin");
  return { estimate, p };
}

/** Notebook 13: every defensible choice. */
export const ofMultiverse = {
  "13a": {
    id: "13a", kind: "predict", decimals: 0,
    prompt: {
      en: "Cross outcome, education, age and supportNetwork. How many universes does that make for one variable of one model?",
      zh: "把 outcome、education、age 与 supportNetwork 四项交叉。一个模型中的一个变量有多少个设定？",
    },
    expected: () => optionsOf(FOUR).reduce((product, count) => product * count, 1),
    slips: [
      { part: "", value: () => optionsOf(FOUR).reduce((sum, count) => sum + count, 0), says: { en: "options of different decisions are combined, not listed: multiply", zh: "不同决定的选项要组合，而不是罗列：应当相乘" } },
      { part: "", value: () => optionsOf(FOUR).reduce((product, count) => product * (count - 1), 1), says: { en: "the paper's own option counts too", zh: "论文自身的选项也算在内" } },
    ],
    steps: [
      { en: "Count the rows under each of the four headings of the table.", zh: "数一数表中四个标题之下各有几行。" },
      { en: "A product of four numbers.", zh: "四个数之积。" },
    ],
    solution: "return 3 * 4 * 3 * 2;",
    point: { en: "Four modest decisions, and already dozens of papers that could have been written.", zh: "四项不起眼的决定，就已经是几十篇可能写成的论文。" },
  },
  "13b": {
    id: "13b", kind: "change", decimals: 3,
    prompt: {
      en: "Fit M4 without education and give estimate and p of kin support: { estimate, p }.",
      zh: "拟合不含教育程度的 M4，给出亲缘支持的系数与 p 值：{ estimate, p }。",
    },
    expected: () => kinWithout("education"),
    slips: [
      { part: "estimate", value: () => kinWithout("gender").estimate, says: { en: "this is without gender: another universe", zh: "这是不含性别的：另一个设定" } },
      { part: "p", value: () => refitted("M4", "supportKin").p, says: { en: "this is the paper's own universe, with education", zh: "这是论文自身的设定，含教育程度" } },
    ],
    steps: [
      { en: "The name of the term stands in the filter.", zh: "变量名在 filter 之中。" },
      { en: "term !== \"education\"", zh: "term !== \"education\"" },
    ],
    solution: "const models = sfrc.models.map((m) => ({ ...m, terms: m.terms.filter((t) => t !== 'education') })); const { estimate, p } = runStudy({ ...sfrc, models }, codeSample(readSurvey()), { models: ['M4'] }).fits.M4.coefficients.find((c) => c.term === 'supportKin'); return { estimate, p };",
    point: { en: "A multiverse is nothing but ordinary fits, kept together with their reasons.", zh: "所谓多重设定，不过是许多次普通的拟合，连同理由放在一起。" },
  },
} satisfies Record<string, Exercise>;
