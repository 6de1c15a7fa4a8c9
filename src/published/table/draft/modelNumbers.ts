import type { Supposition, Unsure, Unused } from "../../publishedTable";
import { doubt } from "../doubts";
import type { CellContent } from "../grid/cell";
import type { Grid } from "../grid/grid";
import type { Headed } from "../roles/heads";
import type { ModelColumns } from "../roles/models";
import type { Body } from "../roles/rows";
import { type Statistic, statisticsIn } from "../roles/statistics";

type Found = Map<Statistic, string>;

/** "N = 187   N = 590" in a line, as many as there are models: each model's own. */
export function withEach(own: Found, k: number, models: number, lines: readonly string[]): Found {
  if (own.has("n") || models < 2) return own;
  for (const line of lines) {
    const numbers = line.length < 2000 ? [...line.matchAll(/(?<!\p{L})N ?= ?(\d[\d,]*)/gu)].map(([, number]) => number.replace(/,/g, "")) : [];
    if (numbers.length === models) return new Map([...own, ["n", numbers[k]]]);
  }
  return own;
}

/** The statistics of each model, in whichever of its columns they stand; what is left over is listed. */
export function statisticsOf(grid: Grid, { statistics }: Body, columns: readonly ModelColumns[], headed: Headed, unused: Unused[]): Found[] {
  const found: Found[] = columns.map((): Found => new Map());
  for (const { kind, label, cells } of statistics) {
    const own = columns.map(({ main, beside, unnamed }) => [main.at, ...beside.values(), ...(unnamed === undefined ? [] : [unnamed])].map((j) => numberIn(cells[j])).find((number) => number !== undefined));
    const all = headed.columns.flatMap(({ at }) => numberIn(cells[at]) ?? []);
    const lone = grid.columns === "by order" && all.length === 1 && columns.length > 1 && own.filter((number) => number !== undefined).length <= 1;
    const taken = kind !== "other" && !lone && found.every((one, k) => own[k] === undefined || !one.has(kind));
    if (taken) own.forEach((number, k) => number !== undefined && found[k].set(kind, number));
    if (!taken || kind === "minus2LL" || kind === "logLikNull" || all.length > own.filter((number) => number !== undefined).length) unused.push({ where: "statistic", text: `${label}: ${all.join(" ")}` });
  }
  return found;
}

const numberIn = ({ main, brackets, more }: CellContent): string | undefined => (more.length > 0 ? undefined : main?.text) ?? (brackets.length === 1 && brackets[0].numbers.length === 1 ? brackets[0].numbers[0] : undefined);

/** n, log-likelihood and R² of a model: its own row, else what its heading, or the text around a table of one model, says. */
export function modelNumbers(own: Found, inText: ReturnType<typeof statisticsIn>, names: readonly string[], models: number, id: string, family: string, unsure: Unsure[], supposed: Supposition[]): { n?: number; pseudoR2?: string; logLik?: string } {
  const headed = statisticsIn(names).found.get("n");
  const said = (kind: Statistic) => own.get(kind) ?? (models === 1 && !inText.twice.has(kind) ? inText.found.get(kind) : undefined);
  const n = own.get("n") ?? headed ?? (inText.twice.has("n") ? undefined : inText.found.get("n"));
  if (own.get("n") === undefined && headed === undefined && n !== undefined && models > 1) supposed.push({ field: "n", value: n, why: "one number of observations is said for the whole table", model: id });
  if (n === undefined) unsure.push(doubt("noN", [], { model: id, field: "n" }));
  else if (!/^\d+$/.test(n) || Number(n) === 0) unsure.push(doubt("notWhole", [n], { model: id, field: "n" }));
  const r2 = said("pseudoR2") ?? (family === "other" ? undefined : own.get("r2"));
  if (r2 !== undefined && said("pseudoR2") === undefined) supposed.push({ field: "pseudoR2", value: r2, why: "it is only called R²", model: id });
  const minus2 = said("minus2LL");
  const logLik = said("logLik") ?? (minus2 === undefined ? undefined : half(minus2));
  if (said("logLik") === undefined && logLik !== undefined) supposed.push({ field: "logLik", value: logLik, why: `half of the printed -2 log-likelihood ${minus2}, to one place fewer`, model: id });
  return {
    ...(n !== undefined && /^\d+$/.test(n) && Number(n) > 0 && { n: Number(n) }),
    ...(r2 !== undefined && /^-?\d*\.?\d+$/.test(r2) && { pseudoR2: r2 }),
    ...(logLik !== undefined && /^-?\d*\.?\d+$/.test(logLik) && { logLik }),
  };
}

/** The log-likelihood behind a printed −2LL, to one place fewer: its rounding then covers that of print. */
function half(minus2: string): string {
  const decimals = Math.max(0, (minus2.split(".")[1] ?? "").length - 1);
  return (-Math.abs(Number(minus2)) / 2).toFixed(decimals);
}
