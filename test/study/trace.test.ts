import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/published/claims";
import type { PublishedTable } from "../../src/published/publishedTable";
import { runStudy } from "../../src/study/runStudy";
import { codedValues, traceCell, type Traced } from "../../src/study/trace";
import type { Respondent } from "../../src/survey/respondent";
import { bothLanguages } from "../io/bothLanguages";
import { small } from "../survey/smallCodebook";
import { tiny, tinyPeople } from "./tinyStudy";

const coded = tinyPeople();
/** Who says what: of group a, every third is a woman, the first two did not say; those of b are men. */
const respondents = coded.people.map((person, i) => ({ id: String(person.id), place: { file: "a.csv", row: i + 2 }, source: i % 2 ? "town" : "country", ...(i < 2 ? {} : { gender: i < 60 && i % 3 === 0 ? "female" : "male" }) }) as unknown as Respondent);
const claim = (id: string, about: Partial<Claim>): Claim => ({ id, en: id, zh: id, section: "4", hypotheses: [], terms: ["x"], expect: "+", checkable: "table", ...about });
const claims = [
  claim("of the model", { model: "Ba" }), claim("of several", { models: ["Bb", "Ba"] }), claim("against it", { model: "Oa", against: "Ba" }), claim("of another", { model: "Bb" }), claim("of another term", { model: "Ba", terms: ["w"] }), claim("of all terms", { models: ["Ba"], terms: "all" }), claim("of none", {}),
];
const row = (term: string, coef: string, se?: string) => ({ term, coef, stars: coef === "1.40" ? "***" : "", ...(se === undefined ? {} : { se }) });
const published = { models: { Ba: { n: 60, rows: [row("const", "-1.1", "0.4"), row("x", "1.40", "0.55"), row("w", "0.2")] }, Oa: { n: 60, rows: [row("x", "1", "0.5")] } }, cutoffs: { "*": "0.5" } } as unknown as PublishedTable;
const traced: Traced = { study: tiny, coded: { ...coded, respondents }, codebook: small, claims, readsOf: (term) => (term === "x" ? ["gender", "source"] : ["source"]), ruleOf: (term) => ({ file: "rules.ts", line: 7, reading: term }) };
const printing: Traced = { ...traced, published };
const refused = (cell: string, of: Traced) => bothLanguages(() => traceCell(cell, of));

describe("a coefficient is followed back", () => {
  it("to its questions, rule, counts, estimate and claims", () => {
    const { estimate, standardError, z, p } = runStudy(tiny, coded).fits.Ba.coefficients.find(({ term }) => term === "x")!;
    const question = { column: "gender", zh: "性别", en: "sex" };
    expect(traceCell("Ba.x", traced)).toEqual({
      model: "Ba", term: "x", synthetic: true, rule: { file: "rules.ts", line: 7, reading: "x" }, printed: null,
      questions: [
        { ...question, answers: [{ code: "female", zh: "女", en: "woman", count: 19 }, { code: "male", zh: "男", en: "man", count: 39 }, { code: "refused", zh: "未答或不适用", en: "no answer, or not applicable", count: 2 }] },
        { column: "source", zh: "来源", en: "source of the row", answers: [{ code: "country", zh: "country", en: "country", count: 30 }, { code: "town", zh: "town", en: "town", count: 30 }] },
      ],
      coded: { 0: 30, 1: 30 }, refitted: { estimate, standardError, z, p, stars: p < 0.01 ? "***" : p < 0.05 ? "**" : "*" }, claims: ["of the model", "of several", "against it", "of all terms"],
    });
  });

  it("to the values of its column in their order, of a model of its own group", () => {
    const found = traceCell("Bb.w", traced);
    const { questions } = found;
    expect(codedValues(found).map(({ value }) => Number(value))).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(codedValues(found).reduce((sum, { count }) => sum + count, 0)).toBe(60);
    expect(codedValues({ coded: { 1: 5, 0: 2, 10: 3, "-1": 4, 2: 1 } })).toEqual([["-1", 4], ["0", 2], ["1", 5], ["2", 1], ["10", 3]].map(([value, count]) => ({ value, count })));
    expect(questions[0].answers.map(({ count }) => count)).toEqual([30, 30]);
    expect(traceCell("Bb.x", traced).questions[0].answers.map(({ count }) => count)).toEqual([0, 60]); // nobody was silent there
  });

  it("of the constant to no question and no rule, nor claims on all terms", () => {
    expect(traceCell("Ba.const", traced)).toMatchObject({ questions: [], rule: null, coded: { 1: 60 }, claims: [] });
  });

  it("beside what is printed, with the stars of that table", () => {
    expect(traceCell("Ba.x", printing)).toMatchObject({ printed: { coef: "1.40", se: "0.55", stars: "***" }, refitted: { stars: "*" } });
    expect(traceCell("Oa.x", printing).printed).toEqual({ coef: "1", se: "0.5", stars: "" });
  });
});

