import { describe, expect, it } from "vitest";
import { fitBinaryLogit } from "../../../src/models/binary";
import { fitOrderedLogit } from "../../../src/models/ordered";
import { dataFile } from "../../../src/projectFolder";
import { readPublished } from "../../../src/published/readPublished";
import { drawPeople } from "../../../src/standIn/drawPeople";
import { withinBounds } from "../../../src/standIn/search/bounds";
import { copyPeople, emptyPeople, FACTS, RECEPTION, TERMS, type People } from "../../../src/standIn/people";
import { Random } from "../../../src/standIn/random";
import { Annealing } from "../../../src/standIn/search/anneal";
import { modelCost } from "../../../src/standIn/search/cost";
import { parallelP } from "../../../src/standIn/search/parallelP";
import { RunningModel } from "../../../src/standIn/search/runningModel";
import { searchPeople } from "../../../src/standIn/search/search";
import { modelTargets } from "../../../src/standIn/search/targets";
import { termsOf } from "../../../src/standIn/search/termsOf";

const published = readPublished(dataFile("published.json"));
const targets = Object.fromEntries(modelTargets(published).map((target) => [target.id, target]));
const TOLERANCES = { estimate: 0.03, standardError: 0.03, halfUnits: 0.8, starMargin: 0.02, logLik: 0.05, nagelkerke: 0.0003 };
const drawn = drawPeople(new Random(9)); // within the bounds of a search
const textOf = (people: People) => FACTS.map((fact) => people[fact].join()).join(" ");
const termRows = (people: People, from = 0, to = people.n) => Array.from({ length: to - from }, (_, i) => { const x = new Float64Array(10); termsOf(people, from + i, x); return Array.from(x); });
const same = (found: ArrayLike<number>, to: ArrayLike<number>, digits = 8) => Array.from(to).forEach((value, i) => expect(found[i]).toBeCloseTo(value, digits));

it("a person's ten terms: age² in thousands, contact as the mean of its three items, three receptions beside other", () => {
  const people = emptyPeople(5, 2);
  people.age.set([20, 30, 40, 50, 60]);
  people.contactSum.set([3, 15, 10, 9, 8]);
  people.reception.set([RECEPTION.self, RECEPTION.kin, RECEPTION.unit, RECEPTION.other, RECEPTION.self]);
  people.gender.set([1, 0, 1, 0, 0]);
  people.education.set([0, 1, 1, 0, 0]);
  people.cumulativeCausation.set([0, 0, 1, 1, 0]);
  people.behaviour.set([1, 1, 0, 0, 0]);
  people.cognition.set([1, 0, 0, 1, 0]);
  expect(termRows(people)).toEqual([
    [0.4, 1, 0, 0, 1, 1, 0, 0, 1, 1], [0.9, 0, 1, 0, 5, 0, 1, 0, 1, 0], [1.6, 1, 1, 1, 10 / 3, 0, 0, 1, 0, 0], [2.5, 0, 0, 1, 3, 0, 0, 0, 0, 1], [3.6, 0, 0, 0, 8 / 3, 1, 0, 0, 0, 0],
  ]);
});

describe("a model of the search", () => {
  it.each(["M1", "M2", "M3", "M4", "O1", "O3", "O4", "O1>1"])("%s is fitted as the estimators fit it", (id) => {
    const target = targets[id];
    const model = new RunningModel(target);
    expect(model.refit(drawn)).toBe(true);
    const [from, to] = [target.inChangchun ? 0 : 187, target.inSouth ? 777 : 187];
    const level = Array.from(drawn.outcome.slice(from, to), target.level);
    const X = termRows(drawn, from, to);
    const fit = target.family === "binary" ? fitBinaryLogit(X.map((row) => [1, ...row]), level, ["const", ...TERMS]) : fitOrderedLogit(X, level, TERMS, [0, 1, 2]);
    const all: readonly { estimate: number; standardError: number }[] = [...("thresholds" in fit ? fit.thresholds : []), ...fit.coefficients];
    same(model.beta, all.map(({ estimate }) => estimate));
    same(model.newton.standardErrors, all.map(({ standardError }) => standardError));
    expect(model.newton.logLik).toBeCloseTo(fit.logLik, 8);
  });

  it("is of the people of its groups", () => {
    const holds = (id: string) => [0, 186, 187, 776].map((i) => new RunningModel(targets[id]).holds(i, 187));
    expect([holds("M1"), holds("M3"), holds("M4")]).toEqual([[true, true, false, false], [false, false, true, true], [true, true, true, true]]);
  });

  it("has no estimate where nobody goes, and finds one again from where it began", () => {
    const model = new RunningModel(targets.M1);
    const staying = copyPeople(drawn);
    staying.outcome.fill(4);
    expect([model.refit(staying), model.refit(drawn)]).toEqual([false, true]);
    const fresh = new RunningModel(targets.M1);
    fresh.refit(drawn);
    same(model.beta, fresh.beta, 9);
  });
});

/** Draws as the seed does, but for the bits, which are given: they decide whether a move that costs more is kept. */
class WithBits extends Random {
  given: number | undefined;
  override bits(): number { return this.given !== undefined && this.deciding ? this.given : super.bits(); }
  private deciding = true;
  override below(n: number): number { this.deciding = false; const drawn = super.below(n); this.deciding = true; return drawn; }
}

