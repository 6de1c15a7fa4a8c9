// @ts-check
// Parquet and CSV files by DuckDB, embedded.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkCommands } from "./commands.mjs";
import { checkFits, FIXTURE, ROWS } from "./fits.mjs";
import { interrupted, json, sojourn } from "./sojourn.mjs";
import { check, holds } from "./tally.mjs";

const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
const TYPES = { 年龄: "UTINYINT", select: "BOOLEAN", edu: "DECIMAL(5,2)", 'to"wn': "VARCHAR", region: "BIGINT", income: "DOUBLE", y: "INTEGER", o: "SMALLINT" };

/** Writes the fixture's rows into a folder, as CSV and, in two files, as Parquet of many types. */
export async function writeRows(folder) {
  const names = Object.keys(FIXTURE.columns);
  const cell = (value) => (/[",]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  const lines = Array.from({ length: ROWS }, (_, i) => names.map((name) => cell(FIXTURE.columns[name][i])).join(","));
  writeFileSync(join(folder, "rows.csv"), `${names.map(cell).join(",")}\n${lines.join("\n")}\n`);
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  mkdirSync(join(folder, "parquet", "more"), { recursive: true });
  const typed = names.map((name) => `${quoted(name)}::${TYPES[name]} AS ${quoted(name)}`).join(", ");
  await connection.run(`CREATE TABLE t AS SELECT ${typed}, row_number() OVER () AS i FROM read_csv('${folder}/rows.csv', all_varchar = true)`);
  await connection.run(`COPY (SELECT * FROM t WHERE i <= 1000) TO '${folder}/parquet/a.parquet' (FORMAT parquet)`);
  await connection.run(`COPY (SELECT i, ${[...names].reverse().map(quoted).join(", ")} FROM t WHERE i > 1000) TO '${folder}/parquet/more/b.parquet' (FORMAT parquet)`);
  await connection.run(`COPY (SELECT 9007199254740993 AS big, DATE '2020-02-01' + i::INTEGER AS day, [i] AS list, CASE WHEN i <= 17 THEN NULL ELSE i END AS gap, 'inf'::DOUBLE AS endless, i <= 300 AS apart, * FROM t) TO '${folder}/odd.parquet' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}

const fitsOf = async (path) => (await json(["fit", "--from", path, "--outcome", "o", "--terms", '年龄,select,`to"wn`', "--factor", '`to"wn`', "--family", "ordered", "--se", "HC1"])).coefficients;

export async function checkFiles(folder) {
  const parquet = await checkFits("Parquet", ["--from", join(folder, "parquet")]);
  await check("a glob of the same files gives the same digits, and so does CSV", async () => {
    const csv = await fitsOf(join(folder, "rows.csv"));
    const glob = await fitsOf(join(folder, "parquet", "**", "*.parquet"));
    holds(JSON.stringify(csv) === JSON.stringify(glob) && JSON.stringify(glob) === JSON.stringify(await fitsOf(join(folder, "parquet"))), { csv, glob });
  });
  await checkCommands("Parquet", folder, ["--from", join(folder, "parquet")]);
  await checkCommands("CSV", folder, ["--from", join(folder, "rows.csv")]);
  await check("a fit is tested and predicted from where its rows are, and refused once they have changed", async () => {
    const out = join(folder, "fit.json");
    await json(["fit", "--from", join(folder, "odd.parquet"), "--sql", "SELECT * FROM data WHERE i > 20", "--outcome", "y", "--terms", "年龄,select", "--family", "binomial", "--out", out]);
    const { tests } = await json(["test", out, "--method", "lr"]);
    holds(tests.length === 2 && tests.every(({ p }) => p < 0.01), tests);
    const { predictions } = await json(["predict", out, "--at", "select=0,1"]);
    holds(predictions.length === 2 && predictions[1].estimate > predictions[0].estimate, predictions);
    holds((await json(["predict", out])).predictions.length === 40, "one prediction a pattern");
    const saved = JSON.parse(readFileSync(out, "utf8"));
    saved.model.from.sql = "SELECT * FROM data WHERE i > 21";
    writeFileSync(out, JSON.stringify(saved));
    const { exit, stderr } = await sojourn(["test", out]);
    holds(exit === 2 && /have changed since it was made/.test(stderr), stderr);
  });
  const refused = [
    ["a whole number that no double holds", ["--terms", "big"], /column big: 9007199254740993 is a whole number beyond 2\^53/],
    ["a date", ["--terms", "day"], /column day: its type is DATE, and a date is no number/],
    ["a list", ["--terms", "list"], /column list: its type is BIGINT\[\]/],
    ["NULLs, with their number", ["--terms", "gap"], /column gap: the cell is empty; 17 rows lack something/],
    ["an infinite number", ["--terms", "endless"], /column endless: "Infinity" is not a number/],
    ["separated rows, counted as rows", ["--terms", "年龄,apart", "--sql", "SELECT * REPLACE (CASE WHEN apart THEN 1 ELSE y END AS y) FROM data"], /of the 300 rows with apart = 1 none has outcome 0/],
    ["columns that depend on each other", ["--terms", "年龄,twice", "--sql", "SELECT *, 2 * \"年龄\" AS twice FROM data"], /collinear/],
    ["a statement that writes", ["--terms", "select", "--sql", "DELETE FROM data"], /begins with DELETE.*Nothing was sent/],
    ["another file than those named", ["--terms", "select", "--sql", "SELECT * FROM data, read_text('/etc/hostname')"], /DuckDB says: Permission Error/],
  ];
  for (const [what, args, words] of refused) {
    await check(`files: ${what} is refused by name`, async () => {
      const { exit, stderr } = await sojourn(["fit", "--from", join(folder, "odd.parquet"), "--outcome", "y", "--family", "binomial", ...args]);
      holds(exit === 2 && words.test(stderr), stderr);
    });
  }
  await check("Ctrl-C ends a query at once, and writes nothing", async () => {
    const args = ["fit", "--from", join(folder, "odd.parquet"), "--sql", "SELECT a.* FROM data a, data b, data c, data d", "--outcome", "y", "--terms", "select", "--family", "binomial", "--out", join(folder, "never.json")];
    const { exit, stderr } = await interrupted(args);
    holds(exit === 130 && /stopped\. Nothing was written/.test(stderr), `exit ${exit} ${stderr}`);
  });
  return parquet;
}
