import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { unmet } from "./agreement";
import { type Choice, paperChoice, type Spec } from "./spec";

/** So many choices fit into memory with room to spare; a larger product is a mistake more often than a wish. */
const MOST = 1_000_000;

/**
 * All choices of a multiverse, the paper's first, each once: the universes it lists, or its blocks crossed, less what
 * its `when` rules out.
 *
 * @param only  cross these decisions instead, the others as in the paper
 * @throws {BadInput} a decision that is not there; more than a million choices
 * @example enumerate(spec, ["stay"]) // the paper's universe, and those that differ in `stay`
 */
export function enumerate(spec: Spec, only?: readonly string[]): Choice[] {
  const paper = paperChoice(spec);
  const known = spec.decisions.map(({ id }) => id);
  for (const id of only ?? []) {
    if (!known.includes(id)) throw new BadInput({ file: "--only" }, said`there is no decision ${JSON.stringify(id)}`, known.join(", "), "Nothing was computed.");
  }
  const places = spec.decisions.map(({ options }) => new Map(options.map(({ id }, place) => [id, place])));
  const found = new Map<string, Choice>();
  const keep = (choice: Choice): void => {
    if (unmet(spec.decisions, choice)) return;
    found.set(places.map((at, d) => at.get(choice[known[d]])).join(), choice); // short keys: there may be a million
  };
  keep(paper);
  if (spec.universes && !only) for (const given of spec.universes) keep({ ...paper, ...given });
  else for (const block of only ? [only] : spec.blocks) for (const choice of crossed(spec, block, paper)) keep(choice);
  return [...found.values()];
}

function* crossed({ decisions }: Spec, block: readonly string[], paper: Choice): Generator<Choice> {
  const varied = decisions.filter(({ id }) => block.includes(id));
  const size = varied.reduce((product, { options }) => product * options.length, 1);
  if (size > MOST) throw new BadInput({ file: "blocks" }, said`${block.join(" × ")} are ${size} universes`, said`at most ${MOST} in a block`, "Cross fewer decisions at a time. Nothing was computed.");
  for (let at = 0; at < size; at++) {
    const choice: Record<string, string> = { ...paper };
    let rest = at;
    for (const { id, options } of [...varied].reverse()) {
      choice[id] = options[rest % options.length].id;
      rest = Math.floor(rest / options.length);
    }
    yield choice;
  }
}

/** The decisions in which a choice departs from the paper's. */
export const departuresOf = (paper: Choice, choice: Choice): string[] => Object.keys(paper).filter((id) => paper[id] !== choice[id]);
