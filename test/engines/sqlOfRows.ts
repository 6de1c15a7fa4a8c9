import type { Batch, Engine, Raw, SourceColumn } from "../../src/engines/engine";

type Row = Readonly<Record<string, Raw>>;
/** Of a row, or of the rows of a group. */
type Of = (row: Row, group: readonly Row[]) => Raw;

/** An engine that works out the SQL it is asked, as far as ours goes: NULL, aggregates, CASE, subqueries, GROUP BY. */
export function sqlOfRows(columns: readonly SourceColumn[], cells: readonly (readonly Raw[])[], more: Partial<Engine> = {}): Engine & { readonly asked: string[] } {
  const rows = cells.map((row) => Object.fromEntries(columns.map(({ name }, j) => [name, row[j] ?? null])));
  const asked: string[] = [];
  return {
    name: "rows", dialect: { double: "DOUBLE", given: (expression, kind) => (kind === "decimal" || kind === "text" ? `CAST(${expression} AS VARCHAR)` : expression) }, rows: `"t"`, columns, asked,
    query: async function* (sql) {
      asked.push(sql);
      const found = new Select(sql, rows).run();
      const names = found.names;
      if (found.rows.length > 0) yield names.map((name) => found.rows.map((row) => row[name])) as Batch;
    },
    cancel: async () => undefined, close: async () => undefined, ...more,
  };
}

const AGGREGATES: Readonly<Record<string, (values: readonly Raw[]) => Raw>> = {
  count: (values) => values.length,
  sum: (values) => (values.length === 0 ? null : (values as number[]).reduce((total, value) => total + value, 0)),
  avg: (values) => (values.length === 0 ? null : (values as number[]).reduce((total, value) => total + value, 0) / values.length),
  min: (values) => values.reduce<Raw>((least, value) => (least === null || value! < least ? value : least), null),
  max: (values) => values.reduce<Raw>((most, value) => (most === null || value! > most ? value : most), null),
};
const FUNCTIONS: Readonly<Record<string, (...values: never[]) => Raw>> = {
  abs: Math.abs, exp: Math.exp, ln: Math.log, floor: Math.floor, greatest: Math.max, least: Math.min,
  lower: (text: string) => text.toLowerCase(), replace: (text: string, from: string, to: string) => text.replaceAll(from, to),
};
const OPERATORS: Readonly<Record<string, (a: never, b: never) => Raw>> = {
  "+": (a: number, b: number) => a + b, "-": (a: number, b: number) => a - b, "*": (a: number, b: number) => a * b, "/": (a: number, b: number) => a / b,
  "=": (a, b) => a === b, "<>": (a, b) => a !== b, "<": (a, b) => a < b, ">": (a, b) => a > b, "<=": (a, b) => a <= b, ">=": (a, b) => a >= b,
};
const BINDING = [["=", "<>", "<", ">", "<=", ">="], ["+", "-"], ["*", "/"]];

class Select {
  private readonly tokens: readonly string[];
  private at = 0;
  private aggregated = false;

  constructor(sql: string, private readonly table: readonly Row[]) {
    this.tokens = sql.match(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\d[\d.]*(?:e[-+]?\d+)?|\w+|<>|<=|>=|\S/gi) ?? [];
  }

  run(): { names: string[]; rows: Row[] } {
    const found = this.select();
    if (this.at < this.tokens.length) throw new Error(`not understood: ${this.tokens.slice(this.at).join(" ")}`);
    return found;
  }

  private is(...words: string[]): boolean {
    if (!words.every((word, i) => this.tokens[this.at + i]?.toUpperCase() === word)) return false;
    this.at += words.length;
    return true;
  }

  private expect(word: string): void {
    if (!this.is(word)) throw new Error(`${word} expected: ${this.tokens.slice(this.at).join(" ")}`);
  }

  private list<T>(read: () => T): T[] {
    const found = [read()];
    while (this.is(",")) found.push(read());
    return found;
  }

  private select(): { names: string[]; rows: Row[] } {
    this.expect("SELECT");
    const distinct = this.is("DISTINCT");
    this.aggregated = false;
    const shown = this.list(() => (this.is("*") ? undefined : { of: this.either(), name: this.alias() }));
    const whole = this.aggregated;
    this.expect("FROM");
    let rows = this.source();
    if (this.is("WHERE")) {
      const kept = this.either();
      rows = rows.filter((row) => kept(row, []) === true);
    }
    let groups: readonly (readonly Row[])[] | undefined = whole ? [rows] : undefined;
    if (this.is("GROUP", "BY")) {
      const keys = this.list(() => this.either()).map((key) => { const place = key({}, []); return typeof place === "number" ? shown[place - 1]!.of : key; });
      groups = grouped(rows, (row) => JSON.stringify(keys.map((key) => { const value = key(row, []); return typeof value === "bigint" ? `${value}n` : value; })));
    }
    if (this.is("HAVING")) {
      const kept = this.either();
      groups = groups!.filter((group) => kept(group[0], group) === true);
    }
    const names = shown.flatMap((one) => (one === undefined ? Object.keys(rows[0] ?? {}) : [one.name]));
    const given = (row: Row, group: readonly Row[]): Row => Object.fromEntries(shown.flatMap((one): [string, Raw][] => (one === undefined ? Object.entries(row) : [[one.name, one.of(row, group)]])));
    let found = groups ? groups.map((group) => given(group[0] ?? {}, group)) : rows.map((row) => given(row, []));
    if (distinct) found = grouped(found, (row) => JSON.stringify(Object.values(row))).map(([first]) => first);
    if (this.is("ORDER", "BY")) {
      const by = this.either();
      found = found.sort((a, b) => Number(by(a, [])) - Number(by(b, [])));
    }
    if (this.is("LIMIT")) found = found.slice(0, Number(this.tokens[this.at++]));
    return { names, rows: found };
  }

