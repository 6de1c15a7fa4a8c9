import type { Codebook } from "../survey/codebook";
import { answer, type Questionnaire } from "./answers/answer";
import { drawPeople } from "./drawPeople";
import { excluded } from "./excluded/excluded";
import { leaveOut } from "./excluded/missing";
import type { People } from "./people";
import { personAt } from "./person";
import { Random } from "./random";
import { settlePeople } from "./settlePeople";

/** Streams of one seed: the people, and what they answered. */
const STREAM = { people: 0, answers: 1 } as const;

/** The 777 of a seed for which no people are stored. */
export function peopleOfSeed(seed: number): People {
  const random = new Random(seed, STREAM.people);
  const people = drawPeople(random);
  settlePeople(people, random);
  return people;
}

/**
 * The raw survey file of a stand-in, as text: the sample of 777 and everybody whom the selection drops, shuffled.
 * The same seed and people give the same bytes on any machine: all draws are whole-number arithmetic. An optional question
 * that the stand-in does not answer is left out as if the codebook lacked it, so a new one changes no draw and no byte.
 *
 * @param people  the 777 at coded level; their answers to each question are drawn from the seed
 */
export function synthesize(seed: number, people: People, whole: Codebook): string {
  const random = new Random(seed, STREAM.answers);
  const asked = answered(people);
  const codebook = { ...whole, columns: whole.columns.filter(({ name, optional }) => !optional || asked.has(name)) };
  const makers = Array.from({ length: people.n }, (_, i) => () => leaveOut(answer(personAt(people, i), random), codebook, random));
  const rows = distinct([...makers, ...excluded(codebook, random)]);
  return asCsv(random.shuffle(rows), codebook);
}

/** The columns that the stand-in answers, by one questionnaire drawn apart from the others. */
const answered = (people: People): ReadonlySet<string> => new Set(Object.keys(answer(personAt(people, 0), new Random(0, STREAM.answers))));

/** Draws every questionnaire, again where the very same answers were already given. */
function distinct(makers: readonly (() => Questionnaire)[]): Questionnaire[] {
  const seen = new Set<string>();
  return makers.map((make) => {
    for (;;) {
      const filled = make();
      const text = JSON.stringify(Object.entries(filled).sort());
      if (seen.has(text)) continue;
      seen.add(text);
      return filled;
    }
  });
}

/** Codes hold no comma and no quotation mark, so none are needed; LF after every line. */
function asCsv(rows: readonly Questionnaire[], { columns }: Codebook): string {
  const names = columns.map(({ name }) => name);
  const lines = rows.map((row, i) => names.map((name) => (name === "id" ? `SYN-${String(i + 1).padStart(4, "0")}` : row[name])).join(","));
  return [names.join(","), ...lines, ""].join("\n");
}
