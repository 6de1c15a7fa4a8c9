import { describe, expect, it } from "vitest";
import type { Supposition, Unsure, Unused } from "../../../../src/published/publishedTable";
import { doubt, doubtIn, isDoubtCode } from "../../../../src/published/table/doubts";
import { type Estimate, estimateOf, type Said } from "../../../../src/published/table/draft/estimates";
import { familyOf, scaleOf } from "../../../../src/published/table/draft/kinds";
import { modelNumbers, statisticsOf, withEach } from "../../../../src/published/table/draft/modelNumbers";
import { headingsOf } from "../../../../src/published/table/draft/names";
import { settled, settledLegend } from "../../../../src/published/table/draft/settle";
import { parseCell } from "../../../../src/published/table/grid/cell";
import { statisticsIn } from "../../../../src/published/table/roles/statistics";
import type { ModelColumns } from "../../../../src/published/table/roles/models";

const model = (more: Partial<ModelColumns> = {}): ModelColumns => ({ names: [], main: { at: 1, names: [] }, scale: "coef", beside: new Map(), ...more });

describe("what stands beside the coefficients, by their stars", () => {
  const LEGEND = { "*": "0.1", "**": "0.05", "***": "0.01" };
  /** Coefficients of 1 with this number and these stars, again and again. */
  const many = (times: number, number: string, marks: string, coef = "1.000") => Array.from({ length: times }, () => ({ coef, number, marks }));

  it("is a standard error where |coef/number| has those stars, in five cells or more", () => {
    // z = 1/0.3 = 3.33: p = 0.0009, three stars. As t, 0.3 has none; as p = 0.3, none.
    expect(settled(many(5, "0.300", "***"), LEGEND)).toBe("se");
    expect(settled(many(4, "0.300", "***"), LEGEND)).toBeUndefined();
    expect(settled(many(5, "0.300", "***"), undefined)).toBeUndefined();
    // z = 1.8: p = 0.072, one star.
    expect(settled(many(5, "0.5556", "*"), LEGEND)).toBe("se");
    expect(settled(many(5, "0.300", "***", "-1.000"), LEGEND)).toBe("se");
  });

  it("is a t where the number itself has them, with either sign", () => {
    expect(settled(many(5, "2.200", "**"), LEGEND)).toBe("t"); // p = 0.028; as an error z is 0.45
    expect(settled(many(5, "-2.200", "**"), LEGEND)).toBe("t");
    expect(settled(many(5, "1.630", ""), LEGEND)).toBeUndefined(); // no star either way
  });

  it("is a p where it lies under its star's limit", () => {
    expect(settled(many(5, "0.030", "**", "0.010"), LEGEND)).toBe("p"); // z would be 0.33, t 0.03
    expect(settled(many(5, "1.200", "**", "0.010"), LEGEND)).toBeUndefined(); // nothing fits
  });

  it("of cells that contradict, one may be an error of print, two are not", () => {
    expect(settled([...many(5, "0.300", "***"), ...many(1, "2.200", "**")], LEGEND)).toBe("se");
    expect(settled([...many(5, "0.300", "***"), ...many(2, "2.200", "**")], LEGEND)).toBeUndefined();
    expect(settled([...many(5, "0.300", "***"), ...many(9, "x", "**")], LEGEND)).toBe("se");
  });

  it("rounding has the benefit of the doubt at a limit", () => {
    // 1.0/0.6 lies anywhere from 0.95/0.65 = 1.46 to 1.05/0.55 = 1.91: with a star and without.
    expect(settled(many(5, "0.6", "*", "1.0"), LEGEND)).toBe("se");
    expect(settled(many(5, "0.6", "**", "1.0"), LEGEND)).toBeUndefined();
    expect(settled(many(5, "0.600", "*", "1.0000"), LEGEND)).toBe("se"); // 1.667: p = 0.096
    expect(settled(many(5, "0.615", "*", "1.0000"), LEGEND)).toBeUndefined(); // 1.626: p = 0.104
    // 1.960 and 2.576, the limits of 0.05 and 0.01.
    expect(settled(many(5, "1.9590", "*"), LEGEND)).toBe("t");
    expect(settled(many(5, "1.9610", "**"), LEGEND)).toBe("t");
    expect(settled(many(5, "1.9610", "*"), LEGEND)).toBeUndefined();
    expect(settled(many(5, "2.5770", "***"), LEGEND)).toBe("t");
    expect(settled(many(5, "2.5740", "***"), LEGEND)).toBeUndefined();
  });

  it("the legend that is not printed is the usual one that the stars bear out alone", () => {
    const at = (z: string, marks: string) => many(5, (1 / Number(z)).toFixed(4), marks, "1.0000");
    expect(settledLegend(at("1.8", "*"))).toEqual({ "*": "0.1", "**": "0.05", "***": "0.01" }); // p = 0.072
    expect(settledLegend(at("1.8", "+"))).toEqual({ "+": "0.1", "*": "0.05", "**": "0.01", "***": "0.001" });
    expect(settledLegend(at("2.2", "*"))).toBeUndefined(); // three schemes
    expect(settledLegend([...at("2.2", "*"), ...at("4", "***"), ...at("1.8", "")])).toEqual({ "*": "0.05", "**": "0.01", "***": "0.001" });
    expect(settledLegend([...at("2.2", "*"), ...at("4", "**"), ...at("1.8", "")])).toEqual({ "*": "0.05", "**": "0.01" });
    expect(settledLegend(at("1.8", "*").slice(1))).toBeUndefined();
    expect(settledLegend([...at("1.8", "*"), ...at("2.2", "*").slice(0, 2)])).toBeUndefined();
    expect(settledLegend([...at("1.8", "*"), ...at("2.2", "*").slice(0, 1)])).toEqual({ "*": "0.1", "**": "0.05", "***": "0.01" });
    expect(settledLegend(many(5, "0.000", "*"))).toBeUndefined(); // an error of 0 tells nothing
  });
});

