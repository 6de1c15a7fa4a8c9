import type { Fit } from "../../src/models/fit";
import { DEFAULT_CUTOFFS, type PublishedModel, type PublishedRow, type PublishedTable } from "../../src/published/publishedTable";
import { normalQuantile, twoSidedP } from "../../src/models/numeric/normal";
import { printNumber } from "./printing";
import type { SimulatedTable } from "./simulateTable";

/** One coefficient as it was fitted, with a printer of numbers to the table's places. */
interface Fitted {
  readonly b: number;
  readonly se: number;
  readonly z: number;
  readonly p: number;
  readonly say: (x: number, decimals?: number) => string;
}

interface Layout {
  readonly row: (fitted: Fitted) => Omit<PublishedRow, "term" | "stars">;
  readonly model?: Partial<PublishedModel>;
  readonly table?: Partial<PublishedTable>;
  /** The legend that the stars were made by, where the table says another or none. */
  readonly cutoffs?: Readonly<Record<string, string>>;
}

const STRICT = { "***": "0.001", "**": "0.01", "*": "0.05" };
const READ = { supposed: [], unused: [] };
const supposing = (field: string, value: string): Partial<PublishedTable> => ({ supposed: [{ field, value, why: "nothing printed says it" }], unused: [] });
const q = (level: number): number => normalQuantile((1 + level) / 2);
const limits = ({ b, se, say }: Fitted, level: number, of = (x: number) => x) => ({ lower: say(of(b - q(level) * se)), upper: say(of(b + q(level) * se)) });
const own = ({ b, se, say }: Fitted) => ({ coef: say(b), se: say(se) });
const printedP = (p: number, say: Fitted["say"]): string => (p < 0.001 ? "<0.001" : say(p, 3));
const RATIO = { scale: "oddsRatio" } as const;

/** The same right table in every layout that `sojourn table` reads. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  "SE, without n": { row: own },
  "SE, z and p": { row: (f) => ({ ...own(f), z: f.say(f.z, 2), p: printedP(f.p, f.say) }), table: READ },
  "z in brackets": { row: (f) => ({ coef: f.say(f.b), z: f.say(f.z, 2) }), model: { brackets: "z" }, table: READ },
  "t in brackets": { row: (f) => ({ coef: f.say(f.b), t: f.say(f.z, 2) }), model: { brackets: "t" }, table: READ },
  "p in brackets": { row: (f) => ({ coef: f.say(f.b), p: f.say(f.p, 3) }), model: { brackets: "p" }, table: READ },
  "B, SE, Wald, p, exp(B), limits": { row: (f) => ({ ...own(f), wald: f.say(f.z ** 2, 3), p: f.say(f.p, 3), oddsRatio: f.say(Math.exp(f.b)), ...limits(f, 0.95, Math.exp) }), table: READ },
  "95% limits": { row: (f) => ({ coef: f.say(f.b), ...limits(f, 0.95) }), model: { brackets: "ci", confidence: "95" }, table: READ },
  "limits, level unsaid": { row: (f) => ({ coef: f.say(f.b), ...limits(f, 0.9) }), model: { brackets: "ci" }, table: READ },
  "odds ratios, SE by the delta method": { row: (f) => ({ coef: f.say(Math.exp(f.b)), se: f.say(Math.exp(f.b) * f.se) }), model: RATIO, table: READ },
  "odds ratios, SE exponentiated": { row: (f) => ({ coef: f.say(Math.exp(f.b)), se: f.say(Math.exp(f.se)) }), model: RATIO, table: READ },
  "odds ratios, SE of the log-odds": { row: (f) => ({ coef: f.say(Math.exp(f.b)), se: f.say(f.se) }), model: RATIO, table: READ },
  "odds ratios, 95% limits and p": { row: (f) => ({ coef: f.say(Math.exp(f.b)), p: f.say(f.p, 3), ...limits(f, 0.95, Math.exp) }), model: { ...RATIO, brackets: "ci" }, table: READ },
  "legend not read, another supposed": { row: own, table: supposing("cutoffs", ".01 .05 .1"), cutoffs: STRICT },
  "z taken for SE": { row: (f) => ({ coef: f.say(f.b), se: f.say(Math.abs(f.z), 2) }), table: supposing("brackets", "se") },
  "odds ratios taken for log-odds": { row: (f) => ({ coef: f.say(Math.exp(f.b)), se: f.say(Math.exp(f.b) * f.se) }), table: supposing("scale", "logOdds") },
  "everything supposed": {
    row: own, cutoffs: STRICT,
    table: { supposed: ["cutoffs", "brackets", "scale", "family", "statistic"].map((field) => ({ field, value: "", why: "nothing printed says it" })), unused: [] },
  },
};

/** A simulated table set anew; stars from the unrounded p by the layout's legend. */
export function laidOut({ table, fits, cut, decimals }: SimulatedTable, { row, model, table: around, cutoffs = DEFAULT_CUTOFFS }: Layout): PublishedTable {
  const say = (x: number, places = decimals): string => printNumber(x, places, cut);
  const rowsOf = (fit: Fit): PublishedRow[] => fit.coefficients.map(({ term, estimate, standardError }) => {
    const z = estimate / standardError;
    const p = twoSidedP(z);
    return { term, ...row({ b: estimate, se: standardError, z, p, say }), stars: starsBy(p, cutoffs) };
  });
  return {
    ...table, ...around,
    models: Object.fromEntries(Object.entries(table.models).map(([id, { n, ...rest }]) => [id, { ...rest, ...(around && n !== undefined && { n }), ...model, rows: rowsOf(fits[id]) }])),
  };
}

const starsBy = (p: number, cutoffs: Readonly<Record<string, string>>): string =>
  Object.entries(cutoffs).sort((a, b) => Number(a[1]) - Number(b[1])).find(([, cutoff]) => p < Number(cutoff))?.[0] ?? "";
