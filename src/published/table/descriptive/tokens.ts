/** A piece of a line: a number in the open, one in brackets, an empty cell's dash, or words. */
export interface Token {
  readonly kind: "number" | "bracketed" | "blank" | "words";
  /** A number as ASCII without spaces or thousands separators; words as they stand. */
  readonly text: string;
  /** First and last column (exclusive) in the line. */
  readonly from: number;
  readonly to: number;
}

const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?: {0,2}\. {0,2}\d+)?|\. ?\d+`;
const MARKS = String.raw`(?: {0,2}\*){1,4}|\^?\{?\*{1,4}\}?|[†‡+](?![\w.])`;
const NUMBER = new RegExp(String.raw`(?<![\p{L}\p{N}_.,²³^])(- {0,2})?(${DIGITS})(?![\p{L}\p{N}_²³])( ?%)?(${MARKS})?`, "uy");
const BRACKETED = new RegExp(String.raw`[(\[{] {0,2}(- {0,2})?(${DIGITS}) {0,2}(${MARKS})? {0,2}[)\]}](${MARKS})?`, "uy");
/** A slash between words joins them ("单位 / 客户"); before a number, a gap or nothing it fills an empty cell. */
const BLANK = /(?<![^ ])(?:-{1,3}(?= |$)|\.{3}(?= |$)|…(?= |$)|n\/?a\.?(?= |$)|\/(?=$| {2}| [-(.\d]))/iuy;

/**
 * A line cut into tokens. Spaces inside a number ("- 0. 0004 * *") belong to it; a number that touches a letter
 * ("R2", "年龄2", "H3a") belongs to the words around it.
 */
export function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let wordsFrom = -1;
  const closeWords = () => {
    if (wordsFrom >= 0 && line.slice(wordsFrom, at).trim() !== "") tokens.push({ kind: "words", text: line.slice(wordsFrom, at).trim(), from: wordsFrom, to: at });
    wordsFrom = -1;
  };
  while (at < line.length) {
    const token = line[at] === " " ? undefined : tokenAt(line, at);
    const classed = match(CLASS, line, at);
    if (classed) {
      if (wordsFrom < 0) wordsFrom = at;
      at += classed[0].length;
    } else if (token) {
      closeWords();
      tokens.push(token);
      at = token.to;
    } else {
      if (line[at] !== " " && wordsFrom < 0) wordsFrom = at;
      at++;
    }
  }
  closeWords();
  return tokens;
}

function tokenAt(line: string, at: number): Token | undefined {
  const bracketed = match(BRACKETED, line, at);
  if (bracketed) return numberToken("bracketed", bracketed[0], bracketed[1], bracketed[2], at);
  const number = match(NUMBER, line, at);
  if (number) return numberToken("number", number[0], number[1], number[2], at);
  return blankAt(line, at);
}

function blankAt(line: string, at: number): Token | undefined {
  const blank = match(BLANK, line, at);
  return blank ? { kind: "blank", text: "", from: at, to: at + blank[0].length } : undefined;
}

const numberToken = (kind: "number" | "bracketed", all: string, minus: string | undefined, digits: string, at: number): Token => ({
  kind,
  text: (minus ? "-" : "") + digits.replace(/[ ,]/g, ""),
  from: at,
  to: at + all.length,
});

/** "18-24", "25 - 34" and "65+" are ages or classes in a label: whole numbers, unlike coefficients. */
const CLASS = /(?<![\p{L}\p{N}_.,(])\d{1,3}(?: ?(?:-|~|至|to) ?\d{1,3}(?![\d.,])|\+(?= |$))(?! ?\*)/uy;

/** A match that begins exactly here. */
function match(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}
