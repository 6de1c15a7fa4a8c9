import { type Command, Option } from "commander";
import { BadInput } from "../badInput";
import { noteIn } from "../faults/noted";
import { said } from "../faults/said";
import { plainTable } from "../display/tables/plainTable";
import { unquoted } from "../models/data/quoted";
import { readHypotheses } from "../models/hypotheses/hypothesis";
import type { WildTermsTest } from "../models/hypotheses/wildTerms";
import { testNested } from "../models/hypotheses/nested";
import { dropOneTests, type FittedModel, type HypothesisTest, type TestMethod, testHypotheses, testTerms, typeTwoTests } from "../models/hypotheses/termTests";
import { parseList } from "./modelOptions";
import { pText } from "./numberCells";
import { conclude } from "./outcome";
import { readSavedFit, type SavedFit } from "./savedFit";
import { terminalTable } from "./terminal";
import { wholeNumber } from "./wholeNumber";
import { type WildOptions, wildTest } from "./wildTest";

interface Options extends WildOptions {
  readonly terms?: string | undefined;
  readonly hypothesis?: string | undefined;
  readonly drop1?: boolean | undefined;
  readonly method?: "wald" | "lr" | "score" | undefined;
  readonly json?: boolean | undefined;
}

const METHOD_ZH: Readonly<Record<HypothesisTest["method"], string>> = { "Wald": "Wald", "likelihood ratio": "似然比", "score": "得分", "score, wild cluster bootstrap": "得分，wild 聚类自助法" };
const METHODS: Readonly<Record<"wald" | "lr" | "score", TestMethod>> = { wald: "Wald", lr: "likelihood ratio", score: "score" };

/** `sojourn test FIT.json`: tests of a fit that `sojourn fit --out` wrote, or of several, each within the next. */
export function register(program: Command): void {
  program.command("test").description("Test hypotheses about a fit, or compare nested fits")
    .argument("<fit...>", "what sojourn fit --out wrote; of several, each is compared with the next (likelihood ratio)")
    .option("--terms <list>", "that these terms are 0 together, comma-separated")
    .option("--hypothesis <equations>", "linear hypotheses such as 'a = b; c = 0' (Wald); names with other signs in `backticks`")
    .option("--drop1", "each term that no other contains, left out by itself (default: type II, every term given the others)")
    .addOption(new Option("--method <method>", "Wald's test, the likelihood ratio or Rao's score (default: wald; lr with --drop1)").choices(["wald", "lr", "score"]))
    .option("--bootstrap <draws>", "with --terms: the score wild cluster bootstrap of a binary logit, for few clusters; where all combinations are fewer than the draws, each once", wholeNumber)
    .option("--cluster <column>", "with --bootstrap: whose rows depend on each other (default: the column of the fit's --se cluster:COLUMN)")
    .option("--seed <number>", "with --bootstrap: the same seed gives the same draws (default 1)", wholeNumber)
    .addOption(new Option("--wild <weights>", "with --bootstrap: what clusters are multiplied by, ±1 or Webb's six values (default: webb below 12 clusters)").choices(["rademacher", "webb"]))
    .option("--json", "print the result as JSON, and nothing else")
    .action((fits: string[], options: Options) => conclude(async () => {
      const { tests, synthetic } = await testsOf(fits, options);
      console.log(options.json ? JSON.stringify({ tests }) : asText(fits, tests, synthetic));
    }, options.json));
}