describe("a cell that is none is refused with what there is", () => {
  it.each<[string, string]>([
    ["Bc.x", 'Bc.x: there is no model "Bc" (expected MODEL.TERM with a model of Ba, Oa, Bb, Ob).'], ["x", "x: this is a term, of several models (expected Ba.x, Oa.x, Bb.x, Ob.x). Name the model with it."], ["Ba.y", 'Ba.y: Ba has no term "y" (expected one of const, x, w).'], ["Oa.const", 'Oa.const: Oa has no term "const" (expected one of x, w).'],
    ["Ba.x.y", 'Ba.x.y: Ba has no term "x.y" (expected one of const, x, w).'], ["Ba", 'Ba: Ba has no term "" (expected one of const, x, w).'],
  ])("%s, of a study", (cell, message) => expect(refused(cell, traced)[0]).toBe(message));

  it.each<[string, string]>([
    ["Bb.x", 'Bb.x: there is no model "Bb" (expected MODEL.TERM with a model of Ba, Oa).'], ["x", "x: this is a term, of several models (expected Ba.x, Oa.x). Name the model with it."], ["Ba.y", 'Ba.y: Ba prints no term "y" (expected one of const, x, w).'], ["Ba.x.y", 'Ba.x.y: Ba prints no term "x.y" (expected one of const, x, w).'],
    ["Ba.w", "Ba.w: Ba prints no standard error of w (expected a coefficient with its standard error)."],
  ])("%s, of a printed table", (cell, message) => {
    const [en, zh] = refused(cell, printing);
    expect(en).toBe(message);
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it("a printed odds ratio is not set beside a coefficient", () => {
    const ratios = { models: { ...published.models, Ba: { ...published.models.Ba, scale: "oddsRatio" as const } } };
    expect(refused("Ba.x", { ...traced, published: ratios })[0]).toContain("Ba: its printed coefficients are odds ratios");
    expect(traceCell("Oa.x", { ...traced, published: ratios }).printed?.coef).toBe("1");
  });

  it("a model that bears a term's name is told by its own terms", () => {
    const study = { ...tiny, models: [...tiny.models, { ...tiny.models[0], id: "x" }] };
    expect(refused("x", { ...traced, study })[0]).toContain("of several models (expected Ba.x, Oa.x, Bb.x, Ob.x)");
    expect(traceCell("x.w", { ...traced, study }).model).toBe("x");
  });
});

it("of free answers each that is given is told; who gave none stands apart, by the code for it or without one", () => {
  const silent = respondents.map((who, i) => (i % 4 === 0 ? { ...who, source: undefined } : who) as unknown as Respondent);
  const [source] = traceCell("Ba.w", { ...traced, coded: { ...coded, respondents: silent } }).questions;
  expect(source.answers).toEqual([{ code: "country", zh: "country", en: "country", count: 15 }, { code: "town", zh: "town", en: "town", count: 30 }, { code: "", zh: "未答或不适用", en: "no answer, or not applicable", count: 15 }]);
});
