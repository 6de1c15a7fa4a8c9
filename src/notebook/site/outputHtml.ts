import { BadInput } from "../../badInput";
import { PLOTLY_MIME } from "../../display/bundles";
import { stripVTControlCharacters } from "node:util";
import type { CodeCell, DisplayOutput, Output } from "../nbformat/notebook";
import { figureHtml } from "./figureHtml";
import { parseFragment, serialise } from "./fragment";
import { markLanguages } from "./languageOfText";
import { html, trusted, type Markup } from "./markup";
import type { PageInMaking } from "./pageInMaking";
import type { PlotlyFigure } from "./plotlyFigure";
import { keepSafe } from "./safeHtml";
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

/** Text as the cell wrote it, without a terminal's colours. */
const printed = (text: string, label: string, style = "stream"): Markup =>
  html`<pre class="${style}" role="group" aria-label="${label}">${stripVTControlCharacters(text).trimEnd()}</pre>`;

function displayHtml(output: DisplayOutput, cell: CodeCell, page: PageInMaking): Markup {
  if (output.data[PLOTLY_MIME] !== undefined) return figureOutput(output, cell, page);
  const table = text(output, "text/html");
  if (table) return safeOutput(table, cell, page);
  if (output.data["image/png"] !== undefined) return pictureOutput(output, cell, page);
  const plain = text(output, "text/plain");
  if (plain) return printed(plain, page.words.printed);
  throw new BadInput(place(cell, page), `an output of ${Object.keys(output.data).join(", ") || "nothing"} cannot be shown`,
    `${PLOTLY_MIME}, text/html, image/png or text/plain`);
}

/** HTML made by a cell (our tables): stripped to what is safe, ids kept unique, languages and frames added. */
function safeOutput(source: string, cell: CodeCell, page: PageInMaking): Markup {
  const root = parseFragment(source);
  keepSafe(root);
  for (const img of Array.from(root.querySelectorAll("img"))) {
    if (!img.getAttribute("src")?.startsWith("data:")) throw new BadInput(place(cell, page), "a picture that is not kept in the output", "data:image/png;base64,…");
  }
  for (const named of Array.from(root.querySelectorAll("[id]"))) named.id = page.takeId(named.id);
  frameTables(root, page.words.wideTable);
  if (linkPlaces(root, page.traced, page.language)) page.hasTraces = true;
  markLanguages(root, page.language);
  return html`<div class="output-html">${trusted(serialise(root))}</div>`;
}

function figureOutput(output: DisplayOutput, cell: CodeCell, page: PageInMaking): Markup {
  const plotly = output.data[PLOTLY_MIME] as PlotlyFigure;
  const words = text(output, "text/plain");
  if (!words) throw new BadInput(place(cell, page), "a figure without words", "text/plain beside the figure, saying what it shows");
  const number = ++page.figures;
  const name = `${page.language === "zh" ? "zh-" : ""}${page.name}-figure-${number}`;
  return figureHtml({
    id: page.takeId(`figure-${number}`), number, plotly, words,
    still: still(output, cell, page, `assets/figures/${name}.png`),
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
  return { address: page.addFile(path, png), width: meant?.width ?? png.readUInt32BE(16), height: meant?.height ?? png.readUInt32BE(20) };
}

const text = (output: DisplayOutput, mime: string): string => (output.data[mime] as string | undefined) ?? "";
const place = (cell: CodeCell, page: PageInMaking): { file: string; column: string } => ({ file: page.file, column: `cell ${cell.id}` });
