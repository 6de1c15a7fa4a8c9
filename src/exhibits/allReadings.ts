import { BadInput } from "../badInput";
import type { Bilingual, Language } from "../bilingual";
import { inWords } from "../faults/inWords";
import { fitUniverses, type Outcome } from "../multiverse/fitUniverses";
import { supports } from "../multiverse/flips";
import { departuresOf } from "../multiverse/enumerate";
import { type Code, planUniverses } from "../multiverse/plan";
import { type Choice, paperChoice, type Spec } from "../multiverse/spec";
import type { Coded } from "../study/session";
import type { Study } from "../study/study";
import { fingerprint } from "../survey/fingerprint";
import { codedForPanel, type PanelState, writerOfQuestion } from "./panelState";
import { readingUniverses } from "./readingUniverses";

/** The output in which a kernel tells a share of all readings. */
export const ALL_READINGS_MIME = "application/vnd.sojourn.all-readings+json";

/** One hypothesis in one group under one choice of readings. */
export interface ReadingUniverse {
  readonly hypothesis: string;
  readonly group: string;
  readonly model: string;
  readonly paper: boolean;
  /** Readings that are not the paper's, `name=choice`. */
  readonly changes: readonly string[];
  /** The same where two choices of readings give the model one likelihood. */
  readonly likelihood: string;
  /** Of the effect that the hypothesis speaks of; null where it was refused. */
  readonly estimate: number | null;
  readonly stars: string;
  readonly supported: boolean | null;
  readonly reason?: Bilingual;
}

/** Some choices of readings, from the `from`-th to before the `to`-th of all `of`. */
export interface AllReadingsShare {
  readonly from: number;
  readonly to: number;
  readonly of: number;
  /** Of whom: a share of other data goes with none of these. */
  readonly data: string;
  readonly synthetic: boolean;
  readonly study: Pick<PanelState["study"], "id">;
  /** Readings that no coefficient depends on: no universe varies them. */
  readonly leftOut: readonly string[];
  readonly universes: readonly ReadingUniverse[];
}

/** Instead of a share: why there is none. */
export interface NoShare {
  readonly from: number;
  readonly error: string;
}

/** So long a question may keep a kernel from its cells. */
const LONGEST_MS = 300;
/** Choices that are planned together: what they code alike is laid out once. */
const TOGETHER = 4;

/**
 * Fits the models that decide hypotheses under every reading by itself and every two together, from the `from`-th choice on, for a
 * moment: whoever wants them all asks again from `to` on, and whoever asks no more has cancelled. The session's own readings
 * stay as they are.
 *
 * @throws {BadInput} a study that codes by one rule each; data that cannot be coded under the paper's own readings either
 */
export async function allReadingsShare(from: number, { study, survey, code }: Coded = codedForPanel(), longest = LONGEST_MS): Promise<AllReadingsShare> {
  const { spec, choices, leftOut } = readingUniverses(study);
  const end = performance.now() + longest;
  const universes: ReadingUniverse[] = [];
  const people: Code = ({ readings }) => code(readings).people;
  let to = from;
  do {
    const found = await outcomesOf(spec, study, choices.slice(to, to + TOGETHER), people);
    for (const { id, term, decidedBy } of study.hypotheses) {
      for (const { group, model } of decidedBy) {
        for (const universe of found.filter((one) => one.model === model && one.term === term)) {
          const { paper, options, likelihood, status } = universe;
          universes.push({
            hypothesis: id, group, model, paper, likelihood, changes: departuresOf(paperChoice(spec), options).map((name) => `${name}=${options[name]}`),
            ...(status === "fitted" ? { supported: supports(universe), estimate: universe.estimate, stars: universe.stars } : { supported: null, estimate: null, stars: "", reason: universe.why }),
          });
        }
      }
    }
    to = Math.min(to + TOGETHER, choices.length);
  } while (to < choices.length && performance.now() < end);
  return { from, to, of: choices.length, data: fingerprint(survey), synthetic: survey.synthetic, study: { id: study.id }, leftOut, universes };
}

type Unplanned = Pick<Extract<Outcome, { status: "refused" }>, "model" | "term" | "paper" | "options" | "likelihood" | "status" | "why">;

/**
 * What comes of some choices. Those that cannot be planned together are planned one by one: a choice under which these data cannot
 * be coded is refused like one that cannot be fitted, and the choices after it are tried. Under the paper's own it is the data that
 * are at fault: that is thrown.
 */
async function outcomesOf(spec: Spec, study: Study, choices: readonly Choice[], code: Code): Promise<readonly (Outcome | Unplanned)[]> {
  try {
    return await fitUniverses(planUniverses(spec, study, choices, code));
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    if (choices.length > 1) return (await Promise.all(choices.map((choice) => outcomesOf(spec, study, [choice], code)))).flat();
    const [options] = choices;
    if (departuresOf(paperChoice(spec), options).length === 0) throw error;
    const why = { en: error.message, zh: error.inLanguage("zh") };
    return spec.models.flatMap((model) => spec.terms.map((term) => ({ model, term, paper: false, options, likelihood: JSON.stringify([model, term, options]), status: "refused", why })));
  }
}

/** Tells a share as an output of the request that asked, or in the reader's language why there is none. Never throws, as `tellPanel`. */
export async function tellAllReadings(from: number, language: Language = "en"): Promise<void> {
  const write = writerOfQuestion();
  const answer = await shareOrTrouble(from, language);
  write({ data: { [ALL_READINGS_MIME]: answer, "text/plain": "Sojourn: readings for the panel" }, metadata: {}, transient: {} }, false);
}

/** A share, or in words why there is none. */
export async function shareOrTrouble(from: number, language: Language, coded?: Coded): Promise<AllReadingsShare | NoShare> {
  try {
    return await allReadingsShare(from, coded);
  } catch (error) {
    return { from, error: inWords(language)(error) };
  }
}
