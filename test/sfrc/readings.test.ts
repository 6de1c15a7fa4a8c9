import { expect, test } from "vitest";
import { chooseReadings, defaultReadings, departures, parseReadings, readingEntries } from "../../src/sfrc/readings";

test("all that the paper leaves open is there by name, choices and default", () => {
  expect(Object.fromEntries(readingEntries.map(({ name, choices }) => [name, choices.join("|")]))).toEqual({
    contactWillingness: "possibleRange|observedRange|firstComponent",
    contactDirection: "reversed|asAsked",
    marriage: "whicheverAnswered|larger|children|mean",
    participationCognition: "home|china|missing",
    participationBehaviour: "home|china|missing",
    supportNetwork: "otherIsReference|otherLeftOut",
    cumulativeCausation: "dummy|asPrinted|firstReference",
    gender: "female|male",
    education: "dummy|level|graduate",
    inMigration: "either|both",
    consideredBefore: "zero|zeroWhateverStay|dropped",
    pooledOutcome: "transnational|inMigration",
    stay: "asLongCounts|permanentOnly",
    age: "squareOnly|withAge",
    parallelLines: "lr|brant|score",
    pseudoR2: "nagelkerke|mcFadden|coxSnell",
    changchunWaves: "pooled|only2019",
    nonResponse: "dropped|zero",
  });
  for (const { choices, default: first, paperSection, en, zh, meanings } of readingEntries) {
    expect(choices[0]).toBe(first);
    expect(paperSection).toMatch(/^§[1-5](\([1-5]\))?$/);
    for (const text of [{ en, zh }, ...Object.values(meanings)]) {
      expect(text.en).toMatch(/[A-Za-z]/);
      expect(text.zh.length).toBeGreaterThan(1);
    }
    expect(Object.keys(meanings)).toEqual(choices);
  }
});

test("what the paper settles is said to be a test of how much hangs on it, and nothing else is", () => {
  expect(readingEntries.filter(({ settled }) => settled).map(({ name }) => name)).toEqual(["changchunWaves", "stay", "age"]);
});

test("readings not given stand at their defaults", () => {
  expect(chooseReadings()).toEqual(defaultReadings);
  expect(chooseReadings({ gender: "male", stay: undefined })).toEqual({ ...defaultReadings, gender: "male" });
  expect(parseReadings(["gender=male", "stay=permanentOnly"])).toEqual({ ...defaultReadings, gender: "male", stay: "permanentOnly" });
});

test("an unknown reading or choice is refused, and those that exist are named", () => {
  expect(() => chooseReadings({ sex: "male" })).toThrow(/reading sex: .*expected changchunWaves, nonResponse, stay, .*pseudoR2/);
  expect(() => chooseReadings({ toString: "x" } as never)).toThrow(/reading toString/);
  expect(() => parseReadings(["participationCognition=China"])).toThrow(/reading participationCognition: "China" is not one of its choices \(expected home or china or missing\)/);
});

test.each(["gender", "gender=male=female", ""])("%j is not a reading", (text) => {
  expect(() => parseReadings([text])).toThrow(/--reading: .* is not a reading \(expected name=choice\)/);
});

test("a reading given twice must say the same", () => {
  expect(parseReadings(["gender=male", "gender=male"]).gender).toBe("male");
  expect(() => parseReadings(["gender=male", "gender=female"])).toThrow(/gender is given as male and as female/);
});

test("departures tell what is not at its default", () => {
  expect(departures(defaultReadings)).toEqual([]);
  expect(departures(chooseReadings({ pseudoR2: "coxSnell", gender: "female" }))).toEqual(["pseudoR2=coxSnell"]);
});
