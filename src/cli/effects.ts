import { type Command, Option } from "commander";
import { BadInput } from "../badInput";
import { tableText } from "../display/render/tableText";
import { plainTable } from "../display/tables/plainTable";
import { asCoefficient } from "../models/coefficients";
import { refusedWarning } from "../models/bootstrap/bootstrapFit";
import { bootstrap } from "../models/bootstrap/bootstrap";
import { fitModelData, rowOptions } from "../models/data/fitModelData";
import type { ModelData } from "../models/data/modelData";
import { averageEffects } from "../models/effects/averageMarginalEffects";
import { contrastGroups } from "../models/effects/contrast";
import type { Effect } from "../models/effects/effect";
import type { Fit, Link } from "../models/fit";
import { isSynthetic } from "./isSynthetic";
import { type ModelOptions, parseStandardErrors, readData, withModelOptions } from "./modelOptions";
import { conclude } from "./outcome";

interface Options extends ModelOptions {
  readonly link: Link;
  readonly se?: string;
  readonly by?: string;
  readonly at?: "mean";
  readonly bootstrap?: string;
  readonly seed?: string;
}

/** `sojourn effects FILE.csv --outcome y --terms a,b --family binomial`: what a model says in probabilities. */
export function register(program: Command): void {
  withModelOptions(program.command("effects").description("Average marginal effects of a model: changes in probability, with intervals").argument("<file>", "CSV with a header"))
    .addOption(new Option("--link <link>", "from the linear predictor to a probability").choices(["logit", "probit", "cloglog"]).default("logit"))
    .option("--se <kind>", "of the coefficients behind the effects: classical, expected, HC0, HC1, HC2, HC3 or cluster:COLUMN (default: classical)")
    .option("--by <column>", "average within each group of this column, and compare the groups")
    .addOption(new Option("--at <point>", "effects at the mean of every column instead of their average").choices(["mean"]))
    .option("--bootstrap <n>", "standard errors and BCa intervals from n resamples of the rows (within the groups of --by)")
    .option("--seed <n>", "of the resamples; the same seed gives the same numbers")
    .action((file: string, options: Options) => conclude(() => effects(file, options), options.json));
}

function effects(file: string, options: Options): void {
  const replicates = resamplesAsked(options);
  if (options.at && (options.by || replicates)) throw new BadInput({ file: "--at" }, "effects at the mean are of one person", "neither --by nor --bootstrap beside it");
  if (replicates && options.se) throw new BadInput({ file: "--se" }, "resamples make their own standard errors", "--se or --bootstrap, not both");
  const standardErrors = options.se === undefined ? undefined : parseStandardErrors(options.se);
  const labels = [options.by, typeof standardErrors === "object" ? standardErrors.cluster : undefined].filter((column) => column !== undefined);
  const data = readData(file, options, { labels });
  const fit = fitModelData(data, { ...options, standardErrors });
  const compute = effectsOf(data, options);
  const delta = compute(data, fit);
  const shown = replicates ? bootstrapped(delta, data, options, replicates) : delta;
  if (!options.json) return console.log(asText(file, shown));
  const isContrast = (effect: Shown): boolean => effect.contrast !== undefined;
  console.log(JSON.stringify({
    effects: shown.filter((effect) => !isContrast(effect)).map(withoutGradient),
    ...(options.by !== undefined && { contrasts: shown.filter(isContrast).map(withoutGradient) }),
  }));
}

/** An effect, or a difference of two. */
type Shown = Effect & { readonly contrast?: string };

const effectsOf = (data: ModelData, { by, at }: Options) => {
  const variables = at === "mean" ? data.effectVariablesAtMean(data.weights) : data.effectVariables();
  return ({ weights, offset }: Pick<ModelData, "weights" | "offset">, fit: Fit): Shown[] => {
    const found = averageEffects(fit, variables, at === "mean" ? {} : { weights, offset, by: by === undefined ? undefined : data.labels[by] });
    return by === undefined ? found : [...found, ...contrastGroups(fit, found)];
  };
};

function resamplesAsked({ bootstrap: n, seed }: Options): { replicates: number; seed: number } | undefined {
  if (n === undefined) {
    if (seed !== undefined) throw new BadInput({ file: "--seed" }, "there is nothing to draw", "--bootstrap N beside it");
    return undefined;
  }
  const [replicates, start] = [Number(n), Number(seed ?? NaN)];
  if (!Number.isInteger(replicates) || replicates < 100) throw new BadInput({ file: "--bootstrap" }, `"${n}" resamples are too few or no number`, "a whole number, 100 or more");
  if (!Number.isInteger(start)) throw new BadInput({ file: "--seed" }, seed === undefined ? "it is missing" : `"${seed}" is no seed`, "a whole number, so that the intervals can be had again");
  return { replicates, seed: start };
}

/** Each effect with its standard error and BCa interval from resamples, the model fitted anew in each. */
function bootstrapped(delta: readonly Shown[], data: ModelData, options: Options, resampling: { replicates: number; seed: number }): Shown[] {
  const compute = effectsOf(data, options);
  const statistic = (counts: readonly number[]): number[] => {
    const resampled = { ...data, weights: counts };
    return compute(resampled, fitModelData(resampled, options)).map((effect) => effect.estimate);
  };
  const strata = options.by === undefined ? undefined : data.labels[options.by];
  const drawn = { ...resampling, strata, counts: rowOptions(data).weights };
  const result = bootstrap(data.rows.length, statistic, drawn);
  for (const warning of refusedWarning(result, drawn)) console.error(warning);
  return delta.map((effect, i) => {
    const [lower, upper] = result.intervals[i];
    return { ...effect, ...asCoefficient(effect.term, effect.estimate, result.standardErrors[i]), lower, upper };
  });
}

const withoutGradient = <T extends { readonly gradient: readonly number[] }>({ gradient: _, ...rest }: T): Omit<T, "gradient"> => rest;

function asText(file: string, shown: readonly Shown[]): string {
  const number = (value: number) => ({ number: value, format: { decimals: 5 } });
  const row = ({ term, type, level, group, contrast, estimate, standardError, lower, upper }: Shown) =>
    [[term, level, group ?? contrast].filter((part) => part !== undefined).join(" · "), type, number(estimate), number(standardError), number(lower), number(upper)] as const;
  return tableText(plainTable({
    id: "effects", title: { en: `Average marginal effects of ${file}`, zh: "平均边际效应" }, stub: { en: "term", zh: "变量" },
    columns: [{ en: "kind", zh: "类型" }, { en: "effect", zh: "效应" }, { en: "SE", zh: "标准误" }, { en: "lower", zh: "下限" }, { en: "upper", zh: "上限" }],
    rows: shown.map(row), synthetic: isSynthetic(file),
  }));
}
