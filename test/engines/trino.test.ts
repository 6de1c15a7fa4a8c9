import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Engine } from "../../src/engines/engine";
import { openTrino } from "../../src/engines/trino";
import { bothLanguages } from "../io/bothLanguages";

type Page = { id: string; columns?: { name: string; type: string }[]; data?: unknown[][]; error?: { message: string; errorName: string } };
const server = { options: [] as Record<string, unknown>[], auth: [] as unknown[], asked: [] as string[], cancelled: [] as string[], waits: [] as number[], pages: [] as (Page | Error | { last: Page })[], fails: undefined as Error | undefined, iter: true };

vi.mock("node:timers/promises", () => ({ setTimeout: async (ms: number) => { server.waits.push(ms); } }));
vi.mock("../../src/engines/drivers", () => ({ driver: (kind: string) => {
  if (kind !== "trino") throw new Error(kind);
  return {
    BasicAuth: class { constructor(...given: unknown[]) { server.auth.push(given); } },
    Trino: { create: (options: Record<string, unknown>) => {
      server.options.push(options);
      return {
        cancel: async (id: string) => { server.cancelled.push(id); },
        query: async (sql: string) => {
          server.asked.push(sql);
          if (server.fails) throw server.fails;
          return { ...(server.iter && { iter: { queryResult: { id: "q1" } } }), next: async () => {
            const page = server.pages.shift();
            if (page instanceof Error) throw page;
            return page === undefined ? { done: true } : "last" in page ? { value: page.last, done: true } : { value: page, done: false };
          } };
        },
      };
    } },
  };
} }));

