import { BadInput } from "../badInput";
import { said } from "../faults/said";

/** Where `--from` says the rows are. */
export type Source =
  | { readonly kind: "files"; readonly pattern: string }
  | { readonly kind: "postgres" | "trino"; readonly host: string; readonly port: number | undefined; readonly user: string | undefined; readonly path: readonly string[]; readonly secure: boolean };

/** What is read of it: a table by its name, or what a SELECT gives. */
export interface Asked {
  readonly from: string;
  readonly table?: string | undefined;
  readonly sql?: string | undefined;
}

const SERVERS = /^(postgres|postgresql|trino|trinos):\/\//i;

/**
 * Understands `--from`: `postgres://user@host:port/database`, `trino://user@host:port/catalog/schema` (`trinos://` over TLS),
 * or a file, folder or glob.
 *
 * @throws {BadInput} another kind of address; a password in it, which every user of the machine could read in the list of processes
 */
export function sourceOf(from: string): Source {
  if (from.trim() === "") throw new BadInput({ file: "--from" }, "it names nothing", "a file, a folder, a glob, postgres://… or trino://…");
  const [, scheme] = SERVERS.exec(from) ?? [];
  if (scheme === undefined) {
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(from)) throw new BadInput({ file: "--from" }, said`${from.slice(0, from.indexOf(":"))}:// is not read here`, "a file, a folder, a glob, postgres://… or trino://…");
    return { kind: "files", pattern: from };
  }
  let url: URL, path: string[], user: string;
  try {
    url = new URL(from.replace(SERVERS, "http://"));
    path = url.pathname.split("/").filter((part) => part !== "").map(decodeURIComponent);
    user = decodeURIComponent(url.username);
  } catch {
    throw new BadInput({ file: "--from" }, said`the address after ${scheme.toLowerCase()}:// is not understood`, said`${scheme.toLowerCase()}://user@host:port/name`);
  }
  const kind = scheme.toLowerCase().startsWith("trino") ? "trino" : "postgres";
  const file = kind === "trino" ? "TRINO_PASSWORD, or a file that TRINO_PASSWORD_FILE names" : "PGPASSWORD, or the file ~/.pgpass";
  if (url.password !== "") throw new BadInput({ file: "--from" }, "a password stands in the address, where every user of this machine can read it", said`the password in ${file}`, "It was not used.");
  if (url.search !== "") throw new BadInput({ file: "--from" }, "the address has options after a question mark", "user, host, port and name only", kind === "postgres" ? "Options of the connection are taken from PGSSLMODE and the like." : undefined);
  return { kind, host: url.hostname, port: url.port === "" ? undefined : Number(url.port), user: user === "" ? undefined : user, path, secure: scheme.toLowerCase() === "trinos" };
}

/** What a reader is told the rows come from. */
export const nameOfAsked = ({ from, table, sql }: Asked): string => [from, ...(table === undefined ? [] : [table]), ...(sql === undefined ? [] : ["--sql"])].join(" ");
