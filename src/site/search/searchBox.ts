import { html, type Markup } from "../markup";
import type { Words } from "../words";

/** The search in a page's head; search.js shows it, since without a script it can do nothing. */
export const searchBox = (words: Words): Markup => html`<form id="site-search" class="search" role="search" hidden>
<label class="visually-hidden" for="search-box">${words.search}</label>
<input id="search-box" type="search" placeholder="${words.search}" autocomplete="off" spellcheck="false" enterkeyhint="search" aria-controls="search-results">
<div id="search-results" class="search-results" hidden></div>
<p id="search-status" class="visually-hidden" role="status"></p>
</form>`;