const folder = mkdtempSync(join(tmpdir(), "trino-"));
const VARIABLES = ["TRINO_PASSWORD", "TRINO_PASSWORD_FILE", "TRINO_USER", "USER"];
const before = Object.fromEntries(VARIABLES.map((name) => [name, process.env[name]]));
beforeEach(() => {
  Object.assign(server, { options: [], auth: [], asked: [], cancelled: [], waits: [], pages: [], fails: undefined, iter: true });
  for (const name of VARIABLES) delete process.env[name];
});
afterEach(() => Object.entries(before).forEach(([name, value]) => (value === undefined ? delete process.env[name] : (process.env[name] = value))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = { kind: "trino", host: "h", port: undefined, user: undefined, path: ["c", "s"], secure: false } as const;
const open = (more: object = {}): Promise<Engine> => openTrino("trino://h/c/s", { ...source, ...more }, "t");
const COLUMNS = [["n", "bigint"], ["d", "decimal(4,1)"], ["t", "varchar(3)"], ["l", "array(integer)"]].map(([name, type]) => ({ name, type }));
const failing = (more: object) => Object.assign(new Error("x"), more);

describe("Trino", () => {
  it("is asked at its address, with what the address and the environment say of who asks", async () => {
    await open();
    await open({ secure: true });
    await open({ secure: true, port: 9000, user: "me" });
    process.env.USER = "system";
    await open();
    process.env.TRINO_USER = "other";
    await open({ port: 1 });
    expect(server.options.map(({ server: at }) => at)).toEqual(["http://h:8080", "https://h:443", "https://h:9000", "http://h:8080", "http://h:1"]);
    expect(server.auth).toEqual([["sojourn", undefined], ["sojourn", undefined], ["me", undefined], ["system", undefined], ["other", undefined]]);
    expect(server.options[0]).toMatchObject({ source: "sojourn", catalog: "c", schema: "s", extraHeaders: { "X-Trino-Time-Zone": "UTC" } });
  });

  it("gets a password over https only: of the environment, else of the file it names", async () => {
    const refusedHow = async (more: object) => { const thrown: unknown = await open(more).catch((one: unknown) => one); return bothLanguages(() => { throw thrown; }); };
    process.env.TRINO_PASSWORD_FILE = join(folder, "none");
    expect(await refusedHow({ secure: true })).toEqual(["TRINO_PASSWORD_FILE: the file that it names cannot be read (expected a file with the password).", expect.stringMatching(/^TRINO_PASSWORD_FILE：[\u4e00-\u9fff]/)]);
    writeFileSync(join(folder, "none"), " of file \n");
    await open({ secure: true });
    process.env.TRINO_PASSWORD = "own";
    await open({ secure: true });
    expect(server.auth).toEqual([["sojourn", "of file"], ["sojourn", "own"]]);
    expect(await refusedHow({})).toEqual(["trino://h/c/s: a password would be sent unencrypted (expected trinos://…, or no TRINO_PASSWORD).", expect.stringMatching(/^trino:\/\/h\/c\/s：[\u4e00-\u9fff]/)]);
    expect(server.asked).toHaveLength(2);
  });

  it("tells its columns by the first page that has them, and gives answers column by column", async () => {
    server.pages = [{ id: "q1" }, { id: "q1", columns: COLUMNS }, { id: "q1", columns: [{ name: "z", type: "date" }] }];
    const engine = await open();
    expect(server.asked).toEqual(['SELECT * FROM "t" AS s LIMIT 0']);
    expect(engine.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["n integer", "d decimal", "t text", "l other"]);
    expect((["integer", "decimal", "text", "double", "date"] as const).map((kind) => engine.dialect.given("x", kind))).toEqual(["CAST(x AS VARCHAR)", "CAST(x AS VARCHAR)", "CAST(x AS VARCHAR)", "x", "x"]);
    server.pages = [{ id: "q1", columns: COLUMNS.slice(0, 2) }, { id: "q1", columns: COLUMNS.slice(0, 2), data: [] }, { id: "q1", columns: COLUMNS.slice(0, 2), data: [["1", "2"], ["3", null], ["5", "6"]] }, { id: "q1", data: [["7", "8"]] }];
    const found = [];
    for await (const batch of engine.query("SELECT 2")) found.push(batch);
    expect(found).toEqual([[["1", "3", "5"], ["2", null, "6"]], [["7"], ["8"]]]);
    expect((await open()).columns).toEqual([]);
    await engine.close();
  });

  it("ends where the driver is done, which gives the last page once more", async () => {
    const engine = await open();
    server.pages = [{ id: "q1", data: [["1"]] }, { last: { id: "q1", data: [["1"]] } }, { id: "q1", data: [["2"]] }];
    const found = [];
    for await (const batch of engine.query("SELECT 1")) found.push(batch);
    expect(found).toEqual([[["1"]]]);
  });

  it("asks again for a page three times where the connection broke, and not where the server answered", async () => {
    const broken = failing({ code: "ECONNRESET" });
    server.pages = [broken, broken, broken, { id: "q1", columns: COLUMNS }];
    expect((await open()).columns).toHaveLength(4);
    expect(server.waits).toEqual([500, 1000, 2000]);
    server.pages = [broken, broken, broken, broken, { id: "q1" }];
    await expect(open()).rejects.toThrow("trino://h/c/s: the connection was lost while the query ran (expected a connection that lasts). Nothing was written.");
    server.waits = [];
    server.pages = [failing({ response: { status: 500 } }), { id: "q1" }];
    await expect(open()).rejects.toThrow("the server answers with status 500 (expected a Trino server)");
    expect(server.waits).toEqual([]);
  });

  it("stops the query that runs, and none that has ended or has no id", async () => {
    const engine = await open();
    await engine.cancel();
    expect(server.cancelled).toEqual([]);
    const other = await open();
    server.pages = [{ id: "q1", data: [["1"]] }, failing({ code: "ECONNRESET" })];
    const rows = other.query("SELECT 1")[Symbol.asyncIterator]();
    await rows.next();
    await other.cancel();
    expect(server.cancelled).toEqual(["q1"]);
    server.waits = [];
    await expect(rows.next()).rejects.toThrow("the connection was lost");
    expect(server.waits).toEqual([]); // what was stopped is not asked for again
    server.pages = [{ id: "q1", error: { message: "killed", errorName: "GENERIC" } }];
    await expect(other.query("SELECT 2")[Symbol.asyncIterator]().next()).rejects.toThrow("trino://h/c/s: the query was stopped (expected time to finish). Nothing was written.");
    server.iter = false;
    const third = await open();
    server.pages = [{ id: "q1", data: [["1"]] }];
    await third.query("SELECT 3")[Symbol.asyncIterator]().next();
    await third.cancel();
    expect(server.cancelled).toEqual(["q1"]);
  });

  const away = (name: string) => [{ message: "m", errorName: name }, `a worker of the cluster went away while the query ran (${name}) (expected workers that last; run it again)`] as const;
  it.each([
    ...["REMOTE_HOST_GONE", "REMOTE_TASK_ERROR", "NO_NODES_AVAILABLE", "PAGE_TRANSPORT_ERROR", "TOO_MANY_REQUESTS_FAILED", "SERVER_SHUTTING_DOWN"].map(away),
    [{ message: "m", errorName: "USER_CANCELED" }, "the query was stopped (expected time to finish)"] as const, [{ message: `${"é".repeat(700)}\nmore`, errorName: "SYNTAX_ERROR" }, `Trino says: ${"é".repeat(600)} (expected a table or SELECT that it can read)`] as const,
    [{ message: "no such\ntable", errorName: "TABLE_NOT_FOUND" }, "Trino says: no such (expected a table or SELECT that it can read)"] as const,
  ])("%j of a query is told", async (error, told) => {
    server.pages = [{ id: "q1", error }];
    await expect(open()).rejects.toThrow(`trino://h/c/s: ${told}. Nothing was written.`);
  });

  const letIn = (status: number) => [{ response: { status } }, `the server does not let this user in (${status}) (expected a user in the address or TRINO_USER, and the password in TRINO_PASSWORD or TRINO_PASSWORD_FILE)`] as const;
  it.each([
    letIn(401), letIn(403), ...[402, 404, 503].map((status) => [{ response: { status } }, `the server answers with status ${status} (expected a Trino server)`] as const), [{ response: { status: 503 }, code: "ENOTFOUND" }, "the server answers with status 503 (expected a Trino server)"] as const,
    ...["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH"].map((code) => [{ code }, `the server is not reached (${code}) (expected a server that runs at this host and port)`] as const),
    ...[{ code: "ECONNRESET" }, {}].map((error) => [error, "the connection was lost while the query ran (expected a connection that lasts)"] as const),
  ])("%j of the connection is told in both languages", async (error, told) => {
    server.fails = failing(error);
    const thrown: unknown = await open().catch((one: unknown) => one);
    expect(bothLanguages(() => { throw thrown; })).toEqual([`trino://h/c/s: ${told}. Nothing was written.`, expect.stringMatching(/^trino:\/\/h\/c\/s：[\u4e00-\u9fff]/)]);
  });
});
