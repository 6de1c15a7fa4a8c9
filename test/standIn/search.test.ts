import { describe, expect, it } from "vitest";
import { dataFile } from "../../src/projectFolder";
import { readPublished } from "../../src/published/readPublished";
import { drawPeople } from "../../src/standIn/drawPeople";
import { copyPeople, FACTS, type Fact, type People } from "../../src/standIn/people";
import { Random } from "../../src/standIn/random";
import { Annealing } from "../../src/standIn/search/anneal";
import { withinBounds } from "../../src/standIn/search/bounds";
import { apply, drawMove } from "../../src/standIn/search/moves";
import { RunningModel } from "../../src/standIn/search/runningModel";
import { searchPeople } from "../../src/standIn/search/search";
import { modelTargets } from "../../src/standIn/search/targets";
import { readingEntries } from "../../src/sfrc/readings";
import { codeSample } from "../../src/sfrc/codeSample";
import { answersSeed } from "../../src/standIn/search/answersSeed";
import { peopleOfSeed } from "../../src/standIn/synthesize";
import { sfrc } from "../../src/sfrc/study";
import { runStudy } from "../../src/study/runStudy";
import { countBy, withAnswers } from "./standIn";

const published = readPublished(dataFile("published.json"));
const targets = modelTargets(published);
const TOLERANCES = { estimate: 0.03, standardError: 0.03, halfUnits: 0.8, starMargin: 0.02, logLik: 0.05, nagelkerke: 0.0003 };

const margin = (people: People, fact: Fact): Record<string, number> => countBy([...people[fact]], String);

describe("the search for people near the published tables", () => {
  it("asks seven printed models and six halves of the ordered ones, M1's age² with a minus", () => {
    expect(targets.map(({ id }) => id)).toEqual(["M1", "M2", "M3", "M4", "O1", "O3", "O4", "O1>1", "O1>2", "O3>1", "O3>2", "O4>1", "O4>2"]);
    expect(targets[0].parameters.find((p) => p?.term === "age2")).toMatchObject({ estimate: expect.closeTo(-0.4, 12), sign: -1 });
  });

  it("however hot it is, keeps people within their bounds, which moves left to themselves do not", () => {
    const seed = Array.from({ length: 200 }, (_, i) => i).find((one) => withinBounds(drawPeople(new Random(one))))!;
    const free = drawPeople(new Random(seed));
    const random = new Random(9);
    let outside = 0;
    for (let i = 0; i < 3000; i++) {
      apply(free, drawMove(free, random) ?? []);
      if (!withinBounds(free)) outside++;
    }
    expect(outside).toBeGreaterThan(100);
    const annealing = new Annealing(drawPeople(new Random(seed)), targets.slice(0, 1), new Random(9), TOLERANCES);
    let kept = 0;
    for (let i = 0; i < 3000; i++) {
      if (annealing.propose(1e6)) kept++;
      expect(withinBounds(annealing.people)).toBe(true);
    }
    expect(kept).toBeGreaterThan(100);
  });

  it("moves keep every printed count, the distributions of ages and contact, and each group's events", () => {
    const people = drawPeople(new Random(8));
    const before = copyPeople(people);
    const random = new Random(9);
    for (let i = 0; i < 5000; i++) apply(people, drawMove(people, random) ?? []);
    for (const fact of ["age", "education", "cumulativeCausation", "contactSum", "reception", "behaviour", "cognition"] as const) {
      expect([...people[fact]]).not.toEqual([...before[fact]]);
      expect(margin(people, fact), fact).toEqual(margin(before, fact));
    }
    const events = ({ outcome, changchun }: People): number[] => [outcome.slice(0, changchun), outcome.slice(changchun)]
      .flatMap((group) => [group.filter((o) => o >= 1).length, group.filter((o) => o >= 2).length]);
    expect(events(people)).toEqual(events(before));
  });

  it("undoing a move brings the people back", () => {
    const people = drawPeople(new Random(8));
    const before = copyPeople(people);
    const random = new Random(10);
    for (let i = 0; i < 200; i++) apply(people, apply(people, drawMove(people, random) ?? []));
    for (const fact of FACTS) expect(people[fact]).toEqual(before[fact]);
  });

  it.each(targets.map((target) => target.id))("%s brought up to date row by row is the model fitted anew", (id) => {
    const people = drawPeople(new Random(8));
    const target = targets.find((t) => t.id === id)!;
    const model = new RunningModel(target);
    expect(model.refit(people)).toBe(true);
    const random = new Random(12);
    for (let i = 0; i < 5; i++) {
      const edits = drawMove(people, random) ?? [];
      const rows = [...new Set(edits.map(({ person }) => person))];
      model.take(people, rows);
      apply(people, edits);
      model.put(people, rows);
      expect(model.tryStep()).toBe(true);
      model.accept();
    }
    const anew = new RunningModel(target);
    anew.refit(people);
    const { beta, newton, k } = model;
    for (let j = 0; j < k; j++) {
      const scale = anew.newton.standardErrors[j];
      expect(Math.abs(beta[j] + newton.step[j] - anew.beta[j]) / scale).toBeLessThan(0.05); // one Newton step, not the end of them
      expect(Math.abs(newton.standardErrors[j] / scale - 1)).toBeLessThan(0.05);
    }
    expect(Math.abs(newton.logLik - anew.newton.logLik)).toBeLessThan(0.05);
  });

  it("comes near within seconds", () => {
    const random = new Random(8);
    const annealing = new Annealing(drawPeople(random), targets, random, TOLERANCES);
    const start = annealing.cost;
    for (let i = 0; i < 20_000; i++) annealing.propose(0.5 * 0.01 ** (i / 20_000));
    expect(annealing.refit()).toBe(true);
    expect(annealing.cost).toBeLessThan(start / 50);
  });

  it("goes back to the last people that had estimates when a model separates", () => {
    const random = new Random(8);
    const people = drawPeople(random);
    const annealing = new Annealing(people, targets, random, TOLERANCES);
    const good = copyPeople(people);
    people.outcome.fill(4);
    expect(annealing.refit()).toBe(false);
    annealing.returnTo(good);
    expect(annealing.refit()).toBe(true);
    expect(Number.isFinite(annealing.cost)).toBe(true);
  });

  it("gives the same people for the same seed, with city and wave dealt", () => {
    const search = (): People => searchPeople({ ...published, parallelLinesP: undefined }, { seed: 6, moves: 300 });
    const [one, other] = [search(), search()];
    for (const fact of FACTS) expect(one[fact]).toEqual(other[fact]);
    expect(margin(one, "city")).toEqual({ 0: 187, 1: 350, 2: 142, 3: 98 });
  });

  it("takes the first seed for the answers under which no reading leaves a model of Changchun without estimates", () => {
    const people = peopleOfSeed(12);
    const refusedReadings = (seed: number): number => {
      const survey = withAnswers(seed, people).survey;
      return readingEntries.flatMap(({ name, choices }) => choices.map((choice) => ({ [name]: choice })))
        .filter((readings) => Object.keys(runStudy(sfrc, codeSample(survey, readings), { models: ["M1", "M2", "O1"] }).refused).length > 0).length;
    };
    const found = answersSeed(people, 54)!;
    expect(found).toBeGreaterThan(54); // else this would show little
    expect(refusedReadings(found - 1)).toBeGreaterThan(0);
    expect(refusedReadings(found)).toBe(0);
  });
});
