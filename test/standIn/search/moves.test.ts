import { describe, expect, it } from "vitest";
import { dataFile } from "../../../src/projectFolder";
import type { PublishedTable } from "../../../src/published/publishedTable";
import { readPublished } from "../../../src/published/readPublished";
import { emptyPeople } from "../../../src/standIn/people";
import type { Random } from "../../../src/standIn/random";
import { apply, drawMove } from "../../../src/standIn/search/moves";
import { modelTargets } from "../../../src/standIn/search/targets";

/** Four people, the first two of Changchun, whose facts all differ. */
function four() {
  const people = emptyPeople(4, 2);
  people.age.set([20, 30, 40, 50]);
  people.gender.set([0, 1, 0, 1]);
  people.cognition.set([0, 1, 1, 0]);
  people.outcome.set([0, 2, 3, 4]);
  return people;
}

/** A move where chance says so, and what it was asked: one of how many, each time. */
function move(draws: readonly number[], people = four()) {
  const asked: number[] = [];
  const random = { below: (n: number) => { asked.push(n); return draws[asked.length - 1]; } } as Random;
  return { edits: drawMove(people, random), asked };
}

describe("a move of the search", () => {
  it("swaps a fact of two people of whatever group, an outcome within a group", () => {
    expect(move([0, 1, 3])).toEqual({ edits: [{ fact: "age", person: 1, value: 50 }, { fact: "age", person: 3, value: 30 }], asked: [10, 4, 4] });
    expect(move([6, 0, 2])).toEqual({ edits: [{ fact: "cognition", person: 0, value: 1 }, { fact: "cognition", person: 2, value: 0 }], asked: [10, 4, 4] });
    expect(move([7, 1, 0])).toEqual({ edits: [{ fact: "outcome", person: 1, value: 0 }, { fact: "outcome", person: 0, value: 2 }], asked: [10, 4, 2] });
    expect(move([7, 2, 1])).toEqual({ edits: [{ fact: "outcome", person: 2, value: 4 }, { fact: "outcome", person: 3, value: 3 }], asked: [10, 4, 2] });
    const lopsided = emptyPeople(5, 2);
    lopsided.outcome.set([0, 1, 2, 3, 4]);
    expect(move([7, 4, 0], lopsided)).toEqual({ edits: [{ fact: "outcome", person: 4, value: 2 }, { fact: "outcome", person: 2, value: 4 }], asked: [10, 5, 3] });
    expect(move([6, 1, 2]).edits).toBeUndefined(); // both answer alike
  });

  it("turns one person's gender", () => {
    expect([move([8, 2]), move([8, 3])]).toEqual([{ edits: [{ fact: "gender", person: 2, value: 1 }], asked: [10, 4] }, { edits: [{ fact: "gender", person: 3, value: 0 }], asked: [10, 4] }]);
  });

  it("gives who stays, or considered it after coming, another of the three levels", () => {
    expect(move([9, 1, 2])).toEqual({ edits: [{ fact: "outcome", person: 1, value: 4 }], asked: [10, 4, 3] });
    expect(move([9, 3, 0])).toEqual({ edits: [{ fact: "outcome", person: 3, value: 2 }], asked: [10, 4, 3] });
    expect([move([9, 1, 0]), move([9, 0, 1])].map(({ edits }) => edits)).toEqual([undefined, undefined]);
  });

  it("is undone in reverse order", () => {
    const people = four();
    const undo = apply(people, [{ fact: "age", person: 0, value: 1 }, { fact: "age", person: 0, value: 2 }]);
    expect([people.age[0], undo]).toEqual([2, [{ fact: "age", person: 0, value: 1 }, { fact: "age", person: 0, value: 20 }]]);
    apply(people, undo);
    expect(people).toEqual(four());
  });
});

