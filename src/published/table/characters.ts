/** Signs that print as a star, a minus or a space, and what they are read as. Each is one character, so places are kept. */
const READ_AS: readonly (readonly [RegExp, string])[] = [
  [/[∗⁎﹡✱＊⋆★]/g, "*"],
  [/[−–—‐‑‒―－﹣]/g, "-"],
  [/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\f\v\r]/g, " "],
  [/[\u200b\u200c\u200d\u2060\ufeff\u00ad]/g, ""],
  [/[。．](?=\s?\d)/g, "."],
];

/** Full-width ASCII (！ to ～) lies at this distance from ASCII. */
const FULL_WIDTH = 0xfee0;

/**
 * Text with one sign for each thing: ASCII digits, brackets, points and minus, `*` for stars, plain spaces.
 * Line breaks and tabs stay, since they part cells; "²" and the Chinese comma stay, since they belong to words.
 */
export function plainCharacters(text: string): string {
  const narrow = text.replace(/\r\n?/g, "\n").replace(/[！-～]/g, (sign) => (sign === "，" ? sign : String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH)));
  return READ_AS.reduce((sofar, [sign, plain]) => sofar.replace(sign, plain), narrow);
}

const HAN = "\\p{Script=Han}";

/** A label without the spaces that typesetting put between Chinese characters or around a slash. */
export const tidyLabel = (text: string): string =>
  text.trim().replace(/\s+/g, " ")
    .replace(/\s*\/\s*/g, "/")
    .replace(new RegExp(`(?<=${HAN}) (?=${HAN})`, "gu"), "")
    .replace(/ ?[:：=]$/, "")
    .trim();