describe("a model's row", () => {
  const estimate = (cells: readonly string[], { label = "Age", below = [], columns = model(), said = {} }: { label?: string; below?: { said?: "se" | "t" | "p"; cells: string[] }[]; columns?: ModelColumns; said?: Said } = {}) => {
    const doubts: Unsure[] = [];
    const parsed = (texts: readonly string[]) => texts.map(parseCell);
    const found = estimateOf({ label, section: "", cells: parsed(cells), below: below.map((row) => ({ ...(row.said && { said: row.said }), cells: parsed(row.cells) })), lost: false }, label, columns, said, "m1", doubts);
    return { ...(found && { coef: found.coef, ...Object.fromEntries(found.fields), ...(found.marks.length > 0 && { marks: found.marks.join("") }), ...(found.pending && { pending: `${found.pending.text} ${found.pending.from}` }) }), ...(doubts.length > 0 && { doubts: doubts.map(({ code, field, values = [] }) => [code, field, ...values].join(" ")) }) };
  };
  const beside = (...roles: readonly (readonly [Parameters<ModelColumns["beside"]["get"]>[0], number])[]) => model({ beside: new Map(roles) });

  it("has what is in its brackets as the notes say, by their shape where they tell", () => {
    expect(estimate(["", "0.5** (0.1)"], { said: { any: "se" } })).toEqual({ coef: "0.5", se: "0.1", marks: "**" });
    expect(estimate(["", "0.5 (0.1) [2.3]"], { said: { round: "se", square: "t" } })).toEqual({ coef: "0.5", se: "0.1", t: "2.3" });
    expect(estimate(["", "0.5 {2.3}"], { said: { round: "se", square: "t" } })).toEqual({ coef: "0.5", t: "2.3" });
    expect(estimate(["", "0.5 (0.1)"])).toEqual({ coef: "0.5", pending: "0.1 brackets" });
    expect(estimate(["", "0.5 (p < 0.001)"], { said: { any: "se" } })).toEqual({ coef: "0.5", p: "<0.001" });
    expect(estimate(["", "0.5 (0.1, 0.9)"], { said: { any: "se" } })).toEqual({ coef: "0.5", lower: "0.1", upper: "0.9" });
    expect(estimate(["", "0.5 (0.1) (0.9)"], { said: { any: "ci" } })).toEqual({ coef: "0.5", lower: "0.1", upper: "0.9" });
    expect(estimate(["", "0.5 (0.1) (0.2)"], { columns: model({ main: { at: 1, names: [], bracket: "se" } }), said: { any: "p" } })).toEqual({ coef: "0.5", se: "0.1", p: "0.2" });
  });

  it("and what stands below it, in brackets or named", () => {
    expect(estimate(["", "0.5"], { below: [{ cells: ["", "(0.1)**"] }], said: { any: "se" } })).toEqual({ coef: "0.5", se: "0.1", marks: "**" });
    expect(estimate(["", "0.5"], { below: [{ said: "t", cells: ["", "2.3"] }, { said: "p", cells: ["", "(0.02)"] }] })).toEqual({ coef: "0.5", t: "2.3", p: "0.02" });
    expect(estimate(["", "0.5"], { below: [{ cells: ["", "0.1"] }], said: { any: "se" } })).toEqual({ coef: "0.5", se: "0.1" });
    expect(estimate(["", "0.5"], { below: [{ cells: ["", "(0.1)"] }, { cells: ["", "0.9"] }], said: { any: "se" } })).toEqual({ coef: "0.5", se: "0.1", pending: "0.9 brackets" });
  });

  it("and what stands beside it, limits in one column or two", () => {
    expect(estimate(["", "0.5", "0.1*", "<0.01"], { columns: beside(["se", 2], ["p", 3]) })).toEqual({ coef: "0.5", se: "0.1", p: "<0.01", marks: "*" });
    expect(estimate(["", "0.5", "0.1-0.9"], { columns: beside(["ci", 2]) })).toEqual({ coef: "0.5", lower: "0.1", upper: "0.9" });
    expect(estimate(["", "0.5", "0.1", "0.9"], { columns: beside(["lower", 2], ["upper", 3]) })).toEqual({ coef: "0.5", lower: "0.1", upper: "0.9" });
    expect(estimate(["", "0.5", "> 0.9"], { columns: beside(["p", 2]) })).toEqual({ coef: "0.5" });
    expect(estimate(["", "0.5", "0.1 one two"], { columns: beside(["se", 2]) })).toEqual({ coef: "0.5", doubts: ["junk se 0.1 one two"] });
    expect(estimate(["", "0.5", "a 0.1 b"], { columns: beside(["ci", 2]) })).toEqual({ coef: "0.5", doubts: ["junk lower 0.1 a b"] });
    expect(estimate(["", "0.5", "3"], { columns: beside(["df", 2]) })).toEqual({ coef: "0.5" });
    expect(estimate(["", "0.5", ""], { columns: beside(["se", 2]), below: [{ cells: ["", "", "(0.1)"] }] })).toEqual({ coef: "0.5", se: "0.1" });
    expect(estimate(["", "0.5", "0.1"], { columns: model({ unnamed: 2 }) })).toEqual({ coef: "0.5", pending: "0.1 column" });
  });

  it("is none where the term is a reference or has nothing here", () => {
    expect(estimate(["", "ref."])).toEqual({});
    expect(estimate(["", ""])).toEqual({});
    expect(estimate(["", "1.00"], { label: "Primary (ref.)" })).toEqual({});
    expect(estimate(["", "1.00 (0.2)"], { label: "Primary (ref.)" })).toMatchObject({ coef: "1.00" });
    expect(estimate(["", "1.00", "0.3"], { label: "Primary (ref.)", columns: beside(["se", 2]) })).toMatchObject({ coef: "1.00" });
    expect(estimate(["", "1.00", "ref."], { columns: beside(["se", 2]) })).toEqual({});
    expect(estimate(["", "1.00"], { below: [{ cells: ["", "(omitted)"] }] })).toEqual({});
  });

  it("is in doubt where a number has no coefficient, no name, others beside it or words", () => {
    expect(estimate(["", "O.3x"])).toEqual({ doubts: ["junk  O.3x"] });
    expect(estimate(["", "(0.1)"])).toEqual({ doubts: ["errorless  0.1"] });
    expect(estimate(["", "", "0.2"], { columns: beside(["se", 2]) })).toEqual({ doubts: ["errorless  0.2"] });
    for (const none of ["", "n.a.", "—"]) expect(estimate(["", none], { below: [{ cells: ["", "(0.06)"] }] })).toEqual({ doubts: ["errorless  0.06"] });
    for (const unread of ["#REF!", "=B2*2", "=SUM(A:A)"]) expect(estimate(["", unread], { below: [{ cells: ["", "(0.06)"] }] })).toEqual({ doubts: [`junk  ${unread}`] });
    expect(estimate(["", "0.5"], { label: "" })).toEqual({ doubts: ["nameless  0.5"] });
    expect(estimate(["", "0.5"], { label: "Std. Err." })).toEqual({ doubts: ["nameless  0.5"] });
    expect(estimate(["", "0.5"], { label: "p" })).toEqual({ coef: "0.5" });
    expect(estimate(["", "0.5* about"])).toEqual({ coef: "0.5", marks: "*", doubts: ["junk  0.5* about"] });
    expect(estimate(["", "0.5 0.6"])).toEqual({ coef: "0.5", doubts: ["severalNumbers  0.5 0.6"] });
  });
});

