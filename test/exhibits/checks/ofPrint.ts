import { expect } from "vitest";
import { Z975 } from "../byHand";
import { claims, column, fixed, line, near, published, R, report, result, row, rowsOf, sojourn, type Checks } from "./given";

const withInterval = (estimate: number, standardError: number): string => `${fixed(estimate)} [${fixed(estimate - Z975 * standardError)}, ${fixed(estimate + Z975 * standardError)}]`;

/** Exhibits of print: held against the paper's numbers and what follows from them by hand. */
export const ofPrint: Checks = {
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
    const z = (term: string) => {
      const [a, b] = ["M1", "M3"].map((model) => published.models[model].rows.find((one) => one.term === term)!);
      return (Number(a.coef) - Number(b.coef)) / Math.hypot(Number(a.se), Number(b.se));
    };
    for (const [label, term] of [["education", "education"], ["social participation: behaviour", "participationBehaviour"]]) expect(line(figure, label)).toBe(`${label}: ${withInterval(z(term), 1)}`);
    expect(line(figure, "education")).toMatch(/^education: -2\.440 \[-4\.400, -0\.480\]$/);
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
  contextFiguresTable: () => expect(row(sojourn.contextFiguresTable(), "1983")).toEqual(["national rules on recruiting foreign talent, issued", "the document, by its title", "§1"]),
  proposalsTable: () => expect(row(sojourn.proposalsTable(published), "P5")).toEqual(["M3 cumulative-causation network 0.535**; M3 kin support network 0.265", "z = -0.24, p = 0.814", "Family that came before is starred in the south, kin's reception is not; the contrast with Changchun is untested"]),
  starChangesTable: () => {
    const table = sojourn.starChangesTable(result, published, [["M1", "O1"], ["M3", "O3"], ["M4", "O4"]]);
    expect(row(table, "kin support network")).toEqual(["* → –", "–", "* → **"]);
    expect(row(table, "gender")).toEqual(["– ±", "– → *", "– → *"]);
    expect(table.rowGroups.map(({ rows }) => rows.length)).toEqual([7, 3]);
  },
  answersTable: () => expect(row(sojourn.answersTable(result, published), "H3b")).toEqual(["✓ 1.016* (M1); – 0.661 (M2)", "✓ 1.012* (M1); – 0.636 (M2)", "– 0.265 (M3)", "– 0.247 (M3)", "✓ 0.502* (M4)", "✓ 0.506* (M4)"]),
  claimsOf: () => {
    const table = sojourn.claimsOf(published, claims, "H3b");
    expect(row(table, "R3")).toEqual(["§4.2", "Robustness, all sample: no obvious change in the hypothesis variables", "× O4 kin support network 0.516** against 0.502*", "does not follow"]);
    expect(rowsOf(table).every(([, , , shows]) => !/work-unit/.test(shows))).toBe(true);
  },
};
