import type { Bilingual, Language } from "../../bilingual";
import { PRINT, formatNumber } from "../../display/cellText";
import { decimalsFor } from "../../display/decimals";
import { SYNTHETIC_BANNER } from "../../display/synthetic";
import { html, type Markup, trusted } from "../markup";
import { htmlLang } from "../words";
import { traceId, type CellTrace, type TracedQuestion } from "./traces";
import { TRACE } from "./traceWords";

/** A column of more values than these shows them only on demand. */
const MOST_VALUES = 8;

/** One printed coefficient from the question to the star, as a part of the trace page and as what a dialog shows. */
export function traceArticle(trace: CellTrace, model: Bilingual, language: Language): Markup {
  const say = (key: keyof typeof TRACE): string => TRACE[key][language];
  const id = traceId(trace);
  return html`<article class="trace" id="${id}" aria-labelledby="${id}-name">
<h2 id="${id}-name">${model[language]} · ${trace.label[language]} <code>${id}</code></h2>
${trace.synthetic && html`<p class="synthetic" role="note">${SYNTHETIC_BANNER[language]}</p>`}
${trace.questions.map((question) => questionHtml(question, language))}
<section><h3>${say("rule")}</h3>${ruleHtml(trace, language)}</section>
<section><h3>${say("column")} <code>${trace.term}</code></h3>
${folded(trace.coded.length, language, countTable(say("column"), [say("value"), say("people")], trace.coded.map(({ value, count }) => [html`${value}`, count])))}</section>
<section><h3>${say("estimated")}</h3>${estimateTable(trace, language)}</section>
<section><h3>${say("said")}</h3>${trace.said.length === 0 ? html`<p>${say("saidNothing")}</p>` : html`<ul>${trace.said.map((claim) =>
    html`<li>${claim[language]} <small>${claim.id}, ${claim.section === "abstract" ? say("abstract") : `§${claim.section}`}</small></li>`)}</ul>`}</section>
</article>`;
}

function questionHtml({ column, answers, ...question }: TracedQuestion, language: Language): Markup {
  const say = (key: keyof typeof TRACE): string => TRACE[key][language];
  const given = answers.filter(({ count }) => count > 0);
  const rows = given.map((answer): [Markup, ...(Markup | number)[]] => [
    answer.en === answer.zh ? html`${answer.code}` : inBoth(answer, language), ...(answer.en === answer.zh ? [] : [html`<code>${answer.code}</code>`]), answer.count,
  ]);
  const heads = given.every(({ en, zh }) => en === zh) ? [say("answer"), say("people")] : [say("answer"), say("code"), say("people")];
  return html`<section><h3>${say("asked")} <code>${column}</code></h3><p class="asked">${inBoth(question, language)}</p>
${folded(given.length, language, countTable(`${say("asked")}: ${column}`, heads, padded(rows, heads.length)))}</section>`;
}

/** Rows of equal length: an answer that is its own code (a number, say) has none beside it. */
const padded = (rows: readonly (readonly (Markup | number)[])[], length: number): (Markup | number)[][] =>
  rows.map((row) => (row.length === length ? [...row] : [row[0], ...Array.from({ length: length - row.length }, () => html``), ...row.slice(1)]));

function ruleHtml({ rule }: CellTrace, language: Language): Markup {
  if (!rule) return html`<p>${TRACE.noQuestion[language]}</p>`;
  return html`<p><code>${rule.file}</code>, ${TRACE.line[language]} ${rule.line}${TRACE.lineEnd[language]}${rule.reading !== "" && html`<br>${TRACE.reading[language]} <code>${rule.reading}</code>`}</p>`;
}

function estimateTable({ printed, refitted }: CellTrace, language: Language): Markup {
  const say = (key: keyof typeof TRACE): string => TRACE[key][language];
  const decimals = decimalsFor(refitted.standardError);
  const number = (value: number, places: number): string => formatNumber(value, { decimals: places }, PRINT);
  const p = formatNumber(refitted.p, { decimals: 4, floor: true }, PRINT);
  const rows: [string, string, string][] = [
    [say("coefficient"), printed.coef.replace(/^-/, PRINT.minus), number(refitted.estimate, decimals)],
    [say("standardError"), printed.se, number(refitted.standardError, decimals)],
    ["z", "", number(refitted.z, 2)],
    ["p", "", p],
    [say("stars"), printed.stars || say("none"), refitted.stars || say("none")],
  ];
  return html`<table><caption class="visually-hidden">${say("estimated")}</caption><thead><tr><th scope="col">${say("number")}</th><th scope="col" class="align-right">${say("printed")}</th><th scope="col" class="align-right">${say("refitted")}</th></tr></thead>
<tbody>${rows.map(([name, ...values]) => html`<tr><th scope="row">${name}</th>${values.map((value) => html`<td class="number">${value}</td>`)}</tr>`)}</tbody></table>`;
}

function countTable(caption: string, heads: readonly string[], rows: readonly (readonly (Markup | number)[])[]): Markup {
  const last = heads.length - 1;
  return html`<table><caption class="visually-hidden">${caption}</caption><thead><tr>${heads.map((head, i) => html`<th scope="col"${trusted(i === last ? ' class="align-right"' : "")}>${head}</th>`)}</tr></thead>
<tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => (typeof cell === "number" ? html`<td class="number">${cell}</td>` : html`<td>${cell}</td>`))}</tr>`)}</tbody></table>`;
}

const folded = (count: number, language: Language, table: Markup): Markup =>
  count <= MOST_VALUES ? table : html`<details><summary>${count} ${TRACE.more[language]}</summary>${table}</details>`;

/** Both languages, the page's first. */
function inBoth(text: Bilingual, language: Language): Markup {
  const other = language === "en" ? "zh" : "en";
  return html`${text[language]}<span class="also" lang="${htmlLang(other)}"> ${text[other]}</span>`;
}
