import { type Command, Option } from "commander";
import { BadInput } from "../badInput";
import { noteIn } from "../faults/noted";
import { said } from "../faults/said";
import { plainTable } from "../display/tables/plainTable";
import { asCoefficient } from "../models/coefficients";
import { refusedWarning } from "../models/bootstrap/bootstrap";
import { bootstrapOf } from "../models/bootstrap/bootstrapModel";
import { fitModelData, rowOptions } from "../models/data/fitModelData";
import type { ModelData } from "../models/data/modelData";
import { withSet } from "../models/data/otherRows";
import { unquoted } from "../models/data/quoted";
import { averageEffects, weighty } from "../models/effects/averageMarginalEffects";
import { contrastGroups } from "../models/effects/contrast";
import type { Effect, EffectVariable, Elasticity } from "../models/effects/effect";
import { weightedMean } from "../models/effects/effectsAtMean";
import { hasElasticity } from "../models/effects/elasticity";
import { placeName } from "../models/effects/contrastKinds";
import type { Fit, Link } from "../models/fit";
import { LINK_NAMES } from "../models/links/link";
import { combinations } from "./atValues";
import { type ContrastOptions, refuseContrasts, withContrasts } from "./contrastOptions";
import { ADJUSTED } from "./contrastsText";
import { readData, withSource } from "./dataAsked";
import { labelsOf } from "./fitOptions";
import { type ModelOptions, parseList, parseStandardErrors, withModelOptions } from "./modelOptions";
import { line, messageLanguage } from "./language";
import { conclude } from "./outcome";
import { pCell } from "./numberCells";
import { terminalTable } from "./terminal";

interface Options extends ModelOptions, ContrastOptions {
  readonly link: Link;
  readonly se?: string | undefined;
  readonly nonparallel?: string | undefined;
  readonly by?: string | undefined;
  /** `mean`, or columns set to values. */
  readonly at?: string | undefined;
  readonly elasticity?: Elasticity | undefined;
  readonly bootstrap?: string | undefined;
  readonly seed?: string | undefined;
  readonly table?: string | undefined;
}

/** Of a source whose equal rows are counted together: beyond so many rows the draws alone take minutes. */
const MOST_RESAMPLED = 1_000_000;

const sizeOf = ({ weights = [] }: ModelData): number => weights.reduce((a, b) => a + b, 0);

/** `sojourn effects FILE.csv --outcome y --terms a,b --family binomial`: what a model says in probabilities. */
export function register(program: Command): void {
  withContrasts(withSource(withModelOptions(program.command("effects").description("Average marginal effects of a model: changes in probability, with intervals")))
    .option("--table <name>", "with --from: a table of it")
    .addOption(new Option("--link <link>", "from the linear predictor to a probability").choices(LINK_NAMES).default("logit"))
    .option("--se <kind>", "of the coefficients behind the effects: classical, expected, robust (as Stata), HC0, HC1, HC2, HC3, cluster:COLUMN or CR2:COLUMN (default: classical; HC0 with probability weights)")
    .option("--by <column>", "average within each group of this column, and compare the groups")
    .option("--at <point>", "mean: effects at the mean of every column instead of their average; or columns set to values, such as 'age=30,40;gender=0', for every combination")
    .addOption(new Option("--elasticity <kind>", "instead of dy/dx: eyex (both in shares), dyex (of the variable), eydx (of the probability); averaged over rows").choices(["eyex", "dyex", "eydx"]))
    .option("--nonparallel <list>", "terms of an ordered model whose slope may differ from cut point to cut point (partial proportional odds)")
    .option("--bootstrap <n>", "standard errors and BCa intervals from n resamples of the rows (within the groups of --by)")
    .option("--seed <n>", "of the resamples; the same seed gives the same numbers"), ["pairwise", "reference"])
    .action((file: string | undefined, options: Options) => conclude(() => effects(file, options), options.json));
}

async function effects(file: string | undefined, options: Options): Promise<void> {
  const replicates = resamplesAsked(options);
  refuseContradictions(options, replicates !== undefined);
  const standardErrors = options.se === undefined ? undefined : parseStandardErrors(options.se);
  const labels = [options.by, ...labelsOf(standardErrors)].filter((column) => column !== undefined);
  const { name, data, synthetic, asked } = await readData(file, options, { labels }, options.table);
  const moved = [...data.source.calculated.keys()].find((label) => data.source.terms.some((term) => term.includes(label)));
  if (moved !== undefined) throw new BadInput({ file: "--formula", column: moved }, "it moves with the column it is calculated from, and effects move columns one by one", "products such as --terms x,x:x", "For other calculations compare predictions: sojourn predict --at.");
  if (replicates && asked && sizeOf(data) > MOST_RESAMPLED) throw new BadInput({ file: "--bootstrap" }, said`resamples of ${sizeOf(data)} rows take too long`, said`at most ${MOST_RESAMPLED} rows`, "Leave it out: with so many rows the standard errors of --se say the same.");
  const nonparallel = options.nonparallel === undefined ? undefined : parseList("--nonparallel", options.nonparallel).map(unquoted);
  const fit = fitModelData(data, { family: options.family, link: options.link, standardErrors, nonparallel });
  const compute = effectsOf(data, options);
  const delta = compute(fit);
  const shown = replicates ? bootstrapped(delta, compute, { fit, data, options }, replicates) : delta;
  if (!options.json) return console.log(asText(name, shown, synthetic, options));
  const isContrast = (effect: Shown): boolean => effect.contrast !== undefined;
  console.log(JSON.stringify({
    effects: shown.filter((effect) => !isContrast(effect)).map(withoutGradient),
    ...((options.by ?? options.contrast) !== undefined && { contrasts: shown.filter(isContrast).map(withoutGradient) }),
  }));
}

