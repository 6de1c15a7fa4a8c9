import { seededRandom } from "../../src/models/numeric/random";
import type { Deed, Option, Spec } from "../../src/multiverse/spec";
import type { CodedPerson, Study } from "../../src/study/study";

/** A small study of 120 people: a binary outcome, an ordered one of which the binary one is a step, x, and two controls. */
export function smallPeople(n = 120, seed = 7, effect = 0.8): CodedPerson[] {
  const random = seededRandom(seed);
  return Array.from({ length: n }, (_, i) => {
    const a = Math.round(10 * random()) / 10;
    const x = random() < 0.3 + 0.4 * a ? 1 : 0;
    const eta = -0.4 + effect * x + 0.6 * a + Math.log(1 / random() - 1);
    const level = eta > 1 ? 3 : eta > 0 ? 2 : 1;
    return { id: `P${i + 1}`, city: i % 2 ? "north" : "south", x, notX: 2 - x, a, aTwice: 2 * a + 1, b: random() < 0.5 ? 1 : 0, gap: i % 5 === 0 ? undefined : a * a, y: Number(level > 1), level };
  });
}

const label = (text: string) => ({ en: text, zh: text });

export const smallStudy: Study = {
  id: "small", title: label("small"), groups: [{ id: "all", label: label("all"), where: {} }, { id: "north", label: label("north"), where: { city: "north" } }],
  terms: ["x", "notX", "a", "aTwice", "b", "gap"].map((name) => ({ name, label: label(name) })),
  models: [{ id: "S", title: label("S"), group: "all", outcome: "y", family: "binomial", terms: ["x", "a", "b"] }],
  hypotheses: [{ id: "H", claim: label("x"), term: "x", decidedBy: [{ group: "all", model: "S" }] }],
};

export const option = (id: string, does: Deed & Partial<Option> = {}): Option => ({ id, paper: false, reason: label(id), source: "test", kind: "uncertain", when: {}, ...does });

export const decision = (id: string, ...options: Option[]) => ({ id, ...label(id), options: options.map((one, i) => ({ ...one, paper: i === 0 })) });

export function smallSpec(decisions: Spec["decisions"], blocks = [decisions.map(({ id }) => id)]): Spec {
  return { title: label("small"), models: ["S"], terms: ["x"], decisions, blocks };
}

export const controls = decision("controls", option("both"), option("noB", { drops: ["b"] }), option("none", { drops: ["a", "b"] }));
export const outcome = decision("outcome", option("yes"), option("ordered", { outcome: "level", family: "ordered" }));
