import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { FitModelOptions, StandardErrors } from "../models/data/fitModelData";
import { unquoted } from "../models/data/quoted";
import type { Link } from "../models/fit";
import { type ModelOptions, parseList, parseStandardErrors } from "./modelOptions";

/** The options of a command that fits a model, beside those that say which. */
export interface FitOptions extends ModelOptions {
  readonly link: Link;
  readonly se?: string | undefined;
  readonly firth?: boolean | undefined;
  readonly nonparallel?: string | undefined;
  readonly level?: number | undefined;
  readonly interval?: "wald" | "profile" | undefined;
}

/** What the options ask of the fit, and the columns of labels it needs. @throws {BadInput} options that contradict each other */
export function fitOptionsOf(options: FitOptions): { fitOptions: FitModelOptions; labels: string[] } {
  refuseContradictions(options);
  const { family, link, se, firth, nonparallel, level, interval } = options;
  const standardErrors = se === undefined ? undefined : parseStandardErrors(se);
  return {
    fitOptions: { family, link, standardErrors, firth, nonparallel: nonparallel === undefined ? undefined : parseList("--nonparallel", nonparallel).map(unquoted), level, interval: firth ? undefined : interval },
    labels: labelsOf(standardErrors),
  };
}

/** The column of labels that standard errors need. */
export const labelsOf = (standardErrors: StandardErrors | undefined): string[] => typeof standardErrors !== "object" ? [] : ["cr2" in standardErrors ? standardErrors.cr2 : standardErrors.cluster];

function refuseContradictions({ weightType, se, firth, family, link, nonparallel, level, interval, strata, psu, fpc }: FitOptions): void {
  if (strata !== undefined || psu !== undefined || fpc !== undefined) {
    const beside = Object.entries({ "--se": se, "--firth": firth, "--nonparallel": nonparallel, "--interval": interval === "profile" ? interval : undefined }).find(([, value]) => value !== undefined)?.[0];
    if (beside) throw new BadInput({ file: beside }, "a survey's design makes the standard errors, by linearisation", said`--strata, --psu and --fpc without ${beside}`);
  }
  if (weightType === "probability" && (se === "classical" || se === "expected")) {
    throw new BadInput({ file: "--se" }, said`probability weights have no ${se} standard errors`, "HC0, HC1, HC2, HC3 or cluster:COLUMN");
  }
  if (nonparallel !== undefined && family !== "ordered") throw new BadInput({ file: "--nonparallel" }, "a binary outcome has one cut point only", "--family ordered");
  if (interval === "profile" && (weightType === "probability" || (se && se !== "classical"))) {
    throw new BadInput({ file: "--interval" }, "profile intervals are of the likelihood, whatever the standard errors", "no other --se, and no probability weights");
  }
  if (!firth) return;
  if (family !== "binomial" || link !== "logit") throw new BadInput({ file: "--firth" }, "it is offered for the binary logit only", "--family binomial --link logit");
  if ((se && se !== "classical") || weightType === "probability") {
    throw new BadInput({ file: "--firth" }, "its standard errors come from the penalised likelihood", "no other --se, and no probability weights");
  }
  if (level !== undefined || interval === "wald") throw new BadInput({ file: level === undefined ? "--interval" : "--level" }, "Firth's intervals are those of the penalised profile, at 95%", "--firth without it");
}
