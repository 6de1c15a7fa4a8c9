import type { Language } from "../../../bilingual";
import { PLOTLY_MIME, TABLE_MIME } from "../../../display/mimeTypes";
import { keepSafe } from "../../../display/safe/safeHtml";
import { safePlotly } from "../../../display/safe/safePlotly";
import { safeTable } from "../../../display/safe/safeTable";
import { figureHtml } from "../../figureHtml";
import { frameTables } from "../../tables";
import { WORDS, wordsOf } from "../../words";
import type { CellResult } from "../kernel/runCell";
import { readTable } from "../tables/readTable";
import { LIVE } from "./words";

/** Where the page's figures are drawn, see figures.js. */
declare global {
  interface Window {
    sojournDraw?: (figure: Element) => void;
  }
}

export interface OutputPlace {
  readonly language: Language;
  readonly cell: number;
  readonly word: string;
  readonly traced: ReadonlySet<string>;
}

/** What came out of a cell, as the page shows outputs: by its own tables and figures. */
export function outputElements({ outputs, error }: CellResult, place: OutputPlace): HTMLElement[] {
  const shown = outputs.map((output, i) => {
    if (output.output_type === "stream") return printed(output.text, WORDS[output.name === "stderr" ? "warned" : "printed"][place.language], output.name === "stderr" ? "stream stderr" : "stream");
    return displayed(output.data, place, i);
  });
  return error ? [...shown, errorElement(error, place.language)] : shown;
}

function displayed(data: Readonly<Record<string, unknown>>, place: OutputPlace, i: number): HTMLElement {
  const holder = document.createElement("div");
  holder.className = "output-html";
  if (data[TABLE_MIME] !== undefined) holder.append(...readTable(safeTable(data[TABLE_MIME]), place.language, { written: undefined, traced: place.traced, word: place.word }));
  else if (data[PLOTLY_MIME] !== undefined) holder.append(figureElement(data, place, i));
  else if (typeof data["text/html"] === "string") {
    const template = document.createElement("template");
    template.innerHTML = data["text/html"];
    keepSafe(template.content);
    frameTables(template.content, WORDS.wideTable[place.language]);
    holder.append(template.content);
  } else return printed(plainOf(data), WORDS.printed[place.language]);
  return holder;
}

const plainOf = (data: Readonly<Record<string, unknown>>): string => (typeof data["text/plain"] === "string" ? data["text/plain"] : "");

function figureElement(data: Readonly<Record<string, unknown>>, { language, cell }: OutputPlace, i: number): Element {
  const { leftOut, data: traces, layout } = safePlotly(data[PLOTLY_MIME]);
  const template = document.createElement("template");
  template.innerHTML = figureHtml({
    id: `live-figure-${cell}-${i}`, number: `${cell}.${i + 1}`, plotly: { data: traces, layout }, words: plainOf(data), leftOut,
    size: { width: Number(layout.width ?? 760), height: Number(layout.height ?? 450) },
  }, wordsOf(language), language).text; // every text in it is escaped
  const figure = template.content.firstElementChild!;
  requestAnimationFrame(() => window.sojournDraw?.(figure));
  return figure;
}

export function errorElement({ name, message, line, column }: NonNullable<CellResult["error"]>, language: Language): HTMLElement {
  const place = line === undefined ? "" : language === "zh" ? `（第 ${line} 行第 ${column} 列）` : ` (line ${line}, column ${column})`;
  return printed(`${name}${place}: ${message}`, LIVE.failed[language], "stream raised");
}

function printed(text: string, label: string, style = "stream"): HTMLElement {
  const pre = document.createElement("pre");
  pre.className = `${style}${/\S {2,}\S|[\u2500-\u257f]/.test(text) ? " columns-of-text" : ""}`;
  pre.setAttribute("role", "group");
  pre.setAttribute("aria-label", label);
  pre.textContent = text.trimEnd();
  return pre;
}
