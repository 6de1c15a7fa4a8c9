import { expect, test } from "vitest";
import { enumerate } from "../../src/multiverse/enumerate";
import { fitUniverses } from "../../src/multiverse/fitUniverses";
import { planUniverses } from "../../src/multiverse/plan";
import { readSpec } from "../../src/multiverse/readSpec";
import { dataFile } from "../../src/projectFolder";
import { codings } from "../../src/sfrc/codings";
import { readSurvey } from "../../src/sfrc/ourSurvey";
import { sfrc } from "../../src/sfrc/study";
import fixture from "../fixtures/multiverse.json";

/** Of R's: 1e-8 of the value, or of 1 where the value is small. */
const near = (value: number) => expect.closeTo(value, 8);

test("60 universes drawn by seed, coded from the raw answers and fitted in R (multiverse.R), are the same to 1e-8", async () => {
  const spec = { ...(await readSpec(dataFile("multiverse.json"), sfrc)), universes: fixture.universes.map(({ options }) => options) };
  const universes = await fitUniverses(planUniverses(spec, sfrc, enumerate(spec), codings(readSurvey())));
  expect(fixture.universes).toHaveLength(60);
  const found = fixture.universes.map(({ model, options, terms }) => terms.map((term) =>
    universes.find((one) => one.model === model && one.term === term && Object.entries(options).every(([decision, choice]) => one.options[decision] === choice))));
  expect(found.map((terms) => terms.map((one) => (one?.status === "fitted" ? [one.term, one.n, one.estimate, one.standardError] : one)))).toEqual(
    fixture.universes.map(({ terms, n, estimate, standardError }) => terms.map((term, j) => [term, n, near(estimate[j]), near(standardError[j])])));
});
