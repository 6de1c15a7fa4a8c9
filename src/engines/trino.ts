import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { BadInput } from "../badInput";
import { type Said, said } from "../faults/said";
import { driver } from "./drivers";
import type { Batch, ColumnKind, Engine, Raw } from "./engine";
import { serverRows } from "./serverRows";
import type { Source } from "./source";

/** What we use of trino-client, which is not among this package's own dependencies. */
interface TrinoClient {
  readonly Trino: { create(options: Readonly<Record<string, unknown>>): Trino };
  readonly BasicAuth: new (user: string, password?: string) => object;
}
interface Trino {
  /** `iter` holds the page last seen: next() itself waits for one with data, and a query must be stopped before there is any. */
  query(sql: string): Promise<{ readonly iter?: { readonly queryResult?: Page }; next(): Promise<{ value?: Page; done?: boolean }> }>;
  cancel(id: string): Promise<unknown>;
}
interface Page {
  readonly id: string;
  readonly columns?: readonly { readonly name: string; readonly type: string }[];
  readonly data?: readonly Raw[][];
  readonly error?: { readonly message: string; readonly errorName: string };
}

/** A page of an answer may be asked for again: the server keeps it until the next. The query itself is sent once. */
const AGAIN = [500, 1000, 2000];

/**
 * Opens a table or SELECT of Trino. The user: of the address, else TRINO_USER or the system's; the password (trinos:// only):
 * TRINO_PASSWORD, or a file that TRINO_PASSWORD_FILE names.
 *
 * @throws {BadInput} where the server is not reached, refuses the user, or refuses the query
 */
export async function openTrino(from: string, source: Extract<Source, { kind: "postgres" | "trino" }>, table?: string, sql?: string): Promise<Engine> {
  const rows = serverRows(from, table, sql);
  const { Trino, BasicAuth } = driver<TrinoClient>("trino");
  const password = passwordOf();
  if (password !== undefined && !source.secure) throw new BadInput({ file: from }, "a password would be sent unencrypted", "trinos://…, or no TRINO_PASSWORD");
  const server = `${source.secure ? "https" : "http"}://${source.host}:${source.port ?? (source.secure ? 443 : 8080)}`;
  const user = source.user ?? process.env.TRINO_USER ?? process.env.USER ?? "sojourn";
  const client = Trino.create({ server, source: "sojourn", catalog: source.path[0], schema: source.path[1], auth: new BasicAuth(user, password), extraHeaders: { "X-Trino-Time-Zone": "UTC" } });
  let running: string | undefined;
  let stopped = false;
  const pages = async function* (text: string): AsyncIterable<Page> {
    const answer = await told(from, client.query(text));
    running = answer.iter?.queryResult?.id;
    for (;;) {
      const { value, done } = await told(from, patiently(() => answer.next(), () => stopped));
      if (value?.error) throw refusal(from, stopped ? ["the query was stopped", "time to finish"] : reasonOf(value.error));
      if (value === undefined || done) break;
      yield value;
    }
    running = undefined;
  };
  let described: Page["columns"];
  for await (const { columns } of pages(`SELECT * FROM ${rows} AS s LIMIT 0`)) described ??= columns;
  return {
    name: from, rows, columns: (described ?? []).map(({ name, type }) => ({ name, type, kind: kindOfTrino(type) })),
    dialect: { double: "DOUBLE", given: (expression, kind) => (["integer", "decimal", "text"].includes(kind) ? `CAST(${expression} AS VARCHAR)` : expression) },
    query: async function* (text): AsyncIterable<Batch> {
      for await (const { columns, data } of pages(text)) if (data && data.length > 0) yield (columns ?? data[0]).map((_, j) => data.map((row) => row[j]));
    },
    cancel: async () => {
      stopped = true;
      if (running !== undefined) await client.cancel(running);
    },
    close: async () => undefined,
  };
}

function passwordOf(): string | undefined {
  const { TRINO_PASSWORD: password, TRINO_PASSWORD_FILE: file } = process.env;
  if (password !== undefined || file === undefined) return password;
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    throw new BadInput({ file: "TRINO_PASSWORD_FILE" }, "the file that it names cannot be read", "a file with the password");
  }
}

/** Asks again after a moment where the connection broke. */
async function patiently<T>(ask: () => Promise<T>, given: () => boolean): Promise<T> {
  for (const pause of AGAIN) {
    try {
      return await ask();
    } catch (error) {
      if (given() || (error as { response?: { status: number } }).response !== undefined) throw error;
      await wait(pause);
    }
  }
  return ask();
}

export function kindOfTrino(type: string): ColumnKind {
  const [base] = /^[a-z]+/.exec(type) ?? [""];
  if (["tinyint", "smallint", "integer", "bigint"].includes(type)) return "integer";
  if (base === "decimal") return "decimal";
  if (type === "double" || type === "real" || type === "boolean") return type;
  if (["varchar", "char", "uuid"].includes(base)) return "text";
  return ["date", "time", "timestamp", "interval"].includes(base) ? "date" : "other";
}

/** What the connection says, as a refusal of the input. No password is part of it. */
async function told<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const { code = "", response } = error as { code?: string; response?: { status: number } };
    if (response?.status === 401 || response?.status === 403) throw refusal(file, [said`the server does not let this user in (${response.status})`, "a user in the address or TRINO_USER, and the password in TRINO_PASSWORD or TRINO_PASSWORD_FILE"]);
    if (response !== undefined) throw refusal(file, [said`the server answers with status ${response.status}`, "a Trino server"]);
    if (["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH"].includes(code)) throw refusal(file, [said`the server is not reached (${code})`, "a server that runs at this host and port"]);
    throw refusal(file, ["the connection was lost while the query ran", "a connection that lasts"]);
  }
}

const refusal = (file: string, [found, expected]: readonly [string | Said, string]): BadInput => new BadInput({ file }, found, expected, "Nothing was written.");

/** Of a query that failed: a worker that went away, or what Trino says of the query. */
function reasonOf({ message, errorName }: NonNullable<Page["error"]>): [string | Said, string] {
  if (/REMOTE_(HOST_GONE|TASK_ERROR)|NO_NODES_AVAILABLE|PAGE_TRANSPORT|TOO_MANY_REQUESTS_FAILED|SERVER_SHUTTING_DOWN/.test(errorName)) return [said`a worker of the cluster went away while the query ran (${errorName})`, "workers that last; run it again"];
  if (errorName === "USER_CANCELED") return ["the query was stopped", "time to finish"];
  return [said`Trino says: ${message.split("\n")[0].slice(0, 600)}`, "a table or SELECT that it can read"];
}
