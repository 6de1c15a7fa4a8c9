import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkTable } from "../../src/display/table";
import { traceTable } from "../../src/exhibits/traceTable";
import { projectFolder } from "../../src/projectFolder";
import { codeSample } from "../../src/sfrc/codeSample";
import { readClaims, readPublished, readSurvey } from "../../src/sfrc/ourSurvey";
import { trace } from "../../src/sfrc/trace";

const survey = readSurvey();
const published = readPublished();
const claims = readClaims();
const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((total, count) => total + count, 0);

describe("a trace", () => {
  const coded = codeSample(survey);
  const cells = Object.entries(published.models).flatMap(([model, { rows }]) => rows.map(({ term }) => `${model}.${term}`));

  it.each(cells)("of %s counts the model's people once in its column and under each question", (cell) => {
    const traced = trace(cell, coded, published, claims);
    const { n } = published.models[traced.model];
    expect(sum(traced.coded)).toBe(n);
    for (const { answers } of traced.questions) expect(answers.reduce((total, { count }) => total + count, 0)).toBe(n);
    checkTable(traceTable(traced, claims));
  });

  it("names the line where the variable's rule begins", () => {
    const { rule } = trace("M4.supportUnit", coded, published, claims);
    const line = readFileSync(join(projectFolder, rule!.file), "utf8").split("\n")[rule!.line - 1];
    expect(line).toMatch(/^export function codeSupport\(/);
    expect(rule!.reading).toBe("supportNetwork=otherIsReference");
  });

  it("has the printed cell, the refitted one with its stars, and what the text says of it", () => {
    const { printed, refitted, claims: said } = trace("M3.participationBehaviour", coded, published, claims);
    expect(printed).toEqual({ coef: "0.368", se: "0.332", stars: "" });
    expect(refitted.z).toBeCloseTo(refitted.estimate / refitted.standardError, 12);
    expect(refitted.stars).toBe("");
    expect(said).toEqual(["S6", "R2", "A1"]);
  });

  it("follows the readings: as printed, nobody is coded 0", () => {
    const traced = trace("M4.cumulativeCausation", codeSample(survey, { cumulativeCausation: "asPrinted" }), published, claims);
    expect(traced.coded).toEqual({ 1: 195, 2: 582 });
    expect(traced.refitted.estimate).toBeLessThan(0);
    expect(traced.rule!.reading).toBe("cumulativeCausation=asPrinted");
  });

  it("gives the constant no question and no rule", () => {
    const traced = trace("M1.const", coded, published, claims);
    expect(traced).toMatchObject({ questions: [], rule: null, coded: { 1: 187 } });
  });

  it.each(["M9.gender", "M1.foo", "M1", "M1.gender.x", ""])("refuses %j, naming what there is", (cell) => {
    expect(() => trace(cell, coded, published, claims)).toThrow(/expected/);
  });
});
