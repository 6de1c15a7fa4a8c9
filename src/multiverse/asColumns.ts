import type { Multiverse } from "./runMultiverse";

export interface Column {
  readonly name: string;
  readonly type: "STRING" | "DOUBLE" | "INT32" | "BOOLEAN";
  readonly data: readonly (string | number | boolean | null)[];
}

/** Universes as a table, a row each: what `--out` writes. What a universe has not is null. */
export function universeColumns({ universes, adjusted }: Multiverse, synthetic: boolean): Column[] {
  const column = (name: string, type: Column["type"], value: (universe: (typeof universes)[number]) => string | number | boolean | null): Column => ({ name, type, data: universes.map(value) });
  const fitted = (field: "estimate" | "standardError" | "p" | "stars") => (universe: (typeof universes)[number]) => (universe.status === "fitted" ? universe[field] : null);
  return [
    column("source", "STRING", () => (synthetic ? "synthetic" : "survey")),
    column("id", "STRING", ({ id }) => id),
    column("paper", "BOOLEAN", ({ paper }) => paper),
    column("model", "STRING", ({ model }) => model),
    column("group", "STRING", ({ group }) => group),
    column("outcome", "STRING", ({ outcome }) => outcome),
    column("term", "STRING", ({ term }) => term),
    column("n", "INT32", ({ n }) => n),
    column("sample", "STRING", ({ sample }) => sample),
    column("likelihood", "STRING", ({ likelihood }) => likelihood),
    column("status", "STRING", ({ status }) => status),
    column("reason", "STRING", (universe) => (universe.status === "refused" ? universe.reason : null)),
    column("estimate", "DOUBLE", fitted("estimate")),
    column("standardError", "DOUBLE", fitted("standardError")),
    column("p", "DOUBLE", fitted("p")),
    column("stars", "STRING", fitted("stars")),
    column("adjustedP", "DOUBLE", ({ id }) => adjusted.get(id) ?? null),
    ...Object.keys(universes[0]?.options ?? {}).map((decision) => column(`decision_${decision}`, "STRING", ({ options }) => options[decision])),
  ];
}

/** The same as CSV: null is empty. */
export function asCsv(columns: readonly Column[]): string {
  const cell = (value: string | number | boolean | null): string => {
    const text = value === null ? "" : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
  };
  const rows = columns[0].data.map((_, i) => columns.map(({ data }) => cell(data[i])).join(","));
  return [columns.map(({ name }) => cell(name)).join(","), ...rows, ""].join("\n");
}
