import { BadInput } from "../badInput";
import { either, said } from "../faults/said";
import type { Bilingual } from "../bilingual";
import { READINGS } from "./readingList";

/** The names of the readings, and of each its choices. */
type Choices = { readonly [R in (typeof READINGS)[number] as R["name"]]: keyof R["choices"] & string };

/** One choice for every reading. */
export type Readings = Choices;

export type ReadingName = keyof Readings;

/** A reading as `sojourn code --readings --json` prints it; the first choice is the default. */
export interface ReadingEntry extends Bilingual {
  readonly name: ReadingName;
  readonly choices: readonly string[];
  readonly default: string;
  readonly paperSection: string;
  /** Which stage asks it: selecting the sample, coding a variable, or fitting and judging the models. */
  readonly actsAt: "sample" | "coding" | "modelling";
  /** The paper settles it: another choice tests how much hangs on that, and is no reading of the paper. */
  readonly settled: boolean;
  /** What each choice does. */
  readonly meanings: Readonly<Record<string, Bilingual>>;
}

/** Everything the paper leaves open, in the order of the paper. */
export const readingEntries: readonly ReadingEntry[] = READINGS.map(({ choices, ...reading }) => ({
  ...reading,
  settled: "settled" in reading && reading.settled,
  choices: Object.keys(choices),
  default: Object.keys(choices)[0],
  meanings: choices,
}));

/** Every reading at its default. */
export const defaultReadings = Object.fromEntries(readingEntries.map((reading) => [reading.name, reading.default])) as unknown as Readings;

/**
 * The readings to work by: those given, the rest at their defaults.
 *
 * @throws {BadInput} a name or a choice that does not exist, with those that do
 */
export function chooseReadings(given: Readonly<Record<string, string | undefined>> = {}): Readings {
  for (const [name, choice] of Object.entries(given)) if (choice !== undefined) refuseUnknown(name, choice);
  const chosen = Object.fromEntries(Object.entries(given).filter(([, choice]) => choice !== undefined));
  return { ...defaultReadings, ...chosen };
}

/**
 * Readings written `name=choice`, as a command line has them; a name given twice must say the same.
 *
 * @throws {BadInput} anything of another form, or as `chooseReadings`
 */
export function parseReadings(texts: readonly string[]): Readings {
  const given = new Map<string, string>();
  for (const text of texts) {
    const [name, choice, ...more] = text.split("=");
    if (choice === undefined || more.length > 0) throw new BadInput({ file: "--reading" }, said`${JSON.stringify(text)} is not a reading`, "name=choice", LIST_THEM);
    if ((given.get(name) ?? choice) !== choice) throw new BadInput({ file: "--reading" }, said`${name} is given as ${given.get(name)!} and as ${choice}`, "one choice", LIST_THEM);
    given.set(name, choice);
  }
  return chooseReadings(Object.fromEntries(given));
}

/** The readings that are not at their defaults, written `name=choice`: what a table must say of itself. */
export const departures = (readings: Readings): string[] =>
  readingEntries.filter(({ name }) => readings[name] !== defaultReadings[name]).map(({ name }) => `${name}=${readings[name]}`);

function refuseUnknown(name: string, choice: string): void {
  const reading = readingEntries.find((entry) => entry.name === name);
  if (!reading) throw new BadInput({ file: `reading ${name}` }, "there is no reading of this name", readingEntries.map((entry) => entry.name).join(", "), LIST_THEM);
  if (!reading.choices.includes(choice)) throw new BadInput({ file: `reading ${name}` }, said`${JSON.stringify(choice)} is not one of its choices`, either(reading.choices), LIST_THEM);
}

const LIST_THEM = "`sojourn code --readings` lists them all. Nothing was written.";
