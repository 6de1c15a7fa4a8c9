import { expect, it } from "vitest";
import { askedOf } from "../../src/cli/dataAsked";
import type { ModelOptions } from "../../src/cli/modelOptions";
import { bothLanguages } from "../io/bothLanguages";

const asked = (file: string | undefined, { from, sql }: { from?: string; sql?: string } = {}, table?: string) => askedOf(file, { from, sql, family: "binomial", factor: [] } as ModelOptions, table);

it("a file is asked by itself, a source with its table or SELECT", () => {
  expect(asked("a.csv")).toBeUndefined();
  expect(asked(undefined, { from: "postgres://x", sql: "SELECT 1" }, "t")).toEqual({ from: "postgres://x", table: "t", sql: "SELECT 1" });
});

it.each<[Parameters<typeof asked>, string, string]>([
  [["a.csv", { from: "b.csv" }], "--from: a.csv is named beside it (expected one source). A glob stands in quotes, or the shell takes it apart.", "--from：同时又给出了 a.csv（应为：一个来源）。通配符要加引号，否则会被 shell 展开。"],
  [["a.csv", { sql: "SELECT 1" }], "--sql: there is no source to ask (expected --from SOURCE beside it).", "--sql：没有可查询的来源（应为：同时给出 --from 来源）。"],
  [["a.csv", {}, "t"], "--table: there is no source to ask (expected --from SOURCE beside it).", "--table：没有可查询的来源（应为：同时给出 --from 来源）。"],
  [[undefined], "FILE: no data are named (expected a file, or --from SOURCE).", "FILE：没有指明数据（应为：文件，或 --from 来源）。"],
])("anything else is refused: %j", (of, en, zh) => expect(bothLanguages(() => asked(...of))).toEqual([en, zh]));
