import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { acts } from "./actingFunctions";

/** A piece of a statement: a bare word, a sign, or something quoted (a name, a text) with its quotes, whose inside says nothing. */
type Piece = { readonly kind: "word" | "sign" | "quoted"; readonly text: string };

const WRITES = new Set(["INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "TRUNCATE", "DROP", "ALTER", "CREATE", "COPY", "CALL", "GRANT", "REVOKE", "SET", "RESET", "ATTACH", "DETACH", "INSTALL", "LOAD", "PRAGMA", "EXECUTE", "PREPARE", "VACUUM", "ANALYZE", "LOCK", "DO", "EXPORT", "IMPORT", "USE", "CHECKPOINT", "BEGIN", "START", "COMMIT", "ROLLBACK"]);

/**
 * The statement of `--sql`, if it is one that only reads: a single SELECT, or WITH and a SELECT. Decided before anything is
 * sent, by its words outside quotes; where engines would read a text differently (nested comments), it is refused too.
 *
 * @returns the statement without a closing semicolon, to stand in brackets
 * @throws {BadInput} anything else, naming the word
 */
export function selectOnly(sql: string): string {
  const pieces = piecesOf(sql);
  while (pieces.at(-1)?.text === ";") pieces.pop();
  if (pieces.length === 0) throw refused("the statement is empty");
  const first = pieces[0].kind === "word" ? pieces[0].text.toUpperCase() : pieces[0].text;
  if (first !== "SELECT" && first !== "WITH" && first !== "(") throw refused(said`the statement begins with ${first}`);
  if (first === "(" && !["SELECT", "WITH", "("].includes(pieces[1]?.text.toUpperCase() ?? "")) throw refused(said`the statement begins with ${`( ${pieces[1]?.text ?? ""}`}`);
  let depth = 0;
  pieces.forEach(({ kind, text }, i) => {
    if (text === ";") throw refused("a semicolon divides it: it is more than one statement");
    if (text === "(") depth++;
    if (text === ")" && --depth < 0) throw refused("a bracket closes that was not opened");
    refuseActing(pieces, i);
    if (kind !== "word") return;
    const [word, before, after] = [text.toUpperCase(), pieces[i - 1], pieces[i + 1]?.text.toUpperCase()];
    const opens = before === undefined || before.text === "(" || before.text === ")";
    if (opens && WRITES.has(word) && pieces[i + 1]?.text !== "(" && pieces[i + 1]?.text !== ",") throw refused(said`it holds ${word}, which writes`);
    if (word === "INTO") throw refused("it holds INTO, which writes a table");
    if (word === "FOR" && ["UPDATE", "SHARE", "NO", "KEY"].includes(after ?? "")) throw refused(said`it holds FOR ${after}, which locks rows`);
  });
  if (depth !== 0) throw refused("a bracket is not closed");
  return sql.slice(0, endOf(sql, pieces.length)).trim();
}

/** @throws {BadInput} at a call of a function that acts, quoted or not; at a name whose letters stand as numbers */
function refuseActing(pieces: readonly Piece[], i: number): void {
  const { kind, text } = pieces[i];
  if (kind === "quoted" && text.startsWith('"') && pieces[i - 1]?.text === "&" && pieces[i - 2]?.text.toUpperCase() === "U") throw refused('a name is written by U&"…"');
  if (kind === "sign" || pieces[i + 1]?.text !== "(") return;
  const name = text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
  if (acts(name, pieces[i - 1]?.text === ".")) throw refused(said`it calls ${name}, which does more than read`);
}

const refused = (found: string | ReturnType<typeof said>): BadInput => new BadInput({ file: "--sql" }, found, "one SELECT (or WITH … SELECT): data are only read", "A column of such a name stands in double quotes. Nothing was sent.");

/** Where the statement ends that has so many pieces. */
function endOf(sql: string, count: number): number {
  const spans: number[] = [];
  scan(sql, (_, __, end) => void spans.push(end));
  return spans[count - 1];
}

function piecesOf(sql: string): Piece[] {
  const pieces: Piece[] = [];
  scan(sql, (kind, start, end) => void pieces.push({ kind, text: sql.slice(start, end) }));
  return pieces;
}

/** Tells of every piece but blanks and comments. */
function scan(sql: string, tell: (kind: Piece["kind"], start: number, end: number) => void): void {
  for (let i = 0; i < sql.length;) {
    const rest = sql.slice(i, i + 2);
    const start = i;
    if (sql[i] === "\0") throw refused("a NUL byte stands in it");
    if (/\s/.test(sql[i])) i++;
    else if (rest === "--") i = lineEnd(sql, i);
    else if (rest === "/*") i = commentEnd(sql, i);
    else if (sql[i] === "'" || sql[i] === '"') tell("quoted", start, (i = quoteEnd(sql, i, sql[i], sql[i] === "'" && /(^|[^\w$])[eE]$/.test(sql.slice(Math.max(0, i - 2), i)))));
    else if (/^\$(?:[A-Za-z_]\w*)?\$/.test(sql.slice(i))) tell("quoted", start, (i = dollarEnd(sql, i)));
    else if (/[\p{L}_]/u.test(sql[i])) {
      const [word] = /^[\p{L}\p{N}_$]+/u.exec(sql.slice(i))!;
      i += word.length;
      tell("word", start, i);
    } else tell("sign", start, ++i);
  }
}

const lineEnd = (sql: string, from: number): number => {
  const end = sql.indexOf("\n", from);
  return end < 0 ? sql.length : end;
};

function commentEnd(sql: string, from: number): number {
  const end = sql.indexOf("*/", from + 2);
  if (end < 0) throw refused("a comment is not closed");
  if (sql.slice(from + 2, end).includes("/*")) throw refused("a comment stands within a comment, which engines read differently");
  return end + 2;
}

function quoteEnd(sql: string, from: number, quote: string, backslashes: boolean): number {
  for (let i = from + 1; i < sql.length; i++) {
    if (backslashes && sql[i] === "\\") i++;
    else if (sql[i] === quote && sql[i + 1] === quote) i++;
    else if (sql[i] === quote) return i + 1;
  }
  throw refused("a quote is not closed");
}

function dollarEnd(sql: string, from: number): number {
  const [tag] = /^\$\w*\$/.exec(sql.slice(from))!;
  const end = sql.indexOf(tag, from + tag.length);
  if (end < 0) throw refused("a quote is not closed");
  return end + tag.length;
}
