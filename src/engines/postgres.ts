import { BadInput } from "../badInput";
import { type Said, said } from "../faults/said";
import { driver } from "./drivers";
import type { Batch, ColumnKind, Engine, Raw, SourceColumn } from "./engine";
import { serverRows } from "./serverRows";
import type { Source } from "./source";

/** What we use of pg, which is not among this package's own dependencies. */
interface Pg {
  readonly Client: new (config: Readonly<Record<string, unknown>>) => Client;
}
interface Client {
  readonly processID: number;
  connect(): Promise<void>;
  query(query: string | { text: string; rowMode: "array"; types: { getTypeParser: () => (text: string) => string } }): Promise<{ rows: Raw[][]; fields: { name: string; dataTypeID: number }[] }>;
  on(event: "error", listener: (error: Error) => void): void;
  end(): Promise<void>;
}

/** Values as PostgreSQL writes them, none made a number on the way. */
const AS_TEXT = { getTypeParser: () => (text: string): string => text };
const FETCHED = 10_000;
const PATIENCE_MS = 20_000;

/**
 * Opens a table or SELECT of PostgreSQL, in one read-only transaction that sees the rows as they were at its start. Who and how:
 * the address, else PGUSER, PGPASSWORD, PGSSLMODE and the file ~/.pgpass.
 *
 * @throws {BadInput} where the server is not reached, refuses the user, or refuses the query
 */
export async function openPostgres(from: string, source: Extract<Source, { kind: "postgres" | "trino" }>, table?: string, sql?: string): Promise<Engine> {
  const rows = serverRows(from, table, sql);
  const { Client } = driver<Pg>("postgres");
  process.noDeprecation = true; // pg warns of its own use of ~/.pgpass, which its next version leaves to its callers
  const config = {
    host: source.host || undefined, port: source.port, user: source.user, database: source.path[0],
    application_name: "sojourn", connectionTimeoutMillis: PATIENCE_MS, keepAlive: true,
  };
  const client = new Client(config);
  client.on("error", () => undefined); // the query that runs tells it
  await told(from, client.connect());
  const run = async (text: string): ReturnType<Client["query"]> => told(from, client.query({ text, rowMode: "array", types: AS_TEXT }));
  try {
    await run("SET default_transaction_read_only = on");
    await run("SET standard_conforming_strings = on");
    await run("SET TimeZone = 'UTC'");
    await run("SET DateStyle = 'ISO, YMD'");
    await run("SET extra_float_digits = 1");
    await run("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const columns = await columnsOf(rows, run);
    return {
      name: from, rows, columns, dialect: { double: "DOUBLE PRECISION", given: (expression, kind) => (kind === "text" ? `CAST(${expression} AS VARCHAR)` : expression), fence: " OFFSET 0", widest: 1664 },
      query: async function* (text): AsyncIterable<Batch> {
        await run(`DECLARE sojourn NO SCROLL CURSOR FOR ${text}`);
        try {
          for (;;) {
            const { rows: found, fields } = await run(`FETCH ${FETCHED} FROM sojourn`);
            if (found.length > 0) yield fields.map((_, j) => found.map((row) => row[j]));
            if (found.length < FETCHED) return;
          }
        } finally {
          await run("CLOSE sojourn").catch(() => undefined); // a query that failed has closed it
        }
      },
      cancel: async () => {
        const other = new Client(config);
        other.on("error", () => undefined);
        await other.connect();
        await other.query(`SELECT pg_cancel_backend(${client.processID})`);
        await other.end();
      },
      close: () => client.end(),
    };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

async function columnsOf(rows: string, run: (text: string) => ReturnType<Client["query"]>): Promise<SourceColumn[]> {
  const { fields } = await run(`SELECT * FROM ${rows} AS s LIMIT 0`);
  const oids = [...new Set(fields.map(({ dataTypeID }) => dataTypeID))];
  const { rows: types } = await run(`SELECT oid, typname, typtype, typcategory FROM pg_catalog.pg_type WHERE oid IN (${[0, ...oids].join(", ")})`);
  return fields.map(({ name, dataTypeID }) => {
    const [, type = "unknown", sort, category] = (types.find(([oid]) => Number(oid) === dataTypeID) ?? []).map(String);
    return { name, type, kind: kindOfPostgres(type, sort, category) };
  });
}

const KINDS: Readonly<Record<string, ColumnKind>> = {
  int2: "integer", int4: "integer", int8: "integer", oid: "integer", numeric: "decimal", float4: "real", float8: "double", bool: "boolean", uuid: "text",
};

/** @param category of pg_type: S texts, D dates and times, T time spans, E enumerations */
export function kindOfPostgres(type: string, sort = "", category = ""): ColumnKind {
  if (Object.hasOwn(KINDS, type)) return KINDS[type];
  return sort === "e" || category === "S" ? "text" : category === "D" || category === "T" ? "date" : "other";
}

/** What the server or the connection says, as a refusal of the input. No password is part of it. */
async function told<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code = "", message } = error as { code?: string; message: string };
    const [found, expected] = reason(code, message);
    throw new BadInput({ file }, found, expected, "Nothing was written.");
  }
}

function reason(code: string, message: string): [string | Said, string] {
  if (code === "57014") return ["the query was stopped", "time to finish"];
  if (["28P01", "28000"].includes(code) || /password/i.test(message)) return [said`the server does not let this user in (${code || "no password"})`, "a user in the address or PGUSER, and the password in PGPASSWORD or the file ~/.pgpass"];
  if (["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH", "ENOENT"].includes(code) || /timeout expired/.test(message)) return [said`the server is not reached (${code || "no answer"})`, "a server that runs at this host and port"];
  if (["ECONNRESET", "EPIPE"].includes(code) || /^(57P|08)/.test(code) || /Connection terminated|connection error/i.test(message)) return ["the connection was lost while the query ran", "a connection that lasts"];
  return [said`PostgreSQL says: ${message.split("\n")[0].slice(0, 600)}`, "a table or SELECT that it can read"];
}
