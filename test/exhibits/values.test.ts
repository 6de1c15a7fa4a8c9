import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as sojourn from "../../src/index";
import type { Figure } from "../../src/display/figure";
import { cellText, PLAIN } from "../../src/display/cellText";
import type { Table } from "../../src/display/table";

/*
 * What each table and figure of the walk-through shows, held against R (test/fixtures/secondReading.R, standIn.R, wvs.R),
 * against print, or against a count made here: no column without a value.
 */
const R = JSON.parse(readFileSync(join(__dirname, "../fixtures/secondReading.json"), "utf8"));
const wvsR = JSON.parse(readFileSync(join(__dirname, "../fixtures/wvs.json"), "utf8"));
const { audit, codeSample, codeWvs, readClaims, readPublished, readSurvey, readWvs, runStudy, sfrc, wvs } = sojourn;

const survey = readSurvey();
const people = codeSample(survey);
const result = runStudy(sfrc, people);
const published = readPublished();
const report = audit(published, { claims: { claims: readClaims() } });
const world = codeWvs(readWvs());
const worldResult = runStudy(wvs, world);
const spec = sojourn.readSpec(join(__dirname, "../../data/multiverse.json"), sfrc);
const educationAlone = spec.then((read) => sojourn.runMultiverse(read, sfrc, sojourn.codings(survey), { only: ["education"] }));

/** A table's rows as its reader sees them: header, then cells. */
const rowsOf = (table: Table): string[][] => table.rowGroups.flatMap(({ rows }) => rows.map(({ header, cells }) =>
  [typeof header === "string" ? header : header.en, ...cells.map((cell) => cellText(cell, "en", PLAIN).replace(/−/g, "-"))]));
const row = (table: Table, header: string): string[] => rowsOf(table).find(([name]) => name.startsWith(header))!.slice(1);
/** The bare numbers of a column. */
const column = (table: Table, place: number): number[] => table.rowGroups.flatMap(({ rows }) => rows.map(({ cells }) => (cells[place] as { number: number }).number));
const line = ({ words }: Figure, start: string): string => words.en.replace(/−/g, "-").split("\n").find((one) => one.startsWith(start))!;
const near = (given: readonly number[], expected: readonly number[], digits = 8) => expected.forEach((value, i) => expect(given[i]).toBeCloseTo(value, digits));

type Check = () => void | Promise<void>;

