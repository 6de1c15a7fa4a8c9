import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { CoefficientScale, PublishedModel } from "../published/publishedTable";

/**
 * Refuses a printed model that is not in log-odds with standard errors: beside a refit its numbers would look like differences.
 *
 * @throws {BadInput} naming the model, and what it prints
 */
export function refuseOtherScale(id: string, { scale = "logOdds", brackets = "se", rows }: PublishedModel): void {
  if (scale !== "logOdds") throw new BadInput({ file: id }, PRINTS[scale], "log-odds, as they are refitted", "Write log-odds in its place (of an odds ratio its logarithm), or leave the printed table out.");
  if (brackets !== "se" && rows.some(({ se }) => se !== undefined)) {
    throw new BadInput({ file: id }, said`${brackets} stands where standard errors are compared`, "standard errors, as they are refitted", "Write standard errors in its place (of z or t the coefficient divided by it), or leave `se` out.");
  }
}

const PRINTS: Record<Exclude<CoefficientScale, "logOdds">, string> = {
  oddsRatio: "its printed coefficients are odds ratios",
  marginalEffect: "its printed coefficients are marginal effects",
  other: "its printed coefficients are on a scale of their own",
};
