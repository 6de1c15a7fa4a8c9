import { expect } from "vitest";
import * as index from "../../../src/index";
import type { Table } from "../../../src/display/table";
import { Z975, averageEffect, delta, expectedStandardErrors, firthBest, holmByHand, logitCovariance, meanAt, movesOf, twoSided } from "../byHand";
import { column, fixed, intervals, line, near, pText, published, R, report, result, row, rowOfR, rowsOf, sojourn, standInR, worldResult, wvsR, type Checks } from "./given";

/** `1.864 [0.880, 2.848]`. */
const withInterval = (estimate: number, standardError: number, decimals = 3): string => `${fixed(estimate, decimals)} [${fixed(estimate - Z975 * standardError, decimals)}, ${fixed(estimate + Z975 * standardError, decimals)}]`;

/** At R's estimates. */
function effectByHand(model: string, term: string): { estimate: number; standardError: number } {
  const { X, terms } = result.samples[model];
  return averageEffect(X, terms.map((one) => rowOfR(standInR[model], one).estimate), terms.indexOf(term));
}

/** Printed, refitted to as many places as are printed, and whether the two agree: each cell of a table of the paper. */
function checkPaperTable(table: Table, models: readonly string[]): void {
  const rows = rowsOf(table);
  models.forEach((model, place) => {
    const at = (i: number) => rows[i].slice(1 + 3 * place, 4 + 3 * place);
    const agrees = (printed: string, refitted: string, said: string) => expect([said === "met", ["met", "stand-in", "coding unknown"].includes(said)], `${model} ${printed} ${refitted} ${said}`).toEqual([printed === refitted, true]);
    for (const { term, en, coef, se, stars } of published.models[model].rows) {
      const i = rows.findIndex(([name]) => name === en);
      const { estimate, standardError, stars: starsOfR } = rowOfR(standInR[model], term);
      const places = coef.split(".")[1].length;
      const [printed, refitted, said] = at(i);
      expect([printed, refitted]).toEqual([`${coef}${stars}`, `${fixed(estimate, places)}${starsOfR}`]);
      agrees(printed, refitted, said);
      const [printedSE, refittedSE, saidSE] = at(i + 1);
      expect([rows[i + 1][0], printedSE, refittedSE]).toEqual(["standard error", `(${se})`, `(${standardError.toFixed(se!.split(".")[1].length)})`]);
      agrees(printedSE, refittedSE, saidSE);
    }
    const { n, pseudoR2, logLik } = published.models[model];
    const foot = (name: string) => at(rows.findIndex(([header]) => header.startsWith(name)));
    expect(foot("N")).toEqual([String(n), String(standInR[model].n), "met"]);
    expect(foot("pseudo R²")[0]).toBe(pseudoR2);
    expect(foot("log-likelihood").slice(0, 2)).toEqual([logLik ?? "", standInR[model].logLik.toFixed(3)]);
  });
}

