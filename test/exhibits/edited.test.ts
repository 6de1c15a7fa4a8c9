import { describe, expect, it, test } from "vitest";
import { BadInput } from "../../src/badInput";
import * as sojourn from "../../src/index";
import { fitBinaryLogit } from "../../src/models/binary";
import { chiSquareTail } from "../../src/models/numeric/chiSquare";
import { readingEntries } from "../../src/sfrc/readings";
import type { Table } from "../../src/display/table";
import type { CodedPerson, Study } from "../../src/study/study";
import { refusedWith } from "../refusedWith";

const { codeSample, readPublished, readSurvey, runStudy, sfrc } = sojourn;
const coded = codeSample(readSurvey());
const published = readPublished();
const result = runStudy(sfrc, coded);
const EVENTS = { M1: 111, M3: 421, M4: 532 };

const textsOf = ({ rowGroups }: Table) => rowGroups.flatMap(({ rows }) => rows.map(({ cells }) => cells.map((cell) => ("number" in cell ? cell.number : "text" in cell ? cell.text : cell))));
const noted = ({ notes = [] }: Table): string => notes.map((note) => note.en).join(" ");

const refusal = (act: () => unknown): BadInput => refusedWith(BadInput, act);

describe("people who are filtered in a cell, and whose answers stay behind", () => {
  const women = { ...coded, people: coded.people.filter(({ gender }) => gender === 0) };
  const others = { ...coded, people: [...coded.people].reverse() };

  it.each<[string, (from: typeof coded) => unknown]>([
    ["codingTable", (from) => sojourn.codingTable(from, "education")], ["tiesTable", (from) => sojourn.tiesTable(from)],
    ["countsFigure", (from) => sojourn.countsFigure(from, "participationBehaviour")], ["contactItemsFigure", (from) => sojourn.contactItemsFigure(from)],
  ])("%s showed the answers of everybody, or of others, beside these people's numbers", (name, show) => {
    const error = refusal(() => show(women));
    expect(error.message).toBe(`${name}: ${women.people.length} coded people stand beside the answers of 777 respondents (expected the same people in the same order). Choose among the answers before they are coded: codeSample({ ...survey, respondents: survey.respondents.filter(…) }).`);
    expect(error.inLanguage("zh")).toContain(`${women.people.length} 个编码后的人与 777 名受访者的回答并列（应为：同一批人，次序相同）`);
    expect(refusal(() => show(others)).message).toContain(`coded person 1 is ${coded.people[776].id}, and respondent 1 is ${coded.people[0].id}`);
  });

  it("are told as a study of their own where the answers were chosen before they were coded", () => {
    const survey = readSurvey();
    const chosen = codeSample({ ...survey, respondents: survey.respondents.filter((who) => who.gender === "male") });
    const ofMen = new Map<string, number>();
    for (const who of coded.respondents) if (who.gender === "male") ofMen.set(who.education!, (ofMen.get(who.education!) ?? 0) + 1);
    expect(textsOf(sojourn.codingTable(chosen, "education")).map(([count]) => count)).toEqual([...sojourn.columnOf(sojourn.sfrcCodebook(), "education").answers!].map(({ code }) => ofMen.get(code) ?? 0));
    expect(chosen.madeFrom!.data).not.toEqual(coded.madeFrom!.data);
  });
});