describe("the numbers of a model", () => {
  const numbers = (own: Record<string, string>, { lines = [], names = [], models = 1, family = "binary logit" }: { lines?: string[]; names?: string[]; models?: number; family?: string } = {}) => {
    const [unsure, supposed]: [Unsure[], Supposition[]] = [[], []];
    const found = modelNumbers(new Map(Object.entries(own)) as never, statisticsIn(lines), names, models, "m1", family, unsure, supposed);
    return { ...found, ...(unsure.length > 0 && { unsure: unsure.map(({ code }) => code) }), ...(supposed.length > 0 && { supposed: supposed.map(({ field, value }) => `${field} ${value}`) }) };
  };

  it("are its own, else its heading's, else those said around a table of one model", () => {
    expect(numbers({ n: "187", logLik: "-106.5", pseudoR2: "0.257" })).toEqual({ n: 187, logLik: "-106.5", pseudoR2: "0.257" });
    expect(numbers({}, { names: ["n = 420"], lines: ["n = 187"] })).toEqual({ n: 420 });
    expect(numbers({}, { lines: ["n = 187", "Log likelihood = -5.5", "Pseudo R2 = 0.1"] })).toEqual({ n: 187, logLik: "-5.5", pseudoR2: "0.1" });
    expect(numbers({}, { lines: ["n = 187", "Log likelihood = -5.5"], models: 2 })).toEqual({ n: 187, supposed: ["n 187"] });
    expect(numbers({}, { lines: ["n = 187", "n = 188"] })).toEqual({ unsure: ["noN"] });
    expect(numbers({}, { lines: ["Log likelihood = -5.5", "Log likelihood = -6.5"] })).toEqual({ unsure: ["noN"] });
    expect(numbers({ n: "1.5" })).toEqual({ unsure: ["notWhole"] });
    expect(numbers({ n: "0" })).toEqual({ unsure: ["notWhole"] });
    expect(numbers({ n: "9", logLik: "<5", pseudoR2: "x" })).toEqual({ n: 9 });
  });

  it("R² alone is supposed to be the pseudo one of a logit; −2LL is halved, to one place fewer", () => {
    expect(numbers({ n: "9", r2: "0.2" })).toEqual({ n: 9, pseudoR2: "0.2", supposed: ["pseudoR2 0.2"] });
    expect(numbers({ n: "9", r2: "0.2" }, { family: "other" })).toEqual({ n: 9 });
    expect(numbers({ n: "9", minus2LL: "229.81" })).toEqual({ n: 9, logLik: "-114.9", supposed: ["logLik -114.9"] });
    expect(numbers({ n: "9", minus2LL: "-229.8" })).toEqual({ n: 9, logLik: "-115", supposed: ["logLik -115"] });
    expect(numbers({ n: "9", minus2LL: "230" })).toEqual({ n: 9, logLik: "-115", supposed: ["logLik -115"] });
    expect(numbers({ n: "9", minus2LL: "230", logLik: "-115.2" })).toEqual({ n: 9, logLik: "-115.2" });
  });

  it("in a line with one for each model are each model's", () => {
    const each = (own: Record<string, string>, k: number, models: number, ...lines: string[]) => Object.fromEntries(withEach(new Map(Object.entries(own)) as never, k, models, lines));
    expect(each({}, 1, 2, "x", "N = 187   N = 1,590")).toEqual({ n: "1590" });
    expect(each({}, 1, 3, "N = 187   N = 590")).toEqual({});
    expect(each({}, 0, 1, "N = 187")).toEqual({});
    expect(each({ n: "5" }, 0, 2, "N = 187   N = 590")).toEqual({ n: "5" });
    expect(each({}, 0, 2, "PEN = 187   N = 590")).toEqual({});
  });

  it("in rows are in whichever of a model's columns they stand; what is left over is told", () => {
    const [columns, unused] = [[model({ beside: new Map([["se", 2]]) }), model({ main: { at: 3, names: [] }, unnamed: 4 })], [] as Unused[]];
    const headed = { columns: [1, 2, 3, 4].map((at) => ({ at, names: [] })) } as never;
    const row = (kind: string, label: string, ...texts: string[]) => ({ kind, label, cells: ["", ...texts].map(parseCell) });
    const statistics = [row("n", "N", "187", "", "", "(590)"), row("logLik", "LL", "", "-5.5", "-6.5", ""), row("minus2LL", "-2LL", "11", "", "13", ""), row("other", "AIC", "1", "", "2", ""), row("n", "N used", "9", "", "9", ""), row("pseudoR2", "R2", "0.1 0.2", "", "0.3", "0.4")];
    expect(statisticsOf({ columns: "given" } as never, { statistics } as never, columns, headed, unused).map((one) => Object.fromEntries(one))).toEqual([{ n: "187", logLik: "-5.5", minus2LL: "11" }, { n: "590", logLik: "-6.5", minus2LL: "13", pseudoR2: "0.3" }]);
    expect(unused.map(({ text }) => text)).toEqual(["-2LL: 11 13", "AIC: 1 2", "N used: 9 9", "R2: 0.3 0.4"]);
    const lone: Unused[] = [];
    expect(statisticsOf({ columns: "by order" } as never, { statistics: [row("n", "N", "187", "", "", "")] } as never, columns, headed, lone).map((one) => one.size)).toEqual([0, 0]);
    expect(lone.map(({ text }) => text)).toEqual(["N: 187"]);
  });
});

