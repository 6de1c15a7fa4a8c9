/**
 * Control characters but tab and line end, and those that turn the direction of text: they act on a terminal instead of being read.
 * And blanks of no width, by which a text that is refused would look like one that is right.
 */
const ACTING = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * A text for a terminal: what would act on it is shown as JSON writes it (`\u001b`), and so in a JSON text means the same.
 *
 * @example printable("a\u001b[2Jb") // "a\\u001b[2Jb"
 */
export const printable = (text: string): string => text.replace(ACTING, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The first lines of a text, each cut where it is long: a message is read, not scrolled. */
export function firstLines(text: string, most: number, longest = 600): string {
  const lines: string[] = [];
  let from = 0;
  while (lines.length <= most && from <= text.length) {
    const end = text.indexOf("\n", from);
    lines.push(cut(text.slice(from, end < 0 ? text.length : Math.min(end, from + longest + 2)), longest));
    from = end < 0 ? Infinity : end + 1;
  }
  return lines.length <= most ? lines.join("\n") : [...lines.slice(0, Math.max(1, most - 1)), "…"].join("\n");
}

const cut = (line: string, longest: number): string => (line.length <= longest ? line : `${line.slice(0, longest - 1)}…`);

/** From now on, what the console writes is printable: names of files, cells and columns are others' texts. */
export function printOnlyPrintable(): void {
  for (const name of ["log", "error", "warn"] as const) {
    const write = console[name].bind(console);
    console[name] = (...parts: unknown[]) => write(...parts.map((part) => (typeof part === "string" ? printable(part) : part)));
  }
}