function refuseContradictions(options: Options, replicates: boolean): void {
  const { at, by, se, weightType, contrast, adjust, nonparallel } = options;
  if (at === "mean" && (by !== undefined || replicates)) throw new BadInput({ file: "--at" }, "effects at the mean are of one person", "neither --by nor --bootstrap beside it");
  if (at !== undefined && by !== undefined) throw new BadInput({ file: "--by" }, "effects with columns set to values are averaged over all rows", "--at or --by, not both");
  if (replicates && weightType === "probability") throw new BadInput({ file: "--bootstrap" }, "probability weights are no counts of rows to draw from", "the standard errors of --se, or frequency weights");
  if (weightType === "probability" && (se === "classical" || se === "expected")) throw new BadInput({ file: "--se" }, said`probability weights have no ${se} standard errors`, "HC0, HC1, HC2, HC3 or cluster:COLUMN");
  if (replicates && se) throw new BadInput({ file: "--se" }, "resamples make their own standard errors", "--se or --bootstrap, not both");
  if (replicates && nonparallel !== undefined) throw new BadInput({ file: "--bootstrap" }, "slopes that differ between cut points are not fitted anew in resamples", "--nonparallel or --bootstrap, not both");
  if (replicates && adjust !== undefined && adjust !== "none") throw new BadInput({ file: "--adjust" }, "resamples have intervals of their own", "--adjust or --bootstrap, not both");
  const design = [options.strata, options.psu, options.fpc].some((column) => column !== undefined);
  if (design && (se !== undefined || replicates)) throw new BadInput({ file: replicates ? "--bootstrap" : "--se" }, "a survey's design makes the standard errors, by linearisation", "--strata, --psu and --fpc alone");
  if (by === undefined) refuseContrasts({ contrast, adjust }, at === "mean" ? [{}] : combinations(at));
  else if (adjust === "tukey" && contrast === "reference") throw new BadInput({ file: "--adjust" }, "Tukey's correction is of all pairs", "--contrast pairwise, or --adjust holm");
}

/** An effect, or a difference of two. */
type Shown = Effect & { readonly contrast?: string; readonly pAdjusted?: number };

/** The effects asked for, from a fit; in a resample, with how often each row was drawn for weights, and no gradients. */
const effectsOf = (data: ModelData, { by, at, contrast, adjust, elasticity }: Options) => {
  const { weights, offset } = rowOptions(data);
  if (at === "mean") {
    const variables = data.effectVariablesAtMean(weights);
    tellWithout(variables, elasticity);
    const meanOffset = offset && weightedMean(offset, weights);
    if (meanOffset !== undefined) console.error(line({ en: `--offset: at the mean it takes its own, ${Number(meanOffset.toPrecision(6))}`, zh: `--offset：均值处取其自身的均值 ${Number(meanOffset.toPrecision(6))}` }));
    return (fit: Fit): Shown[] => averageEffects(fit, variables, { offset: meanOffset === undefined ? undefined : [meanOffset], elasticity });
  }
  const groups = by === undefined ? undefined : data.labels[by];
  const some = new Set(groups && weighty(groups, weights));
  const empty = groups && [...new Set(groups)].filter((group) => !some.has(group));
  if (empty && empty.length > 0) console.error(line({ en: `--by: ${by!} = ${empty.join(", ")} has rows of weight 0 only, and no effects`, zh: `--by：${by!} = ${empty.join("、")} 只有权重为 0 的行，没有效应` }));
  const places = at === undefined ? [{ ...data, values: undefined }] : combinations(at).map((values) => ({ ...withSet(data, values), values }));
  const everywhere = places.map((place) => ({ ...place, variables: place.effectVariables() }));
  tellWithout(everywhere[0].variables, elasticity);
  return (fit: Fit, counts?: readonly number[]): Shown[] => {
    const found = everywhere.flatMap(({ variables, offset: own, values }) =>
      averageEffects(fit, variables, { weights: counts ?? weights, offset: own, by: groups, valuesOnly: counts !== undefined, elasticity })
        .map((effect) => (values === undefined ? effect : { ...effect, at: values })));
    return (contrast ?? by) === undefined ? found : [...found, ...contrastGroups(fit, found, contrast === "reference" ? contrast : "pairwise", adjust)];
  };
};

