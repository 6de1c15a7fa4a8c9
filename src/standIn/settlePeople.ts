import { CHANGCHUN, MARGINS } from "./margins";
import type { Fact, People } from "./people";
import { CITY, OUTCOME } from "./people";
import type { Random } from "./random";

/** How many of Changchun's 187 answered in which wave; not printed. The other cities have 2019 only. */
const WAVES = [[2017, 46], [2018, 51], [2019, 90]] as const;
const MOST_DRAWS = 10_000;

/** Deals what no model of the paper sees: the southern cities, Changchun's waves, and when southern leavers considered it. */
export function settlePeople(people: People, random: Random): void {
  const { guangzhou, hangzhou, yiwu } = MARGINS.city;
  const south = [[CITY.guangzhou, guangzhou], [CITY.hangzhou, hangzhou], [CITY.yiwu, yiwu]] as const;
  people.city.fill(CITY.changchun, 0, CHANGCHUN);
  people.city.set(random.shuffle(deckOf(south)), CHANGCHUN);
  people.wave.fill(2019);
  dealWaves(people, random);
  for (let i = CHANGCHUN; i < people.n; i++) {
    if (isLeaverWhoConsidered(people.outcome[i])) people.outcome[i] = random.happens(45) ? OUTCOME.consideredBefore : OUTCOME.consideredAfter;
  }
}

/** Drawn until Changchun's 2019 alone has every answer with every outcome, so that the reading `changchunWaves=only2019` has estimates. */
function dealWaves(people: People, random: Random): void {
  for (let draws = 0; draws < MOST_DRAWS; draws++) {
    people.wave.set(random.shuffle(deckOf(WAVES)), 0);
    if (everyAnswerIsMixed(people, (i) => i < CHANGCHUN && people.wave[i] === 2019)) return;
  }
}

const isLeaverWhoConsidered = (outcome: number): boolean => outcome === OUTCOME.consideredBefore || outcome === OUTCOME.consideredAfter;

const deckOf = (counts: readonly (readonly [number, number])[]): number[] => counts.flatMap(([value, count]) => Array<number>(count).fill(value));

const ANSWERS = { gender: 2, education: 2, cumulativeCausation: 2, reception: 4, behaviour: 2, cognition: 2 } satisfies Partial<Record<Fact, number>>;

/**
 * A yes/no term whose people all answer alike would separate the models. Each answer among these people needs somebody
 * who leaves without a thought of staying and somebody else, somebody who leaves and somebody who stays, long and for ever.
 */
export function everyAnswerIsMixed(people: People, among: (i: number) => boolean): boolean {
  const seen = new Set<string>();
  for (let i = 0; i < people.n; i++) {
    if (!among(i)) continue;
    const outcome = people.outcome[i];
    for (const fact of Object.keys(ANSWERS) as (keyof typeof ANSWERS)[]) {
      const answer = `${fact}=${people[fact][i]}`;
      seen.add(`${answer} event ${outcome !== OUTCOME.goes}`);
      seen.add(`${answer} stays ${Math.max(OUTCOME.consideredAfter, outcome)}`);
    }
  }
  const answers = Object.values(ANSWERS).reduce((sum, count) => sum + count, 0);
  return seen.size === answers * (2 + 3);
}
