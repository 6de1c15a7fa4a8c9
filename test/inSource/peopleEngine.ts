import type { Batch, Engine, Raw } from "../../src/engines/engine";
import type { SfrcFigures } from "../../src/sfrc/codeSample";
import { columnNames } from "../survey/rawFile";

/** A row of one value a column. */
const row = (values: readonly Raw[]): Batch => values.map((value) => [value]);

/** The numbers that stand in a query at such a place. */
const numbers = (sql: string, at: RegExp): number[] => [...sql.matchAll(at)].map(([, number]) => Number(number));

/** A source that holds people as the rules code them: its answers are counted here, from what each query asks. */
export function peopleEngine(people: readonly SfrcFigures[], { rows = people.length, hold }: { rows?: number; hold?: boolean } = {}): Engine & { readonly asked: string[] } {
  const asked: string[] = [];
  const held: string[] = [];
  return {
    name: "fake", dialect: { double: "DOUBLE", given: (expression) => expression }, rows: `"t"`, asked,
    columns: columnNames.filter((name) => name !== "id" && name !== "source").map((name) => ({ name, kind: "text", type: "VARCHAR" })),
    query: async function* (sql) {
      asked.push(sql);
      if (sql.startsWith("SELECT GROUPING")) return;
      if (/^SELECT CAST\(count\(\*\) AS DOUBLE\) AS n FROM "t"/.test(sql)) return yield row([rows]);
      const group = / WHERE "group" = '(\w+)'\)/.exec(sql)?.[1];
      const within = people.filter((person) => group === undefined || person.group === group) as unknown as Record<string, Raw | undefined>[];
      yield answer(sql, within);
    },
    ...(hold && { hold: async (select: string) => (held.push(select), `"held${held.length}"`) }),
    cancel: async () => undefined, close: async () => undefined,
  };
}

function answer(sql: string, people: readonly Record<string, Raw | undefined>[]): Batch {
  const count = (of: (person: Record<string, Raw | undefined>) => boolean): number => people.filter(of).length;
  const patterns = [...sql.matchAll(/s\."(\w+)" AS g\d+/g)].map(([, name]) => name);
  if (patterns.length > 0) return counted(people, patterns);
  const lacking = [...sql.matchAll(/CASE WHEN (s\."\w+" IS NULL(?: OR s\."\w+" IS NULL)*) THEN 1/g)].map(([, condition]) => [...condition.matchAll(/s\."(\w+)"/g)].map(([, name]) => name));
  if (lacking.length > 0) return row([people.length, ...lacking.map((columns) => (people.length === 0 ? null : count((person) => columns.some((name) => person[name] === undefined))))]);
  if (sql.includes(" AS missing ")) {
    const needed = [...sql.matchAll(/s\."(\w+)"[^(]* IS NOT NULL/g)].map(([, name]) => name);
    return row([people.length, count((person) => needed.some((name) => person[name] === undefined))]);
  }
  return row(sums(sql, people));
}

function counted(people: readonly Record<string, Raw | undefined>[], columns: readonly string[]): Batch {
  const found = new Map<string, { cells: Raw[]; n: number }>();
  for (const person of people) {
    const cells = columns.map((name) => person[name] ?? null);
    const known = found.get(JSON.stringify(cells));
    if (known) known.n++;
    else found.set(JSON.stringify(cells), { cells, n: 1 });
  }
  const all = [...found.values()];
  return [...columns.map((_, j) => all.map(({ cells }) => cells[j])), all.map(({ n }) => n)];
}

/** The sums of a Newton step, of what comes before it and of what comes after. */
function sums(sql: string, people: readonly Record<string, Raw | undefined>[]): number[] {
  const outcome = /s\."(\w+)"[^,]* AS y\b/.exec(sql)![1];
  const terms = [...sql.matchAll(/s\."(\w+)"[^,]* AS x\d+/g)].map(([, name]) => name);
  const complete = people.filter((person) => [outcome, ...terms].every((name) => person[name] !== undefined));
  const y = complete.map((person) => person[outcome] as number);
  const x = terms.map((name) => complete.map((person) => person[name] as number));
  const sum = (of: (i: number) => number): number => complete.reduce((total, _, i) => total + of(i), 0);
  const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;
  const extremes = (values: readonly number[]): number[] => [Math.min(...values), Math.max(...values)];
  if (sql.includes("min(x1)")) return [y.length, y.length, sum((i) => y[i]), 0, 0, ...x.flatMap((values) => [...extremes(values), mean(values), ...[0, 1].flatMap((is) => extremes(values.filter((_, i) => y[i] === is)))])];
  if (sql.includes("avg((x1")) return x.map((values) => mean(values.map((value) => (value - mean(values)) ** 2)));
  const centre = numbers(sql, /\(x\d+ - \((\S+?)\)\)/g);
  const scale = numbers(sql, /\/ \((\S+?)\) AS z\d+/g);
  const [constant, ...slopes] = numbers(/, ([^,]*) AS eta/.exec(sql)![1], /\((-?[\d.]+e[-+]?\d+)\)/g);
  const Z = complete.map((_, i) => [1, ...x.map((values, j) => (values[i] - centre[j]) / scale[j])]);
  const eta = Z.map((z) => z.slice(1).reduce((total, value, j) => total + slopes[j] * value, constant));
  const p = eta.map((value) => 1 / (1 + Math.exp(-value)));
  const last = sql.includes("max(abs(");
  const v = (i: number): number => (last ? (y[i] - p[i]) ** 2 : p[i] * (1 - p[i]));
  const triangle = Z[0].flatMap((_, a) => Array.from({ length: a + 1 }, (__, b) => sum((i) => v(i) * Z[i][a] * Z[i][b])));
  return last ? [0, ...triangle] : [sum((i) => y[i] * eta[i] - Math.log1p(Math.exp(eta[i]))), ...Z[0].map((_, a) => sum((i) => (y[i] - p[i]) * Z[i][a])), ...triangle];
}
