import { describe, expect, it } from "vitest";
import { checkFigure } from "../../src/display/figure";
import { checkTable, type Cell, type Table } from "../../src/display/table";
import { inLanguage } from "../../src/display/words";
import { answersTable } from "../../src/exhibits/againstTheText";
import { argumentFigure } from "../../src/exhibits/argument";
import { claimsOf } from "../../src/exhibits/againstTheText";
import { codebookTable } from "../../src/exhibits/askedAndCounted";
import { codedFigure } from "../../src/exhibits/codedFigure";
import { codingTable } from "../../src/exhibits/codingTable";
import { contactItemsFigure } from "../../src/exhibits/contactItems";
import { crossTable } from "../../src/exhibits/crossTable";
import { effectDifferencesTable } from "../../src/exhibits/effectDifferences";
import { eventsPerVariableTable } from "../../src/exhibits/eventsPerVariable";
import { parallelLinesTable } from "../../src/exhibits/parallelLines";
import { contextFiguresTable, proposalsTable } from "../../src/exhibits/policy";
import { poolingTable } from "../../src/exhibits/pooling";
import { probabilityFigure } from "../../src/exhibits/probabilityFigure";
import { readingsEffectTable } from "../../src/exhibits/readingsEffect";
import { readingsTable } from "../../src/exhibits/askedAndCounted";
import { printedDifferences, regionDifferencesTable } from "../../src/exhibits/regionDifferences";
import { sampleFlowFigure, sampleFlowTable } from "../../src/exhibits/sampleFlow";
import { starChangesTable } from "../../src/exhibits/starChanges";
import { countsFigure, tiesTable } from "../../src/exhibits/ties";
import { codeSample } from "../../src/sfrc/codeSample";
import { readClaims, readPublished, readSurvey } from "../../src/sfrc/ourSurvey";
import { READINGS } from "../../src/sfrc/readingList";
import { sfrcCodebook } from "../../src/sfrc/readSfrc";
import { sfrc } from "../../src/sfrc/study";
import { variableOf, variables } from "../../src/sfrc/variables";
import { runStudy } from "../../src/study/runStudy";

const survey = readSurvey();
const coded = codeSample(survey);
const result = runStudy(sfrc, coded);
const published = readPublished();

const rowsOf = (table: Table) => table.rowGroups.flatMap(({ rows }) => rows);
const texts = (table: Table) => rowsOf(table).map(({ header, cells }) => [header, ...cells.map(textOf)].map((words) => (typeof words === "object" ? inLanguage(words, "en") : String(words))));
const textOf = (cell: Cell) => ("number" in cell ? cell.number : "text" in cell ? cell.text : "printed" in cell ? cell.printed : String(cell.between));
const numbers = (table: Table, column: number) => rowsOf(table).map(({ cells }) => (cells[column] as { number: number }).number);

describe("coding shown", () => {
  it("counts every respondent of the sample once under each question that everybody answered", () => {
    for (const { name } of variables.filter(({ reads }) => reads.length === 1 && reads[0] !== "age")) {
      expect(numbers(codingTable(coded, name), 0).reduce((sum, count) => sum + count, 0), name).toBe(777);
    }
  });

  it("shows the code that the coding stage gives: 195 with family that came are 1, 582 without are 0", () => {
    expect(texts(codingTable(coded, "cumulativeCausation"))).toEqual([["yes", "195", "1"], ["no", "582", "0"]]);
  });

  it("names only columns of the codebook and readings that exist", () => {
    const columns = sfrcCodebook().columns.map(({ name }) => name);
    for (const variable of variables) {
      expect(columns).toEqual(expect.arrayContaining([...variable.reads]));
      expect(READINGS.map(({ name }) => name as string)).toEqual(expect.arrayContaining([...variable.readings]));
    }
    expect(() => variableOf("supportNetworks")).toThrow(/no coded variable.*support/);
  });

  it("adds up ties and those ahead to everybody", () => {
    const table = tiesTable(coded);
    for (const column of [0, 2]) expect(numbers(table, column).slice(0, 3).reduce((sum, count) => sum + count, 0)).toBe(777);
    expect(numbers(table, 0)[0]).toBe(79);
  });

  it("splits each group by value and wish in the cross-table", () => {
    const table = crossTable(coded, "participationBehaviour", "stayTransnational");
    const total = (rows: number[][]) => rows.flat().reduce((sum, count) => sum + count, 0);
    const counts = rowsOf(table).map(({ cells }) => cells.map((cell) => (cell as { number: number }).number));
    expect([total(counts.slice(0, 2)), total(counts.slice(2, 4)), total(counts.slice(4))]).toEqual([187, 590, 777]);
  });
});

describe("readings shown", () => {
  it("turns the sign of cumulative causation where it is coded as printed, and nothing else", () => {
    const [dummy, asPrinted] = texts(readingsEffectTable(survey, "cumulativeCausation"));
    expect(asPrinted[1]).toBe(`-${dummy[1]}`);
    expect(dummy[0]).toMatch(/default/);
  });

  it("says where a term has left the model with its reading", () => {
    expect(texts(readingsEffectTable(survey, "supportSelf"))[1][5]).toBe("not in the model");
  });

  it("refuses a reading that does not exist, naming those that do", () => {
    expect(() => readingsEffectTable(survey, "gender", ["sex"])).toThrow(/"sex" is no reading.*gender/);
  });

  it("lists every reading, its default first", () => {
    expect(rowsOf(readingsTable())).toHaveLength(READINGS.length);
  });
});

