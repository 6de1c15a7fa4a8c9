/** The lines of one table in a running text. */
export interface Region {
  readonly before: readonly string[];
  readonly lines: readonly string[];
  readonly after: readonly string[];
}

const CAPTION = /^\s{0,200}(?:续?表|附表|table|tab\.|tabelle|tabla|tableau|exhibit)\s{0,3}(?:\d{1,3}|[ivxlc]{1,6}|[a-z]\.?\d{1,2}|\d{1,2}[-–.]\d{1,2}|[一二三四五六七八九十]{1,3})(?![\d.]\d|\p{L})[\s.:、|-]{0,9}(.*)$/iu;
const CONTINUED = /^\s{0,200}(?:续表|续上表|表\s?[\d一二三四五六]+\s?[(（]?续[)）]?|(?:table|tab\.)\s?[\da-z.]+\.?\s?[-–—:,]?\s?\(?(?:cont(?:inued|'d|\.)?|contd\.?)\)?|\(?(?:continued|cont'd|cont\.)\)?)\s*\d*\s*$/i;
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, ix: 9, x: 10, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };

const PROSE_HAN = 22;
const PROSE_WORDS = 14;
/** A prose line is one that no cell or label would be: long, with the punctuation of a sentence and hardly a number. */
export function isProse(line: string): boolean {
  const numbers = line.match(/(?<![\w.])[-(]?\d*\.\d+/g)?.length ?? 0;
  if (numbers > 2) return false;
  const han = line.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han >= PROSE_HAN && /[,，;。、]/.test(line)) return true;
  return /[.,;](?: |$)/.test(line) && line.trim().split(/\s+/).filter((word) => /[a-z]{2}/i.test(word)).length >= PROSE_WORDS;
}

export const isCaption = (line: string): boolean => line.length < 600 && CAPTION.test(line) && !CONTINUED.test(line);
export const isContinuation = (line: string): boolean => line.length < 200 && CONTINUED.test(line);

/** The number in "Table 2", "表三", "TABLE IV". */
export function tableNumber(line: string): number | undefined {
  const said = /^\s{0,200}(?:续?表|附表|table|tab\.|tabelle|tabla|tableau|exhibit)\s{0,3}-?\s?(?:[a-z]?\.?(?<digits>\d{1,3})|(?<roman>[ivx]{1,5}|[一二三四五六七八九十]))(?![\p{L}])/iu.exec(line)?.groups;
  return said?.digits !== undefined ? Number(said.digits) : said && ROMAN[said.roman.toLowerCase()];
}

/** A line with two numbers with points, or one and a label: what only rows of tables are. */
const isRowLike = (line: string): boolean => /(?<![\w.])[-(]? ?\d{0,12}\. ?\d/.test(line) && !isProse(line);

/**
 * The tables of a text, by their captions; captions stand above, or, where rows come before the first one and none after
 * the last, below. The whole text where there is no caption.
 */
export function regionsOf(lines: readonly string[]): Region[] {
  const captions = lines.flatMap((line, i) => (isCaption(line) && !isProse(line) ? [i] : []));
  const starts = captions.filter((at, k) => k === 0 || lines.slice(captions[k - 1], at).some(isRowLike));
  if (starts.length === 0) return [{ before: [], lines, after: [] }];
  const rows = (from: number, to?: number) => lines.slice(from, to).filter(isRowLike).length;
  const below = rows(0, starts[0]) >= 2 && rows(starts[starts.length - 1] + 1) < 2;
  if (below) {
    return starts.map((at, k) => {
      const next = starts[k + 1] ?? lines.length;
      return { before: [lines[at]], lines: lines.slice(k === 0 ? 0 : starts[k - 1] + 1, at), after: k === starts.length - 1 ? lines.slice(at + 1, next) : [] };
    });
  }
  const regions = starts.map((at, k) => ({ before: k === 0 ? lines.slice(Math.max(0, at - 5), at + 1) : [lines[at]], lines: lines.slice(at + 1, starts[k + 1]), after: [] as string[] }));
  return rows(0, starts[0]) >= 2 ? [{ before: [], lines: lines.slice(0, starts[0]), after: [] }, ...regions] : regions;
}