describe("people who stand for several (counts)", () => {
  const counts = coded.people.map((_, i) => 1 + Number(i % 3 === 0));
  const counted = runStudy(sfrc, { ...coded, counts });
  const each = runStudy(sfrc, { ...coded, people: coded.people.flatMap((person, i) => Array.from({ length: counts[i] }, () => ({ ...person }))) });

  it.each<[string, (of: typeof result) => unknown]>([
    ["effectsOf", (of) => sojourn.effectsOf(of, "gender").M4.estimate], ["effectsByLevel", (of) => sojourn.effectsByLevel(of, "gender", "O4").map(({ estimate }) => estimate)],
    ["probabilitiesAt", (of) => sojourn.probabilitiesAt(of, "M4", "gender", [0, 1]).map(({ estimate, standardError }) => [estimate, standardError])],
    ["firthTable", (of) => textsOf(sojourn.firthTable(of, "gender", ["M1"]))], ["parallelLinesByTermTable", (of) => textsOf(sojourn.parallelLinesByTermTable(of, "O1"))],
    ["influenceTable", (of) => textsOf(sojourn.influenceTable(of, "M1"))], ["eventsPerVariableTable", (of) => textsOf(sojourn.eventsPerVariableTable(of, ["M1", "M4"]))],
  ])("%s gives what it gives of the same people one by one: each row counted once", (_, of) => {
    const near = (value: unknown): unknown => (typeof value === "number" ? expect.closeTo(value, 6) : Array.isArray(value) ? value.map(near) : value);
    expect(of(counted)).toEqual(near(of(each)));
  });

  it.each<[string, () => unknown]>([
    ["differencesOnSamePeople", () => sojourn.differencesOnSamePeople(counted, "M1", "M2")], ["standardErrorsTable", () => sojourn.standardErrorsTable(counted, published, "gender", ["M1"])],
    ["poolingTable", () => sojourn.poolingTable(counted, published, "M4", ["M1", "M3"], EVENTS)], ["influenceTable with ids", () => sojourn.influenceTable(counted, "M1", { ids: true })],
  ])("%s, which must know who is who, refuses them", (_, act) => {
    expect(refusal(act).message).toMatch(/^study sfrc: the people of model M\d were counted together \(counts\): who is who is not known \(expected people one by one\)/);
  });

  it.each<[string, () => unknown]>([
    ["codingTable", () => sojourn.codingTable({ ...coded, counts } as typeof coded, "gender")], ["crossTable", () => sojourn.crossTable({ ...coded, counts } as typeof coded, "gender", "stayTransnational")],
    ["codedFigure", () => sojourn.codedFigure({ ...coded, counts } as typeof coded, "gender")], ["levelsFigure", () => sojourn.levelsFigure(sfrc, { ...coded, counts })],
    ["outcomesComparedTable", () => sojourn.outcomesComparedTable({ ...coded, counts } as typeof coded)],
  ])("%s, which counts people, refuses them", (name, act) => {
    expect(refusal(act).message).toMatch(new RegExp(`^${name}: the people were counted together \\(counts\\) \\(expected people one by one\\)`));
  });
});

