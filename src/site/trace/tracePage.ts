import type { Language } from "../../bilingual";
import { html, scriptJson, type Markup } from "../markup";
import type { SiteFile } from "../pageInMaking";
import type { StandingPage } from "../standingPage";
import { traceArticle } from "./traceArticle";
import { TRACE_PAGE, traceId, type SiteTraces } from "./traces";
import { TRACE } from "./traceWords";

/** The page of all traces: a list of the printed coefficients, and below it the one that the address names. */
export const tracePage = (traces: SiteTraces): StandingPage => ({
  name: TRACE_PAGE,
  title: TRACE.title,
  description: TRACE.description,
  synthetic: traces.cells.some(({ synthetic }) => synthetic),
  scripts: [],
  headings: (language) => [{ level: 1, id: "title", text: TRACE.title[language] }, { level: 2, id: "coefficients", text: TRACE.index[language] }],
  body: (language) => html`<section class="prose"><h1 id="title">${TRACE.title[language]}</h1><p class="lead">${TRACE.lead[language]}</p></section>
<section class="traces"><h2 id="coefficients">${TRACE.index[language]}</h2>
${indexTable(traces, language)}
${articles(traces, language).map(({ article }) => html`${article}<p class="to-list"><a href="#coefficients">${TRACE.toList[language]}</a></p>
`)}</section>`,
});

/** The same articles as a script, for the dialog over a table; loaded when the first is asked for. */
export const traceFile = (traces: SiteTraces, language: Language): SiteFile => ({
  path: traceScript(language),
  content: `sojournTraces(${scriptJson(Object.fromEntries(articles(traces, language).map(({ id, article }) => [id, article.text]))).text});\n`,
});

export const traceScript = (language: Language): string => `assets/traces-${language}.js`;

const articles = ({ models, cells }: SiteTraces, language: Language): { id: string; article: Markup }[] =>
  cells.map((cell) => ({ id: traceId(cell), article: traceArticle(cell, models.find(({ id }) => id === cell.model)!.label, language) }));

function indexTable({ models, cells }: SiteTraces, language: Language): Markup {
  const terms = [...new Set(cells.map(({ term }) => term))];
  const cellOf = (model: string, term: string): Markup => {
    const cell = cells.find((one) => one.model === model && one.term === term);
    return cell ? html`<td class="number"><a href="#${traceId(cell)}">${cell.printed.coef.replace(/^-/, "−")}${cell.printed.stars}</a></td>` : html`<td class="number"></td>`;
  };
  return html`<div class="table-frame" role="group" aria-label="${TRACE.index[language]}"><table><caption class="visually-hidden">${TRACE.index[language]}</caption>
<thead><tr><th scope="col">${TRACE.variable[language]}</th>${models.map(({ label }) => html`<th scope="col" class="align-right">${label[language]}</th>`)}</tr></thead>
<tbody>${terms.map((term) => html`<tr><th scope="row">${cells.find((one) => one.term === term)!.label[language]}</th>${models.map(({ id }) => cellOf(id, term))}</tr>
`)}</tbody></table></div>`;
}
