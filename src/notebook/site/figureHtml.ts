import { html, scriptJson, trusted, type Markup } from "./markup";
import { figureNumbers, shown } from "./figureNumbers";
import { languageOf } from "./languageOfText";
import { titleText, type PlotlyFigure } from "./plotlyFigure";
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
 * A figure on a page: the still is there from the start; figures.js draws the live one over it when it comes into view.
 * Below it the words, and the numbers as a table for whoever cannot see or trust a picture.
 */
export function figureHtml(figure: FigureBundle, words: Words): Markup {
  const { id, number, still } = figure;
  const [first, ...rest] = figure.words.trim().split(/\n+/);
  const name = titleText(figure.plotly.layout?.title) || first;
  const label = `${words.figure} ${number}`;
  return html`<figure class="figure" id="${id}">
<div class="figure-frame" style="--width: ${still.width}px; --height: ${still.height}px">
<img class="figure-still" src="${still.address}" width="${still.width}" height="${still.height}" alt="${label}. ${name}" loading="lazy">
<div class="figure-live" role="group" aria-label="${label}. ${name}" hidden></div>
</div>
<figcaption><p${langOf(first)}><a class="figure-label" href="#${id}">${label}.</a> ${first}</p></figcaption>
${rest.length > 0 && html`<details class="figure-words"><summary>${words.inWords}</summary>${rest.map((line) => html`<p${langOf(line)}>${line}</p>`)}</details>`}
${numbersHtml(figure, `${label}. ${name}`, words)}
<script type="application/json" class="figure-json">${scriptJson(figure.plotly)}</script>
</figure>`;
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
