import { type Command, Option } from "commander";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { Adjust } from "../models/effects/adjust";
import type { ContrastKind } from "../models/effects/contrastKinds";

/** What is compared, and how the p of several comparisons are corrected. */
export interface ContrastOptions {
  readonly contrast?: ContrastKind | undefined;
  readonly adjust?: Adjust | undefined;
}

/** Adds these options to a command. */
export const withContrasts = (command: Command, kinds: readonly ContrastKind[]): Command => command
  .addOption(new Option("--contrast <kind>", `compare the places of --at: each pair, each against the first${kinds.includes("second") ? ", or second differences over two columns" : ""}`).choices(kinds))
  .addOption(new Option("--adjust <method>", "correct p and intervals for the number of comparisons (of one outcome level)").choices(["none", "holm", "tukey"]));

/**
 * Refuses comparisons that are none.
 * @param places what --at asks for
 * @throws {BadInput}
 */
export function refuseContrasts({ contrast, adjust }: ContrastOptions, places: readonly Readonly<Record<string, string>>[]): void {
  if (contrast === undefined) {
    if (adjust !== undefined) throw new BadInput({ file: "--adjust" }, "there are no comparisons to correct", "--contrast pairwise beside it");
    return;
  }
  if (adjust === "tukey" && contrast !== "pairwise") throw new BadInput({ file: "--adjust" }, "Tukey's correction is of all pairs", "--contrast pairwise, or --adjust holm");
  if (places.length < 2) throw new BadInput({ file: "--contrast" }, "there is nothing to compare with one place only", "a column with several values, such as --at age=30,40");
  const several = Object.keys(places[0]).filter((column) => places.some((at) => at[column] !== places[0][column]));
  if (contrast === "second" && several.length !== 2) {
    throw new BadInput({ file: "--contrast" }, said`second differences are over two columns with several values each, and here are ${several.length}`, "two columns with several values each, such as --at smoke=0,1;race=black,white");
  }
}
