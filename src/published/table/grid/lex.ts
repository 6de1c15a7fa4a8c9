/**
 * Numbers as tables print them, with their marks: `-0.348**`, `(0.222)`, `[0.9, 1.2]`, `0.9-1.2`, `<2e-16 ***`.
 * Every pattern is tried at one place only and has bounded repeats, so that a line takes time in proportion to its length.
 */
const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3}){1,4}(?![\d,])|\d{1,30})(?:\. {0,2}\d{1,30}|\.(?![\d.]))?(?:[eE][-+]?\d{1,3})?|\. ?\d{1,30}(?:[eE][-+]?\d{1,3})?`;
const SIGNED = String.raw`[-+]? {0,2}(?:${DIGITS})`;
/** `^a` is a superscript letter, as the readers of marked-up forms write it. */
const MARKS = String.raw`(?: {0,3}\*){1,5}|(?: ?[†‡§#+]){1,3}(?![\w.(])|(?:\^[a-z0-9](?:,(?=\^))?){1,3}`;
const BETWEEN = String.raw`(?: {0,3}[,;~] {0,3}| {1,3}(?:to|至|and) {1,3}|至|-(?=[-\d. ]) {0,2}| {1,2}- {1,2}(?=-?[\d.])| {1,3}(?=[-.\d]))`;
const SAID = String.raw`(?:(?:95 ?% ?)?(?:CI|C\.I\.?|SE|S\.E\.?|se|p|P|z|t|Z|T)(?!\w) ?[:=]? {0,2})?`;
const NUMBER = new RegExp(String.raw`([<>] ?=? ?)?(${SIGNED})( ?%)?(${MARKS})?`, "uy");
const BRACKET = new RegExp(String.raw`([([{]) {0,6}(${SAID})([<>] ?)?(${SIGNED})(${MARKS})?(?:${BETWEEN}(${SIGNED})(${MARKS})?)? {0,6}[)\]}](${MARKS})?`, "uy");
/** "(0,05)" among numbers with points: an error with a decimal comma rather than an interval, and not to be told. */
const DECIMAL_COMMA = /^[([{] *[-+]?\d+,\d+ *[)\]}]/;
const RANGE = new RegExp(String.raw`(${SIGNED})(?:-(?=[-.\d])|~|[,;] {1,2}| {1,2}(?:-|~|至|to) {1,2})(-?(?:${DIGITS}))(${MARKS})?`, "uy");
const TIGHT_RANGE = new RegExp(String.raw`(${SIGNED})(?:-(?=[-.\d])|~|[,;] {1,2}| {1,2}(?:至|to) {1,2})(-?(?:${DIGITS}))(${MARKS})?`, "uy");
/** "t = -1.557", "p = 0.120" in the open, as stargazer sets them. */
const TOLD = new RegExp(String.raw`(t|z|p|se|s\.e\.) ?(?:=|(?=<)) ?([<>] ?)?(${SIGNED})(${MARKS})?(?![\w.])`, "iuy");
const FILLER = /(?:yes|no|y|n\.? ?s\.?|n\/?a\.?|ref(?:\.|erence|erent)?|omitted|\((?:omitted|empty|base|ref(?:\.|erence)?|dropped|constrained|reference group|参照组?|基准组?)\)|included|control(?:led)?|是|否|有|无|已?控制|未控制|参照组?|基准组?|√|✓|✔|×|x|-{1,3}|\.{2,3}|…|\/)(?=$|[\s|])/iuy;
const STARS = new RegExp(String.raw`(?:\*{1,5}|[†‡§#]|\+|\.)(?=$|\s)`, "uy");

/** What a dash between blanks before a number is: that number's minus, an empty cell, or "to" between two limits. */
export type Dash = "minus" | "blank" | "range";

export interface Token {
  readonly kind: "number" | "bracket" | "range" | "filler" | "stars" | "word";
  readonly text: string;
  /** Numbers in it, as ASCII without spaces, thousands separators or exponents; two for an interval. */
  readonly numbers: readonly string[];
  readonly marks: string;
  /** "<" or ">" before it. */
  readonly bound?: string;
  /** What a bracket says of itself: "se", "p", "ci" … */
  readonly said?: string;
  readonly open?: string;
  readonly from: number;
  readonly to: number;
}

const boundary = (line: string, at: number): boolean => at >= line.length || /[\s()[\]{};,|]/.test(line[at]);

/** A match that begins exactly here. */
function match(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}

/** An exponent written out: the digits printed stay as they are. undefined where that would be absurd. */
function plain(text: string): string {
  const bare = text.replace(/[ ,]/g, "").replace(/^\+/, "");
  const parts = /^(-?)(\d*)\.?(\d*)[eE]([-+]?\d+)$/.exec(bare);
  if (!parts) return bare;
  const [, sign, whole, fraction, power] = parts;
  const shift = Number(power);
  if (Math.abs(shift) > 400) return `${sign}${whole || "0"}`;
  const digits = whole + fraction;
  const point = whole.length + shift;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return `${sign}${point >= digits.length ? digits.padEnd(point, "0") : `${digits.slice(0, point)}.${digits.slice(point)}`}`;
}

const bareMarks = (marks: string | undefined): string => (marks ?? "").replace(/[ ^,]/g, "");

/**
 * A line cut into tokens, words being whatever is no number, mark or filler.
 *
 * @param dash  how a dash between blanks is read; a dash at its number is always a minus
 */
export function lex(line: string, dash: Dash = "range"): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line[at])) {
      at++;
      continue;
    }
    const token = tokenAt(line, at, dash) ?? wordAt(line, at);
    tokens.push(token);
    at = token.to;
  }
  return joinStars(tokens);
}