describe("annealing", () => {
  it("begins within its bounds here", () => expect(withinBounds(drawn)).toBe(true));

  const of = (ids: readonly string[], people = copyPeople(drawn), random: Random = new Random(5)) => new Annealing(people, ids.map((id) => targets[id]), random, TOLERANCES);

  it("costs the sum of its models, each with the log-likelihood of its levels' own shares beside it", () => {
    const costs = ["M1", "M3", "O1", "O4"].map((id) => {
      const model = new RunningModel(targets[id]);
      model.refit(drawn);
      const [from, to] = [targets[id].inChangchun ? 0 : 187, targets[id].inSouth ? 777 : 187];
      const counts = [0, 1, 2].map((level) => Array.from(drawn.outcome.slice(from, to)).filter((outcome) => targets[id].level(outcome) === level).length);
      return modelCost(model, TOLERANCES, counts.reduce((sum, count) => sum + (count && count * Math.log(count / (to - from))), 0));
    });
    expect(costs.every((cost) => cost > 0)).toBe(true);
    expect(of(["M1", "M3", "O1", "O4"]).cost).toBeCloseTo(costs.reduce((a, b) => a + b, 0), 7);
    expect(of(["O1"]).cost).toBeCloseTo(costs[2], 9);
  });

  it("keeps a move where it costs at most −T·ln(u) more, u from 1/2³² to 1", () => {
    let decided = 0;
    for (let seed = 0; seed < 16; seed++) {
      const run = (temperature: number, bits: number) => {
        const random = new WithBits(seed);
        random.given = bits;
        const annealing = of(["M1"], copyPeople(drawn), random);
        const before = annealing.cost;
        const kept = annealing.propose(temperature);
        return { before, kept, after: annealing.cost, people: textOf(annealing.people) };
      };
      const any = run(1e9, 0);
      if (!any.kept) { // nothing moves, or a bound does not allow it
        expect([any.after, any.people]).toEqual([any.before, textOf(drawn)]);
        continue;
      }
      const more = any.after - any.before;
      if (more === 0) continue; // somebody of the south
      decided++;
      expect(run(0, 7).kept).toBe(more < 0);
      expect(run(1e9, 2 ** 32 - 1).kept).toBe(more < 0); // ln 1 = 0
      if (more < 0) continue;
      // u = (2³¹)/2³² = 1/2: at most T · ln 2 more.
      expect([run((more * 1.001) / Math.LN2, 2 ** 31 - 1).kept, run((more * 0.999) / Math.LN2, 2 ** 31 - 1).kept]).toEqual([true, false]);
      const refused = run((more * 0.999) / Math.LN2, 2 ** 31 - 1);
      expect([refused.after, refused.people]).toEqual([refused.before, textOf(drawn)]);
    }
    expect(decided).toBeGreaterThan(2);
  });

  it("after each move costs what its people cost, all of it anew after three hundred kept", () => {
    const annealing = of(["M1", "M3", "M4"]);
    const fresh = () => of(["M1", "M3", "M4"], copyPeople(annealing.people)).cost;
    let kept = 0;
    while (kept < 40) if (annealing.propose(1)) { kept++; if (kept % 10 === 0) expect(Math.abs(Math.log(annealing.cost / fresh()))).toBeLessThan(0.2); }
    const one = of(["M1"]);
    kept = 0;
    const far = () => Math.abs(one.cost - of(["M1"], copyPeople(one.people)).cost);
    while (kept < 299) if (one.propose(0.5)) kept++;
    expect(far()).toBeGreaterThan(1e-9);
    while (!one.propose(0.5));
    expect(far()).toBeLessThan(1e-9);
  });

  it("cannot start from people whose models have no estimate, and returns to people it had", () => {
    const people = copyPeople(drawn);
    people.outcome.fill(4);
    expect(() => of(["M1"], people)).toThrow("the search starts from people whose models have no estimate: take another seed");
    const annealing = of(["M1"]);
    const cost = annealing.cost;
    while (!annealing.propose(1e6));
    annealing.returnTo(drawn);
    for (const fact of FACTS) expect(annealing.people[fact]).toEqual(drawn[fact]);
    expect(annealing.cost).toBeCloseTo(cost, 9);
  });
});

describe("a search", () => {
  const SEED = 6;
  const search = (parallelLinesP: string | undefined, moves = 45) => {
    const told: [number, number][] = [];
    const people = searchPeople({ ...published, parallelLinesP }, { seed: SEED, moves, onProgress: (done, cost) => told.push([done, cost]) });
    return { people, told };
  };
  const plain = search(undefined);
  const p = parallelP(plain.people);

  it("tells how far it is some twenty times, and at its end", () => {
    expect(plain.told.map(([done]) => done)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33, 36, 39, 42, 45]);
    const random = new Random(SEED);
    const start = new Annealing(drawPeople(random), modelTargets(published), random, TOLERANCES).cost;
    expect(plain.told[0][1]).toBeCloseTo(start, 9);
    expect(plain.told.at(-1)![1]).toBeLessThan(start);
  });

  it("polishes until p is within .003 of the printed one, and not where it is", () => {
    expect(textOf(search(String(p + 0.0029)).people)).toBe(textOf(plain.people));
    const polished = search(String(p + 0.0031)).people;
    expect(textOf(polished)).not.toBe(textOf(plain.people));
    expect(Math.abs(parallelP(polished) - (p + 0.0031))).toBeLessThanOrEqual(0.003);
  });
});
