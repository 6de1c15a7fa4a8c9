// node --test (from the study's folder): counts made here, another way than the study makes them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import sojourn from "sojourn";

const folder = fileURLToPath(new URL("..", import.meta.url));
const own = sojourn.readStudy(folder);
const survey = sojourn.readStudyData(own);
const coded = sojourn.codeStudy(own, survey);
const [header, ...lines] = readFileSync(`${folder}/data.csv`, "utf8").trim().split("\n").map((line) => line.split(","));
const rows = lines.map((cells) => Object.fromEntries(cells.map((cell, i) => [header[i], cell])));
const sample = rows.filter(({ age, join, town }) => Number(age) >= 18 && join !== "" && town !== "");
const count = (list, holds) => list.filter(holds).length;

test("the sample is whom coding.json keeps", () => assert.deepEqual(coded.people.map(({ id }) => id), sample.map(({ id }) => id)));

test("every column has the values that its rule gives", () => {
  assert.equal(count(coded.people, ({ joins }) => joins === 1), count(sample, ({ join }) => join === "yes"));
  assert.equal(count(coded.people, ({ talks }) => talks === 2), count(sample, ({ talk }) => talk === "often"));
  assert.equal(count(coded.people, ({ talks }) => talks === undefined), count(sample, ({ talk }) => talk === "noAnswer"));
  assert.equal(count(coded.people, ({ schooling }) => schooling === 3), count(sample, ({ education }) => education === "tertiary"));
  assert.equal(count(coded.people, ({ frequency }) => frequency === 2), count(sample, ({ visits }) => visits === "monthly"));
  assert.ok(coded.people.every(({ age, age2 }) => age2 === age * age));
});

test("every model is fitted, on the people who answered all of it", () => {
  const result = sojourn.runStudy(own.study, coded);
  assert.deepEqual(Object.keys(result.refused), []);
  const complete = sample.filter(({ talk, education }) => talk !== "noAnswer" && education !== "noAnswer");
  assert.equal(result.fits.joinAll.n, complete.length);
  assert.equal(result.fits.joinAll.n, result.fits.joinRiverside.n + result.fits.joinHillside.n);
  assert.equal(result.fits.joinAll.events, count(complete, ({ join }) => join === "yes"));
});

test("the data were drawn so that H1 holds, and it does", () => {
  const { verdicts } = sojourn.runStudy(own.study, coded);
  assert.equal(verdicts.find(({ hypothesis, group }) => hypothesis === "H1" && group === "all").supported, true);
});

test("invented data say so", () => assert.equal(survey.synthetic, rows.some(({ source }) => source === "synthetic")));

test("multiverse.json agrees with the models", async () => {
  const spec = await sojourn.readSpec(`${folder}/multiverse.json`, own.study);
  const { universes } = await sojourn.runMultiverse(spec, own.study, () => coded.people);
  assert.equal(universes.length, spec.models.length * spec.terms.length * spec.decisions.reduce((all, { options }) => all * options.length, 1));
});

for (const name of ["01-the-data", "02-the-models"]) {
  test(`${name} has the same code in both editions`, () => {
    const code = (path) => JSON.parse(readFileSync(`${folder}/notebooks/${path}.ipynb`, "utf8")).cells.filter((cell) => cell.cell_type === "code").map(({ source }) => source.join(""));
    assert.deepEqual(code(`zh/${name}`), code(name));
  });
}