/** Names on stderr the variables that have no such elasticity. @throws {BadInput} where none has, or there is none */
function tellWithout(variables: readonly EffectVariable[], elasticity: Elasticity | undefined): void {
  if (variables.length === 0) throw new BadInput({ file: "--terms" }, "a model without terms has no effects", "at least one term");
  const own = variables.filter((variable) => hasElasticity(variable, elasticity));
  const others = variables.filter((variable) => !own.includes(variable)).map(({ term }) => term);
  if (own.length === 0) throw new BadInput({ file: "--elasticity" }, said`${others.join(", ")}: a step from 0 to 1 is no share of the variable`, "--elasticity eydx, or a term that is a number");
  if (others.length > 0) console.error(line({
    en: `--elasticity ${elasticity!}: ${others.join(", ")} left out (a step from 0 to 1 is no share of the variable; eydx has it)`,
    zh: `--elasticity ${elasticity!}：不含 ${others.join("、")}（从 0 到 1 的一步不是变量的百分比变化；可用 eydx）`,
  }));
}

function resamplesAsked({ bootstrap: n, seed }: Options): { replicates: number; seed: number } | undefined {
  if (n === undefined) {
    if (seed !== undefined) throw new BadInput({ file: "--seed" }, "there is nothing to draw", "--bootstrap N beside it");
    return undefined;
  }
  const [replicates, start] = [Number(n), seed?.trim() ? Number(seed) : NaN];
  if (!Number.isInteger(replicates) || replicates < 100) throw new BadInput({ file: "--bootstrap" }, said`"${n}" resamples are too few or no number`, "a whole number, 100 or more");
  if (!Number.isInteger(start)) throw new BadInput({ file: "--seed" }, seed === undefined ? "it is missing" : said`"${seed}" is no seed`, "a whole number, so that the intervals can be had again");
  return { replicates, seed: start };
}

/** Each effect with its standard error and BCa interval from resamples, the model fitted anew in each. */
function bootstrapped(
  delta: readonly Shown[], compute: ReturnType<typeof effectsOf>, { fit, data, options }: { fit: Fit; data: ModelData; options: Options }, resampling: { replicates: number; seed: number },
): Shown[] {
  const { weights: counts, offset } = rowOptions(data);
  const model = { family: options.family, link: options.link, X: data.X, y: data.y, terms: data.columns, levels: data.levels, offset };
  const drawn = { ...resampling, strata: options.by === undefined ? undefined : data.labels[options.by], counts };
  const result = bootstrapOf(model, (resampled, times) => compute(resampled, times).map((effect) => effect.estimate), drawn, fit);
  for (const warning of refusedWarning(result, drawn)) console.error(noteIn(warning, messageLanguage()));
  return delta.map((effect, i) => {
    const [lower, upper] = result.intervals[i];
    return { ...effect, ...asCoefficient(effect.term, effect.estimate, result.standardErrors[i]), lower, upper };
  });
}

const TYPE_ZH: Readonly<Record<Effect["type"], string>> = { dydx: "dy/dx", discrete: "离散变化", eyex: "eyex（弹性）", dyex: "dyex", eydx: "eydx" };

const withoutGradient = <T extends { readonly gradient: readonly number[] }>({ gradient: _, ...rest }: T): Omit<T, "gradient"> => rest;

function asText(name: string, shown: readonly Shown[], synthetic: boolean, options: Options): string {
  const number = (value: number) => ({ number: value, format: { decimals: 5 } });
  const corrected = options.adjust !== undefined && options.adjust !== "none";
  // Of a difference that is 0 whatever the parameters: a term's own effect where the term is set.
  const pOf = (p: number) => (Number.isNaN(p) ? { en: "none", zh: "无" } : pCell(p, 5));
  const row = ({ term, type, level, group, at, contrast, estimate, standardError, lower, upper, p, pAdjusted }: Shown) =>
    [[term, level, group ?? contrast ?? (at && placeName(at))].filter((part) => part !== undefined).join(" · "), { en: type, zh: TYPE_ZH[type] }, number(estimate), number(standardError), number(lower), number(upper),
      ...(corrected ? [pOf(pAdjusted ?? p)] : [])] as const;
  return terminalTable(plainTable({
    id: "effects", title: { en: `Average marginal effects of ${name}`, zh: `${name} 的平均边际效应` }, stub: { en: "term", zh: "变量" },
    columns: [{ en: "kind", zh: "类型" }, { en: "effect", zh: "效应" }, { en: "SE", zh: "标准误" }, { en: "lower", zh: "下限" }, { en: "upper", zh: "上限" }, ...(corrected ? ["p"] : [])],
    rows: shown.map(row), synthetic, notes: corrected ? [ADJUSTED[options.adjust]] : [],
  }));
}