describe("what the search wants", () => {
  const published = readPublished(dataFile("published.json"));
  const wanted = () => Object.fromEntries(modelTargets(published).map((target) => [target.id, target]));
  const row = (model: string, term: string) => published.models[model].rows.find((one) => one.term === term)!;

  it("is each printed estimate with its standard error, the range of z that its stars have, and its sign", () => {
    const targets = wanted();
    const [constant, age2, gender, , cumulative] = targets.M1.parameters;
    expect(targets.M1.parameters.map((one) => one?.term)).toEqual(["const", "age2", "gender", "education", "cumulativeCausation", "contactWillingness", "supportSelf", "supportKin", "supportUnit", "participationBehaviour", "participationCognition"]);
    expect(constant).toEqual({ term: "const", estimate: 0.933, standardError: Number(row("M1", "const").se), halfUnit: undefined, z: [0, 1.6448536], sign: 1 });
    // Age² in thousands; printed +0.0004 (0.0002), taken with a minus; half a printed unit is 0.00005.
    expect(age2).toEqual({ term: "age2", estimate: -0.4, standardError: 0.2, halfUnit: { estimate: expect.closeTo(0.05, 12), standardError: expect.closeTo(0.05, 12) }, z: [1.959964, 2.5758293], sign: -1 });
    expect([gender, cumulative].map((one) => one!.estimate)).toEqual([0.053, 0.423]);
    expect(targets.M4.parameters[1]).toMatchObject({ estimate: -0.2, z: [1.6448536, 1.959964], sign: -1 }); // printed with its minus
    expect(targets.M3.parameters[5]).toMatchObject({ estimate: 0.339, z: [2.5758293, Infinity], sign: 1 });
  });

  it("is of so many people, of one group or both, by their outcome", () => {
    const targets = wanted();
    const levels = (id: string) => [0, 1, 2, 3, 4].map(targets[id].level);
    expect(["M1", "M2", "M3", "M4", "O1", "O3", "O4", "O3>1"].map((id) => [id, targets[id].family, targets[id].inChangchun, targets[id].inSouth, targets[id].n])).toEqual([
      ["M1", "binary", true, false, 187], ["M2", "binary", true, false, 187], ["M3", "binary", false, true, 590], ["M4", "binary", true, true, 777], ["O1", "ordered", true, false, 187], ["O3", "ordered", false, true, 590],
      ["O4", "ordered", true, true, 777], ["O3>1", "binary", false, true, 590],
    ]);
    expect(["M1", "M2", "M3", "O1", "O1>1", "O1>2"].map(levels)).toEqual([[0, 1, 1, 1, 1], [0, 0, 1, 1, 1], [0, 1, 1, 1, 1], [0, 0, 0, 1, 2], [0, 0, 0, 1, 1], [0, 0, 0, 0, 1]]);
    expect([targets.M1.logLik, targets.M3.logLik, targets.M1.nagelkerke]).toEqual([-106.527, -337.297, Number(published.models.M1.pseudoR2)]);
  });

  it("of an ordered model is its slopes, of its two halves to be near these, and nothing else of them", () => {
    const targets = wanted();
    expect(targets.O1.parameters.slice(0, 2)).toEqual([undefined, undefined]);
    expect(targets.O1.parameters).toHaveLength(12);
    expect(targets["O1>2"].parameters).toEqual([undefined, ...targets.O1.parameters.slice(2).map((one) => ({ ...one, within: 0.55 }))]);
    expect(targets["O1>2"].nagelkerke).toBeUndefined();
  });

  it("cannot be had of a model without its n, or of a row without its standard error", () => {
    const { M1 } = published.models;
    const without = (model: object) => () => modelTargets({ ...published, models: { ...published.models, M1: model } } as unknown as PublishedTable);
    expect(without({ ...M1, n: undefined })).toThrow("M1: a target needs its printed n");
    expect(without({ ...M1, rows: M1.rows.map((one) => (one.term === "gender" ? { ...one, se: undefined } : one)) })).toThrow("M1.gender: a target needs its printed standard error");
    const bare = modelTargets({ ...published, models: { ...published.models, M1: { ...M1, logLik: undefined, rows: M1.rows.map((one) => (one.term === "age2" ? { ...one, coef: "1", se: "2" } : one)) } } } as unknown as PublishedTable)[0];
    expect([bare.logLik, bare.parameters[1]!.halfUnit]).toEqual([undefined, { estimate: 500, standardError: 500 }]);
  });
});
