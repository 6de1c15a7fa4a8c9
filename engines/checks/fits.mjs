// @ts-check
// The same fits from any source, beside R's glm and clm of the same rows (test/fixtures/engines/anySize.R).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { json, PROJECT, sojourn } from "./sojourn.mjs";
import { agree, check, holds } from "./tally.mjs";

export const FIXTURE = JSON.parse(readFileSync(join(PROJECT, "test", "fixtures", "engines", "anySize.json"), "utf8"));
export const ROWS = FIXTURE.columns.y.length;

/** Estimates, standard errors, log-likelihoods: with R's to 1e-8. */
const R = 1e-8;

const PATTERNS = ["--outcome", "y", "--terms", '年龄,select,edu,`to"wn`', "--factor", '`to"wn`:select', "--family", "binomial"];
const ORDERED = ["--outcome", "o", "--terms", "年龄,select,edu", "--family", "ordered"];
const inR = (term) => ({ const: "(Intercept)", 年龄: "age" })[term] ?? term.replace('to"wn=', "f");
const parts = (fit) => [fit.coefficients.map((row) => [row.estimate, row.standardError]), (fit.thresholds ?? []).map((row) => [row.estimate, row.standardError]), fit.logLik, fit.logLikNull];

/**
 * @param {string} name of the source
 * @param {string[]} from what says where the rows are
 * @param {Record<string, string>} [env]
 * @param {string[]} [steps] what says where the same rows are, typed
 * @returns {Promise<Record<string, unknown>>} every number, to be compared with those of another source
 */
export async function checkFits(name, from, env, steps = from) {
  const found = {};
  for (const [se, kind] of [["classical", "classical"], ["HC0", "HC0"], ["HC1", "HC1"], ["cluster:region", "cluster"]]) {
    await check(`${name}: a binary fit by patterns has R's numbers (${se})`, async () => {
      const fit = (found[se] = await json(["fit", ...from, ...PATTERNS, "--se", se], { env }));
      const places = fit.coefficients.map(({ term }) => FIXTURE.patterns.terms.indexOf(inR(term)));
      holds(fit.n === ROWS, fit.n);
      agree(fit.coefficients.map((row) => row.estimate), places.map((place) => FIXTURE.patterns.estimate[place]), R);
      agree(fit.coefficients.map((row) => row.standardError), places.map((place) => FIXTURE.patterns[kind][place]), R);
      agree([fit.logLik, fit.logLikNull], [FIXTURE.patterns.logLik, FIXTURE.patterns.logLikNull], R);
    });
  }
  await check(`${name}: an ordered fit by patterns has clm's numbers, and tests of parallel lines`, async () => {
    const fit = (found.ordered = await json(["fit", ...from, ...ORDERED], { env }));
    const { slopes, thresholds, standardErrors, logLik } = FIXTURE.ordered;
    agree(fit.coefficients.map((row) => row.estimate), slopes, R);
    agree(fit.thresholds.map((row) => row.estimate), thresholds, R);
    agree([...fit.coefficients, ...fit.thresholds].map((row) => row.standardError), standardErrors, R);
    agree(fit.logLik, logLik, R);
    holds(["lr", "brant", "score"].every((test) => fit.parallelLines[test].df === 3 && fit.parallelLines[test].p > 0), fit.parallelLines);
  });
  for (const [se, kind] of [["classical", "classical"], ["HC0", "HC0"], ["HC1", "HC1"], ["cluster:region", "cluster"]]) {
    await check(`${name}: a binary fit by Newton steps in SQL has R's numbers (${se})`, async () => {
      const fit = (found[`steps ${se}`] = await json(["fit", ...steps, "--outcome", "y", "--terms", "年龄,select,income", "--family", "binomial", "--way", "steps", "--se", se], { env }));
      agree(fit.coefficients.map((row) => row.estimate), FIXTURE.continuous.estimate, R);
      agree(fit.coefficients.map((row) => row.standardError), FIXTURE.continuous[kind], R);
      agree([fit.logLik, fit.logLikNull], [FIXTURE.continuous.logLik, FIXTURE.continuous.logLikNull], R);
    });
  }
  await check(`${name}: steps refuse separation and dependence by name`, async () => {
    const args = ["fit", ...from.slice(0, 2), "--outcome", "y", "--family", "binomial", "--way", "steps"];
    const table = from[3] ?? "data";
    const of = async (sql, terms) => (await sojourn([...args, "--sql", sql.replace("FROM t", `FROM ${table}`), "--terms", terms], { env })).stderr;
    const separated = await of('SELECT income, region, CASE WHEN income + 100 * region > 6000 THEN 1 ELSE 0 END AS y FROM t', "income,region");
    holds(/separation.*income, region together/.test(separated), separated);
    const alone = await of("SELECT income, region, CASE WHEN region < 10 THEN 1 ELSE y END AS y, CASE WHEN region < 10 THEN 1 ELSE 0 END AS low FROM t", "income,low");
    holds(/separation.*low alone foretells/.test(alone), alone);
    const dependent = await of("SELECT y, income, 2 * income + 1 AS twice FROM t", "income,twice");
    holds(/collinear.*twice/.test(dependent), dependent);
  });
  await check(`${name}: clusters and factors are the same labels by steps as by patterns, and so is what is missing`, async () => {
    const sql = `SELECT y, income, CASE region WHEN 1 THEN '' WHEN 2 THEN 'NA' WHEN 3 THEN '.' WHEN 4 THEN 'A ' WHEN 5 THEN 'A' WHEN 6 THEN ' n/a' ELSE CONCAT('firm ', CAST(region AS VARCHAR)) END AS firm,
      CASE WHEN y = 1 THEN CONCAT(CAST(region AS VARCHAR), '.0') ELSE CAST(region AS VARCHAR) END AS number, CASE WHEN region < 9 THEN 'b ' WHEN region < 17 THEN 'b' WHEN region = 20 THEN 'NULL' ELSE 'a' END AS kind FROM ${from[3] ?? "data"}`;
    const args = ["fit", ...from.slice(0, 2), "--sql", sql, "--outcome", "y", "--terms", "income,kind", "--factor", "kind", "--family", "binomial"];
    for (const cluster of ["firm", "number"]) {
      const of = async (way) => json([...args, "--se", `cluster:${cluster}`, "--missing", "drop", "--way", way], { env });
      const [patterns, steps] = [await of("patterns"), await of("steps")];
      holds(patterns.n === steps.n && patterns.n < ROWS, [patterns.n, steps.n]);
      holds(patterns.coefficients.map(({ term }) => term).join() === steps.coefficients.map(({ term }) => term).join(), steps.coefficients);
      agree(steps.coefficients.map((row) => [row.estimate, row.standardError]), patterns.coefficients.map((row) => [row.estimate, row.standardError]), R);
    }
    const lacking = async (way) => /(\d+) rows lack something/.exec((await sojourn([...args, "--se", "cluster:firm", "--way", way], { env })).stderr)?.[1];
    const counts = [await lacking("patterns"), await lacking("steps")];
    holds(counts[0] !== undefined && counts[0] === counts[1], counts);
  });
  return Object.fromEntries(Object.entries(found).map(([key, fit]) => [key, [...parts(fit), ...(fit.parallelLines ? Object.values(fit.parallelLines).map(({ statistic }) => statistic) : [])]]));
}
