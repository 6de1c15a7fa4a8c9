import { randomBytes } from "node:crypto";

/**
 * Numbers that JavaScript cannot hold (1e400, −0.0, 12345678901234567890) travel through memory as texts with this mark, and
 * are written as they were read. The mark is another in each process, so that no text in a notebook can be taken for one.
 */
const MARK = `\0${randomBytes(12).toString("hex")}:`;
const WRITTEN = new RegExp(`"\\\\u0000${MARK.slice(1)}([^"]*)"`, "g");

/** A JSON text with each number that would lose its value put into a marked text. */
export function markInexact(json: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < json.length;) {
    const quote = json.indexOf("\"", at);
    pieces.push((quote < 0 ? json.slice(at) : json.slice(at, quote)).replace(/-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g, markOne));
    if (quote < 0) break;
    at = endOfText(json, quote);
    pieces.push(json.slice(quote, at));
  }
  return pieces.join("");
}

/** A JSON text as `JSON.stringify` wrote it, the marked numbers as they were. */
export const unmarkInexact = (json: string): string => json.replace(WRITTEN, "$1");

const markOne = (token: string): string => (holds(token) ? token : JSON.stringify(MARK + token));

/** Would JavaScript give back the same value? */
function holds(token: string): boolean {
  const value = Number(token);
  return Number.isFinite(value) && !Object.is(value, -0) && digits(token) === digits(String(value));
}

/** A number's sign, digits and place of the point, however it is written. */
function digits(token: string): string {
  const [, sign, whole, fraction = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(token)!;
  const all = (whole + fraction).replace(/^0+/, "");
  const significant = all.replace(/0+$/, "");
  return significant === "" ? "0" : `${sign}${significant}e${Number(exponent) - fraction.length + (all.length - significant.length)}`;
}

/** Just behind the quotation mark that ends the text beginning at `quote`. */
function endOfText(json: string, quote: number): number {
  for (let end = json.indexOf("\"", quote + 1); end >= 0; end = json.indexOf("\"", end + 1)) {
    let slashes = 0;
    while (json[end - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return end + 1;
  }
  return json.length;
}
