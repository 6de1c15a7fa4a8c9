import { tokensOf } from "./tokens";

/** The lines of one table in a running text. */
export interface Region {
  readonly number?: number;
  readonly caption: string;
  /** Without captions of continuations and empty lines. */
  readonly lines: readonly string[];
  readonly notes: string;
}

const CAPTION = /^\s*(?:表|table|tab\.)\s{0,3}(\d{1,3}|[ivx]{1,5})(?![\d.]\d)[\s.:、-]*(.*)$/i;
const CONTINUED = /^\s*(?:续表|续上表|表\s?\d+\s?[(（]?续[)）]?|table\s?\d+\s?\(?cont(?:inued|'d|\.)?\)?|\(?continued\)?)\s*\d*\s*$/i;
/** A line drawn across a table. */
const RULE = /^[\s=_~+|:-]{4,}$/;
const NOTE = /^\s*(?:注|说明|资料来源|数据来源|notes?\b|source\b|括号[内中]|(?:robust |clustered )?standard errors?\b|(?:absolute )?[tzp][ -]?(?:stat|value|ratio)|\*{1,3}\s*(?:代表|表示|p\b|:|=|,)|[†+]\s*p\b)/i;
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, ix: 9, x: 10 };

const HAN = /\p{Script=Han}/gu;
const PROSE_HAN = 20;
const PROSE_WORDS = 14;
/** A prose line is one that no cell or label would be: long, with the punctuation of a sentence. */
export function isProse(line: string): boolean {
  const numbers = tokensOf(line).filter(({ kind }) => kind === "number" || kind === "bracketed").length;
  if (numbers > 2) return false;
  const han = line.match(HAN)?.length ?? 0;
  if (han >= PROSE_HAN && /[,，;。、]/.test(line)) return true;
  return /[.,;]( |$)/.test(line) && line.trim().split(/\s+/).filter((word) => /[a-z]{2}/i.test(word)).length >= PROSE_WORDS;
}

/** The tables of a text, by their captions; the whole text where there is no caption. In plain characters. */
export function regionsOf(text: string): Region[] {
  const lines = text.replace(/\t/g, "    ").split("\n");
  const starts = lines.flatMap((line, i) => (CAPTION.test(line) && !CONTINUED.test(line) && !isProse(line) ? [i] : []));
  if (starts.length === 0) return [region(undefined, "", lines)];
  return starts.map((start, k) => {
    const [, number, caption] = CAPTION.exec(lines[start])!;
    return region(ROMAN[number.toLowerCase()] ?? Number(number), caption.trim(), lines.slice(start + 1, starts[k + 1]));
  });
}

/** Cuts a table off at its note, or at the first prose after its numbers began. */
function region(number: number | undefined, caption: string, lines: readonly string[]): Region {
  const kept: string[] = [];
  const notes: string[] = [];
  let begun = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line.trim() === "" || RULE.test(line) || CONTINUED.test(line)) continue;
    if (NOTE.test(line)) {
      // A note runs on to the next empty line.
      while (i < lines.length && lines[i].trim() !== "") notes.push(lines[i++]);
      if (begun) break;
      continue;
    }
    if (isProse(line)) {
      if (begun) break;
      continue;
    }
    begun ||= tokensOf(line).some(({ kind }) => kind === "number");
    kept.push(line);
  }
  return { ...(number !== undefined && { number }), caption, lines: kept, notes: notes.join("\n") };
}
