import type { Language } from "../bilingual";
import { html, scriptJson, trusted, type Markup } from "./markup";
import { figureNumbers, shown } from "./figureNumbers";
import { languageOf } from "./languageOfText";
import type { PlotlyFigure } from "./plotlyFigure";
import { htmlLang, type Words } from "./words";

/** A figure as a cell sent it: what to draw, a picture of it, and what it says in words. */
export interface FigureBundle {
  readonly id: string;
  /** By which it is called: `3`, and of a figure that a reader made `12.1`, after its cell. */
  readonly number: number | string;
  readonly plotly: PlotlyFigure;
  readonly words: string;
  /** Places of what was left out, since it could have reached another host. */
  readonly leftOut: readonly string[];
  readonly size: { readonly width: number; readonly height: number };
  /** The address of its picture; none of a figure that a reader made. */
  readonly still?: string;
  /** Where its JSON lies on the site, if it does. */
  readonly download?: string;
}

/**
 * A figure on a page: the still is there from the start; figures.js draws the live one in its place when it comes into view.
 * Below it the words, and the numbers as a table for whoever cannot see or trust a picture.
 */
export function figureHtml(figure: FigureBundle, words: Words, language: Language): Markup {
  const { id, number, still, size } = figure;
  const told = tellings(figure.words, language);
  const label = `${words.figure} ${number}`;
  const name = [`${label}.`, ...told.map(([title]) => title)].join(" ");
  return html`<figure class="figure" id="${id}">
<div class="figure-frame" style="--width: ${size.width}px; --height: ${size.height}px">
${still !== undefined && html`<img class="figure-still" src="${still}" width="${size.width}" height="${size.height}" alt="${[`${label}.`, ...told.slice(0, 1).map(shortened)].join(" ")}" loading="lazy">
`}<div class="figure-room" hidden><div class="figure-live" role="group" aria-label="${name}"></div></div>
</div>
<figcaption><p><a class="figure-label" href="#${id}">${label}.</a>${told.map(([title]) => html` <span${langOf(title)}>${title}</span>`)}</p></figcaption>
${told.some((lines) => lines.length > 1) && html`<details class="figure-words"><summary>${words.inWords}</summary>
${told.map(([, ...lines]) => html`<ul${langOf(lines.join(" "))}>${lines.map((line) => html`<li>${line}</li>`)}</ul>`)}</details>`}
${numbersHtml(figure, name, words)}
${figure.leftOut.length > 0 && html`<p class="caution">${words.leftOut} <code>${figure.leftOut.slice(0, MOST_NAMED).join(", ")}</code>${figure.leftOut.length > MOST_NAMED && " …"}</p>`}
<script type="application/json" class="figure-json">${scriptJson(figure.plotly)}</script>
</figure>`;
}

/** The words of a figure, which tells itself once a language (parted by an empty line): those in the page's own, else all; none of a figure without words. Each begins with a title. */
function tellings(words: string, language: Language): string[][] {
  const told = words.trim().split(/\n\s*\n/).map((block) => block.split("\n").map((line) => line.trim()).filter(Boolean)).filter((lines) => lines.length > 0);
  const own = told.filter((lines) => languageOf(lines.join(" ")) === language);
  return own.length > 0 ? own : told;
}

const LONGEST_ALT = 300;
const MOST_NAMED = 8;

/** As many whole lines as a text for a picture should have; all of them stand below it. */
function shortened(lines: readonly string[]): string {
  const kept = lines.filter((_, i) => i === 0 || lines.slice(0, i + 1).join("; ").length <= LONGEST_ALT);
  return kept.join("; ") + (kept.length < lines.length ? " …" : "");
}

function numbersHtml(figure: FigureBundle, caption: string, words: Words): Markup {
  const { columns, rows } = figureNumbers(figure.plotly, words);
  return html`<details class="figure-numbers"><summary>${words.showAsTable}</summary>
<div class="table-frame" role="group" aria-label="${words.wideTable}: ${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td${trusted(typeof cell === "number" ? ' class="number"' : "")}>${shown(cell)}</td>`)}</tr>`)}</tbody>
</table></div>
${figure.download !== undefined && html`<p><a href="${figure.download}" download>${words.figureData}</a></p>`}</details>`;
}

const langOf = (text: string): Markup => {
  const language = languageOf(text);
  return trusted(language ? ` lang="${htmlLang(language)}"` : "");
};
