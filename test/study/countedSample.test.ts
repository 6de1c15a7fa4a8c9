import { expect, test } from "vitest";
import { codeSample } from "../../src/sfrc/codeSample";
import { readSurvey } from "../../src/sfrc/ourSurvey";
import { sfrc } from "../../src/sfrc/study";
import { table1 } from "../../src/sfrc/table1";
import { scaleContact } from "../../src/sfrc/coding/contactWillingness";
import { countedSample } from "../../src/study/countedSample";
import { runStudy } from "../../src/study/runStudy";
import { tiny } from "./tinyStudy";

const coded = codeSample(readSurvey(), { supportNetwork: "otherLeftOut" });
// Everybody stands for one, two or three people.
const counts = coded.people.map((_, i) => (i % 3) + 1);
const one = { ...coded, people: coded.people, counts };
const many = { ...coded, people: coded.people.flatMap((person, i) => Array.from({ length: counts[i] }, () => person)) };

test("models of people who were counted together are those of the people", () => {
  const [a, b] = [runStudy(sfrc, one), runStudy(sfrc, many)];
  for (const id of Object.keys(b.fits)) {
    expect(a.fits[id].n).toBe(b.fits[id].n);
    expect(a.fits[id].logLik).toBeCloseTo(b.fits[id].logLik, 8);
    a.fits[id].coefficients.forEach(({ estimate, standardError }, j) => {
      expect(estimate).toBeCloseTo(b.fits[id].coefficients[j].estimate, 10);
      expect(standardError).toBeCloseTo(b.fits[id].coefficients[j].standardError, 10);
    });
    expect(a.samples[id].leftOut).toEqual(b.samples[id].leftOut);
    expect(a.samples[id].people.length).toBeLessThanOrEqual(new Set(b.samples[id].people).size);
  }
  for (const id of ["O1", "O3", "O4"]) {
    expect(a.parallelLines[id].lr.note).toBe(b.parallelLines[id].lr.note);
    expect(a.parallelLines[id].brant.statistic).toBeCloseTo(b.parallelLines[id].brant.statistic!, 8);
  }
});

test("so are Table 1 and the first component of contact", () => {
  const [a, b] = [table1(one), table1(many)];
  expect({ ...a, ageMean: 0, contactWillingnessMean: 0 }).toEqual({ ...b, ageMean: 0, contactWillingnessMean: 0 });
  expect(a.ageMean).toBeCloseTo(b.ageMean as number, 12);
  const items = [[5, 4, 3], [1, 2, 2], [3, 3, 5], undefined];
  const [whole] = [scaleContact([items[0], items[0], items[1], items[2], items[2], items[2], undefined], "firstComponent")];
  const counted = scaleContact(items, "firstComponent", [2, 1, 3, 1]);
  [whole[0], whole[2], whole[3]].forEach((score, i) => expect(counted[i]).toBeCloseTo(score!, 12));
  expect(counted[3]).toBeUndefined();
});

test("of a small sample: a row for each pattern, how many it stands for, and who is left out", () => {
  const spec = { ...tiny.models[0], terms: ["x"] };
  const people = [{ group: "a", x: 1, y: 0 }, { group: "a", x: 0, y: 1 }, { group: "b", x: 1, y: 0 }, { group: "a", x: 1, y: 0 }, { group: "a", x: undefined, y: 1 }, { group: "a", x: 1, y: 1 }, { group: "a", x: 0, y: undefined }, { group: "a", x: 0, y: 1 }, { group: "b", x: undefined, y: 1 }];
  const sample = countedSample(tiny, spec, people, [1, 2, 4, 8, 16, 32, 64, 128, 256]);
  expect(sample).toMatchObject({ X: [[1, 1], [1, 0], [1, 1]], y: [0, 1, 1], weights: [9, 130, 32], terms: ["const", "x"], leftOut: { people: 80, byColumn: { y: 64, x: 16 } } });
  expect(sample.people).toEqual([people[0], people[1], people[5]]);
});
