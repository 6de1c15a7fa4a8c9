import { expect } from "vitest";
import * as index from "../../../src/index";
import { twoSided } from "../byHand";
import { educationAlone, line, people, R, row, rowOfR, rowsOf, sojourn, spec, standInR, survey, world, type Checks } from "./given";

/** Exhibits of readings and the multiverse: held against R's refits and what the options are. */
export const ofReadings: Checks = {
  readingsEffectTable: () => {
    const table = sojourn.readingsEffectTable(survey, "cumulativeCausation", ["participationBehaviour"]);
    const cells = row(table, "participationBehaviour=missing");
    ["M1", "M3", "M4"].forEach((model, place) => {
      const { estimate, p, n } = R.readings["participationBehaviour=missing"][model] as { estimate: number[]; p: number[]; n: number };
      const [, shown, stars, error] = /^(-?[\d.]+)(\**) \(([\d.]+)\)$/.exec(cells[2 * place])!;
      expect([shown, stars, cells[2 * place + 1]]).toEqual([estimate[0].toFixed(3), p[0] < 0.01 ? "***" : p[0] < 0.05 ? "**" : p[0] < 0.1 ? "*" : "", String(n)]);
      // R gives p, which with the estimate gives the standard error, to the digits shown.
      const [low, high] = [Number(error) - 0.0005, Number(error) + 0.0005].map((se) => twoSided(estimate[0] / se));
      expect([low <= p[0], p[0] <= high]).toEqual([true, true]);
    });
  },
  readingsOneByOneTable: () => {
    const table = sojourn.readingsOneByOneTable(survey);
    expect(row(table, "participationBehaviour=missing")).toEqual(["8", "H3a −, H3b −, H3c −", "H1 −", "H1 −, H3a −, H3b −, H4b −", "428"].map((text) => text.replace(/−/g, "-")));
    expect(row(table, "cumulativeCausation=firstReference")).toEqual(["0", "–", "–", "–", "777"]);
    for (const [reading, models] of Object.entries(R.readings as Record<string, { M4: { n: number } }>)) expect(row(table, `${reading}:`).at(-1), reading).toBe(String(models.M4.n));
  },
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
    const figure = sojourn.verdictSharesFigure(curves, index.sfrc, people);
    const curve = curves.find(({ model, term }) => model === "M4" && term === "supportKin")!;
    const supported = curve.distinct.filter(({ estimate, p }) => estimate > 0 && p < 0.1).length;
    expect(line(figure, "H3b")).toContain(`All (M4) ${Math.round((100 * supported) / curve.distinct.length)}% (${supported} of ${curve.distinct.length}; ✓ 0.506*)`);
    const groups = [["Changchun (M1)", "M1"], ["South (M3)", "M3"], ["All (M4)", "M4"]];
    for (const { id, term } of index.sfrc.hypotheses) {
      expect(line(figure, `${id} `).split(": ").slice(-1)[0].split("; ").join("; ")).toBe(groups.map(([name, model]) => {
        const { distinct } = curves.find((one) => one.model === model && one.term === term)!;
        const { estimate, stars } = rowOfR(standInR[model], term);
        const positive = distinct.filter(({ estimate: one, p }) => one > 0 && p < 0.1).length;
        return `${name} ${Math.round((100 * positive) / distinct.length)}% (${positive} of ${distinct.length}; ${estimate > 0 && stars ? "✓" : "–"} ${estimate.toFixed(3)}${stars})`;
      }).join("; "));
    }
    expect(line(figure, "84 universes")).toBe("84 universes in all, 0 of them refused");
    expect(figure.words.zh).toContain(`全国组（M4） ${Math.round((100 * supported) / curve.distinct.length)}% （${supported}/${curve.distinct.length}；✓ 0.506*）`);
    const cells = figure.data.at(-1) as unknown as { x: number[]; y: number[]; text: string[] };
    expect(cells.text).toHaveLength(21);
    cells.text.forEach((text, i) => {
      const [model, { term }] = [["M1", "M3", "M4"][cells.x[i]], index.sfrc.hypotheses[cells.y[i]]];
      const { distinct, universes } = curves.find((one) => one.model === model && one.term === term)!;
      const own = universes.find(({ paper }) => paper) as { estimate: number; stars: string };
      expect(text).toBe(`${Math.round((100 * distinct.filter(({ estimate, p }) => estimate > 0 && p < 0.1).length) / distinct.length)}%<br>${own.estimate > 0 && own.stars ? "✓" : "–"} ${own.estimate.toFixed(3)}${own.stars}`);
    });
  },
  optionInfluenceFigure: async () => {
    const { curves, influence } = await educationAlone;
    const figure = sojourn.optionInfluenceFigure(await spec, influence, "contactWillingness", index.sfrc.terms, people);
    // Only education varies, so an option's influence is its estimate less the paper's.
    const change = (model: string, option: string) => {
      const { distinct } = curves.find((one) => one.model === model && one.term === "contactWillingness")!;
      const of = (id: string) => distinct.find(({ options }) => options.education === id)!.estimate;
      return (of(option) - of("dummy")).toFixed(3).replace(/^-(?=0\.000$)/, "");
    };
    for (const option of ["level", "none"]) expect(line(figure, `education=${option}`)).toBe(`education=${option}: ${["M1", "M3", "M4"].map((model) => `${model} ${change(model, option)}`).join("; ")}`);
  },
};