async function testsOf(paths: readonly string[], options: Options): Promise<{ tests: HypothesisTest[]; synthetic: boolean }> {
  const { terms, hypothesis, drop1, method } = options;
  const asked = [terms !== undefined && "--terms", hypothesis !== undefined && "--hypothesis", drop1 && "--drop1"].filter((one) => typeof one === "string");
  if (asked.length > 1) throw new BadInput({ file: asked[1] }, said`one test at a time: ${asked.join(", ")} were given`, "one of them");
  if (hypothesis !== undefined && method !== undefined && method !== "wald") throw new BadInput({ file: "--method" }, "a linear hypothesis has Wald's test only", "--method wald, or none");
  if (paths.length > 1 && (asked.length > 0 || (method !== undefined && method !== "lr"))) throw new BadInput({ file: asked[0] ?? "--method" }, "of several fits each is compared with the next, by the likelihood ratio", "one fit, or no other option");
  const drawn = Object.entries({ "--cluster": options.cluster, "--seed": options.seed, "--wild": options.wild }).find(([, value]) => value !== undefined)?.[0];
  if (options.bootstrap === undefined && drawn !== undefined) throw new BadInput({ file: drawn }, "there is nothing to draw", "--bootstrap N beside it");
  if (options.bootstrap !== undefined && method !== undefined) throw new BadInput({ file: "--method" }, "the bootstrap is of the score", "--bootstrap without it");
  if (options.bootstrap !== undefined && (paths.length > 1 || drop1 || hypothesis !== undefined)) throw new BadInput({ file: "--bootstrap" }, "it tests that terms of one fit are 0 together", "one fit, with --terms");
  const models: (SavedFit & FittedModel)[] = [];
  for (const path of paths) {
    const saved = await readSavedFit(path);
    models.push({ ...saved, options: saved.model.options });
  }
  return { tests: ofModels(models, options), synthetic: models.some(({ synthetic }) => synthetic) };
}

function ofModels(models: readonly (SavedFit & FittedModel)[], options: Options): HypothesisTest[] {
  const { hypothesis, drop1 } = options;
  const method = options.method && METHODS[options.method];
  const terms = options.terms === undefined ? undefined : parseList("--terms", options.terms).map(unquoted);
  if (models.length > 1) return models.slice(1).map((larger, i) => testNested(models[i], larger));
  const [model] = models;
  if (options.bootstrap !== undefined) return [wildTest(model, terms, options)];
  if (hypothesis !== undefined) return testHypotheses(model, readHypotheses(hypothesis));
  if (terms !== undefined) return [testTerms(model, terms, method)];
  return drop1 ? dropOneTests(model, method) : typeTwoTests(model, method);
}

const asText = (fits: readonly string[], tests: readonly HypothesisTest[], synthetic: boolean): string => terminalTable(plainTable({
  id: "tests", title: { en: `Tests of ${fits.join(", ")}`, zh: `${fits.join("、")} 的检验` }, stub: { en: "hypothesis", zh: "假设" }, synthetic,
  columns: [{ en: "χ²", zh: "χ²" }, { en: "df", zh: "自由度" }, "p", { en: "method", zh: "方法" }],
  rows: tests.map(({ hypothesis, statistic, df, p, method }) => [
    hypothesis, { text: statistic === null ? { en: "not tested", zh: "未检验" } : statistic.toFixed(3) }, { text: String(df) },
    { text: p === null ? "" : pText(p) }, { text: { en: method, zh: METHOD_ZH[method] } },
  ] as const),
  notes: tests.flatMap(({ hypothesis, note, ...rest }) => [...drawsOf(rest), ...byF(hypothesis, rest), ...(note === undefined ? [] : [{ en: `${hypothesis}: ${note}`, zh: `${hypothesis}：${noteIn(note, "zh")}` }])]),
}));

/** By what the p of a Wald test was had, where it is not χ². */
const byF = (hypothesis: string, { df, denominator }: Pick<HypothesisTest, "df" | "denominator">): { en: string; zh: string }[] =>
  denominator === undefined ? [] : [{ en: `${hypothesis}: p by F on ${df} and ${Number(denominator.toFixed(2))} degrees of freedom`, zh: `${hypothesis}：p 按自由度为 ${df} 与 ${Number(denominator.toFixed(2))} 的 F 分布` }];

/** What the draws of a bootstrap were. */
function drawsOf(test: Partial<WildTermsTest>): { en: string; zh: string }[] {
  if (test.wild === undefined) return [];
  const { clusters, replicates, wild, enumerated } = test;
  const weights = wild === "webb" ? { en: "Webb's six weights", zh: "Webb 六点权重" } : { en: "weights ±1", zh: "±1 权重" };
  return [{
    en: `${clusters} clusters, ${weights.en}, ${enumerated ? `all ${replicates} combinations` : `${replicates} draws`}`,
    zh: `${clusters} 个聚类，${weights.zh}，${enumerated ? `全部 ${replicates} 种组合` : `抽取 ${replicates} 次`}`,
  }];
}