describe("what a model is called", () => {
  const named = (names: readonly (readonly string[])[], { stub = "", lines = [], over = [] }: { stub?: string; lines?: string[]; over?: string[] } = {}) =>
    headingsOf({ stub } as never, names.map((own) => model({ names: own })), lines, over).models.map(({ heading, group, outcome }) => [heading, group, outcome]);

  it("is its number, the rest its group; what stands over all is the outcome", () => {
    expect(named([["Stay", "(1)", "North"], ["Stay", "(2)", "South"]])).toEqual([["(1)", "North", "Stay"], ["(2)", "South", "Stay"]]);
    expect(named([["North"], ["South"]])).toEqual([["North", "North", ""], ["South", "South", ""]]);
    expect(named([["Dependent variable: low", "(1)"], ["Dependent variable: bwt", "(2)"]])).toEqual([["(1)", "", "low"], ["(2)", "", "bwt"]]);
    expect(named([["Trans-", "national", "(1)"], ["In-", "migration", "(2)"]])).toEqual([["(1)", "Transnational", ""], ["(2)", "Inmigration", ""]]);
  });

  it("or is told by the headings over all, the text, the first column's heading, the caption", () => {
    expect(named([["(1)"], ["(2)"]], { over: ["Survey", "Dependent variable: low"] })).toEqual([["(1)", "", "low"], ["(2)", "", "low"]]);
    expect(named([["(1)"]], { lines: ["glm(low ~ age)"] })).toEqual([["(1)", "", "low"]]);
    expect(named([["(1)"]], { lines: ["Dep. Variable: had"], over: ["Over"] })).toEqual([["(1)", "", "had"]]);
    expect(named([["(1)"], ["(2)"]], { lines: ["Dep. Variable: had"], over: ["Over"] })).toEqual([["(1)", "", "Over"], ["(2)", "", "Over"]]);
    expect(named([[]], { stub: "low" })).toEqual([["low", "", "low"]]);
    expect(named([[]], { stub: "two words" })).toEqual([["two words", "", ""]]);
    expect(named([[]], { lines: ["Table 2. Logit", "words"] })).toEqual([["Table 2. Logit", "", ""]]);
    expect(named([["Only"]])).toEqual([["Only", "Only", ""]]);
    expect(named([["(1)"]], { over: ["Variables", "from 0.5 to 1"] })).toEqual([["(1)", "", ""]]);
  });
});