describe("models that share people are not compared as independent", () => {
  it.each<[string, string, number]>([["M1", "M4", 187], ["M1", "M1", 187], ["M1", "M2", 187], ["M3", "M4", 590]])("%s and %s", (a, b, shared) => {
    const error = refusal(() => sojourn.effectDifferencesTable(result, a, b));
    expect(error.message).toContain(`study sfrc: models ${a} and ${b} have ${shared} people in common (expected two models on different people).`);
    expect(error.inLanguage("zh")).toContain(`模型 ${a} 与 ${b} 有 ${shared} 个共同的人`);
  });

  const moved = (group: string): Study => ({ ...sfrc, hypotheses: [], groups: [...sfrc.groups, { id: "yiwu", label: { en: "Yiwu", zh: "义乌" }, where: { city: "Yiwu" } }], models: sfrc.models.map((model) => (model.id === "M3" ? { ...model, group, terms: ["gender", "age2"] } : model.id === "M1" ? { ...model, terms: ["gender", "age2"] } : model)) });

  it("where M3 is of another group, its difference from M1 bears that group's name, or is refused", () => {
    expect(refusal(() => sojourn.regionDifferencesTable(runStudy(moved("all"), coded), published)).message).toContain("models M1 and M3 have 187 people in common");
    expect(sojourn.regionDifferencesTable(runStudy(moved("yiwu"), coded), published).title).toEqual({ en: "Changchun less Yiwu: do coefficients differ?", zh: "长春组减义乌：系数有差异吗？" });
    expect(noted(sojourn.regionDifferencesTable(runStudy(moved("yiwu"), coded), published))).toMatch(/^z = \(Changchun − Yiwu\) /);
    expect(noted(sojourn.regionDifferencesTable(result, published))).toMatch(/^z = \(Changchun − south\) /);
    expect(sojourn.regionDifferencesTable(result, published).title).toEqual({ en: "Changchun less the south: do coefficients differ?", zh: "长春减南方：系数有差异吗？" });
    expect(refusal(() => sojourn.regionDifferencesTable(result, published, "gendr")).message).toContain('"gendr" is not known; did you mean "gender"?');
  });

  it("one fit beside itself, or a binary beside an ordered one, is no difference of two groups", () => {
    const { M1, M3, O3 } = result.fits;
    expect(refusal(() => sojourn.coefficientDifferences(M1, M1)).message).toContain("one fit stands beside itself");
    expect(refusal(() => sojourn.coefficientDifferences(M1, O3)).message).toContain("one fit is binomial, the other ordered");
    expect(sojourn.coefficientDifferences(M1, M3)).toHaveLength(11);
  });

  it("two models compared on the same people have people in common; how many, where not all are", () => {
    expect(refusal(() => sojourn.tablesComparedTable(result, "M1", "O3")).message).toContain("models M1 and O3 have nobody in common (expected two models on the same people)");
    expect(noted(sojourn.tablesComparedTable(result, "M1", "O1"))).not.toContain("are in both");
    expect(noted(sojourn.tablesComparedTable(result, "M1", "O4"))).toContain("187 people are in both; M1 has 187, O4 777.");
    expect(sojourn.tablesComparedTable({ ...result, study: { ...sfrc, hypotheses: [] } }, "M4", "O4").rowGroups[0].rows).toHaveLength(10);
  });
});

describe("the pooling test of a study that was edited", () => {
  const withAge: Study = { ...sfrc, id: "withAge", terms: [...sfrc.terms, { name: "age", label: { en: "age", zh: "年龄" } }], models: sfrc.models.map((model) => ({ ...model, terms: [...model.terms, "age"] })) };

  /** By hand: three logits of the columns themselves. */
  function byHand(terms: readonly string[]) {
    const fitted = (people: readonly CodedPerson[], extra = false) => fitBinaryLogit(people.map((person) => [1, ...terms.map((term) => Number(person[term])), ...(extra ? [Number(person.group === "changchun")] : [])]), people.map((person) => Number(person.stayTransnational)), ["const", ...terms, ...(extra ? ["changchun"] : [])]).logLik;
    const [whole, parts] = [coded.people, (["changchun", "south"] as const).map((group) => coded.people.filter((person) => person.group === group))];
    const lr = 2 * (fitted(parts[0]) + fitted(parts[1]) - fitted(whole));
    const constant = 2 * (fitted(whole, true) - fitted(whole));
    return [[lr, terms.length + 1], [constant, 1], [lr - constant, terms.length]].map(([statistic, df]) => [statistic, df, chiSquareTail(statistic, df)]);
  }

  it.each<[string, Study, readonly string[]]>([
    ["a term more", withAge, [...sfrc.models[0].terms, "age"]],
    ["fewer terms", { ...sfrc, hypotheses: [], models: sfrc.models.map((model) => ({ ...model, terms: ["gender", "age2"] })) }, ["gender", "age2"]],
    ["the paper's own", sfrc, sfrc.models[0].terms],
  ])("%s: as many degrees of freedom as the models at hand have coefficients (they were print's 11)", (_, study, terms) => {
    const shown = textsOf(sojourn.poolingTable(runStudy(study, coded), published, "M4", ["M1", "M3"], EVENTS)).slice(3);
    expect(shown).toEqual(byHand(terms).map(([statistic, df, p]) => [expect.closeTo(statistic, 6), df, expect.closeTo(p, 8)]));
  });

  it("parts that are none of the whole are refused, and so are other terms", () => {
    const refused = (study: Study, parts: [string, string]) => refusal(() => sojourn.poolingTable(runStudy(study, coded), published, "M4", parts, EVENTS)).message;
    expect(refused(sfrc, ["M1", "M1"])).toContain("models M1 and M1 have 187 people in common");
    const other = (changed: object): Study => ({ ...sfrc, hypotheses: [], groups: [...sfrc.groups, { id: "yiwu", label: { en: "Yiwu", zh: "义乌" }, where: { city: "Yiwu" } }], models: sfrc.models.map((model) => (model.id === "M3" ? { ...model, ...changed } : { ...model, terms: ["gender"] })) });
    expect(refused(other({ group: "yiwu", terms: ["gender"] }), ["M1", "M3"])).toMatch(/M4 has 777 people, of whom 187 are in M1 \(of 187\) and \d+ in M3 \(of \d+\) \(expected two models that divide the people of the first\)/);
    expect(refused(other({ terms: ["age2"] }), ["M1", "M3"])).toContain("gender, age2 is not in both M4 and M3 (expected the same terms in all three models)");
  });
});

