import { expect, test } from "vitest";
import type { SourceColumn } from "../../src/engines/engine";
import { codedRows } from "../../src/inSource/codedSql";
import { modelInSource, type WayInSource } from "../../src/inSource/modelInSource";
import { codePerson } from "../../src/sfrc/codeSample";
import { defaultReadings } from "../../src/sfrc/readings";
import { sfrc } from "../../src/sfrc/study";
import { applyReadings } from "../../src/study/applyReadings";
import { respondent } from "../survey/rawFile";
import { fakeEngine } from "../engines/fakeEngine";
import { peopleEngine } from "./peopleEngine";

const study = applyReadings(sfrc, defaultReadings);
const ordered = study.models.find(({ family }) => family === "ordered")!;
const binary = study.models.find(({ family }) => family === "binomial")!;
const columns = (of: typeof binary): SourceColumn[] => ["group", of.outcome, ...of.terms].map((name) => ({ name, kind: name === "group" ? "text" : "double", type: "DOUBLE" }));
/** Two patterns, where one is the most; then how many people there are, and whom something lacks. */
const run = (spec: typeof binary, way: WayInSource["way"]) => {
  const asked = columns(spec);
  const patterns = [...asked.map(({ kind }) => (kind === "text" ? ["a", "a"] : [0, 1])), [1, 1]];
  const sizes = [[9], [0], ...asked.map(() => [0])];
  return modelInSource(fakeEngine(asked, way === "steps" ? [[sizes]] : [[patterns], [sizes]]), study, spec, { way, most: 1 });
};

test("patterns that were asked for and are too many are refused, and no step is taken", async () => {
  await expect(run(binary, "patterns")).rejects.toThrow(/have more than 1 different combinations of values/);
  await expect(run(ordered, "patterns")).rejects.toThrow(/have more than 1 different combinations of values/);
});

test("an ordered outcome is refused for what was asked or counted, in both languages", async () => {
  const { refused: asked } = await run(ordered, "steps");
  expect(asked!.message).toMatch(/ordered outcomes are not fitted by steps\. Leave --way steps out/);
  expect(asked!.message).not.toMatch(/too many/);
  expect(asked!.inLanguage("zh")).toContain("有序因变量不能逐步拟合");
  const { refused: counted } = await run(ordered, undefined);
  expect(counted!.message).toMatch(/by patterns only, and its columns have too many\. Choose readings/);
  expect(counted!.message).not.toMatch(/--way/);
});

/** A source of coded people. */
const source = (of: typeof people) => {
  const engine = peopleEngine(of);
  return { ...engine, columns: codedRows("", "", engine).columns };
};

/** Twelve people of two patterns in Changchun, four of one in Yiwu. */
const people = [...Array.from({ length: 12 }, (_, i) => ({ city: "changchun", age: "30", ...(i < 5 && { age: "40", stayIntention: "permanently" }) })), ...Array.from({ length: 4 }, () => ({ city: "yiwu" }))].map((answers) => codePerson(respondent(answers), 3, defaultReadings));

test("a model's patterns are those of its own group and columns", async () => {
  for (const spec of study.models) {
    const engine = source(people);
    const { sample } = await modelInSource(engine, study, spec, { most: 9 });
    const members = { changchun: 12, south: 4, all: 16 }[spec.group];
    expect([sample.weights?.reduce((sum, weight) => sum + weight, 0), sample.leftOut.people, sample.terms]).toEqual([members, 0, spec.family === "ordered" ? spec.terms : ["const", ...spec.terms]]);
    expect(engine.asked).toHaveLength(1);
    expect(engine.asked[0]).toContain(spec.group === "all" ? `FROM (SELECT * FROM "t" AS m) AS s` : `FROM (SELECT * FROM "t" AS m WHERE "group" = '${spec.group}') AS s`);
  }
});

test("by steps, who lacks something is counted, and a group of nobody is refused", async () => {
  const run = (of: typeof people) => modelInSource(source(of), study, binary, { way: "steps", most: 9 });
  const lacking = people.map((person, i) => ({ ...person, ...(i === 1 && { gender: undefined }), ...((i === 1 || i === 2) && { education: undefined }) }));
  const { sample } = await run(lacking);
  expect(sample).toEqual({ members: 12, people: [], X: [], y: [], terms: binary.terms, leftOut: { people: 2, byColumn: { gender: 1, education: 2 } } });
  const refused = async (of: typeof people) => (await run(of)).refused!;
  expect((await refused(people.slice(12))).message).toMatch(/nobody belongs to its group/);
  expect((await refused(people.slice(11).map((person) => ({ ...person, gender: undefined })))).message).toMatch(/nobody of its group has a value in every column/);
  expect((await refused(people)).message).toMatch(/^Model refused \(separation\): age2 alone foretells the outcome: it is 900 to 900 where the outcome is 0, and 1600 to 1600 where it is 1/);
});

test("by steps, what the source refuses ends the run", async () => {
  const engine = source(people);
  const broken = { ...engine, query: (sql: string) => (sql.includes(" AS missing ") ? fakeEngine([], []).query(sql) : engine.query(sql)) };
  await expect(modelInSource(broken, study, binary, { way: "steps", most: 9 })).rejects.toThrow(/the query gave no row/);
});

test("a group that is not told by a text is not asked of a source", async () => {
  const groups = study.groups.map((group) => ({ ...group, where: { age: { least: 30 } } }));
  await expect(modelInSource(source(people), { ...study, groups } as unknown as typeof study, binary, { most: 9 })).rejects.toThrow("a group by age is not offered in a source");
});
