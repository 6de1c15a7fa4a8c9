import { BadInput } from "../badInput";
import { readJsonFile } from "../io/file";
import type { JsonFile } from "../io/json";
import { misfitOf } from "../io/jsonForm";
import { found, wayOf } from "../io/jsonPointer";
import { applyReadings } from "../study/applyReadings";
import type { Study } from "../study/study";
import { SPEC_SCHEMA } from "./schema";
import { agreement, type Refuse } from "./agreement";
import type { Choice, Decision, Option, Spec } from "./spec";

type Written = Omit<Spec, "decisions" | "blocks"> & {
  readonly decisions: readonly (Omit<Decision, "options"> & { readonly options: readonly WrittenOption[] })[];
  readonly blocks?: Spec["blocks"];
  readonly universes?: readonly Choice[];
};
type WrittenOption = Omit<Option, "paper" | "when"> & { readonly paper?: true; readonly when?: Readonly<Record<string, string | readonly string[]>> };

/**
 * Reads and checks a multiverse's file (docs/multiverse.md) against the study whose models it varies.
 *
 * @throws {BadInput} the row of the file, what stands there and what was expected: an unknown key, model, term, reading,
 *   decision or option; a decision without the paper's option or with two
 *
 * @example (await readSpec("data/multiverse.json", sfrc)).decisions.length
 */
export const readSpec = async (path: string, study: Study): Promise<Spec> => parseSpec(readJsonFile(path), path, study);

/** The same from JSON already parsed. */
export async function parseSpec({ value, placeOf }: JsonFile, file: string, study: Study): Promise<Spec> {
  const refuse: Refuse = (pointer, what, expected) => {
    throw new BadInput({ ...placeOf(pointer), file }, found(wayOf(pointer), what), expected, "docs/multiverse.md tells the form. Nothing was computed.");
  };
  const misfit = misfitOf(value, SPEC_SCHEMA);
  if (misfit) refuse(misfit.pointer, misfit.found, misfit.expected);
  const written = value as Written;
  const spec: Spec = {
    title: written.title, models: written.models, terms: written.terms, universes: written.universes,
    decisions: written.decisions.map((decision) => ({ ...decision, options: decision.options.map(asOption) })),
    blocks: written.blocks ?? [written.decisions.map(({ id }) => id)],
  };
  agreement(spec, study, refuse, (readings) => applyReadings(study, readings));
  return spec;
}

const asOption = ({ when = {}, paper = undefined, ...rest }: WrittenOption): Option => ({
  ...rest, paper: paper === true,
  when: Object.fromEntries(Object.entries(when).map(([decision, options]) => [decision, typeof options === "string" ? [options] : options])),
});