describe("an exhibit about staying says of another outcome what it is", () => {
  const binary = (outcome: string): Study => ({ ...sfrc, hypotheses: [], models: [{ ...sfrc.models[3], outcome, terms: ["age2", "gender"] }] });
  const ofEducation = runStudy(binary("education"), coded);

  it("in headings and axes", () => {
    expect(sojourn.influenceTable(ofEducation, "M4").columnGroups[0].columns[0].header).toEqual({ en: "education = 1", zh: "education = 1" });
    expect(sojourn.influenceTable(result, "M4").columnGroups[0].columns[0].header).toEqual({ en: "wishes to stay", zh: "愿意居留" });
    expect(sojourn.eventsPerVariableTable(ofEducation, ["M4"]).columnGroups[0].columns.slice(0, 2).map(({ header }) => header)).toEqual([{ en: "education = 1", zh: "education = 1" }, { en: "education = 0", zh: "education = 0" }]);
    const { title, words } = sojourn.probabilityFigure(ofEducation, "gender", ["M4"]);
    expect(title).toMatchObject({ en: "education = 1 by gender" });
    expect(words.en).toContain("predicted probability of education = 1");
    expect(sojourn.probabilityFigure(result, "gender", ["M4"]).words.en).toContain("predicted probability of wishing to stay");
    expect(sojourn.crossTable(coded, "gender", "education").columnGroups[0].columns.map(({ header }) => header)).toEqual([{ en: "education = 0", zh: "education = 0" }, { en: "education = 1", zh: "education = 1" }]);
  });

  it("an ordered outcome has no one probability, event or wish: 'leave soon' stood as wishing to stay", () => {
    for (const act of [() => sojourn.probabilityFigure(result, "education", ["O4"]), () => sojourn.eventsPerVariableTable(result, ["O4"]), () => sojourn.influenceTable(result, "O4"), () => sojourn.firthTable(result, "gender", ["O4"]), () => sojourn.effectDifferencesTable(result, "O1", "O3"), () => sojourn.effectsFigure(result, ["M1", "O3"]), () => sojourn.effectsOf(result, "gender", ["O1"])]) {
      const error = refusal(act);
      expect(error.message).toMatch(/^study sfrc: model O\d is ordered: it has an effect and a probability on each level, not one \(expected a binary model\)/);
      expect(error.inLanguage("zh")).toMatch(/模型 O\d 是定序模型/);
    }
    expect(refusal(() => sojourn.parallelLinesByTermTable(result, "M4")).message).toContain("model M4 is binary: it has one cut");
    expect(refusal(() => sojourn.crossTable(coded, "education", "stay")).message).toMatch(/^crossTable, column stay: somebody has [23] \(expected a column of 0 and 1\)/);
    expect(refusal(() => sojourn.crossTable(coded, "age", "stayTransnational")).message).toMatch(/^crossTable, column age: somebody has \d+/);
  });

  it("levels are those of the column that an ordered model explains, whatever the study is called", () => {
    expect(sojourn.levelsFigure({ ...sfrc, id: "mine" }, coded).words).toEqual(sojourn.levelsFigure(sfrc, coded).words);
    expect(refusal(() => sojourn.levelsFigure(binary("education"), coded)).message).toContain("the study sfrc has no ordered model of an outcome that is known here (expected stay, amount)");
    const shifted = { ...coded, people: coded.people.map((person) => ({ ...person, stay: person.stay! - 1 })) };
    expect(refusal(() => sojourn.levelsFigure(sfrc, shifted)).message).toBe("levelsFigure, column stay: somebody has 0 (expected a whole number from 1 to 3).");
    expect(refusal(() => sojourn.levelsFigure({ ...sfrc, groups: [{ id: "none", label: sfrc.title, where: { city: "Nowhere" } }] }, coded)).message).toContain("nobody of group none has a value");
  });

  it("a person without a city is in no cluster", () => {
    const cities = { ...coded, people: coded.people.map(({ city: _, ...person }) => person) as unknown as typeof coded.people };
    expect(textsOf(sojourn.standardErrorsTable(runStudy(sfrc, cities), published, "gender", ["M4"]))[0].at(-1)).toEqual({ en: "somebody has no city", zh: "有人没有城市" });
  });
});

