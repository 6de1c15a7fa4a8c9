import { BadInput } from "../badInput";
import { readJson } from "../io/file";
import { CHANGCHUN, MARGINS } from "./margins";
import type { Fact, People } from "./people";
import { emptyPeople, FACTS } from "./people";

/** `data/sfrc-synthetic.json`: the people a search found, and the seed from which their answers are drawn. */
export interface StoredPeople {
  readonly seed: number;
  readonly about: string;
  /** The command that found them. */
  readonly search: string;
  /** One text a fact, one person after the other, with the letters of `LETTERS`; `age` has two digits a person. */
  readonly people: Readonly<Record<Fact, string>>;
}

/** The letter that stands for each value of a fact; the value is its place, or its place after `first`. */
const LETTERS: Readonly<Record<Exclude<Fact, "age">, { readonly letters: string; readonly first?: number }>> = {
  city: { letters: "cghy" }, // Changchun, Guangzhou, Hangzhou, Yiwu
  wave: { letters: "789", first: 2017 },
  gender: { letters: "mf" },
  education: { letters: "bc" }, // below college, college or above
  cumulativeCausation: { letters: "ny" },
  contactSum: { letters: "3456789abcdef", first: 3 }, // hexadecimal
  reception: { letters: "skuo" }, // self, kin, unit, other
  behaviour: { letters: "hc" }, // home, China
  cognition: { letters: "hc" },
  outcome: { letters: "0ba23" }, // leaves; leaves, considered before, after; stays long (2), for ever (3)
};

/** @throws {BadInput} a file that cannot be read, or that is not what `storePeople` writes */
export function readStoredPeople(file: string): { readonly seed: number; readonly people: People } {
  const { seed, people } = readJson(file) as Partial<StoredPeople>;
  if (!Number.isSafeInteger(seed)) throw spoilt(file, "it has no seed");
  return { seed: seed!, people: restorePeople(people ?? {}, file) };
}

export const storePeople = (people: People): Record<Fact, string> =>
  Object.fromEntries(FACTS.map((fact) => [fact, Array.from(people[fact], (value) => write(fact, value)).join("")])) as Record<Fact, string>;

function write(fact: Fact, value: number): string {
  if (fact === "age") return String(value).padStart(2, "0");
  const { letters, first = 0 } = LETTERS[fact];
  return letters[value - first];
}

/** @throws {BadInput} a fact that is missing, of another length, or with a letter that stands for nothing */
export function restorePeople(stored: Readonly<Partial<Record<Fact, string | undefined>>>, file: string): People {
  const people = emptyPeople(MARGINS.n, CHANGCHUN);
  for (const fact of FACTS) {
    const width = fact === "age" ? 2 : 1;
    const text = stored[fact];
    if (text?.length !== MARGINS.n * width) throw spoilt(file, `people.${fact} does not describe ${MARGINS.n} people`);
    people[fact].set(people[fact].map((_, i) => read(fact, text.slice(i * width, (i + 1) * width), file)));
  }
  return people;
}

function read(fact: Fact, text: string, file: string): number {
  if (fact === "age" && /^\d\d$/.test(text)) return Number(text);
  const { letters, first = 0 } = fact === "age" ? { letters: "" } : LETTERS[fact];
  const place = letters.indexOf(text);
  if (place < 0) throw spoilt(file, `people.${fact} holds ${JSON.stringify(text)}, which stands for nothing`);
  return first + place;
}

const spoilt = (file: string, what: string): BadInput =>
  new BadInput({ file }, what, undefined, "Restore the file that ships with the project. Nothing was written.");

/** The text of the file. */
export function storedText(seed: number, people: People, search: string): string {
  const stored: StoredPeople = {
    seed,
    about: "The 777 of data/sfrc-synthetic.csv at coded level, invented. `sojourn synthesize` draws their answers from the seed. Letters: src/standIn/storedPeople.ts.",
    search,
    people: storePeople(people),
  };
  return `${JSON.stringify(stored, null, 1)}\n`;
}