/** Exhibits of models: held against R (standIn.R, secondReading.R, wvs.R) and against their definitions (byHand.ts). */
export const ofModels: Checks = {
  countriesTable: () => {
    const countries = ["australia", "norway", "sweden", "usa", "all"];
    const names: Record<string, string> = { male: "man", religion: "belongs to a religion", degree: "university degree", age: "age in years", norway: "Norway (against Australia)", sweden: "Sweden (against Australia)", usa: "USA (against Australia)", const: "constant" };
    for (const family of ["ordered", "binomial"] as const) {
      const models = family === "ordered" ? wvsR.ordered : wvsR.binary;
      const shown = sojourn.countriesTable(worldResult, family);
      expect(shown.title).toEqual(family === "ordered" ? { en: "Too little, about right, too much: ordered logits", zh: "过少、恰当、过多：有序 logit" } : { en: "Too little against the rest: binary logits", zh: "“过少”对其余：二元 logit" });
      const rows = rowsOf(shown);
      expect(rows.filter(([name]) => name !== "standard error").map(([name]) => name)).toEqual(expect.arrayContaining(models.all.terms.map((term) => names[term])));
      countries.forEach((country, place) => {
        for (const term of models[country].terms) {
          const { estimate, standardError, stars } = rowOfR(models[country], term);
          const at = rows.findIndex(([name]) => name === names[term]);
          const decimals = term === "age" ? 4 : 3;
          expect([rows[at][place + 1], rows[at + 1][place + 1]], `${country} ${term}`).toEqual([`${fixed(estimate, decimals)}${stars}`, `(${standardError.toFixed(decimals)})`]);
          expect(rows[at + 1][0]).toBe("standard error");
        }
        models[country].thresholds?.forEach((cut, j) => {
          const at = rows.findIndex(([name]) => name === `${j + 1}|${j + 2}`);
          expect([rows[at][place + 1], rows[at + 1][place + 1]]).toEqual([fixed(cut), `(${models[country].thresholdSE![j].toFixed(3)})`]);
        });
        const foot = (name: string) => rows.find(([header]) => header === name)![place + 1];
        expect([foot("N"), foot("log-likelihood")]).toEqual([String(models[country].n), models[country].logLik.toFixed(3)]);
      });
    }
  },
  countryDifferencesTable: () => {
    const countries = [["Australia", "australia"], ["Norway", "norway"], ["Sweden", "sweden"], ["USA", "usa"]];
    const terms = [["man", "male"], ["belongs to a religion", "religion"], ["university degree", "degree"], ["age in years", "age"]];
    const all = countries.flatMap(([nameA, a], i) => countries.slice(i + 1).flatMap(([nameB, b]) => terms.map(([label, term]) => {
      const [one, other] = [rowOfR(wvsR.binary[a], term), rowOfR(wvsR.binary[b], term)];
      const difference = one.estimate - other.estimate;
      const z = difference / Math.hypot(one.standardError, other.standardError);
      return { name: `${label}: ${nameA} − ${nameB}`, difference, z, p: twoSided(z) };
    })));
    const corrected = holmByHand(all.map(({ p }) => p));
    const ranked = all.map((one, i) => ({ ...one, pHolm: corrected[i] })).sort((a, b) => a.p - b.p).slice(0, 10);
    const table = sojourn.countryDifferencesTable(worldResult);
    expect(rowsOf(table).map(([name]) => name)).toEqual(ranked.map(({ name }) => name));
    near(column(table, 0), ranked.map(({ difference }) => difference));
    near(column(table, 1), ranked.map(({ z }) => z), 6);
    near(column(table, 2), ranked.map(({ p }) => p));
    near(column(table, 3), ranked.map(({ pHolm }) => pHolm), 7);
  },
  cutSlopesFigure: () => {
    // The lower cut is R's binary logit of “too little”, the other way round; the upper one a logit of its own.
    const figure = sojourn.cutSlopesFigure(worldResult);
    const { X, y } = worldResult.samples.orderedAustralia;
    const tooMuch = index.fitBinaryLogit(X.map((values) => [1, ...values]), y.map((level) => Number(level > 2)), ["const", "male", "religion", "degree", "age"]).coefficients;
    const beta = tooMuch.map(({ estimate }) => estimate);
    const errors = logitCovariance(X.map((values) => [1, ...values]), beta).map((values, j) => Math.sqrt(values[j]));
    [["man:", "male"], ["belongs to a religion:", "religion"], ["university degree:", "degree"]].forEach(([start, term], j) => {
      const { estimate, standardError } = rowOfR(wvsR.binary.australia, term);
      expect(line(figure, start)).toBe(`${start} above too little ${withInterval(-estimate, standardError)}; too much ${withInterval(beta[j + 1], errors[j + 1])}`);
    });
  },
  effectDifferencesTable: () => {
    const table = sojourn.effectDifferencesTable(result, "M1", "M3");
    near(column(table, 0), R.effects.changchun, 5);
    near(column(table, 1), R.effects.south, 5);
    near(column(table, 2), R.effects.changchun.map((value: number, i: number) => value - R.effects.south[i]), 5);
    near(column(table, 3), R.effects.p, 6);
    near(column(table, 4), R.effects.pHolm, 5);
    const label = (term: string) => index.sfrc.terms.find(({ name }) => name === term)!.label.en;
    expect(rowsOf(table).map(([name]) => name)).toEqual(R.effects.terms.map(label));
    R.effects.terms.forEach((term: string, i: number) => {
      const [a, b] = ["M1", "M3"].map((model) => effectByHand(model, term));
      // Percentage points; age² by a hundred square years.
      const scale = 100 * (term === "age2" ? 100 : 1);
      near(intervals(table, 0)[i], [a.estimate - Z975 * a.standardError, a.estimate + Z975 * a.standardError].map((end) => scale * end), 4);
      near(intervals(table, 1)[i], [b.estimate - Z975 * b.standardError, b.estimate + Z975 * b.standardError].map((end) => scale * end), 4);
      const [difference, error] = [a.estimate - b.estimate, Math.hypot(a.standardError, b.standardError)];
      near(intervals(table, 2)[i], [difference - Z975 * error, difference + Z975 * error].map((end) => scale * end), 4);
    });
  },
  effectsFigure: () => {
    const text = (model: string) => { const { estimate, standardError } = effectByHand(model, "education"); return withInterval(100 * estimate, 100 * standardError, 2); };
    expect(line(sojourn.effectsFigure(result, ["M1", "M3"]), "education")).toBe(`education: Changchun (M1) ${text("M1")}; South (M3) ${text("M3")}`);
    expect(text("M1")).toMatch(new RegExp(`^${R.effects.changchun[2].toFixed(2)} `));
  },
  eventsPerVariableTable: () => expect(rowsOf(sojourn.eventsPerVariableTable(result, ["M1", "M4"]))).toEqual([["Model 1: Changchun, transnational outcome", "111", "76", "10", "7.6", "few: under 10"], ["Model 4: All, transnational outcome", "532", "245", "10", "24.5", "yes"]]),
  firthTable: () => {
    const { X, y, terms } = result.samples.M1;
    const table = sojourn.firthTable(result, "participationBehaviour", ["M1"]);
    expect(rowsOf(table).map(([name]) => name)).toEqual(["Model 1: Changchun, transnational outcome"]);
    const { estimate, standardError } = rowOfR(standInR.M1, "participationBehaviour");
    near([column(table, 0)[0], ...intervals(table, 0)[0]], [estimate, estimate - Z975 * standardError, estimate + Z975 * standardError], 5);
    // By the definition: the penalised log-likelihood is largest at the estimate, and half of χ²'s 95% quantile lower at each end.
    const j = terms.indexOf("participationBehaviour");
    const best = firthBest(X, y);
    expect(column(table, 1)[0]).toBeCloseTo(best.beta[j], 5);
    for (const value of intervals(table, 1)[0]) expect(2 * (best.logLik - firthBest(X, y, { j, value }).logLik)).toBeCloseTo(Z975 ** 2, 4);
    expect(intervals(table, 1)[0].map((end) => end > column(table, 1)[0])).toEqual([false, true]);
  },
  influenceTable: () => {
    const rows = rowsOf(sojourn.influenceTable(result, "M1"));
    const label = (term: string) => index.sfrc.terms.find(({ name }) => name === term)!.label.en;
    const { X, y, terms } = result.samples.M1;
    const beta = terms.map((term) => rowOfR(standInR.M1, term).estimate);
    // R names the five by Cook's distance; whose move is which is found by the largest of each person's.
    const moves = X.map((_, i) => movesOf(X, y, beta, i));
    const largest = (one: number[]) => one.reduce((most, move) => (Math.abs(move) > Math.abs(most) ? move : most));
    R.influence.cooks.forEach((cooks: number, rank: number) => {
      const [name, wish, distance, leverage, furthest, by] = rows[rank];
      expect([name, wish, distance, leverage, furthest]).toEqual([String(rank + 1), R.influence.wish[rank] === 1 ? "yes" : "no", cooks.toFixed(3), R.influence.leverage[rank].toFixed(3), label(R.influence.furthest[rank])]);
      const candidates = moves.filter((one, i) => y[i] === R.influence.wish[rank] && terms[one.indexOf(largest(one))] === R.influence.furthest[rank]).map((one) => largest(one));
      expect(candidates.map((move) => `${move > 0 ? "+" : ""}${move.toFixed(2)}`)).toContain(by);
    });
    expect(rows[0][5]).toBe(`${moves.map(largest).sort((a, b) => Math.abs(b) - Math.abs(a))[0].toFixed(2)}`);
  },
  oneTermTable: () => {
    const table = sojourn.oneTermTable(result, published, "supportUnit");
    expect(rowsOf(table).map(([name, printed]) => [name.slice(0, 7), printed])).toEqual([["Model 1", "1.864*** (0.502)"], ["Model 2", "1.570*** (0.478)"], ["Model 3", "0.825** (0.379)"], ["Model 4", "1.047*** (0.286)"]]);
    ["M1", "M2", "M3", "M4"].forEach((model, place) => {
      const { estimate, standardError, stars } = rowOfR(standInR[model], "supportUnit");
      const [low, high] = [-Z975, Z975].map((z) => Math.exp(estimate + z * standardError));
      const effect = effectByHand(model, "supportUnit");
      expect(rowsOf(table)[place].slice(2)).toEqual([
        estimate.toFixed(3), standardError.toFixed(3), `${Math.exp(estimate).toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`, withInterval(effect.estimate, effect.standardError), pText(twoSided(estimate / standardError)), stars,
      ]);
    });
  },
  termsFigure: () => {
    const { estimate, standardError } = rowOfR(standInR.M1, "supportUnit");
    expect(line(sojourn.termsFigure(result, published, "supportUnit"), "work-unit support network: printed")).toBe(`work-unit support network: printed ${withInterval(1.864, 0.502)}; refitted ${withInterval(estimate, standardError)}`);
  },
  coefficientsFigure: () => {
    const { estimate, standardError } = rowOfR(standInR.M1, "education");
    expect(line(sojourn.coefficientsFigure(result, published, ["M1"]), "education: printed")).toBe(`education: printed ${withInterval(-1.685, 0.837)}; refitted ${withInterval(estimate, standardError)}`);
  },
  table2: () => checkPaperTable(sojourn.table2(result, published), ["M1", "M2", "M3", "M4"]),
  table3: () => checkPaperTable(sojourn.table3(result, published), ["O1", "O3", "O4"]),
  parallelLinesTable: () => expect(row(sojourn.parallelLinesTable(result, published), "Table 3: All")).toEqual(["5.27 (10)", "0.873", "4.29 (10)", "0.933", "5.49 (10)", "0.856"]),
  parallelLinesByTermTable: () => {
    const table = sojourn.parallelLinesByTermTable(worldResult, "orderedAll");
    const statistics = column(table, 0);
    expect([...statistics].sort((a, b) => b - a)).toEqual(statistics);
    expect(row(table, "Norway")).toEqual(["83.64", "1", "<0.001"]);
    expect(table.title.en).not.toContain("orderedAll");
  },
  probabilityFigure: () => {
    const { X, terms } = result.samples.M1;
    const beta = terms.map((term) => rowOfR(standInR.M1, term).estimate);
    const j = terms.indexOf("supportUnit");
    // The interval is made on the log-odds scale.
    const text = (value: number) => {
      const { estimate, standardError } = delta(X, beta, (b) => { const p = meanAt(X, b, j, value); return Math.log(p / (1 - p)); });
      const share = (eta: number) => `${Math.round(100 / (1 + Math.exp(-eta)))}%`;
      return `work-unit support network = ${value} ${share(estimate)} [${share(estimate - Z975 * standardError)}, ${share(estimate + Z975 * standardError)}]`;
    };
    expect(line(sojourn.probabilityFigure(result, "supportUnit"), "Changchun (M1)")).toBe(`Changchun (M1): ${text(0)}; ${text(1)}`);
  },
  regionDifferencesTable: () => {
    const table = sojourn.regionDifferencesTable(result, published);
    const terms = standInR.M1.terms;
    const printed = (model: string, term: string) => { const { coef, se } = published.models[model].rows.find((one) => one.term === term)!; return { estimate: Number(coef), standardError: Number(se) }; };
    [(model: string, term: string) => printed(model, term), (model: string, term: string) => rowOfR(standInR[model], term)].forEach((of, block) => {
      const rows = terms.map((term) => {
        const [a, b] = [of("M1", term), of("M3", term)];
        const z = (a.estimate - b.estimate) / Math.hypot(a.standardError, b.standardError);
        return { difference: a.estimate - b.estimate, z, p: twoSided(z) };
      });
      near(column(table, 4 * block), rows.map(({ difference }) => difference));
      near(column(table, 4 * block + 1), rows.map(({ z }) => z), 6);
      near(column(table, 4 * block + 2), rows.map(({ p }) => p), 7);
      near(column(table, 4 * block + 3), holmByHand(rows.map(({ p }) => p)), 6);
    });
    expect(row(table, "education").slice(0, 4)).toEqual(["-2.232", "-2.44", "0.015", "0.162"]);
  },
  standardErrorsTable: () => {
    const table = sojourn.standardErrorsTable(result, published, "education", ["O1", "O4"]);
    [["O1", "Table 3: Changchun", "0.487"], ["O4", "Table 3: All", "0.229"]].forEach(([model, header, print]) => {
      const { X, terms } = result.samples[model];
      const expected = expectedStandardErrors(X, terms.map((term) => rowOfR(standInR[model], term).estimate), result.fits[model].thresholds!.map(({ estimate }) => estimate))[terms.indexOf("education")];
      expect(row(table, header).slice(0, 3)).toEqual([print, rowOfR(standInR[model], "education").standardError.toFixed(3), expected.toFixed(3)]);
    });
    expect(row(table, "Table 3: All").slice(3)).toEqual(["0.207", "0.116"]);
    expect(row(table, "Table 3: Changchun")[4]).toBe("one city only");
  },
  tablesComparedTable: () => {
    const table = sojourn.tablesComparedTable(result, "M4", "O4");
    const places = index.sfrc.hypotheses.map(({ term }) => R.stacked.O4.terms.indexOf(term));
    near(column(table, 2), places.map((place) => R.stacked.O4.difference[place]), 6);
    near(column(table, 3), places.map((place) => R.stacked.O4.standardError[place]), 6);
    near(column(table, 4), places.map((place) => R.stacked.O4.p[place]), 5);
    near(column(table, 5), holmByHand(places.map((place) => R.stacked.O4.p[place])), 5);
    near(column(table, 1), index.sfrc.hypotheses.map(({ term }) => rowOfR(standInR.O4, term).estimate), 6);
    expect(rowsOf(table).map(([name]) => name)).toEqual(index.sfrc.hypotheses.map(({ term }) => index.sfrc.terms.find(({ name }) => name === term)!.label.en));
    near(column(table, 0).map((value, i) => value - column(table, 1)[i]), column(table, 2), 10);
  },
  poolingTable: () => {
    const table = sojourn.poolingTable(result, published, "M4", ["M1", "M3"], report.pseudoR2.events);
    near(column(table, 0), [R.print.lr, R.print.crudeLevel, R.print.rest, R.region.all, R.region.constant, R.region.slopes], 6);
    expect(rowsOf(table).map(([, , df]) => df)).toEqual(["11", "1", "", "11", "1", "10"]);
    expect(rowsOf(table)[2][3]).toBe("");
    expect(rowsOf(table).map(([name]) => name)).toEqual(["as printed: everything, constants too", "of which the crude level: shares alone", "of which the rest: no test", "data at hand: everything, constants too", "of which a constant for each region", "of which the slopes, given that constant"]);
    near([column(table, 2)[1], column(table, 2)[5]], [R.print.pCrudeLevel, R.region.pSlopes], 8);
  },
};