  private alias(): string {
    return this.is("AS") ? this.tokens[this.at++] : this.tokens[this.at - 1];
  }

  private source(): readonly Row[] {
    const rows = this.is("(") ? this.select().rows : (this.at++, this.table);
    this.is(")");
    this.alias();
    return rows;
  }

  private either(): Of {
    const parts = [this.both()];
    while (this.is("OR")) parts.push(this.both());
    return parts.length === 1 ? parts[0] : (row, group) => { const found = parts.map((part) => part(row, group)); return found.includes(true) ? true : found.includes(null) ? null : false; };
  }

  private both(): Of {
    const parts = [this.not()];
    while (this.is("AND")) parts.push(this.not());
    return parts.length === 1 ? parts[0] : (row, group) => { const found = parts.map((part) => part(row, group)); return found.includes(false) ? false : found.includes(null) ? null : true; };
  }

  private not(): Of {
    if (!this.is("NOT")) return this.operation(0);
    const of = this.operation(0);
    return (row, group) => { const found = of(row, group); return found === null ? null : !found; };
  }

  private operation(level: number): Of {
    let left = level === BINDING.length ? this.value() : this.operation(level + 1);
    for (;;) {
      const operator = this.tokens[this.at];
      if (level === 0 && this.is("IS")) {
        const [not, of] = [this.is("NOT"), left];
        this.expect("NULL");
        left = (row, group) => (of(row, group) === null) !== not;
      } else if (level === 0 && (this.is("IN") || this.is("NOT", "IN"))) {
        const [not, of] = [operator.toUpperCase() === "NOT", left];
        this.expect("(");
        const among = this.list(() => this.either());
        this.expect(")");
        left = (row, group) => { const value = of(row, group); return value === null ? null : among.some((one) => one(row, group) === value) !== not; };
      } else if (BINDING[level]?.includes(operator)) {
        this.at++;
        const [a, b, work] = [left, this.operation(level + 1), OPERATORS[operator]];
        left = (row, group) => { const [x, y] = [a(row, group), b(row, group)]; return x === null || y === null ? null : work(x as never, y as never); };
      } else return left;
    }
  }

  private value(): Of {
    const token = this.tokens[this.at++];
    const word = token.toUpperCase();
    if (token === "(") {
      const inner = this.either();
      this.expect(")");
      return inner;
    }
    if (token === "-") { const of = this.value(); return (row, group) => { const value = of(row, group); return value === null ? null : -(value as number); }; }
    if (token.startsWith("'")) { const text = token.slice(1, -1).replaceAll("''", "'"); return () => text; }
    if (/^\d/.test(token)) return () => Number(token);
    if (word === "NULL") return () => null;
    if (word === "TRUE" || word === "FALSE") return () => word === "TRUE";
    if (word === "CASE") return this.cases();
    if (word === "CAST") return this.cast();
    if (word === "TRIM") return this.trim();
    if (!this.is("(")) {
      const name = this.is(".") ? this.tokens[this.at++] : token;
      const column = name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
      return (row) => row[column] ?? null;
    }
    const all = this.is("*");
    const inputs = all ? [] : this.list(() => this.either());
    this.expect(")");
    const [aggregate, work] = [AGGREGATES[token.toLowerCase()], FUNCTIONS[token.toLowerCase()]];
    if (aggregate === undefined) return (row, group) => { const values = inputs.map((of) => of(row, group)); return values.includes(null) ? null : work(...(values as never[])); };
    this.aggregated = true;
    return (_, group) => aggregate(all ? group.map(() => 1) : group.map((row) => inputs[0](row, [])).filter((value) => value !== null));
  }

  private cases(): Of {
    const of = this.tokens[this.at].toUpperCase() === "WHEN" ? undefined : this.either();
    const branches: [Of, Of][] = [];
    while (this.is("WHEN")) {
      const when = this.either();
      this.expect("THEN");
      branches.push([when, this.either()]);
    }
    const otherwise = this.is("ELSE") ? this.either() : (): Raw => null;
    this.expect("END");
    return (row, group) => (branches.find(([when]) => (of === undefined ? when(row, group) === true : of(row, group) !== null && when(row, group) === of(row, group)))?.[1] ?? otherwise)(row, group);
  }

  private cast(): Of {
    this.expect("(");
    const of = this.either();
    this.expect("AS");
    const type = this.tokens[this.at++];
    this.expect(")");
    return (row, group) => { const value = of(row, group); return value === null ? null : type === "DOUBLE" ? Number(value) : String(value); };
  }

  private trim(): Of {
    ["(", "BOTH"].forEach((word) => this.expect(word));
    const blanks = this.value()({}, []) as string;
    this.expect("FROM");
    const of = this.either();
    this.expect(")");
    return (row, group) => {
      let text = of(row, group) as string | null;
      while (text !== null && text !== "" && blanks.includes(text[0])) text = text.slice(1);
      while (text !== null && text !== "" && blanks.includes(text.at(-1)!)) text = text.slice(0, -1);
      return text;
    };
  }
}

function grouped(rows: readonly Row[], key: (row: Row) => string): (readonly Row[])[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(key(row), [...(found.get(key(row)) ?? []), row]);
  return [...found.values()];
}
