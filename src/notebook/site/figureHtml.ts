import type { Language } from "../../bilingual";
import { html, scriptJson, trusted, type Markup } from "./markup";
import { figureNumbers, shown } from "./figureNumbers";
import { languageOf } from "./languageOfText";
import type { PlotlyFigure } from "./plotlyFigure";
import { htmlLang, type Words } from "./words";

/** A figure as a cell sent it: what to draw, a picture of it, and what it says in words. */
export interface FigureBundle {
  readonly id: string;
  readonly number: number;
  readonly plotly: PlotlyFigure;
  readonly words: string;
  readonly still: { readonly address: string; readonly width: number; readonly height: number };
  /** Where its JSON lies on the site. */
  readonly download: string;
}

/**
 * A figure on a page: the still is there from the start; figures.js draws the live one in its place when it comes into view.
 * Below it the words, and the numbers as a table for whoever cannot see or trust a picture.
 */
export function figureHtml(figure: FigureBundle, words: Words, language: Language): Markup {
  const { id, number, still } = figure;
  const told = tellings(figure.words, language);
  const label = `${words.figure} ${number}`;
  const name = `${label}. ${told.map(([title]) => title).join(" ")}`;
  return html`<figure class="figure" id="${id}">
<div class="figure-frame" style="--width: ${still.width}px; --height: ${still.height}px">
<img class="figure-still" src="${still.address}" width="${still.width}" height="${still.height}" alt="${label}. ${shortened(told[0])}" loading="lazy">
<div class="figure-room" hidden><div class="figure-live" role="group" aria-label="${name}"></div></div>
</div>
<figcaption><p><a class="figure-label" href="#${id}">${label}.</a>${told.map(([title]) => html` <span${langOf(title)}>${title}</span>`)}</p></figcaption>
${told.some((lines) => lines.length > 1) && html`<details class="figure-words"><summary>${words.inWords}</summary>
${told.map(([, ...lines]) => html`<ul${langOf(lines.join(" "))}>${lines.map((line) => html`<li>${line}</li>`)}</ul>`)}</details>`}
${numbersHtml(figure, name, words)}
<script type="application/json" class="figure-json">${scriptJson(figure.plotly)}</script>
</figure>`;
}

/** The words of a figure, a telling for each language (parted by an empty line), the page's own first; each begins with a title. */
function tellings(words: string, language: Language): string[][] {
  const told = words.trim().split(/\n\s*\n/).map((block) => block.split("\n").map((line) => line.trim()).filter(Boolean));
  const own = told.filter((lines) => languageOf(lines.join(" ")) === language);
  return [...own, ...told.filter((lines) => !own.includes(lines))];
}

const LONGEST_ALT = 300;

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
<p><a href="${figure.download}" download>${words.figureData}</a></p></details>`;
}

const langOf = (text: string): Markup => {
  const language = languageOf(text);
  return trusted(language ? ` lang="${htmlLang(language)}"` : "");
};
