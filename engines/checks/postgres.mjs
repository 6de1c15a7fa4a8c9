// @ts-check
// A PostgreSQL server of our own, from Debian's package, on a free port of this machine.
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { checkCommands } from "./commands.mjs";
import { checkFits } from "./fits.mjs";
import { checkPaper, checkPaperBySteps, TABLES } from "./paper.mjs";
import { interrupted, json, sojourn } from "./sojourn.mjs";
import { agree, check, holds } from "./tally.mjs";

const SECRET = "p@ss:wort 密码";
const TABLE = '"年龄" smallint, "select" boolean, edu numeric(5,2), "to""wn" text, region bigint, income double precision, y integer, o smallint';

export async function checkPostgres(folder, parquet) {
  const server = await start(folder);
  const { port, admin } = server;
  const from = ["--from", `postgres://reader@127.0.0.1:${port}/survey`];
  const rows = [...from, "--table", "raw.people"];
  const env = { PGPASSWORD: SECRET };
  const model = ["--outcome", "y", "--terms", "select", "--family", "binomial"];
  const refuses = async (args, words, how = {}) => {
    const { exit, stdout, stderr } = await sojourn(["fit", ...args, "--json"], { env, ...how });
    holds(exit === 2 && words.test(stderr) && !`${stdout}${stderr}`.includes(SECRET), `exit ${exit} ${stderr}`);
  };
  try {
    const found = await checkFits("PostgreSQL", rows, env);
    await check("PostgreSQL and Parquet agree to 1e-12, by steps to 1e-10", async () => {
      const [steps, patterns] = [true, false].map((by) => Object.keys(parquet).filter((key) => key.startsWith("steps") === by));
      agree(patterns.map((key) => found[key]), patterns.map((key) => parquet[key]), 1e-12);
      agree(steps.map((key) => found[key]), steps.map((key) => parquet[key]), 1e-10);
    });
    await checkCommands("PostgreSQL", folder, rows, env);
    const answers = (table) => [...from, "--table", `raw.${table}`];
    await checkPaper("PostgreSQL", folder, answers, env);
    await checkPaperBySteps("PostgreSQL", answers, env);
    await check("a password file lets in as well", async () => {
      const file = join(folder, "pgpass");
      writeFileSync(file, `127.0.0.1:${port}:*:reader:${SECRET.replace(":", "\\:")}\n`);
      chmodSync(file, 0o600);
      holds((await json(["fit", ...rows, ...model], { env: { PGPASSFILE: file, PGPASSWORD: undefined } })).n === 2500, "n");
    });
    await check("a wrong password is refused by name, and none is printed", () => refuses([...rows, ...model], /does not let this user in/, { env: { PGPASSWORD: `${SECRET}x` } }));
    await check("a server that is not there is said", () => refuses(["--from", "postgres://reader@127.0.0.1:1/survey", "--table", "x", ...model], /not reached \(ECONNREFUSED\)/));
    await check("a table that is not there is said", () => refuses([...from, "--table", "nobody", ...model], /PostgreSQL says: relation "nobody" does not exist/));
    await check("no table named is said", () => refuses([...from, ...model], /it says no table/));
    await check("a function that writes is refused by the read-only session", () => refuses([...from, "--sql", "SELECT *, nextval('raw.counter') AS z FROM raw.people", "--outcome", "y", "--terms", "z", "--family", "binomial"], /read-only transaction/));
    await check("a statement that writes is refused before it is sent", () => refuses([...from, "--sql", "WITH gone AS (DELETE FROM raw.people RETURNING *) SELECT * FROM gone", ...model], /DELETE, which writes.*Nothing was sent/));
    await check("a function that acts beyond the session is refused before it is sent", () => refuses([...from, "--sql", "SELECT *, pg_terminate_backend(region::int) AS z FROM raw.people", "--outcome", "y", "--terms", "z", "--family", "binomial"], /calls pg_terminate_backend, which does more than read.*Nothing was sent/));
    await check("PostgreSQL: more columns than an answer may have are refused by name", () => refuses([...from, "--sql", "SELECT *, (row_number() OVER () % 60)::text AS many FROM raw.people", "--outcome", "y", "--terms", "many", "--factor", "many", "--family", "binomial", "--way", "steps"], /the design has 60 columns, and fits by steps in SQL have room for 56/));
    const odd = [...from, "--sql", "SELECT *, DATE '2020-02-01' + region::int AS day, 9007199254740993 AS big, NULLIF(region, 3) AS gap, ARRAY[1] AS list FROM raw.people"];
    for (const [term, words] of [["day", /type is date, and a date is no number/], ["big", /beyond 2\^53/], ["gap", /rows lack something/], ["list", /type is _int4/], ["nobody", /no such column/]]) {
      await check(`PostgreSQL: ${term} is refused by name`, () => refuses([...odd, "--outcome", "y", "--terms", term, "--family", "binomial"], words));
    }
    const slow = [...from, "--sql", "SELECT p.* FROM raw.people p, pg_sleep(60)", ...model, "--out", join(folder, "never.json")];
    const active = async () => Number((await admin("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'sojourn' AND state = 'active'"))[0][0]);
    await check("Ctrl-C cancels the query on the server", async () => {
      const { exit, stderr } = await interrupted(["fit", ...slow], { env });
      holds(exit === 130 && /Nothing was written/.test(stderr) && (await active()) === 0, `exit ${exit} ${stderr}`);
    });
    await check("a connection that is cut is a clear error, and nothing is half-written", async () => {
      const cut = (child) => void child.stderr.on("data", (text) => /reading since/.test(text) && admin("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'sojourn'"));
      await refuses(slow, /connection was lost while the query ran.*Nothing was written/, { meanwhile: cut });
      holds(!existsSync(join(folder, "never.json")), "a file");
    });
  } finally {
    await server.stop();
  }
}