describe("the kind of a model and its scale", () => {
  const around = { before: [] as string[], after: [] as string[] };
  const name = (...names: string[]) => ({ names, heading: "", group: "", outcome: "" });
  const row = (term: string) => ({ term }) as never;
  const family = (said: { names?: string[]; before?: string[]; after?: string[]; stub?: string; terms?: string[] }) => {
    const supposed: Supposition[] = [];
    const { terms = [] } = said;
    const { family: kind, printed } = familyOf(name(...(said.names ?? [])), { ...around, stub: "", ...said, terms }, terms.map(row), "m1", supposed);
    return [kind, printed, ...supposed.map(({ value }) => `supposed ${value}`)];
  };

  it("is its own heading's, the caption's, the first column's, the notes'; thresholds make a logit ordered", () => {
    expect(family({ names: ["Probit"], before: ["Logit"] })).toEqual(["other", "probit"]);
    expect(family({ before: ["OLS", "a", "b", "c", "Logit"], stub: "Probit" })).toEqual(["binary logit", "logit"]);
    expect(family({ before: ["OLS", "a", "b", "c", "d"], stub: "Probit" })).toEqual(["other", "probit"]);
    expect(family({ before: ["OLS", "a", "b", "c", "d"], after: ["Logit"] })).toEqual(["other", "OLS"]);
    expect(family({ after: ["Logit"] })).toEqual(["binary logit", "logit"]);
    expect(family({ names: ["Logit"], terms: ["Age", "/cut1"] })).toEqual(["ordered logit", "logit"]);
    expect(family({ names: ["Probit"], terms: ["/cut1"] })).toEqual(["other", "probit"]);
  });

  it("else supposed: binary with a constant, ordered with thresholds or without a constant", () => {
    expect(family({ terms: ["Age", "Constant"] })).toEqual(["binary logit", "binary logit", "supposed binary logit"]);
    expect(family({ terms: ["Age"] })).toEqual(["ordered logit", "ordered logit", "supposed ordered logit"]);
    expect(family({ terms: ["Age", "Constant", "/cut1"] })).toEqual(["ordered logit", "ordered logit", "supposed ordered logit"]);
  });

  const LOGIT = { family: "binary logit" as const, printed: "logit" };
  const scale = ({ columns = {}, names = [], before = [], after = [], kind = LOGIT, coefs = ["0.5", "-0.5"], terms = ["Age", "Constant"], siblings }: { columns?: Partial<ModelColumns>; names?: string[]; before?: string[]; after?: string[]; kind?: Parameters<typeof scaleOf>[2]["family"]; coefs?: string[]; terms?: string[]; siblings?: string[][] }) => {
    const supposed: Supposition[] = [];
    const all = coefs.map((coef) => ({ coef }) as Estimate);
    const found = scaleOf(model({ scale: undefined as never, ...columns }), name(...names), { before, after, family: kind, rows: terms.map(row), all, siblings: (siblings ?? [terms]).map((list) => list.map(row) as never), id: "m1" }, supposed);
    return [found, ...supposed.map(({ value }) => `supposed ${value}`)];
  };

  it("is that of its heading, of the caption or a note", () => {
    expect(scale({})).toEqual(["logOdds"]);
    expect(scale({ kind: { family: "other", printed: "OLS" } })).toEqual(["other"]);
    expect(scale({ kind: { family: "other", printed: "multinomial logit" } })).toEqual(["logOdds"]);
    expect(scale({ columns: { scale: "oddsRatio" } })).toEqual(["oddsRatio"]);
    expect(scale({ columns: { scale: "effect" } })).toEqual(["marginalEffect"]);
    expect(scale({ names: ["AME"] })).toEqual(["marginalEffect"]);
    expect(scale({ names: ["Odds ratio"] })).toEqual(["oddsRatio"]);
    expect(scale({ columns: { scale: "coef", beside: new Map([["oddsRatio", 2]]) }, names: ["Odds ratio"] })).toEqual(["logOdds"]);
    expect(scale({ before: ["Odds ratios"], coefs: ["0.5"] })).toEqual(["oddsRatio"]);
    expect(scale({ before: ["Odds ratios"], coefs: ["0.5", "-0.1"] })).toEqual(["logOdds"]); // a negative one is none
    expect(scale({ before: ["Odds ratios", "a", "b", "c", "d"], coefs: ["0.5"] })).toEqual(["logOdds"]);
    expect(scale({ columns: { scale: "coef" }, after: ["Odds ratios and coefficients"], coefs: ["0.5"] })).toEqual(["oddsRatio", "supposed oddsRatio"]);
    expect(scale({ columns: { scale: "coef" }, after: ["Exponentiated coefficients"], coefs: ["0.5"] })).toEqual(["oddsRatio"]);
    expect(scale({ before: ["Marginal effects"] })).toEqual(["marginalEffect"]);
    expect(scale({ before: ["Marginal effects and coefficients"] })).toEqual(["logOdds"]);
    expect(scale({ before: ["Marginal effects", "a", "b", "c"] })).toEqual(["logOdds"]);
  });

  it("is supposed where another model has a constant and this has none, or three numbers and none negative", () => {
    expect(scale({ terms: ["Age"], siblings: [["Age"], ["Age", "Constant"]] })).toEqual(["logOdds", "supposed logOdds"]);
    expect(scale({ terms: ["Age"], siblings: [["Age"], ["Sex"]] })).toEqual(["logOdds"]);
    expect(scale({ coefs: ["0.5", "0.6", "0.7"] })).toEqual(["logOdds", "supposed logOdds"]);
    expect(scale({ coefs: ["0.5", "0.6"] })).toEqual(["logOdds"]);
    expect(scale({ kind: { family: "other", printed: "OLS" }, coefs: ["0.5", "0.6", "0.7"] })).toEqual(["other"]);
  });
});

it("a doubt has its place, its code, and its words in both languages", () => {
  expect(doubt("tooFew", [2, 3, "Age"], { model: "m1" })).toEqual({ model: "m1", term: null, field: null, why: "2 numbers for 3 columns, and nothing says which are missing: Age", code: "tooFew", values: [2, 3, "Age"] });
  expect([doubtIn("zh", "marks", ["†"]), doubtIn("en", "marks", []), isDoubtCode("marks"), isDoubtCode("toString")]).toEqual(["表注没有说明“†”", 'the legend does not explain ""', true, false]);
});
