import { type Command, Option } from "commander";
import { BadInput } from "../badInput";
import { type FitModelOptions, fitModelData, rowOptions } from "../models/data/fitModelData";
import type { ModelData } from "../models/data/modelData";
import type { Fit } from "../models/fit";
import { parallelLines } from "../models/parallelLines";
import { fitJson } from "./fitJson";
import { fitText } from "./fitText";
import { isSynthetic } from "./isSynthetic";
import { type ModelOptions, parseStandardErrors, readData, withModelOptions } from "./modelOptions";
import { conclude } from "./outcome";

interface Options extends ModelOptions {
  readonly link: "logit" | "probit" | "cloglog";
  readonly weightType?: "frequency" | "probability";
  readonly se?: string;
  readonly firth?: boolean;
}

/** `sojourn fit FILE.csv --outcome y --terms a,b --family binomial`: a binary or ordered logit of a file of numbers. */
export function register(program: Command): void {
  withModelOptions(program.command("fit").description("Fit a binary or ordered logit to a CSV file of numbers").argument("<file>", "CSV with a header"))
    .addOption(new Option("--link <link>", "from the linear predictor to a probability").choices(["logit", "probit", "cloglog"]).default("logit"))
    .addOption(new Option("--weight-type <type>", "what --weights count: equal rows, or people a row stands for (default: frequency)").choices(["frequency", "probability"]))
    .option("--se <kind>", "classical, expected, HC0, HC1, HC2, HC3 or cluster:COLUMN (default: classical, the observed information; HC0 with probability weights)")
    .option("--firth", "Firth's penalised likelihood: finite estimates where the data are separated")
    .action((file: string, options: Options) => conclude(() => fit(file, options), options.json));
}

function fit(file: string, options: Options): void {
  refuseContradictions(options);
  const standardErrors = options.se === undefined ? undefined : parseStandardErrors(options.se);
  const cluster = typeof standardErrors === "object" ? [standardErrors.cluster] : [];
  const data = readData(file, options, { labels: cluster });
  const fitOptions: FitModelOptions = {
    family: options.family, link: options.link, weightType: options.weightType, standardErrors, firth: options.firth,
  };
  const fitted = fitModelData(data, fitOptions);
  const tests = options.family === "ordered" ? testsOf(fitted, data, options) : undefined;
  console.log(options.json ? JSON.stringify(fitJson(fitted, tests)) : fitText(file, fitted, tests, isSynthetic(file)));
  if (options.json) for (const warning of fitted.warnings) console.error(warning);
}

const testsOf = (fitted: Fit, data: ModelData, { weightType }: Options) =>
  parallelLines(fitted, data.X, data.y, data.columns, rowOptions(data, weightType));

function refuseContradictions({ weights, weightType, se, firth, family, link }: Options): void {
  if (weightType && !weights) throw new BadInput({ file: "--weight-type" }, "there are no weights", "--weights COLUMN beside it");
  if (weightType === "probability" && (se === "classical" || se === "expected")) {
    throw new BadInput({ file: "--se" }, `probability weights have no ${se} standard errors`, "HC0, HC1, HC2, HC3 or cluster:COLUMN");
  }
  if (!firth) return;
  if (family !== "binomial" || link !== "logit") throw new BadInput({ file: "--firth" }, "it is offered for the binary logit only", "--family binomial --link logit");
  if ((se && se !== "classical") || weightType === "probability") {
    throw new BadInput({ file: "--firth" }, "its standard errors come from the penalised likelihood", "no other --se, and no probability weights");
  }
}
