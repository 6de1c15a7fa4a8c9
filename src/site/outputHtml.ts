import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { PLOTLY_MIME, TABLE_MIME } from "../display/bundles";
import { carriesUniverses } from "../display/figures/universesIn";
import { tableHtml } from "../display/render/tableHtml";
import { elementsUnder, keepSafe } from "../display/safe/safeHtml";
import { isPixels, safePlotly, type SafePlotly } from "../display/safe/safePlotly";
import { safeTable } from "../display/safe/safeTable";
import { PLAIN_VIEW } from "../display/view/tableView";
import { viewTable } from "../display/view/viewTable";
import { stripVTControlCharacters } from "node:util";
import type { CodeCell, DisplayOutput, Output } from "../notebook/nbformat/notebook";
import { figureHtml } from "./figureHtml";
import { parseFragment, serialise } from "./fragment";
import { markLanguages } from "./languageOfText";
import { html, scriptJson, trusted, type Markup } from "./markup";
import type { PageInMaking } from "./pageInMaking";
import type { PlotlyFigure } from "./plotlyFigure";
import { frameTables } from "./tables";
import { linkPlaces } from "./trace/linkPlaces";

/**
 * One output of a cell: a figure, a table, a picture, or text.
 * @throws {BadInput} a figure without its still or its words; an output of which nothing can be shown
 */
export function outputHtml(output: Output, cell: CodeCell, page: PageInMaking): Markup {
  switch (output.output_type) {
    case "stream":
      return output.name === "stderr" ? printed(output.text, page.words.warned, "stream stderr") : printed(output.text, page.words.printed);
    case "error":
      return printed(output.traceback.join("\n") || `${output.ename}: ${output.evalue}`, page.words.failed, "stream raised");
    default:
      return displayHtml(output, cell, page);
  }
}

/** Text as the cell wrote it, without a terminal's colours. Sentences are broken at the window's edge; what is laid out in columns is not. */
function printed(text: string, label: string, style = "stream"): Markup {
  const plain = stripVTControlCharacters(text).trimEnd();
  return html`<pre class="${style}${/\S {2,}\S|[\u2500-\u257f]/.test(plain) ? " columns-of-text" : ""}" role="group" aria-label="${label}">${plain}</pre>`;
}

function displayHtml(output: DisplayOutput, cell: CodeCell, page: PageInMaking): Markup {
  if (output.data[PLOTLY_MIME] !== undefined) return figureOutput(output, cell, page);
  if (output.data[TABLE_MIME] !== undefined) return tableOutput(output.data[TABLE_MIME], cell, page);
  const table = text(output, "text/html");
  if (table) return safeOutput(table, cell, page);
  if (output.data["image/png"] !== undefined) return pictureOutput(output, cell, page);
  const plain = text(output, "text/plain");
  if (plain) return printed(plain, page.words.printed);
  throw new BadInput(place(cell, page), said`an output of ${Object.keys(output.data).join(", ") || "nothing"} cannot be shown`,
    said`${PLOTLY_MIME}, text/html, image/png or text/plain`);
}

/** A table in the page's language, with its JSON, from which tables.js shows it otherwise and gives it away. */
function tableOutput(value: unknown, cell: CodeCell, page: PageInMaking): Markup {
  const table = understood(() => safeTable(value), cell, page);
  page.hasTables = true;
  return html`<div class="output-html table-output">${madeHtml(tableHtml(viewTable(table, PLAIN_VIEW), page.language), cell, page)}
<script type="application/json" class="table-json">${scriptJson(table)}</script></div>`;
}

/** HTML made by a cell (our tables): stripped to what is safe, ids kept unique, languages and frames added. */
const safeOutput = (source: string, cell: CodeCell, page: PageInMaking): Markup =>
  html`<div class="output-html">${madeHtml(source, cell, page)}</div>`;

function madeHtml(source: string, cell: CodeCell, page: PageInMaking): Markup {
  const root = parseFragment(source);
  understood(() => keepSafe(root), cell, page);
  for (const img of elementsUnder(root).filter(({ localName }) => localName === "img")) {
    if (!img.getAttribute("src")?.startsWith("data:")) throw new BadInput(place(cell, page), "a picture that is not kept in the output", "data:image/png;base64,…");
  }
  for (const named of elementsUnder(root).filter((found) => found.hasAttribute("id"))) named.id = page.takeId(named.id);
  frameTables(root, page.words.wideTable);
  if (linkPlaces(root, page.traced, page.language)) page.hasTraces = true;
  markLanguages(root, page.language);
  return trusted(serialise(root));
}

function figureOutput(output: DisplayOutput, cell: CodeCell, page: PageInMaking): Markup {
  const { leftOut, ...plotly } = understood(() => safePlotly(output.data[PLOTLY_MIME]), cell, page) as SafePlotly & PlotlyFigure;
  const words = text(output, "text/plain");
  if (!words) throw new BadInput(place(cell, page), "a figure without words", "text/plain beside the figure, saying what it shows");
  const number = ++page.figures;
  page.hasTables ||= carriesUniverses(plotly.data);
  const name = `${page.language === "zh" ? "zh-" : ""}${page.name}-figure-${number}`;
  const { address, ...size } = still(output, cell, page, `assets/figures/${name}.png`);
  return figureHtml({
    id: page.takeId(`figure-${number}`), number, plotly, words, leftOut,
    still: address, size,
    download: page.addFile(`downloads/figures/${name}.json`, `${JSON.stringify(plotly)}\n`),
  }, page.words, page.language);
}

function pictureOutput(output: DisplayOutput, cell: CodeCell, page: PageInMaking): Markup {
  const { address, width, height } = still(output, cell, page, `assets/figures/${page.name}-${page.files.length + 1}.png`);
  return html`<figure class="figure"><img class="figure-still" src="${address}" width="${width}" height="${height}" alt="${text(output, "text/plain") || page.words.figure}" loading="lazy"></figure>`;
}

/** The picture of a bundle as a file of the site, with the size it is meant to be shown at. */
function still(output: DisplayOutput, cell: CodeCell, page: PageInMaking, path: string): { address: string; width: number; height: number } {
  const base64 = text(output, "image/png");
  if (!base64) throw new BadInput(place(cell, page), "a figure without a still", "image/png beside the figure", "It is what shows where no script runs.");
  const png = Buffer.from(base64, "base64");
  if (png.length < 24 || png.toString("latin1", 1, 4) !== "PNG") throw new BadInput(place(cell, page), "its image/png is no PNG");
  const meant = output.metadata["image/png"] as { width?: number; height?: number } | undefined;
  const size = { width: meant?.width ?? png.readUInt32BE(16), height: meant?.height ?? png.readUInt32BE(20) };
  for (const [side, pixels] of Object.entries(size)) {
    if (!isPixels(pixels)) throw new BadInput(place(cell, page), said`the ${side} of its picture is ${JSON.stringify(pixels)}`, "pixels, 1 to 20000");
  }
  return { address: page.addFile(path, png), ...size };
}

/** What the cell's output is read for; where that fails, the file and the cell are named. */
function understood<T>(work: () => T, cell: CodeCell, page: PageInMaking): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new BadInput(place(cell, page), said`its output: ${error.message}`);
    throw error;
  }
}

const text = (output: DisplayOutput, mime: string): string | undefined => output.data[mime] as string | undefined;
const place = (cell: CodeCell, page: PageInMaking): { file: string; column: string } => ({ file: page.file, column: `cell ${cell.id}` });