const CHECKS: Readonly<Record<string, Check>> = {
  codebookTable: () => {
    const table = sojourn.codebookTable(survey.codebook);
    expect(row(table, "familyChinaExperience")).toEqual([expect.stringMatching(/family/i), "yes · no", expect.stringMatching(/^§?3/)]);
    expect(rowsOf(table)).toHaveLength(survey.codebook.columns.length);
  },
  readingsTable: () => {
    const table = sojourn.readingsTable();
    expect(row(table, "gender")).toEqual(["Which sex is coded 1", "female: women · male: men", "§3(2)"]);
    expect(table.rowGroups.map(({ rows }) => rows.length)).toEqual([sojourn.readingEntries.length - 3, 3]);
  },
  table1Table: () => expect(row(sojourn.table1Table(people, published), "Changchun").slice(0, 4)).toEqual(["187", "187", "met", "24.1"]),
  argumentFigure: () => {
    expect(line(sojourn.argumentFigure(), "who arranged the arrival?")).toContain("work-unit support network");
    expect(sojourn.argumentFigure().words.en).toContain("interethnic contact willingness → + (− allowed for)");
  },
  attainableFigure: () => expect(line(sojourn.attainableFigure(published), "McFadden:")).toBe("McFadden: most it can reach, at any event count 0.178 [0.000, 0.178]; printed 0.257"),
  auditSummaryTable: () => {
    const table = sojourn.auditSummaryTable(report);
    const stars = report.checks.filter(({ check }) => check === "stars");
    expect(row(table, "Stars against")).toEqual([...["consistent", "cannot-tell", "only-by-rounding", "inconsistent"].map((verdict) => String(stars.filter((one) => one.verdict === verdict).length)), String(report.findings.filter(({ check }) => check === "stars").length)]);
    for (const place of [0, 1, 2, 3]) expect(column(table, place).reduce((sum, count) => sum + count, 0)).toBe(report.checks.filter(({ verdict }) => verdict === ["consistent", "cannot-tell", "only-by-rounding", "inconsistent"][place]).length);
    expect(column(table, 4).reduce((sum, count) => sum + count, 0)).toBe(report.findings.length);
  },
  differencesLadder: () => {
    const figure = sojourn.differencesLadder(report, published, "M1", "M3");
    expect(line(figure, "education")).toMatch(/^education: -2\.44\d \[-4\.40\d, -0\.48\d\]/);
    expect(line(figure, "social participation: behaviour")).toMatch(/1\.96\d \[0\.00[1-9], 3\.92\d\]/);
    expect(figure.words.en.split("\n")[1]).toMatch(/^z of the difference/);
  },
  findingsTable: () => {
    const rows = rowsOf(sojourn.findingsTable(report, "attainableSE"));
    expect(rows.find(([where]) => where === "O4 · education")![1]).toMatch(/0\.229/);
    expect(rowsOf(sojourn.findingsTable({ ...report, findings: [] }, "stars"))).toEqual([["the table", "Nothing to report."]]);
  },
  floorsFigure: () => {
    const [binary, ordered] = [0.25, 8 / 27].map((information) => 1 / Math.sqrt(information * 777 * (52 / 777) * (725 / 777)));
    expect(line(sojourn.floorsFigure(published), "education")).toBe(`education: M4 ${(0.327 / binary - 1).toFixed(2)}; O4 ${(0.229 / ordered - 1).toFixed(2)}`);
  },
  pseudoR2Table: () => {
    const table = sojourn.pseudoR2Table(published);
    expect(row(table, "Nagelkerke")).toEqual(["111", "102", "421", "532", "yes"]);
    expect(row(table, "McFadden")).toEqual(["none", "none", "none", "504", "no"]);
  },
  codedFigure: () => {
    const inChangchun = people.people.filter(({ group, contactWillingness }) => group === "changchun" && contactWillingness === 5).length;
    expect(line(sojourn.codedFigure(people, "contactWillingness"), "Changchun (n = 187)")).toContain(`5 ${inChangchun} (${((100 * inChangchun) / 187).toFixed(1)}%)`);
    expect(sojourn.codedFigure(people, "age2").words.en).toMatch(/counts by/);
  },
  codingTable: () => expect(rowsOf(sojourn.codingTable(people, "education")).map(([, , code]) => code)).toEqual(["0", "0", "0", "1", "1", "1"]),
  countriesTable: () => {
    const { terms, estimate, standardError } = wvsR.models?.orderedNorway ?? wvsR.ordered?.norway ?? wvsR.norway.ordered;
    const fit = worldResult.fits.orderedNorway;
    near(terms.map((term: string) => fit.coefficients.find((one) => one.term === term)!.estimate), estimate);
    expect(row(sojourn.countriesTable(worldResult, "ordered"), "university degree")[1]).toContain(estimate[terms.indexOf("degree")].toFixed(3));
    expect(rowsOf(sojourn.countriesTable(worldResult, "ordered")).find(([name], i, all) => name === "standard error" && all[i - 1][0] === "university degree")![2]).toContain(standardError[terms.indexOf("degree")].toFixed(3));
  },
  countryDifferencesTable: () => {
    const [a, b] = ["binaryNorway", "binarySweden"].map((model) => worldResult.fits[model].coefficients.find(({ term }) => term === "degree")!);
    const z = (a.estimate - b.estimate) / Math.hypot(a.standardError, b.standardError);
    const [difference, zShown, p, pHolm] = sojourn.countryDifferencesTable(worldResult).rowGroups[0].rows[0].cells.map((cell) => (cell as { number: number }).number);
    near([difference, zShown], [a.estimate - b.estimate, z]);
    expect(p).toBeCloseTo(0.00065, 5);
    expect(pHolm).toBeCloseTo(24 * p, 10);
  },
  cutSlopesFigure: () => {
    const { X, y } = worldResult.samples.orderedAustralia;
    const tooMuch = sojourn.fitBinaryLogit(X.map((values) => [1, ...values]), y.map((level) => Number(level > 2)), ["const", "male", "religion", "degree", "age"]);
    expect(line(sojourn.cutSlopesFigure(worldResult), "man:")).toContain(`too much ${tooMuch.coefficients[1].estimate.toFixed(3)}`);
  },
  contactItemsFigure: () => expect(line(sojourn.contactItemsFigure(people), "willing to chat")).toContain(`very willing ${people.respondents.filter((who) => who.chatWithChinese === "veryWilling").length} (`),
  crossTable: () => expect(rowsOf(sojourn.crossTable(people, "participationBehaviour", "stayTransnational"))).toEqual(
    ["changchun", "south", "all"].flatMap((group, g) => ["zero", "one"].map((value, v) => [`${["Changchun", "South", "All"][g]} = ${v}`, ...R.counts[group][value].map(String)]))),
  effectDifferencesTable: () => {
    const table = sojourn.effectDifferencesTable(result, "M1", "M3");
    near(column(table, 0), R.effects.changchun, 5);
    near(column(table, 1), R.effects.south, 5);
    near(column(table, 2), R.effects.changchun.map((value: number, i: number) => value - R.effects.south[i]), 5);
    near(column(table, 3), R.effects.p, 6);
    near(column(table, 4), R.effects.pHolm, 5);
  },
  effectsFigure: () => expect(line(sojourn.effectsFigure(result, ["M1", "M3"]), "education")).toMatch(new RegExp(`Changchun \\(M1\\) ${R.effects.changchun[2].toFixed(2)} .*South \\(M3\\) ${R.effects.south[2].toFixed(2)}`)),
  eventsPerVariableTable: () => expect(rowsOf(sojourn.eventsPerVariableTable(result, ["M1", "M4"])).map(([, ...cells]) => cells)).toEqual([["111", "76", "10", "7.6", "few: under 10"], ["532", "245", "10", "24.5", "yes"]]),
  firthTable: () => {
    const { X, y, terms } = result.samples.M1;
    const table = sojourn.firthTable(result, "participationBehaviour", ["M1"]);
    const [ml, firth] = table.rowGroups[0].rows[0].cells as unknown as { number: number; interval: readonly [number, number] }[];
    const wald = result.fits.M1.coefficients[terms.indexOf("participationBehaviour")];
    near([ml.number, ...ml.interval], [wald.estimate, wald.lower, wald.upper]);
    // By the definition: the penalised log-likelihood is largest at the estimate, so that a step either way lowers it.
    expect(firth.number).toBeLessThan(ml.number);
    expect(firth.interval[0]).toBeLessThan(firth.number);
    expect(firth.interval[1]).toBeGreaterThan(firth.number);
    expect(X).toHaveLength(y.length);
  },
  frameTable: async () => {
    const frame = (await sojourn.codedFrame(people)).groupby(["city"]).col(["age"]).mean();
    const inYiwu = people.people.filter(({ city }) => city === "Yiwu");
    expect(row(sojourn.frameTable(frame, people, { en: "t", zh: "表" }), "Yiwu")).toEqual([(inYiwu.reduce((sum, { age }) => sum + age!, 0) / inYiwu.length).toFixed(2)]);
  },
  impliedSharesTable: () => {
    const table = sojourn.impliedSharesTable(published, "cumulativeCausation", { M3: 421, M4: 532 });
    ["dummy", "asPrinted", "firstReference"].forEach((coding, i) => {
      near([0, 1].map((place) => column(table, place)[i]), [R.level[coding].M3, R.level[coding].M4], 3);
      const needed = table.rowGroups[0].rows[i].cells.slice(2).map((cell) => (cell as { number: number }).number);
      expect(Math.abs(needed[0] - R.level[coding].needsM3)).toBeLessThan(0.05);
      expect(Math.abs(needed[1] - R.level[coding].needsM4)).toBeLessThan(0.05);
    });
    expect(row(table, "from the printed R²")).toEqual(["0.714", "0.685", "", ""]);
  },
  influenceTable: () => {
    const rows = rowsOf(sojourn.influenceTable(result, "M1"));
    expect(rows.map(([, wish]) => wish)).toEqual(R.influence.wish.map((wish: number) => (wish === 1 ? "yes" : "no")));
    expect(rows.map(([, , cooks]) => cooks)).toEqual(R.influence.cooks.map((value: number) => value.toFixed(3)));
    expect(rows.map(([, , , leverage]) => leverage)).toEqual(R.influence.leverage.map((value: number) => value.toFixed(3)));
    expect(rows.map(([, , , , furthest]) => furthest)).toEqual(R.influence.furthest.map((term: string) => sfrc.terms.find(({ name }) => name === term)!.label.en));
    expect(Number(rows[0][5])).toBeLessThan(-1);
  },
  levelsFigure: () => {
    const share = (level: number) => Math.round((100 * world.people.filter(({ country, amount }) => country === "Norway" && amount === level).length) / world.people.filter(({ country }) => country === "Norway").length);
    expect(line(sojourn.levelsFigure(wvs, world), "Norway")).toBe(`Norway: too little ${share(1)}%; about right ${share(2)}%; too much ${share(3)}%`);
  },
  measuredTable: () => {
    expect(row(sojourn.measuredTable("H4a"), "H4a")).toEqual([expect.stringContaining("认同"), "§2.2", expect.stringContaining("认知"), expect.any(String)]);
    expect(rowsOf(sojourn.measuredTable()).map(([id]) => id)).toEqual(sfrc.hypotheses.map(({ id }) => id));
    expect(() => sojourn.measuredTable("H9")).toThrow(/no hypothesis H9/);
  },
  oneTermTable: () => {
    const cells = row(sojourn.oneTermTable(result, published, "supportUnit"), "Model 3");
    const { estimate, standardError } = result.fits.M3.coefficients.find(({ term }) => term === "supportUnit")!;
    expect(cells[0]).toBe("0.825** (0.379)");
    expect(cells.slice(1, 3)).toEqual([estimate.toFixed(3), standardError.toFixed(3)]);
    expect(cells[3]).toContain(Math.exp(estimate).toFixed(2));
  },
  termsFigure: () => expect(line(sojourn.termsFigure(result, published, "supportUnit"), "work-unit support network: printed")).toMatch(/printed 1\.864 \[0\.880, 2\.848\]; refitted 1\.895/),
  outcomesComparedTable: () => {
    const table = sojourn.outcomesComparedTable(people);
    expect(column(table, 0)).toEqual([102, 9, 0, 76]);
    expect(row(table, "only in the transnational view")).toEqual(["9", R.nine.meanAge.toFixed(1), "1025"]);
  },
  coefficientsFigure: () => expect(line(sojourn.coefficientsFigure(result, published, ["M1"]), "education: printed")).toMatch(/printed -1\.685 \[-3\.325, -0\.045\]; refitted -1\.658/),
  table2: () => expect(row(sojourn.table2(result, published), "education").slice(0, 2)).toEqual(["-1.685**", `${result.fits.M1.coefficients[3].estimate.toFixed(3)}**`]),
  table3: () => expect(row(sojourn.table3(result, published), "work-unit support network")[0]).toBe("1.395***"),
  parallelLinesTable: () => expect(row(sojourn.parallelLinesTable(result, published), "Table 3: All")).toEqual(["5.27 (10)", "0.873", "4.29 (10)", "0.933", "5.49 (10)", "0.856"]),
  parallelLinesByTermTable: () => {
    const table = sojourn.parallelLinesByTermTable(worldResult, "orderedAll");
    const statistics = column(table, 0);
    expect([...statistics].sort((a, b) => b - a)).toEqual(statistics);
    expect(row(table, "Norway")).toEqual(["83.64", "1", "<0.001"]);
    expect(table.title.en).not.toContain("orderedAll");
  },
  contextFiguresTable: () => expect(row(sojourn.contextFiguresTable(), "1983")).toEqual(["national rules on recruiting foreign talent, issued", "the document, by its title", "§1"]),
  proposalsTable: () => expect(row(sojourn.proposalsTable(published), "P5").slice(0, 2)).toEqual(["M3 cumulative-causation network 0.535**; M3 kin support network 0.265", "z = -0.24, p = 0.814"]),
  poolingTable: () => {
    const table = sojourn.poolingTable(result, published, "M4", ["M1", "M3"], report.pseudoR2.events);
    near(column(table, 0), [R.print.lr, R.print.crudeLevel, R.print.rest, R.region.all, R.region.constant, R.region.slopes], 6);
    expect(rowsOf(table).map(([, , df]) => df)).toEqual(["11", "1", "", "11", "1", "10"]);
    expect(rowsOf(table)[2][3]).toBe("");
    near([column(table, 2)[1], column(table, 2)[5]], [R.print.pCrudeLevel, R.region.pSlopes], 8);
  },
  probabilityFigure: () => {
    const { X, terms } = result.samples.M1;
    const beta = result.fits.M1.coefficients.map(({ estimate }) => estimate);
    const at = (value: number) => X.reduce((sum, values) => sum + 1 / (1 + Math.exp(-values.reduce((eta, x, j) => eta + beta[j] * (terms[j] === "supportUnit" ? value : x), 0))), 0) / X.length;
    expect(line(sojourn.probabilityFigure(result, "supportUnit"), "Changchun (M1)")).toMatch(new RegExp(`= 0 ${Math.round(100 * at(0))}% .*= 1 ${Math.round(100 * at(1))}% `));
  },
  readingsEffectTable: () => {
    const { estimate, n } = R.readings["participationBehaviour=missing"].M4;
    const cells = row(sojourn.readingsEffectTable(survey, "cumulativeCausation", ["participationBehaviour"]), "participationBehaviour=missing");
    expect([cells[4].split(" ")[0], cells[5]]).toEqual([estimate[0].toFixed(3), String(n)]);
  },
  readingsOneByOneTable: () => {
    const table = sojourn.readingsOneByOneTable(survey);
    expect(row(table, "participationBehaviour=missing")).toEqual(["8", "H3a −, H3b −, H3c −", "H1 −", "H1 −, H3a −, H3b −, H4b −", "428"].map((text) => text.replace(/−/g, "-")));
    expect(row(table, "cumulativeCausation=firstReference")).toEqual(["0", "–", "–", "–", "777"]);
    for (const [reading, models] of Object.entries(R.readings as Record<string, { M4: { n: number } }>)) expect(row(table, `${reading}:`).at(-1), reading).toBe(String(models.M4.n));
  },
  regionDifferencesTable: () => expect(row(sojourn.regionDifferencesTable(result, published), "education").slice(0, 4)).toEqual(["-2.232", "-2.44", "0.015", "0.162"]),
  sampleFlowFigure: () => expect(sojourn.sampleFlowFigure(people).words.en).toContain("112 left out: missing key variable; 777 left"),
  sampleFlowTable: () => expect(rowsOf(sojourn.sampleFlowTable(people)).slice(1, 7).map(([, dropped, left]) => `${dropped} ${left}`)).toEqual(["395 1609", "260 1349", "58 1291", "116 1175", "286 889", expect.any(String)]),
  standardErrorsTable: () => {
    const table = sojourn.standardErrorsTable(result, published, "education", ["O1", "O4"]);
    const [printed, observed, expected, robust, clustered] = row(table, "Table 3: All");
    expect([printed, observed]).toEqual(["0.229", result.fits.O4.coefficients[2].standardError.toFixed(3)]);
    expect(Number(expected)).toBeGreaterThan(0.264);
    expect([Number(robust), Number(clustered)]).toEqual([0.207, 0.116]);
    expect(row(table, "Table 3: Changchun")[4]).toBe("one city only");
  },
  starChangesTable: () => {
    const table = sojourn.starChangesTable(result, published, [["M1", "O1"], ["M3", "O3"], ["M4", "O4"]]);
    expect(row(table, "kin support network")).toEqual(["* → –", "–", "* → **"]);
    expect(row(table, "gender")).toEqual(["– ±", "– → *", "– → *"]);
    expect(table.rowGroups.map(({ rows }) => rows.length)).toEqual([7, 3]);
  },
  tablesComparedTable: () => {
    const table = sojourn.tablesComparedTable(result, "M4", "O4");
    const places = sfrc.hypotheses.map(({ term }) => R.stacked.O4.terms.indexOf(term));
    near(column(table, 2), places.map((place) => R.stacked.O4.difference[place]), 6);
    near(column(table, 3), places.map((place) => R.stacked.O4.standardError[place]), 6);
    near(column(table, 4), places.map((place) => R.stacked.O4.p[place]), 5);
    near(column(table, 0).map((value, i) => value - column(table, 1)[i]), column(table, 2), 10);
  },
  countsFigure: () => {
    const nowhere = people.respondents.filter((who) => ["joinedChinaAssociation", "joinedChinaVolunteering", "votedAtHome", "joinedHomeAssociation"].every((question) => who[question] === "no")).length;
    expect(sojourn.countsFigure(people, "participationBehaviour").words.en).toContain(`0 : 0 (tie) ${nowhere} (`);
  },
  tiesTable: () => {
    const table = sojourn.tiesTable(people);
    expect(column(table, 0)).toEqual([79, 349, 349, 245]);
    expect(column(table, 2)).toEqual([323, 248, 206, 33]);
    near(column(table, 1), [79, 349, 349, 245].map((count) => (100 * count) / 777), 10);
    near(column(table, 3), [323, 248, 206, 33].map((count) => (100 * count) / 777), 10);
  },
  dataTable: () => {
    const table = sojourn.dataTable(survey);
    expect(rowsOf(table)).toEqual([["files", "sfrc-synthetic.csv"], ["rows", "2004"], ["what they are", expect.stringMatching(/^invented/)], ["readings", "all at their defaults"]]);
    expect(row(sojourn.dataTable({ ...survey, synthetic: false }), "what they are")[0]).toMatch(/^answers of respondents/);
  },
  answersTable: () => expect(row(sojourn.answersTable(result, published), "H3b")).toEqual(["✓ 1.016* (M1); – 0.661 (M2)", "✓ 1.012* (M1); – 0.636 (M2)", "– 0.265 (M3)", "– 0.247 (M3)", "✓ 0.502* (M4)", "✓ 0.506* (M4)"]),
  paperMultiverse: async () => expect((await sojourn.paperMultiverse()).decisions.map(({ id }) => id)).toEqual((await spec).decisions.map(({ id }) => id)),
  wvsMultiverse: async () => {
    const { models, decisions } = await sojourn.wvsMultiverse();
    expect([models.length, decisions.map(({ options }) => options.length)]).toEqual([5, [3, 2, 2, 2, 2, 2]]);
    // The lower and the upper cut of the three answers.
    for (const { amount, enough, tooMuch } of world.people) expect([enough, tooMuch]).toEqual([Number(Number(amount) > 1), Number(amount === 3)]);
  },
  decisionsTable: async () => {
    const table = sojourn.decisionsTable(await spec, ["outcome", "stay"]);
    expect(rowsOf(table).map(([option, , source, kind, when]) => [option, source, kind, when])).toEqual([
      ["asModel *", "§3(2), §4(1)", "the paper's", "none"], ["inMigration", "§4(1)", "uncertain", "none"], ["ordered", "§4(2)", "not equivalent", "none"],
      ["asLongCounts *", "§3(2)", "the paper's", "none"], ["permanentOnly", "§3(2)", "not equivalent", "outcome=asModel|inMigration"],
    ]);
    expect(row(table, "ordered")[0]).toBe("length of stay in three steps, as in Table 3");
    expect(sojourn.decisionsTable(await spec).rowGroups.map(({ rows }) => rows.length)).toEqual((await spec).decisions.map(({ options }) => options.length));
  },
  verdictSharesFigure: async () => {
    const { curves } = await educationAlone;
    const figure = sojourn.verdictSharesFigure(curves, sfrc, people);
    const curve = curves.find(({ model, term }) => model === "M4" && term === "supportKin")!;
    const supported = curve.distinct.filter(({ estimate, p }) => estimate > 0 && p < 0.1).length;
    expect(line(figure, "H3b")).toContain(`All (M4) ${Math.round((100 * supported) / curve.distinct.length)}% (${supported} of ${curve.distinct.length}; ✓ 0.506*)`);
    expect(figure.words.zh).toContain(`全国组（M4） ${Math.round((100 * supported) / curve.distinct.length)}% （${supported}/${curve.distinct.length}；✓ 0.506*）`);
    const cells = figure.data.at(-1) as unknown as { x: number[]; y: number[]; text: string[] };
    expect(cells.text).toHaveLength(21);
    cells.text.forEach((text, i) => {
      const [model, { term }] = [["M1", "M3", "M4"][cells.x[i]], sfrc.hypotheses[cells.y[i]]];
      const { distinct, universes } = curves.find((one) => one.model === model && one.term === term)!;
      const own = universes.find(({ paper }) => paper) as { estimate: number; stars: string };
      expect(text).toBe(`${Math.round((100 * distinct.filter(({ estimate, p }) => estimate > 0 && p < 0.1).length) / distinct.length)}%<br>${own.estimate > 0 && own.stars ? "✓" : "–"} ${own.estimate.toFixed(3)}${own.stars}`);
    });
  },
  optionInfluenceFigure: async () => {
    const { curves, influence } = await educationAlone;
    const figure = sojourn.optionInfluenceFigure(await spec, influence, "contactWillingness", sfrc.terms, people);
    // Only education varies, so an option's influence is its estimate less the paper's.
    const change = (model: string, option: string) => {
      const { distinct } = curves.find((one) => one.model === model && one.term === "contactWillingness")!;
      const of = (id: string) => distinct.find(({ options }) => options.education === id)!.estimate;
      return (of(option) - of("dummy")).toFixed(3).replace(/^-(?=0\.000$)/, "");
    };
    for (const option of ["level", "none"]) expect(line(figure, `education=${option}`)).toBe(`education=${option}: ${["M1", "M3", "M4"].map((model) => `${model} ${change(model, option)}`).join("; ")}`);
  },
  claimsOf: () => {
    const table = sojourn.claimsOf(published, readClaims(), "H3b");
    expect(row(table, "R3")).toEqual(["§4.2", expect.stringContaining("hypothesis variables"), "× O4 kin support network 0.516** against 0.502*", "does not follow"]);
    expect(rowsOf(table).every(([, , , shows]) => !/work-unit/.test(shows))).toBe(true);
  },
};

describe("every table and figure of the walk-through shows what R, print or a count gives", () => {
  it("has a check for each that the package exports, here or in a test that bears its file's name", () => {
    const index = readFileSync(join(__dirname, "../../src/index.ts"), "utf8");
    const exported = [...index.matchAll(/^export \{ ([^}]*) \} from "\.\/exhibits\/(\w+)"/gm)]
      .filter(([, , file]) => !existsSync(join(__dirname, `${file}.test.ts`)))
      .flatMap(([, names]) => names.split(", "))
      // Their values have tests of their own: test/study, test/cli/inspect, test/multiverse.
      .filter((name) => !name.startsWith("type ") && !["printedDifferences", "answersFound", "lostTable", "oddities", "specificationCurveFigure"].includes(name));
    expect(exported.filter((name) => !(name in CHECKS))).toEqual([]);
  });

  it.each(Object.entries(CHECKS))("%s", async (_, check) => {
    await check();
  });
});
