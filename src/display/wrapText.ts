/**
 * Breaks a text into lines no wider than a limit: between words, and between any two Chinese characters, but never before
 * a closing mark or after an opening one. A single word wider than the limit stands on a line of its own.
 *
 * @param measure  how wide a text is: in columns of a fixed-width font, or in pixels
 */
export function wrapText(text: string, limit: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (line.trim() !== "" && measure((line + piece).trimEnd()) > limit) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line.trimEnd()];
}

const WIDE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]`;
// A half-width mark before a letter or digit opens a name (".xlsx") and closes nothing.
const CLOSING = String.raw`(?:[、。，．：；？！）】》〉」』”’)\]%]|[,.;:?!](?![A-Za-z\d]))`;
const OPENING = String.raw`[（【《〈「『“‘([]`;
const PIECE = new RegExp(String.raw`${OPENING}*(?:${WIDE}|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]+)${CLOSING}*\s*|\s+`, "gu");

/** Words with the space after them, and single wide characters with the marks that cling to them. */
const pieces = (text: string): string[] => text.match(PIECE) ?? [];