describe("what an exhibit is asked for and is not there", () => {
  const one = runStudy({ ...sfrc, id: "one", hypotheses: [], models: [sfrc.models[3]] }, coded);

  it.each<[string, () => unknown]>([
    ["firthTable", () => sojourn.firthTable(one, "gender", ["M1"])], ["standardErrorsTable", () => sojourn.standardErrorsTable(one, published, "gender", ["M1"])],
    ["parallelLinesByTermTable", () => sojourn.parallelLinesByTermTable(one, "M1")], ["effectDifferencesTable", () => sojourn.effectDifferencesTable(one, "M1", "M4")],
    ["effectsFigure", () => sojourn.effectsFigure(one, ["M4", "M1"])], ["regionDifferencesTable", () => sojourn.regionDifferencesTable(one, published)],
    ["poolingTable", () => sojourn.poolingTable(one, published, "M4", ["M1", "M3"], EVENTS)], ["tablesComparedTable", () => sojourn.tablesComparedTable(one, "M1", "M4")],
    ["eventsPerVariableTable", () => sojourn.eventsPerVariableTable(one, ["M1"])], ["influenceTable", () => sojourn.influenceTable(one, "M1")],
    ["probabilityFigure", () => sojourn.probabilityFigure(one, "gender", ["M1"])],
  ])("%s names a model that was not run", (_, act) => {
    expect(refusal(act).message).toBe("study one: model M1 was not run (expected M4).");
  });

  it.each<[string, () => unknown, string]>([
    ["a whole that is not in print", () => sojourn.poolingTable(result, published, "M44", ["M1", "M3"], EVENTS), 'poolingTable, published: "M44" is not known; did you mean "M4"? (expected M1, '],
    ["a model whose events are not given", () => sojourn.poolingTable(result, published, "M4", ["M1", "M3"], { M1: 111, M4: 532 }), 'poolingTable, events: "M3" is not known'],
    ["a region that is not in print", () => sojourn.regionDifferencesTable(result, { ...published, models: { M1: published.models.M1 } }), 'regionDifferencesTable, published: "M3" is not known (expected M1)'],
    ["counts of no participation", () => sojourn.countsFigure(coded, "participation" as never), 'countsFigure: "participation" is not known'],
    ["a model beside itself", () => sojourn.tablesComparedTable(result, "M1", "M1"), "study sfrc: nobody moves cumulativeCausation of M1 by anything else than that of M1"],
    ["a figure's model", () => sojourn.coefficientsFigure(result, published, ["M4", "M44"]), "study sfrc: model M44 was not run"],
    ["a figure's term", () => sojourn.termsFigure(result, published, "gendr"), 'coefficientPlot: "gendr" is not known; did you mean "gender"?'],
    ["a table's term", () => sojourn.oneTermTable(result, published, "gendr"), 'termTable: "gendr" is not known; did you mean "gender"?'],
    ["one of two hypotheses", () => sojourn.answersTable(result, published, "H1", "H33"), 'answersTable: "H33" is not known'],
    ["one of two hypotheses that are measured", () => sojourn.measuredTable("H1", "H33"), 'measuredTable: "H33" is not known'],
    ["one of two claims", () => sojourn.claimsOf(published, sojourn.readClaims(), "H1", "H33"), 'claimsOf: "H33" is not known'],
    ["a pair that is not printed", () => sojourn.starChangesTable(result, published, [["M1", "O2"]]), 'starChangesTable: "O2" is not known'],
    ["hypotheses of a study without any", () => sojourn.answersTable(one, published), "answersTable: the study one has no hypotheses (expected at least one)."],
    ["a column that is none", () => sojourn.codedFigure(coded, "gendr" as "gender"), 'codedFigure: no coded person has a value in "gendr"; did you mean "gender"?'],
  ])("%s is told by name: it was left out in silence", (_, act, message) => {
    expect(refusal(act).message).toContain(message);
  });

  it("one of two decisions is told by name", async () => {
    const spec = await sojourn.paperMultiverse();
    expect(refusal(() => sojourn.decisionsTable(spec, ["outcome", "aeg"])).message).toContain('decisionsTable: "aeg" is not known; did you mean "age"?');
  });

  it("a term that a model lacks is not in the model: it was 'not fitted'", () => {
    const own = runStudy({ ...sfrc, id: "own", terms: [...sfrc.terms, { name: "age", label: { en: "age", zh: "年龄" } }], models: sfrc.models.map((model) => (model.id === "M4" ? { ...model, terms: [...model.terms, "age"] } : model)) }, coded);
    const rows = textsOf(sojourn.oneTermTable(own, published, "age"));
    expect(rows.map((cells) => cells[1])).toEqual([...Array<unknown>(3).fill({ en: "not in the model", zh: "模型中无此项" }), expect.closeTo(own.fits.M4.coefficients.find(({ term }) => term === "age")!.estimate, 12)]);
  });

  it("a term of the models that the study does not name is drawn under its own name", () => {
    const unnamed = runStudy({ ...sfrc, id: "unnamed", models: sfrc.models.map((model) => ({ ...model, terms: [...model.terms, "age"] })) }, coded);
    const { estimate } = sojourn.coefficientOf(unnamed, "M4", "age");
    expect(sojourn.coefficientsFigure(unnamed, published, ["M4"]).words.en).toMatch(new RegExp(`^age: refitted ${estimate.toFixed(2)}`, "m"));
  });
});

