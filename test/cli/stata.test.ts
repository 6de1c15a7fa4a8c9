import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import * as effects from "../../src/cli/effects";
import * as fit from "../../src/cli/fit";
import * as predict from "../../src/cli/predict";
import { fixture } from "../models/fixtures";
import { inProcess } from "./inProcess";

/**
 * What Stata printed and others published, to the digits printed, on data that R carries too (secondData.R writes them out).
 * A number printed as .9732636 may be off by half of its last digit.
 */
interface Row { readonly term: string; readonly level?: number; readonly estimate: number; readonly standardError: number; readonly lower: number; readonly upper: number; readonly p: number }
interface Answer { n: number; logLik: number; coefficients: Row[]; oddsRatios: Row[]; effects: Row[]; predictions: Row[] }
const { csv } = fixture<{ csv: Record<string, string> }>("secondData");
const folder = mkdtempSync(join(tmpdir(), "sojourn-stata-"));
const file = (name: string): string => join(folder, name);
// Stata keeps numbers as floats of four bytes: 2.62 is 2.6199998856 there, which its seventh digit shows.
const asFloats = (text: string): string => text.replace(/(?<=^|,)-?\d*\.\d+(?:e-?\d+)?(?=,|$)/gm, (cell) => String(Math.fround(Number(cell))));
for (const [name, text] of Object.entries(csv)) writeFileSync(file(`${name}.csv`), asFloats(text));
const commands = { fit: inProcess(fit), predict: inProcess(predict), effects: inProcess(effects) };
const run = async (name: keyof typeof commands, from: string, ...more: string[]): Promise<Answer> => {
  const { stdout, stderr, exit } = await commands[name](name, file(from), ...more, "--json");
  expect(exit, stderr).toBe(0);
  return JSON.parse(stdout) as Answer;
};
function printed(value: number, text: string, what: string, further = 0): void {
  const decimals = text.split(".")[1]?.length ?? 0;
  expect(Math.abs(value - Number(text)), `${what}: ${value} against ${text}`).toBeLessThanOrEqual(0.5000001 * 10 ** -decimals + further);
}
/**
 * A row of Stata's table: estimate, standard error, z, p, interval. z belongs to `tested`, where that is another scale.
 * Stata's maximum is good to eight digits: an end near 0 of an interval about −10 has no seven of its own.
 */
function printedRow(row: Row, line: string, tested: Row = row): void {
  const [estimate, error, z, p, lower, upper] = line.split(/\s+/);
  printed(row.estimate, estimate, `${row.term}, estimate`);
  printed(row.standardError, error, `${row.term}, standard error`);
  printed(tested.estimate / tested.standardError, z, `${row.term}, z`);
  printed(tested.p, p, `${row.term}, p`);
  printed(row.lower, lower, `${row.term}, lower`, 1e-8 * Math.abs(row.estimate));
  printed(row.upper, upper, `${row.term}, upper`, 1e-8 * Math.abs(row.estimate));
}
const named = (rows: readonly Row[], term: string): Row => rows.find((row) => row.term === term)!;

