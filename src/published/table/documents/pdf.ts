import { BadInput } from "../../../badInput";
import { said } from "../../../faults/said";
import type { PdfLibrary } from "./libraries";

interface Item {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The pages of a PDF as text, every piece of a line in its place, as a viewer would print it on a grid of characters.
 *
 * @param page  one page only, from 1
 * @throws {BadInput} a page that is not there, or holds only a picture
 */
export async function pdfPages(bytes: Uint8Array, library: PdfLibrary, name: string, page?: number): Promise<string[]> {
  const task = library.getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false, useSystemFonts: false, ...(library.cMapUrl && { cMapUrl: library.cMapUrl, cMapPacked: true }) });
  const document = await task.promise.catch((error: unknown) => {
    const locked = /password/i.test(String(error));
    throw new BadInput({ file: name }, locked ? "this PDF asks for a password" : "this PDF cannot be read", "a PDF with text", locked ? "Save it without one." : "Copy the table out of it, or print it to a PDF anew.");
  });
  try {
    if (page !== undefined && page > document.numPages) throw new BadInput({ file: name }, said`there is no page ${page}`, said`1 to ${document.numPages}`);
    const wanted = page === undefined ? Array.from({ length: document.numPages }, (_, i) => i + 1) : [page];
    const pages: string[] = [];
    for (const number of wanted) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(pageText(items.flatMap(asItem)));
    }
    if (pages.every((text) => text.trim() === "")) {
      throw new BadInput({ file: name }, page === undefined ? "its pages are pictures (a scan): there is no text in them" : said`page ${page} is a picture (a scan): there is no text in it`, "a PDF with text", "Recognise its text first, check every star and sign, and give the text; or type the table as CSV.");
    }
    return pages;
  } finally {
    await document.destroy();
  }
}

function asItem(item: unknown): Item[] {
  const { str, transform, width = 0, height } = item as { str?: string; transform?: number[]; width?: number; height?: number };
  if (str === undefined || transform === undefined || str.trim() === "") return [];
  const size = Math.abs(height || transform[3]) || 10;
  // Text set upright only: what is turned is no row.
  if (Math.abs(transform[1]) > 0.1 * Math.abs(transform[0] || 1)) return [];
  const lead = str.length - str.trimStart().length;
  const each = width / str.length;
  return [{ text: str.trim(), x: transform[4] + lead * each, y: transform[5], width: width - (str.length - str.trim().length) * each, height: size }];
}

/** Pieces on one line stand within this share of their height of each other: raised stars do, the next line does not. */
const SAME_LINE = 0.55;
/** A gap below this share of the height is none; below the next, a space between words; above, the gap between cells. */
const [NO_GAP, WORD_GAP] = [0.12, 0.62];

function pageText(items: readonly Item[]): string {
  if (items.length === 0) return "";
  const sorted = [...items].sort((a, b) => b.y - a.y);
  const lines: Item[][] = [];
  let base = Infinity;
  let tall = 0;
  for (const item of sorted) {
    if (base - item.y > SAME_LINE * Math.max(tall, item.height)) {
      lines.push([item]);
      base = item.y;
      tall = item.height;
    } else {
      lines[lines.length - 1].push(item);
      // The tallest piece gives the line its base: a raised star came first because it stands higher.
      if (item.height > tall) {
        tall = item.height;
        base = item.y;
      }
    }
  }
  // So narrow a sign that no line outgrows its place.
  const widths = items.filter(({ text }) => text.length >= 2).map(({ text, width }) => width / text.length).sort((a, b) => a - b);
  const sign = Math.max(1, (widths[Math.floor(widths.length * 0.05)] ?? 5) * 0.8);
  const left = Math.min(...items.map(({ x }) => x));
  const texts: string[] = [];
  let above: number | undefined;
  for (const line of lines) {
    const y = line.reduce((sum, item) => sum + item.y, 0) / line.length;
    const height = Math.max(...line.map((item) => item.height));
    if (above !== undefined && above - y > 2.2 * height) texts.push("");
    above = y;
    texts.push(lineText(line.sort((a, b) => a.x - b.x), sign, left));
  }
  return texts.join("\n");
}

function lineText(line: readonly Item[], sign: number, left: number): string {
  let text = "";
  let end: number | undefined;
  for (const { text: piece, x, width, height } of line) {
    const column = Math.round((x - left) / sign);
    const gap = end === undefined ? Infinity : x - end;
    if (end === undefined) text = " ".repeat(Math.max(0, column));
    else if (gap <= NO_GAP * height) text += "";
    else if (gap <= WORD_GAP * height) text += " ";
    else text = `${text}  `.padEnd(column);
    text += piece;
    end = x + width;
  }
  return text;
}