test.each(readingEntries.flatMap(({ name, choices }) => choices.map((choice) => [name, choice] as const)))("what compares models is shown under %s=%s", (name, choice) => {
  const run = runStudy(sfrc, codeSample(readSurvey(), { [name]: choice }));
  const shown = [
    () => sojourn.poolingTable(run, published, "M4", ["M1", "M3"], EVENTS), () => sojourn.effectDifferencesTable(run, "M1", "M3"), () => sojourn.effectsFigure(run, ["M1", "M3"]),
    () => sojourn.regionDifferencesTable(run, published), () => sojourn.starChangesTable(run, published, [["M1", "O1"], ["M3", "O3"]]), () => sojourn.tablesComparedTable(run, "M1", "O1"),
  ];
  for (const act of shown) {
    try {
      act();
    } catch (error) {
      expect(error).toBeInstanceOf(sojourn.RefusedModel);
    }
  }
});

test("two models that explain two outcomes, as under pooledOutcome=inMigration, are said to be so", () => {
  const run = runStudy(sfrc, codeSample(readSurvey(), { pooledOutcome: "inMigration" }));
  const said = "M1 explains stayTransnational, M3 stayInMigration: a difference may be one of the outcomes.";
  expect(noted(sojourn.effectDifferencesTable(run, "M1", "M3"))).toContain(said);
  expect(noted(sojourn.regionDifferencesTable(run, published))).toContain(said);
  expect(noted(sojourn.effectDifferencesTable(result, "M1", "M3"))).not.toContain("explains");
  expect(textsOf(sojourn.poolingTable(run, published, "M4", ["M1", "M3"], EVENTS)).slice(3).map(([cell]) => cell)).toEqual(Array(3).fill({ en: "not comparable: stayInMigration, stayTransnational", zh: "不可比：stayInMigration、stayTransnational" }));
});

