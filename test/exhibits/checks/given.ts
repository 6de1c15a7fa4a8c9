import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import * as index from "../../../src/index";
import { cellText, PLAIN } from "../../../src/display/cellText";
import type { Figure } from "../../../src/display/figure";
import type { Table } from "../../../src/display/table";
import { answersFound, lostTable, oddities } from "../../../src/exhibits/inspection";
import { traceTable } from "../../../src/exhibits/traceTable";
import { brokenAt, placesOf } from "../broken";
import { starsByHand } from "../byHand";

export const near = (given: readonly number[], expected: readonly number[], digits = 8) => expected.forEach((value, i) => expect(given[i]).toBeCloseTo(value, digits));

/** What the checks of the exhibits stand on: the data, R's numbers, print, and how a table or a figure's words are read. */
const fixture = (name: string) => JSON.parse(readFileSync(join(__dirname, `../../fixtures/${name}.json`), "utf8"));
export const R = fixture("secondReading");
export const standInR = fixture("standIn").models as Readonly<Record<string, RModel>>;
export const wvsR = fixture("wvs") as { readonly binary: Readonly<Record<string, RModel>>; readonly ordered: Readonly<Record<string, RModel>> };

export interface RModel {
  readonly n: number;
  readonly logLik: number;
  readonly terms: readonly string[];
  readonly estimate: readonly number[];
  readonly standardError: readonly number[];
  readonly thresholds?: readonly number[];
  readonly thresholdSE?: readonly number[];
}

/** One coefficient as R gives it. */
export function rowOfR({ terms, estimate, standardError }: RModel, term: string): { estimate: number; standardError: number; stars: string } {
  const at = terms.indexOf(term);
  return { estimate: estimate[at], standardError: standardError[at], stars: starsByHand(estimate[at] / standardError[at]) };
}

export type Shown = Table | Figure;
type Exhibit = (...args: never[]) => unknown;

const made = new Map<string, Shown>();
const seen = new Map<string, Set<string>>();
let broken: { name: string; place: string } | undefined;
const ids = new Map<unknown, number>();
const idOf = (value: unknown): string => {
  if (typeof value !== "object" || value === null || (Array.isArray(value) && value.every((one) => typeof one === "string"))) return JSON.stringify(value);
  if (!ids.has(value)) ids.set(value, ids.size);
  return `#${ids.get(value)}`;
};

/** An exhibit that is made once for the same arguments, and shown broken while `withBroken` says so. */
function watched<T extends Exhibit>(name: string, exhibit: T): T {
  return ((...args: Parameters<T>) => {
    const key = `${name} ${args.map(idOf).join(" ")}`;
    const shown = made.get(key) ?? exhibit(...args);
    if (!(typeof shown === "object" && shown !== null && "kind" in shown && (shown.kind === "table" || shown.kind === "figure"))) return shown;
    made.set(key, shown as Shown);
    for (const place of placesOf(shown as Shown)) seen.set(name, (seen.get(name) ?? new Set()).add(place));
    return broken?.name === name ? brokenAt(shown as Shown, broken.place) : shown;
  }) as T;
}

/** The places of an exhibit that can be broken, of what its check has looked at so far. */
export const placesSeen = (name: string): string[] => [...(seen.get(name) ?? [])];

/** What its check has looked at so far. */
export const shownOf = (name: string): Shown[] => [...made].filter(([key]) => key.startsWith(`${name} `) || key === name).map(([, shown]) => shown);

/** Whether a check fails while one place of its exhibit is broken. */
export async function failsWhileBroken(name: string, place: string, check: () => void | Promise<void>): Promise<boolean> {
  broken = { name, place };
  try {
    await check();
    return false;
  } catch {
    return true;
  } finally {
    broken = undefined;
  }
}

/** The exhibits of src/exhibits that the package exports, each with its file's name; and those that only its commands and pages show. */
export const EXPORTED = [...readFileSync(join(__dirname, "../../../src/index.ts"), "utf8").matchAll(/^export \{ ([^}]*) \} from "\.\/exhibits\/(\w+)"/gm)].flatMap(([, names, file]) => names.split(", ").filter((name) => !name.startsWith("type ")).map((name) => ({ name, file })));
const OTHERS = { answersFound, lostTable, oddities, traceTable };
export const sojourn = { ...index, ...Object.fromEntries([...EXPORTED.map(({ name }) => [name, index[name as keyof typeof index]] as const), ...Object.entries(OTHERS)].map(([name, exhibit]) => [name, watched(name, exhibit as Exhibit)])) } as typeof index & typeof OTHERS;

export const survey = index.readSurvey();
export const people = index.codeSample(survey);
export const result = index.runStudy(index.sfrc, people);
export const published = index.readPublished();
export const claims = index.readClaims();
export const report = index.audit(published, { claims: { claims } });
export const world = index.codeWvs(index.readWvs());
export const worldResult = index.runStudy(index.wvs, world);
export const spec = index.readSpec(join(__dirname, "../../../data/multiverse.json"), index.sfrc);
export const educationAlone = spec.then((read) => index.runMultiverse(read, index.sfrc, index.codings(survey), { only: ["education"] }));

/** A table's rows as its reader sees them: header, then cells. */
export const rowsOf = (table: Table): string[][] => table.rowGroups.flatMap(({ rows }) => rows.map(({ header, cells }) =>
  [typeof header === "string" ? header : header.en, ...cells.map((cell) => cellText(cell, "en", PLAIN).replace(/−/g, "-"))]));
export const row = (table: Table, header: string): string[] => rowsOf(table).find(([name]) => name.startsWith(header))!.slice(1);
/** The bare numbers of a column. */
export const column = (table: Table, place: number): number[] => table.rowGroups.flatMap(({ rows }) => rows.map(({ cells }) => (cells[place] as { number: number }).number));
/** The bare intervals of a column. */
export const intervals = (table: Table, place: number): (readonly [number, number])[] => table.rowGroups.flatMap(({ rows }) => rows.map(({ cells }) => (cells[place] as { interval: readonly [number, number] }).interval));
export const line = ({ words }: Figure, start: string): string => words.en.replace(/−/g, "-").split("\n").find((one) => one.startsWith(start))!;

/** `1 (0.5%)` of so many. */
export const ofThem = (count: number, all: number): string => `${count} (${((100 * count) / all).toFixed(1)}%)`;
/** A number to some places, zero without a sign. */
export const fixed = (value: number, decimals = 3): string => value.toFixed(decimals).replace(/^-(?=0(\.0*)?$)/, "");
/** As tables write p. */
export const pText = (p: number, decimals = 3): string => (p < 0.5 * 10 ** -decimals ? `<${(10 ** -decimals).toFixed(decimals)}` : p.toFixed(decimals));

export type Check = () => void | Promise<void>;
export type Checks = Readonly<Record<string, Check>>;