describe("regions compared", () => {
  it("finds from print the differences that design notes computed by hand: education, behaviour, unit support", () => {
    const differences = Object.fromEntries(printedDifferences(published, "M1", "M3").map((one) => [one.term, one]));
    expect(differences.education.z).toBeCloseTo(-2.44, 2);
    expect(differences.education.p).toBeCloseTo(0.015, 3);
    expect(differences.participationBehaviour.p).toBeCloseTo(0.0497, 4);
    expect(differences.supportUnit.p).toBeCloseTo(0.099, 3);
    expect(Math.min(...Object.values(differences).map(({ pHolm }) => pHolm))).toBeGreaterThan(0.1);
  });

  it("corrects by Holm over all terms, whichever are shown", () => {
    const all = texts(regionDifferencesTable(result, published));
    const one = texts(regionDifferencesTable(result, published, "education"));
    expect(one).toEqual(all.filter(([header]) => header === "education"));
  });

  it("pools as the log-likelihoods say: LR 29.306 on 11 df, p .002 from print", () => {
    const [printed] = rowsOf(poolingTable(result, published, "M4", ["M1", "M3"], { M1: 111, M3: 421, M4: 532 }));
    const [lr, df, p] = printed.cells.map((cell) => (cell as { number: number }).number);
    expect(lr).toBeCloseTo(29.306, 3);
    expect(df).toBe(11);
    expect(p).toBeCloseTo(0.00203, 5);
  });

  it("warns of few events a variable in Changchun and not in the whole sample", () => {
    const rows = texts(eventsPerVariableTable(result, ["M1", "M4"]));
    expect(rows[0].at(-1)).toMatch(/few/);
    expect(rows[1].at(-1)).toBe("yes");
  });

  it("gives an effect for every slope that two models share", () => {
    expect(rowsOf(effectDifferencesTable(result, "M1", "M3"))).toHaveLength(10);
  });
});

describe("against the text", () => {
  it("counts changes of stars from Table 2 to Table 3 in the variables that the claim is about, and in all", () => {
    const { notes } = starChangesTable(result, published, [["M1", "O1"], ["M3", "O3"], ["M4", "O4"]]);
    expect(notes.slice(0, 2).map(({ en }) => en)).toEqual([
      "Hypothesis variables: stars change in 9 of 21 cells, signs in 0, “positive and starred” in 4.",
      "With the controls: stars change in 14 of 30 cells, signs in 4, “positive and starred” in 5.",
    ]);
  });

  it("takes no printed zero for a turn of the sign", () => {
    const rowsAs = (model: string, coef: string) => ({ ...published.models[model], rows: published.models[model].rows.map((row) => (row.term === "supportKin" ? { ...row, coef, stars: "" } : row)) });
    const cell = (before: string, after: string) => {
      const table = starChangesTable(result, { ...published, models: { ...published.models, M1: rowsAs("M1", before), O1: rowsAs("O1", after) } }, [["M1", "O1"]]);
      return texts(table).find(([name]) => name === "kin support network")![1];
    };
    expect([cell("0.000", "-0.100"), cell("-0.100", "0.000"), cell("0.001", "-0.001"), cell("-0.001", "-0.100")]).toEqual(["–", "–", "– ±", "–"]);
  });

  it("has a claim for each hypothesis, and refuses one that does not exist", () => {
    for (const { id } of sfrc.hypotheses) expect(rowsOf(claimsOf(published, readClaims(), id)).length).toBeGreaterThan(0);
    expect(() => claimsOf(published, readClaims(), "H9")).toThrow(/^claimsOf: "H9" is not known/);
  });

  it("answers one hypothesis or all, and refuses one that does not exist", () => {
    expect(rowsOf(answersTable(result, published))).toHaveLength(7);
    expect(rowsOf(answersTable(result, published, "H3a", "H3b"))).toHaveLength(2);
    expect(() => answersTable(result, published, "H5")).toThrow(/^answersTable: "H5" is not known/);
  });

  it("leans each proposal on estimates that are printed", () => {
    expect(texts(proposalsTable(published)).map(([, leansOn]) => leansOn).filter((text) => text.includes("undefined"))).toEqual([]);
  });
});

describe("every table and figure", () => {
  const tables = (): Table[] => [
    codebookTable(sfrcCodebook()), readingsTable(), sampleFlowTable(coded), tiesTable(coded), contextFiguresTable(),
    parallelLinesTable(result, published), proposalsTable(published), answersTable(result, published),
  ];

  it("can be rendered, and says that the data are synthetic where it is made from them", () => {
    for (const table of tables()) checkTable(table);
    expect(tables().filter(({ synthetic }) => synthetic).map(({ id }) => id)).toEqual(["sample-flow-table", "ties", "parallel-lines", "answers"]);
    for (const figure of [sampleFlowFigure(coded), contactItemsFigure(coded), countsFigure(coded, "participationCognition"), codedFigure(coded, "age2"), codedFigure(coded, "contactWillingness"), probabilityFigure(result, "supportUnit"), probabilityFigure(result, "contactWillingness")]) {
      checkFigure(figure);
      expect(figure.synthetic).toBe(true);
    }
    expect(argumentFigure().synthetic).toBe(false);
  });

  it("carries no synthetic banner on an extract without the source column", () => {
    const real = { ...survey, synthetic: false };
    expect(sampleFlowTable(codeSample(real)).synthetic).toBe(false);
    expect(probabilityFigure(runStudy(sfrc, codeSample(real)), "gender").synthetic).toBe(false);
  });
});