describe("the companion study, edited", () => {
  const { wvs } = sojourn;
  const some = sojourn.codeWvs(sojourn.readWvs());
  const counts = some.people.map((_, i) => 1 + Number(i % 3 === 0));
  const ordered = { models: wvs.models.filter(({ family, group }) => family === "ordered" && group !== "all").map(({ id }) => id) };
  const drawn = (people: Parameters<typeof runStudy>[1]) => sojourn.cutSlopesFigure(runStudy(wvs, people, ordered)).data.map((trace) => trace.x as number[]);

  it("each cut's slopes are those of everybody, where one row stands for several", () => {
    const each = drawn({ ...some, people: some.people.flatMap((person, i) => Array.from({ length: counts[i] }, () => ({ ...person }))) });
    const near = (values: readonly number[]) => values.map((value) => (value === null ? null : expect.closeTo(value, 6) as number));
    expect(drawn({ ...some, counts })).toEqual(each.map(near));
    expect(drawn(some)).not.toEqual(each.map(near));
  });

  it("countries that share people are not compared as independent; a model that is not there is told", () => {
    const twice: Study = { ...wvs, groups: wvs.groups.map((group) => (group.id === "Norway" ? { ...group, where: { country: ["Norway", "Sweden"] } } : group)) };
    const binary = { models: wvs.models.filter(({ family, group }) => family === "binomial" && group !== "all").map(({ id }) => id) };
    expect(refusal(() => sojourn.countryDifferencesTable(runStudy(twice, some, binary))).message).toMatch(/^study wvs: models binary(Norway|Sweden) and binary(Norway|Sweden) have \d+ people in common/);
    expect(refusal(() => sojourn.cutSlopesFigure(result)).message).toContain("study sfrc: model orderedAustralia was not run");
  });
});

it("a model that was refused stands in a variable's table and figure as not fitted: it was left out", () => {
  const separated = runStudy({ ...sfrc, models: sfrc.models.map((model) => (model.id === "M1" ? { ...model, terms: [...model.terms, "stay"] } : model)) }, coded, { models: ["M1", "M3"] });
  expect(Object.keys(separated.refused)).toEqual(["M1"]);
  const [{ rows }] = sojourn.oneTermTable(separated, published, "gender").rowGroups;
  expect(rows.map(({ cells: [printed, refitted] }) => [printed, refitted])).toMatchObject([[{ place: { model: "M1", term: "gender" } }, { text: { en: "not fitted", zh: "未拟合" } }], [{ place: { model: "M3" } }, { number: separated.fits.M3.coefficients.find(({ term }) => term === "gender")!.estimate }]]);
  expect(JSON.stringify(sojourn.termsFigure(separated, published, "gender").words)).toContain("Model 1: Changchun");
});

it.each<[string, (published: ReturnType<typeof readPublished>) => unknown]>([
  ["oneTermTable", (of) => sojourn.oneTermTable(result, of, "gender")], ["regionDifferencesTable", (of) => sojourn.regionDifferencesTable(result, of)],
  ["standardErrorsTable", (of) => sojourn.standardErrorsTable(result, of, "gender", ["M1"])], ["termsFigure", (of) => sojourn.termsFigure(result, of, "gender")],
])("%s takes no odds ratios, or z for standard errors, for what stands beside them", (_, show) => {
  const of = (change: object) => ({ ...published, models: { ...published.models, M1: { ...published.models.M1, ...change } } });
  expect(() => show(of({}))).not.toThrow();
  expect(refusal(() => show(of({ scale: "oddsRatio" }))).message).toMatch(/^M1: its printed coefficients are odds ratios \(expected log-odds/);
  expect(refusal(() => show(of({ brackets: "z" }))).message).toMatch(/^M1: z stands where standard errors are compared/);
});
