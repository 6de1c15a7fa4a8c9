// @ts-check
// The same fits from Trino: a coordinator, a worker, Parquet files in a Hive table.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkCommands } from "./commands.mjs";
import { checkFits } from "./fits.mjs";
import { checkPaper, checkPaperBySteps, TABLES } from "./paper.mjs";
import { interrupted, sojourn } from "./sojourn.mjs";
import { agree, check, holds } from "./tally.mjs";
import { startTrino } from "./trinoServer.mjs";

const TABLE = '"年龄" smallint, "select" boolean, edu decimal(5,2), "to""wn" varchar, region bigint, income double, y integer, o smallint';

export async function checkTrino(folder, parquet) {
  const lake = mkdtempSync(join(tmpdir(), "sojourn-lake-"));
  const tables = { people: TABLE, ...Object.fromEntries(TABLES.map((name) => [name, textColumns(join(folder, `${name}.csv`))])) };
  for (const [name, columns] of Object.entries(tables)) await writePlain(join(folder, name === "people" ? "rows.csv" : `${name}.csv`), join(lake, name), columns);
  const server = await startTrino(lake);
  const from = ["--from", `trino://reader@127.0.0.1:${server.port}/lake/raw`];
  const rows = [...from, "--table", "people"];
  const model = ["--outcome", "y", "--terms", "select", "--family", "binomial"];
  const refuses = async (args, words, how) => {
    const { exit, stderr } = await sojourn(["fit", ...args], how);
    holds(exit === 2 && words.test(stderr), `exit ${exit} ${stderr}`);
  };
  const slow = [...from, "--sql", "SELECT CAST(a.orderkey % 2 AS integer) AS y, b.partkey % 2 AS \"select\" FROM tpch.sf100.lineitem a CROSS JOIN tpch.sf1.part b", ...model, "--out", join(folder, "never.json")];
  const running = async () => Number((await server.ask("SELECT count(*) FROM system.runtime.queries WHERE source = 'sojourn' AND state NOT IN ('FINISHED', 'FAILED')"))[0][0]);
  try {
    await server.ask("CREATE SCHEMA lake.raw WITH (location = 'local:///raw')");
    for (const [name, columns] of Object.entries(tables)) await server.ask(`CREATE TABLE lake.raw."${name}" (${columns}) WITH (external_location = 'local:///${name}', format = 'PARQUET')`);
    const found = await checkFits("Trino", rows);
    await check("Trino and Parquet agree to 1e-12, by steps to 1e-10", async () => {
      const [steps, patterns] = [true, false].map((by) => Object.keys(parquet).filter((key) => key.startsWith("steps") === by));
      agree(patterns.map((key) => found[key]), patterns.map((key) => parquet[key]), 1e-12);
      agree(steps.map((key) => found[key]), steps.map((key) => parquet[key]), 1e-10);
    });
    await checkCommands("Trino", folder, rows);
    const answers = (table) => [...from, "--table", table];
    await checkPaper("Trino", folder, answers);
    await checkPaperBySteps("Trino", answers);
    await check("Trino: a table that is not there is said", () => refuses([...from, "--table", "nobody", ...model], /Trino says: .*nobody.* does not exist/));
    await check("Trino: a statement that writes is refused before it is sent", () => refuses([...from, "--sql", "DROP TABLE people", ...model], /begins with DROP.*Nothing was sent/));
    await check("Trino: no password is sent without encryption", () => refuses([...rows, ...model], /unencrypted/, { env: { TRINO_PASSWORD: "geheim" } }));
    await check("Trino: a server that is not there is said", () => refuses(["--from", "trino://me@127.0.0.1:1/lake/raw", "--table", "people", ...model], /not reached \(ECONNREFUSED\)/));
    const odd = [...from, "--sql", "SELECT *, DATE '2020-02-01' AS day, 9007199254740993 AS big, NULLIF(region, 3) AS gap, ARRAY[1] AS list FROM people", "--outcome", "y", "--family", "binomial"];
    for (const [term, words] of [["day", /type is date, and a date is no number/], ["big", /9007199254740993 is a whole number beyond 2\^53/], ["gap", /rows lack something/], ["list", /type is array\(integer\)/]]) {
      await check(`Trino: ${term} is refused by name`, () => refuses([...odd, "--terms", term], words));
    }
    await check("Ctrl-C cancels the query on Trino", async () => {
      const { exit, stderr } = await interrupted(["fit", ...slow]);
      holds(exit === 130 && /Nothing was written/.test(stderr), `exit ${exit} ${stderr}`);
      for (let left = 50; left > 0 && (await running()) > 0; left--) await new Promise((resolve) => setTimeout(resolve, 200));
      holds((await running()) === 0, "it still runs");
    });
    await check("a worker killed while the query runs is a clear error, and nothing is half-written", async () => {
      const kill = (child) => void child.stderr.on("data", (text) => /reading since/.test(text) && server.killWorker());
      await refuses(slow, /a worker of the cluster went away while the query ran/, { meanwhile: kill });
      holds(!existsSync(join(folder, "never.json")), "a file");
    });
  } finally {
    server.stop();
    rmSync(lake, { recursive: true, force: true });
  }
}

/** The columns of raw answers, all texts. Trino tells names by small letters, whatever they are here. */
function textColumns(csv) {
  const [header] = readFileSync(csv, "utf8").split("\n");
  return header.split(",").map((column) => `${column.startsWith('"') ? column : `"${column}"`} varchar`).join(", ");
}

/** Rows as Parquet of the types that Hive has. */
async function writePlain(csv, folder, columns) {
  mkdirSync(folder, { recursive: true });
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const types = columns.split(", ").map((column) => column.replace(/^(.*) (\S+)$/, "CAST($1 AS $2) AS $1"));
  await connection.run(`COPY (SELECT ${types.join(", ")} FROM read_csv('${csv}', all_varchar = true, header = true)) TO '${folder}/rows.parquet' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}
