/** Signs that print as a star, a minus or a space, and what they are read as. */
const READ_AS: readonly (readonly [RegExp, string])[] = [
  [/[∗⁎﹡✱＊⋆★☆]/g, "*"],
  [/[−–—‐‑‒―－﹣]/g, "-"],
  // PDFs and Western encodings hold a hyphen-minus as a soft hyphen: beside a letter it says where a word may break, else it is a sign.
  [/(?<!\p{L})\u00ad(?=\s?\.?\d)|(?<![\p{L}\p{N}])[⁻➖](?=\s?\.?\d)/gu, "-"],
  [/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\f\v\r]/g, " "],
  [/[\u200b-\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g, ""], // of no width, or marks of direction
  [/[。．·](?=\s?\d)/g, "."],
  [/[≤⩽]/g, "<"],
  [/[∆△]/g, "Δ"],
];

/** Full-width ASCII (！ to ～) lies at this distance from ASCII. */
const FULL_WIDTH = 0xfee0;

/** Radicals that PDF fonts give for whole characters and that NFKC leaves alone. */
const RADICALS: Readonly<Record<string, string>> = { "⻓": "长", "⻔": "门", "⻅": "见", "⻋": "车", "⻢": "马", "⻝": "食", "⻛": "风", "⻉": "贝", "⻚": "页", "⻘": "青", "⻄": "西", "⺟": "母", "⺠": "民", "⻆": "角", "⻥": "鱼", "⻦": "鸟", "⻩": "黄", "⻬": "齐", "⻰": "龙", "⻜": "飞", "⻤": "鬼", "⻣": "骨", "⻨": "麦", "⻳": "龟", "⻒": "镸" };

/**
 * Text with one sign for each thing: ASCII digits, brackets, points and minus, `*` for stars, plain spaces, whole Chinese
 * characters for the radicals and compatibility signs of PDF fonts. Line breaks and tabs stay, since they part cells;
 * "²" and the Chinese comma stay, since they belong to words.
 */
export function plainCharacters(text: string): string {
  const whole = text.replace(/\r\n?/g, "\n")
    .replace(/[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06\u{1d400}-\u{1d7ff}]/gu, (sign) => sign.normalize("NFKC"))
    .replace(/[\u2e80-\u2eff]/g, (sign) => RADICALS[sign] ?? sign.normalize("NFKC"))
    // A minus sign set off by a blank belongs to its number, not to the label before the gap.
    .replace(/((?<=[^\d\s]) {2}| {3}|\t)([-−–]) (?=\.?\d)/g, "$1 $2") // "0.10  - 0.50" may be an interval
    .replace(/[！-～]/g, (sign) => (sign === "，" ? sign : String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH)));
  return READ_AS.reduce((sofar, [sign, plain]) => sofar.replace(sign, plain), whole);
}

const HAN = "\\p{Script=Han}";

/** A label without the spaces that typesetting put between Chinese characters or around a slash. */
export const tidyLabel = (text: string): string =>
  text.replace(/\s+/g, " ")
    .replace(/ ?\/ ?/g, "/")
    .replace(new RegExp(`(?<=${HAN}) (?=${HAN})`, "gu"), "")
    .replace(/ ?[:：=]$/, "")
    .trim();
