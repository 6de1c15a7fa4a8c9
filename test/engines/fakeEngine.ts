import type { Batch, Engine, SourceColumn } from "../../src/engines/engine";

/** An engine that gives prepared answers, and keeps what it was asked. */
export function fakeEngine(columns: readonly SourceColumn[], answers: readonly (readonly Batch[])[]): Engine & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    name: "fake", dialect: { double: "DOUBLE", given: (expression, kind) => (kind === "decimal" ? `CAST(${expression} AS VARCHAR)` : expression) }, rows: `"t"`, columns, asked,
    query: async function* (sql) {
      asked.push(sql);
      yield* answers[asked.length - 1] ?? [];
    },
    cancel: async () => undefined, close: async () => undefined,
  };
}
