import type { Outcome } from "./fitUniverses";
import type { Choice } from "./spec";

export interface Column {
  readonly name: string;
  readonly type: "STRING" | "DOUBLE" | "INT32" | "BOOLEAN";
  readonly data: readonly (string | number | boolean | null)[];
}

/** What a table of universes says of all of them. */
export interface UniversesSaid {
  readonly synthetic: boolean;
  /** Ids of the decisions, a column each. */
  readonly decisions: readonly string[];
  /** Where a choice stands among all: of universes of a curve with one likelihood the first is counted, whichever part it is in. */
  readonly places: ReadonlyMap<Choice, number>;
  /** p among all universes, by id. */
  readonly adjusted?: ReadonlyMap<string, number> | undefined;
}

/** Universes as a table, a row each: what `--out` writes. What a universe has not is null. */
export function universeColumns(universes: readonly Outcome[], { synthetic, decisions, places, adjusted }: UniversesSaid): Column[] {
  const column = (name: string, type: Column["type"], value: (universe: Outcome) => string | number | boolean | null): Column => ({ name, type, data: universes.map(value) });
  const fitted = (field: "estimate" | "standardError" | "p" | "stars") => (universe: Outcome) => (universe.status === "fitted" ? universe[field] : null);
  return [
    column("source", "STRING", () => (synthetic ? "synthetic" : "survey")),
    column("id", "STRING", ({ id }) => id),
    column("place", "INT32", ({ options }) => places.get(options) ?? null),
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
    column("adjustedP", "DOUBLE", ({ id }) => adjusted?.get(id) ?? null),
    ...decisions.map((decision) => column(`decision_${decision}`, "STRING", ({ options }) => options[decision])),
  ];
}

/** The rows of the same as CSV: null is empty. */
export const csvRows = (columns: readonly Column[]): string => columns[0].data.map((_, i) => `${columns.map(({ data }) => csvCell(data[i])).join(",")}\n`).join("");

/** The line above them. */
export const csvHead = (columns: readonly Column[]): string => `${columns.map(({ name }) => csvCell(name)).join(",")}\n`;

function csvCell(value: string | number | boolean | null): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
