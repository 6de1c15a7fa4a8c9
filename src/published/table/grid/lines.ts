import { roleAt, roleOf, type Role } from "../roles/vocabulary";
import { statisticOf, statisticsIn } from "../roles/statistics";
import { RULE_LINE } from "../source/console";
import { isCaption, isContinuation, isProse } from "../source/regions";
import { type Dash, lex, type Token } from "./lex";

/** A line of running text, cut into a label and the cells after it. */
export interface Line {
  readonly text: string;
  readonly kind: "rule" | "blank" | "text" | "values" | "roles" | "numbering" | "said" | "note" | "prose" | "caption";
  readonly label: string;
  readonly cells: readonly TextCell[];
  /** Of a line of roles: what they are, and where. */
  readonly roles: readonly Phrase[];
}

export interface TextCell {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly Token[];
}

export interface Phrase {
  readonly role: Role;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export const PANEL = /^\s{0,200}panel\s{1,3}[a-z0-9]\b/i;
export const NOTE = /^\s{0,200}(?:注|说明|资料来源|数据来源|来源|notes?\b|source\b|data source|括号[内中]|(?:heteroske\w+ |robust |clustered |delta-method )?(?:standard errors?|s\.e\.)\s.{0,40}(?:parenthes|bracket|clustered)|(?:absolute )?(?:value of )?[tzp][ -]?(?:stat|value|ratio)\w*\s.{0,30}(?:parenthes|bracket)|significance|signif\. codes|exponentiated coef|legend:|dependent variable (?:is|:)|(?:^|\s)(?:\*{1,4}|[†‡+#§]|\^[a-z])\s{0,3}(?:,|;|and|代表|表示|分别|为|:|=|indicates?|denotes?|significan|p\b|p-)|\*{1,4}\s?,\s?\*{1,4})/i;

/** Reads every line on its own. */
export function readLines(texts: readonly string[], dash: Dash): Line[] {
  return texts.map((text) => readLine(text, dash));
}

const plain = (kind: Line["kind"], text: string): Line => ({ text, kind, label: text.trim(), cells: [], roles: [] });

export function readLine(text: string, dash: Dash): Line {
  if (text.trim() === "") return plain("blank", "");
  if (text === RULE_LINE || /^[\s=_~+|:-]{3,}$/.test(text)) return plain("rule", text);
  if (isContinuation(text)) return plain("rule", text);
  if (isCaption(text)) return plain("caption", text);
  if (NOTE.test(text)) return plain("note", text);
  const tokens = lex(text, dash);
  const roles = rolesIn(tokens);
  if (roles) return { ...plain("roles", text), roles, label: text.slice(0, roles[0].from).trim() };
  if (isNumbering(tokens)) return plain("numbering", text);
  let first = tokens.length;
  while (first > 0 && tokens[first - 1].kind !== "word") first--;
  // A filler right after words belongs to them ("Never or no", "has none / no").
  while (first < tokens.length && first > 0 && tokens[first].kind === "filler" && tokens[first].from - tokens[first - 1].to < 2 && tokens.slice(first).some(({ kind }) => kind !== "filler") && /\p{L}/u.test(tokens[first].text) && /[a-z]/.test(tokens[first].text)) first++;
  const values = tokens.slice(first);
  if (values.length === 0) return wordsOnly(text);
  if (!values.some(({ kind }) => kind !== "filler") && (values.length < 2 || first === 0) && !values.every(({ text: filler }) => filler === "-")) return wordsOnly(text);
  const label = first === 0 ? "" : text.slice(tokens[0].from, tokens[first - 1].to);
  const cells = cellsOf(thousands(values, label === "" ? 0 : tokens[first - 1].to));
  if (cells.length === 1 && /[:=]$/.test(label) && values.length === 1) return plain("said", text);
  if (isProse(text)) return plain("prose", text);
  return { text, kind: "values", label, cells, roles: [] };
}

/** "2 345   2 345": whole numbers whose thousands a single blank sets apart, where wider gaps part the cells. */
function thousands(values: readonly Token[], labelTo: number): Token[] {
  const gaps = values.map(({ from }, i) => from - (i === 0 ? labelTo : values[i - 1].to));
  if (!values.every(({ kind, text }) => kind === "number" && /^\d{1,3}$/.test(text)) || !gaps.some((gap) => gap >= 3)) return [...values];
  return values.reduce<Token[]>((sofar, token, i) => {
    const last = sofar.at(-1);
    if (i > 0 && last && gaps[i] === 1 && token.text.length === 3) sofar[sofar.length - 1] = { ...last, text: `${last.text}${token.text}`, numbers: [`${last.numbers[0]}${token.numbers[0]}`], to: token.to };
    else sofar.push(token);
    return sofar;
  }, []);
}

const wordsOnly = (text: string): Line => plain(isProse(text) ? "prose" : text.length < 300 && statisticsIn([text]).found.size > 0 ? "said" : "text", text);

/** Numbers with the brackets that follow them. */
function cellsOf(values: readonly Token[]): TextCell[] {
  const cells: { text: string; from: number; to: number; tokens: Token[] }[] = [];
  for (const token of values) {
    const last = cells.at(-1);
    if (token.kind === "bracket" && last && last.tokens.length === 1 && last.tokens[0].kind === "number") {
      last.tokens.push(token);
      last.text += ` ${token.text}`;
      last.to = token.to;
    } else cells.push({ text: token.text, from: token.from, to: token.to, tokens: [token] });
  }
  return cells;
}

/** The same, every number and bracket on its own. */
export const apart = (cells: readonly TextCell[]): TextCell[] => cells.flatMap(({ tokens }) => tokens.map((token) => ({ text: token.text, from: token.from, to: token.to, tokens: [token] })));

/** Two or more roles and little else: a line of column headings. */
function rolesIn(tokens: readonly Token[]): Phrase[] | undefined {
  if (tokens.length > 200 || tokens.filter(({ kind, numbers }) => kind !== "word" && numbers.some((number) => number.includes(".") && !/^(?:0?\.025|0?\.975|2\.5|97\.5)$/.test(number))).length > 0) return undefined;
  const words = tokens.map(({ text }) => text);
  const phrases: Phrase[] = [];
  let strangers = 0;
  for (let at = 0; at < words.length;) {
    const found = roleAt(words, at);
    // "P > |z|" and "[95% Conf. Interval]" are several words; a bracket alone may say what a cell's brackets hold.
    if (found && !(found.role === "other" && at === 0)) {
      phrases.push({ role: found.role, text: words.slice(at, at + found.words).join(" "), from: tokens[at].from, to: tokens[at + found.words - 1].to });
      at += found.words;
    } else {
      const inBrackets = /^[([](.+)[)\]]$/.exec(words[at])?.[1];
      if (phrases.length > 0 && inBrackets && roleOf(inBrackets)) {
        const last = phrases.pop()!;
        phrases.push({ ...last, text: `${last.text} ${words[at]}`, to: tokens[at].to });
      } else if (phrases.length > 0) strangers++;
      at++;
    }
  }
  if (phrases.length < 2) return undefined;
  // A title may speak of odds ratios and intervals: before headings stands at most the name of the first column.
  const before = tokens.filter(({ to }) => to <= phrases[0].from).length;
  const isApart = before > 0 && phrases[0].from - tokens[before - 1].to >= 3;
  if (before > (isApart ? 6 : 3)) return undefined;
  const strong = phrases.filter(({ text }) => text.length > 1).length;
  const kinds = new Set(phrases.map(({ role }) => role)).size;
  return kinds + strong >= 3 && strangers * 2 <= phrases.length ? phrases : undefined;
}

/** "(1) (2) (3)", "Model 1 Model 2", "模型一 模型二": headings that number the models. */
function isNumbering(tokens: readonly Token[]): boolean {
  if (tokens.length === 0 || tokens.length > 100) return false;
  const words = tokens.map(({ text }) => text).join(" ");
  if (/^(?:\p{L}[\p{L} ]{0,40}? )?\(?[1-9]\d?\)(?: \(?[1-9]\d?\))*$/u.test(words) && /\(1\)|\(\d\).*\(\d\)/.test(words) && !statisticOf(words.replace(/ ?\(.*$/, ""))) return true;
  if (words.length > 400) return false;
  const names = words.match(NUMBERED)?.length ?? 0;
  return names >= 1 && words.replace(NUMBERED, "").trim().split(/\s+/).filter(Boolean).length <= (names >= 2 ? 1 : 0);
}
const NUMBERED = /(?<!\S)(?:model|模型|specification|spec\.?|column|equation|eq\.?|m) ?\(?(?:[1-9]\d?|[a-z]|[ivx]{1,4}|[一二三四五六七八九十])\)?(?![\p{L}])[^\s\d.]{0,20}(?=\s|$)/giu;