describe("Stata's published output", () => {
  it("logistic low age lwt i.race smoke ptl ht ui (stata.com, Logistic regression; data lbw, MASS's birthwt but for a pound: secondData.R)", async () => {
    const found = await run("fit", "lbw.csv", "--formula", "low ~ age + lwt + race + smoke + ptl + ht + ui", "--family", "binomial", "--odds-ratios");
    const none = await run("fit", "lbw.csv", "--formula", "low ~ 1", "--family", "binomial");
    expect(found.n).toBe(189);
    printed(found.logLik, "-100.724", "log likelihood");
    printed(2 * (found.logLik - none.logLik), "33.22", "LR chi2(8)");
    printed(1 - found.logLik / none.logLik, "0.1416", "pseudo R2");
    const table = {
      "age": ".9732636 .0354759 -0.74 0.457 .9061578 1.045339", "lwt": ".9849634 .0068217 -2.19 0.029 .9716834 .9984249",
      "race=2black": "3.534767 1.860737 2.40 0.016 1.259736 9.918406", "race=3other": "2.368079 1.039949 1.96 0.050 1.001356 5.600207",
      "smoke": "2.517698 1.00916 2.30 0.021 1.147676 5.523162", "ptl": "1.719161 .5952579 1.56 0.118 .8721455 3.388787",
      "ht": "6.249602 4.322408 2.65 0.008 1.611152 24.24199", "ui": "2.1351 .9808153 1.65 0.099 .8677528 5.2534", "const": "1.586014 1.910496 0.38 0.702 .1496092 16.8134",
    };
    for (const [term, line] of Object.entries(table)) printedRow(named(found.oddsRatios, term), line, named(found.coefficients, term));
  });

  it("logit lfp k5 k618 age wc hc lwg inc (Long and Freese, log of chapter 4; data binlfp2, carData's Mroz)", async () => {
    const model = ["mroz.csv", "--outcome", "lfp", "--family", "binomial"] as const;
    const found = await run("fit", ...model, "--terms", "k5,k618,age,wc,hc,lwg,inc");
    const none = await run("fit", ...model, "--terms", "1");
    expect(found.n).toBe(753);
    printed(found.logLik, "-452.63296", "log likelihood");
    printed(2 * (found.logLik - none.logLik), "124.48", "LR chi2(7)");
    printed(1 - found.logLik / none.logLik, "0.1209", "pseudo R2");
    const table = { k5: "-1.462913 .1970006 -7.43 0.000 -1.849027 -1.076799", k618: "-.0645707 .0680008 -0.95 0.342 -.1978499 .0687085", age: "-.0628706 .0127831 -4.92 0.000 -.0879249 -.0378162", wc: ".8072738 .2299799 3.51 0.000 .3565215 1.258026" };
    for (const [term, line] of Object.entries(table)) printedRow(named(found.coefficients, term), line);
  });

  describe("margins, at() atmeans after it (Long and Freese, section 4.2.4): estimate, standard error, z", () => {
    beforeAll(async () => void (await run("fit", "mroz.csv", "--outcome", "lfp", "--family", "binomial", "--terms", "k5,k618,age,wc,hc,lwg,inc", "--out", file("lfp.json"))));
    it.each([
      ["wc=0,1", [".52 .02 21.08", ".71 .04 18.13"]],
      ["age=30,40,50,60", [".75 .03 21.74", ".62 .02 29.23", ".46 .03 15.39", ".31 .05 6.28"]],
      ["age=30,40,50,60;wc=0,1", [".71 .04 17.80", ".84 .03 24.84", ".56 .03 21.66", ".74 .04 19.84", ".41 .03 12.41", ".60 .05 12.23", ".27 .05 5.64", ".45 .07 6.41"]],
    ])("%s", async (at, lines) => {
      const { predictions } = await run("predict", "lfp.json", "--grid", "--at", at);
      expect(predictions).toHaveLength(lines.length);
      predictions.forEach(({ estimate, standardError }, i) => [estimate, standardError, estimate / standardError].forEach((value, j) => printed(value, lines[i].split(" ")[j], `${at}, ${i + 1}._at`)));
    });
  });

  it.each([
    ["logit am cyl hp wt", ["am ~ cyl + hp + wt"], { cyl: ".0214527 .0469746 0.46 0.648 -.0706157 .1135212", hp: ".0014339 .0006182 2.32 0.020 .0002224 .0026455", wt: "-.4025475 .1154098 -3.49 0.000 -.6287466 -.1763484" }],
    ["logit am i.cyl hp wt", ["am ~ factor(cyl) + hp + wt"], { "cyl=6": ".1197978 .1062873 1.13 0.260 -.0885214 .3281171", "cyl=8": "-.3478575 .2067542 -1.68 0.092 -.7530883 .0573732", "hp": ".0033268 .0029852 1.11 0.265 -.0025241 .0091777", "wt": "-.3441297 .1188604 -2.90 0.004 -.5770919 -.1111675" }],
    ["logit am cyl c.hp##c.wt", ["am ~ cyl + hp * wt"], { cyl: ".0215633 .0492676 0.44 0.662 -.0749994 .1181261", hp: ".0026673 .0023004 1.16 0.246 -.0018414 .007176", wt: "-.5157922 .2685806 -1.92 0.055 -1.042201 .0106162" }],
    ["probit am cyl c.hp##c.wt", ["am ~ cyl + hp * wt", "--link", "probit"], { cyl: ".022611 .0498253 0.45 0.650 -.0750447 .1202667", hp: ".0025769 .0022607 1.14 0.254 -.001854 .0070077", wt: "-.508829 .2625404 -1.94 0.053 -1.023399 .0057408" }],
  ] as const)("margins, dydx(*) after %s (vignette Stata of R's package margins; data mtcars)", async (_, [formula, ...more], table) => {
    const found = (await run("effects", "cars.csv", "--formula", formula, "--family", "binomial", ...more)).effects;
    for (const [term, line] of Object.entries(table)) printedRow(named(found, term), line);
  });

  it("log odds after logit am i.cyl hp wt (the same vignette)", async () => {
    const { coefficients } = await run("fit", "cars.csv", "--formula", "am ~ factor(cyl) + hp + wt", "--family", "binomial");
    const table = { "cyl=6": "2.765754 3.156829 0.88 0.381 -3.421517 8.953025", "cyl=8": "-8.388958 13.16745 -0.64 0.524 -34.1967 17.41878", "hp": ".103209 .0960655 1.07 0.283 -.0850759 .2914939", "wt": "-10.67598 5.441998 -1.96 0.050 -21.3421 -.0098575" };
    for (const [term, line] of Object.entries(table)) printedRow(named(coefficients, term), line);
  });
});