function tokenAt(line: string, at: number, dash: Dash): Token | undefined {
  const sign = line[at];
  if ("([{".includes(sign)) {
    const bracket = match(BRACKET, line, at);
    if (bracket && !DECIMAL_COMMA.test(bracket[0])) {
      const [text, open, said, bound, first, marks1, second, marks2, marks3] = bracket;
      const numbers = [first, second].filter((one) => one !== undefined).map(plain);
      return { kind: "bracket", text, numbers, marks: bareMarks(marks3 || marks2 || marks1), open, ...(said && { said: said.replace(/[\s:=.]|95 ?%/g, "").toLowerCase() }), ...(bound && { bound: bound.trim() }), from: at, to: at + text.length };
    }
    return fillerAt(line, at);
  }
  if (sign === "-" && dash !== "minus" && /^- /.test(line.slice(at, at + 2))) return fillerAt(line, at);
  if (/[tzps]/i.test(sign) && (at === 0 || /\s/.test(line[at - 1]))) {
    const told = match(TOLD, line, at);
    if (told && told[3].includes(".")) {
      const [text, said, bound, digits, marks] = told;
      return { kind: "bracket", text, numbers: [plain(digits)], marks: bareMarks(marks), open: "", said: said.toLowerCase().replace(/\./g, ""), ...(bound && { bound: bound.trim() }), from: at, to: at + text.length };
    }
  }
  if (/[-+<>.\d]/.test(sign)) {
    const range = match(dash === "range" ? RANGE : TIGHT_RANGE, line, at);
    if (range && boundary(line, at + range[0].length)) {
      const [text, first, second, marks] = range;
      return { kind: "range", text, numbers: [plain(first), plain(second)], marks: bareMarks(marks), from: at, to: at + text.length };
    }
    const number = match(NUMBER, line, at);
    if (number && boundary(line, at + number[0].length) && !/[);,]/.test(line[at + number[0].length] ?? " ")) {
      const [text, bound, digits, , marks] = number;
      return { kind: "number", text, numbers: [plain(digits)], marks: bareMarks(marks), ...(bound && { bound: bound.replace(/\s/g, "") }), from: at, to: at + text.length };
    }
  }
  const stars = match(STARS, line, at);
  if (stars && (at === 0 || /[\s)\]\d]/.test(line[at - 1]))) return { kind: "stars", text: stars[0], numbers: [], marks: stars[0], from: at, to: at + stars[0].length };
  return fillerAt(line, at);
}

function fillerAt(line: string, at: number): Token | undefined {
  if (at > 0 && !/\s/.test(line[at - 1])) return undefined;
  const filler = match(FILLER, line, at);
  return filler ? { kind: "filler", text: filler[0], numbers: [], marks: "", from: at, to: at + filler[0].length } : undefined;
}

function wordAt(line: string, at: number): Token {
  let to = at + 1;
  while (to < line.length && !/\s/.test(line[to])) to++;
  return { kind: "word", text: line.slice(at, to), numbers: [], marks: "", from: at, to };
}

/** Stars that stand apart belong to the number or bracket before them. */
function joinStars(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (token.kind === "stars" && last && last.marks === "" && (last.kind === "number" || last.kind === "bracket" || last.kind === "range")) {
      joined[joined.length - 1] = { ...last, marks: token.marks, text: `${last.text} ${token.text}` };
    } else joined.push(token.kind === "stars" ? { ...token, kind: "word" } : token);
  }
  return joined;
}