/** Starts a server with the rows in raw.people, a user that may only read them, and a way to ask as its owner. */
async function start(folder) {
  const bin = binaries();
  const home = mkdtempSync(join(tmpdir(), "sojourn-postgres-"));
  const owner = userInfo().uid === 0 ? idsOf("postgres") : {};
  if (owner.uid !== undefined) chownSync(home, owner.uid, owner.gid);
  const run = (program, ...args) => {
    const { status, stderr, error } = spawnSync(join(bin, program), args, { encoding: "utf8", cwd: home, ...owner });
    if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
  };
  const port = await freePort();
  run("initdb", "-D", join(home, "data"), "-U", "boss", "--auth-local=trust", "--auth-host=scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8", "-N");
  const child = spawn(join(bin, "postgres"), ["-D", join(home, "data"), "-p", String(port), "-k", home, "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"], { cwd: home, stdio: "ignore", ...owner });
  const { Client } = (await import("pg")).default;
  const connect = async (database) => {
    for (let left = 100; ; left--) {
      const client = new Client({ host: home, port, user: "boss", database });
      try {
        await client.connect();
        return client;
      } catch (error) {
        if (left === 0) throw error;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  };
  const stop = async () => {
    await client?.end();
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGINT");
    await gone;
    rmSync(home, { recursive: true, force: true });
  };
  const first = await connect("postgres");
  await first.query("CREATE DATABASE survey");
  await first.end();
  const client = await connect("survey");
  for (const name of ["rows", ...TABLES]) {
    copyFileSync(join(folder, `${name}.csv`), join(home, `${name}.csv`));
    chmodSync(join(home, `${name}.csv`), 0o644);
  }
  const answers = TABLES.flatMap((name) => {
    const [header] = readFileSync(join(folder, `${name}.csv`), "utf8").split("\n");
    const columns = header.split(",").map((column) => (column.startsWith('"') ? column : `"${column}"`));
    const typed = columns.map((column) => `${column} ${name === "standIn" ? ({ '"wave"': "double precision", '"votedAtHome"': "char(10)" }[column] ?? "text") : "text"}`);
    return [`CREATE TABLE raw."${name}" (${typed.join(", ")})`, `COPY raw."${name}" FROM '${join(home, `${name}.csv`)}' (FORMAT csv, HEADER)`];
  });
  for (const sql of [
    "CREATE SCHEMA raw", `CREATE TABLE raw.people (${TABLE})`, `COPY raw.people FROM '${join(home, "rows.csv")}' (FORMAT csv, HEADER)`, ...answers, "CREATE SEQUENCE raw.counter",
    `CREATE USER reader PASSWORD '${SECRET}'`, "GRANT USAGE ON SCHEMA raw TO reader", "GRANT ALL ON ALL TABLES IN SCHEMA raw TO reader", "GRANT ALL ON SEQUENCE raw.counter TO reader",
  ]) await client.query(sql);
  return { port, stop, admin: async (sql) => (await client.query({ text: sql, rowMode: "array" })).rows };
}

function binaries() {
  const root = "/usr/lib/postgresql";
  const version = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a))[0] : undefined;
  if (version === undefined) throw new Error(`PostgreSQL is not in ${root}: install Debian's postgresql`);
  return join(root, version, "bin");
}

/** The server does not run as root. */
function idsOf(name) {
  const id = (what) => Number(spawnSync("id", [what, name], { encoding: "utf8" }).stdout);
  return { uid: id("-u"), gid: id("-g") };
}

export const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});
