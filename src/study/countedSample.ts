import { membersOf } from "./group";
import { modelSample, type ModelSample } from "./modelSample";
import type { CodedPerson, ModelSpec, Study } from "./study";

/**
 * The same of people of whom equal ones were counted together: a row for each pattern of the model's own columns, and how
 * many people it stands for. Its fit is theirs.
 *
 * @param counts  how many people each of `everybody` stands for
 * @throws {Error} as `modelSample`
 */
export function countedSample(study: Study, spec: ModelSpec, everybody: readonly CodedPerson[], counts: readonly number[]): ModelSample {
  const countOf = new Map(everybody.map((person, i) => [person, counts[i]]));
  const whole = modelSample(study, spec, everybody);
  const places = new Map<string, number>();
  const [first, weights]: [number[], number[]] = [[], []];
  whole.people.forEach((person, i) => {
    const pattern = `${whole.y[i]} ${whole.X[i].join(" ")}`;
    const place = places.get(pattern);
    if (place !== undefined) weights[place] += countOf.get(person)!;
    else {
      places.set(pattern, first.length);
      first.push(i);
      weights.push(countOf.get(person)!);
    }
  });
  const of = (people: readonly CodedPerson[]): number => people.reduce((sum, person) => sum + countOf.get(person)!, 0);
  const members = membersOf(study.groups.find(({ id }) => id === spec.group)!, everybody);
  return {
    ...whole, weights,
    people: first.map((i) => whole.people[i]), X: first.map((i) => whole.X[i]), y: first.map((i) => whole.y[i]),
    leftOut: {
      people: of(members) - of(whole.people),
      byColumn: Object.fromEntries(Object.keys(whole.leftOut.byColumn).map((column) => [column, of(members.filter((person) => person[column] === undefined))])),
    },
  };
}
