import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Engine } from "../../src/engines/engine";
import { openPostgres } from "../../src/engines/postgres";
import { bothLanguages } from "../io/bothLanguages";

type Answer = { rows: unknown[][]; fields: { name: string; dataTypeID: number }[] } | Error;
/** A server that is none: what it was told and asked, and what it answers. */
const server = { configs: [] as unknown[], said: [] as string[], answers: [] as [RegExp, Answer][], connected: undefined as Error | undefined, ends: undefined as Error | undefined };

vi.mock("../../src/engines/drivers", () => ({ driver: (kind: string) => {
  if (kind !== "postgres") throw new Error(kind);
  return { Client: class {
    readonly processID: number;
    constructor(config: unknown) { this.processID = 40 + server.configs.push(config); }
    connect = async () => { if (server.connected) throw server.connected; server.said.push(`connect ${this.processID}`); };
    on = () => undefined;
    end = async () => { server.said.push(`end ${this.processID}`); if (server.ends) throw server.ends; };
    query = async (query: string | { text: string; rowMode: string; types: { getTypeParser: () => (text: string) => string } }) => {
      const text = typeof query === "string" ? query : query.text;
      server.said.push(text);
      if (typeof query !== "string") expect([query.rowMode, query.types.getTypeParser()("007")]).toEqual(["array", "007"]);
      const at = server.answers.findIndex(([asked]) => asked.test(text));
      const answer = at < 0 ? { rows: [], fields: [] } : server.answers[at][1];
      if (at >= 0 && text.startsWith("FETCH")) server.answers.splice(at, 1);
      if (answer instanceof Error) throw answer;
      return answer;
    };
  } };
} }));

const LOOK = /^SELECT \* FROM .* LIMIT 0$/, TYPES = /pg_catalog\.pg_type/, FETCH = /^FETCH/;
const source = { kind: "postgres", host: "h", port: 5433, user: "me", path: ["d", "more"], secure: false } as const;
const open = (more: Partial<Omit<typeof source, "kind">> | object = {}, table: string | undefined = "t", sql?: string): Promise<Engine> => openPostgres("postgres://h/d", { ...source, ...more }, table, sql);
const failing = (code: string | undefined, message = "") => Object.assign(new Error(message), code === undefined ? {} : { code });
beforeEach(() => Object.assign(server, { configs: [], said: [], answers: [], connected: undefined, ends: undefined }));

describe("PostgreSQL", () => {
  const columns: Answer = { rows: [], fields: [["id", 20], ["name", 1043], ["when", 1082], ["odd", 99], ["shape", 600]].map(([name, dataTypeID]) => ({ name: name as string, dataTypeID: dataTypeID as number })) };
  // Of one oid twice the first counts; the server gives every number as a text.
  const types: Answer = { rows: [["1043", "varchar", "b", "S"], ["20", "int8", "b", "N"], ["1082", "date", "b", "D"], ["600", "point", "b", "G"], ["20", "bool", "b", "B"]], fields: [] };

  it("is opened read-only, in one transaction, and told what its columns are", async () => {
    server.answers = [[LOOK, columns], [TYPES, types]];
    const warned = process.noDeprecation;
    const engine = await open();
    expect(process.noDeprecation).toBe(true);
    process.noDeprecation = warned ?? false;
    expect(server.configs).toEqual([{ host: "h", port: 5433, user: "me", database: "d", application_name: "sojourn", connectionTimeoutMillis: 20_000, keepAlive: true }]);
    expect(server.said).toEqual([
      "connect 41", "SET default_transaction_read_only = on", "SET standard_conforming_strings = on", "SET TimeZone = 'UTC'", "SET DateStyle = 'ISO, YMD'", "SET extra_float_digits = 1", "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
      'SELECT * FROM "t" AS s LIMIT 0', "SELECT oid, typname, typtype, typcategory FROM pg_catalog.pg_type WHERE oid IN (0, 20, 1043, 1082, 99, 600)",
    ]);
    expect(engine.columns).toEqual([["id", "int8", "integer"], ["name", "varchar", "text"], ["when", "date", "date"], ["odd", "unknown", "other"], ["shape", "point", "other"]].map(([name, type, kind]) => ({ name, type, kind })));
    expect([engine.name, engine.rows, engine.dialect.double, engine.dialect.fence, engine.dialect.widest]).toEqual(["postgres://h/d", '"t"', "DOUBLE PRECISION", " OFFSET 0", 1664]);
    expect((["text", "decimal", "integer"] as const).map((kind) => engine.dialect.given("x", kind))).toEqual(["CAST(x AS VARCHAR)", "x", "x"]);
    await engine.close();
    expect(server.said.at(-1)).toBe("end 41");
  });

  it("without a host leaves it to the environment; a SELECT stands in brackets", async () => {
    server.answers = [[LOOK, columns], [TYPES, types]];
    const { rows } = await openPostgres("postgres:///d", { ...source, host: "", port: undefined, user: undefined, path: [] }, undefined, "SELECT 1");
    expect([rows, server.configs]).toEqual(["(SELECT 1\n)", [expect.objectContaining({ host: undefined, port: undefined, user: undefined, database: undefined })]]);
  });

  const all = async (engine: Engine) => { const found = []; for await (const batch of engine.query("SELECT a, b")) found.push(batch); return found; };
  const page = (n: number, from = 0): Answer => ({ fields: [{ name: "a", dataTypeID: 1 }, { name: "b", dataTypeID: 1 }], rows: Array.from({ length: n }, (_, i) => [String(from + i), i % 2 ? null : "x"]) });

  it("gives answers by ten thousand rows, column by column, until one is not full", async () => {
    server.answers = [[FETCH, page(10_000)], [FETCH, page(10_000, 10_000)], [FETCH, page(2, 20_000)]];
    const engine = await open();
    server.said.length = 0;
    const batches = await all(engine);
    expect(batches.map((batch) => batch.map((cells) => cells.length))).toEqual([[10_000, 10_000], [10_000, 10_000], [2, 2]]);
    expect(batches[2]).toEqual([["20000", "20001"], ["x", null]]);
    expect(server.said).toEqual(["DECLARE sojourn NO SCROLL CURSOR FOR SELECT a, b", ...Array<string>(3).fill("FETCH 10000 FROM sojourn"), "CLOSE sojourn"]);
    server.answers = [[FETCH, page(10_000)], [FETCH, page(0)]];
    expect((await all(engine)).length).toBe(1); // a last page without rows is none
    server.answers = [[FETCH, page(9_999)], [FETCH, page(5)]];
    expect((await all(engine)).length).toBe(1); // what is not full is the last
  });

  it("closes the cursor of a query that failed, whatever comes of that", async () => {
    server.answers = [[FETCH, failing("57014", "canceling statement")], [/^CLOSE/, failing("34000", "cursor does not exist")]];
    const engine = await open();
    await expect(all(engine)).rejects.toThrow("postgres://h/d: the query was stopped (expected time to finish). Nothing was written.");
    expect(server.said.at(-1)).toBe("CLOSE sojourn");
  });

  it("stops a query by a connection of its own", async () => {
    const engine = await open();
    server.said.length = 0;
    await engine.cancel();
    expect(server.said).toEqual(["connect 42", "SELECT pg_cancel_backend(41)", "end 42"]);
    expect(server.configs[1]).toEqual(server.configs[0]);
  });

  it("is left where its first questions fail, even if that fails too", async () => {
    server.answers = [[LOOK, failing("42P01", 'relation "t" does not exist\nLINE 1')]];
    server.ends = new Error("ended before");
    await expect(open()).rejects.toThrow('postgres://h/d: PostgreSQL says: relation "t" does not exist (expected a table or SELECT that it can read). Nothing was written.');
    expect(server.said.at(-1)).toBe("end 41");
  });

  type Told = [message: string, chinese: RegExp];
  const letIn = (code: string): Told => [`the server does not let this user in (${code}) (expected a user in the address or PGUSER, and the password in PGPASSWORD or the file ~/.pgpass)`, /^postgres:\/\/h\/d：[\u4e00-\u9fff]/];
  const reached = (code: string): Told => [`the server is not reached (${code}) (expected a server that runs at this host and port)`, /^postgres:\/\/h\/d：[\u4e00-\u9fff]/];
  const lost: Told = ["the connection was lost while the query ran (expected a connection that lasts)", /^postgres:\/\/h\/d：[\u4e00-\u9fff]/];
  it.each<[Error, ...Told]>([
    [failing("28P01", "password authentication failed"), ...letIn("28P01")], [failing("28000", "no entry"), ...letIn("28000")], [failing(undefined, "SASL: client Password must be a string"), ...letIn("no password")],
    ...["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH", "ENOENT"].map((code) => [failing(code, "x"), ...reached(code)] as [Error, ...Told]), [failing(undefined, "timeout expired"), ...reached("no answer")],
    ...["ECONNRESET", "EPIPE", "57P01", "57P03", "08006"].map((code) => [failing(code, "x"), ...lost] as [Error, ...Told]), [failing(undefined, "Connection terminated unexpectedly"), ...lost], [failing(undefined, "Client has encountered a connection error"), ...lost],
    [failing("57014", "x"), "the query was stopped (expected time to finish)", /^postgres:\/\/h\/d：查询/], [failing("XX000", `${"é".repeat(700)}\nmore`), `PostgreSQL says: ${"é".repeat(600)} (expected a table or SELECT that it can read)`, /^postgres:\/\/h\/d：PostgreSQL/],
  ])("%s: is told in both languages", async (error, english, chinese) => {
    server.connected = error;
    const thrown: unknown = await open().catch((one: unknown) => one);
    const [en, zh] = bothLanguages(() => { throw thrown; });
    expect(en).toBe(`postgres://h/d: ${english}. Nothing was written.`);
    expect(zh).toMatch(chinese);
    expect(server.said).toEqual([]);
  });
});
