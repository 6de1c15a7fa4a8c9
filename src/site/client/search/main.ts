import type { Language } from "../../../bilingual";
import type { SearchEntry } from "../../../searchWords";
import { find, readIndex, type SearchIndex } from "./find";
import { snippet } from "./snippet";
import { WORDS } from "./words";

const MOST = 20;

declare global {
  interface Window {
    sojournSearchIndex?: (json: Parameters<typeof readIndex>[0]) => void;
  }
}

const script = document.currentScript as HTMLScriptElement;
const { root = "", index: indexAddress = "" } = script.dataset;
const language: Language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const form = document.querySelector<HTMLFormElement>("#site-search");
if (form) startSearch(form);

/** The box in the page's head: the index is loaded when the box is first entered, and results appear below it. */
function startSearch(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLInputElement>("#search-box")!;
  const results = form.querySelector<HTMLElement>("#search-results")!;
  const status = form.querySelector<HTMLElement>("#search-status")!;
  let loading: Promise<SearchIndex> | undefined;

  const close = (): void => {
    results.hidden = true;
  };
  const say = (words: string): void => {
    results.replaceChildren(Object.assign(document.createElement("p"), { textContent: words }));
    status.textContent = words;
  };
  const show = async (): Promise<void> => {
    const asked = box.value.trim();
    if (asked === "") return close();
    results.hidden = false;
    let index: SearchIndex;
    try {
      index = await (loading ??= loadIndex());
    } catch (error) {
      loading = undefined;
      return say(WORDS.broken[language](said(error)));
    }
    if (asked !== box.value.trim()) return; // more was typed while the index was on its way
    try {
      list(find(index, asked, language), asked);
    } catch (error) {
      say(WORDS.defect[language](asked, said(error)));
    }
  };
  const list = (found: readonly SearchEntry[], asked: string): void => {
    if (found.length === 0) return say(WORDS.none[language](asked));
    results.replaceChildren(resultList(found.slice(0, MOST), asked));
    status.textContent = found.length > MOST ? WORDS.first[language](MOST, found.length) : WORDS.found[language](found.length);
  };

  box.addEventListener("focus", () => {
    loading ??= loadIndex();
    loading.catch(() => undefined); // said when something is asked
    if (box.value.trim() !== "") void show();
  });
  box.addEventListener("input", () => void show());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    results.querySelector<HTMLAnchorElement>("a")?.click();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
      box.focus();
      close(); // focusing opens it again
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (move([box, ...results.querySelectorAll("a")], event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
    }
  });
  results.addEventListener("click", (event) => (event.target as Element).closest("a") && close());
  document.addEventListener("click", (event) => form.contains(event.target as Node) || close());
  form.addEventListener("focusout", (event) => event.relatedTarget && !form.contains(event.relatedTarget as Node) && close());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    box.focus();
  });
  form.hidden = false;
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Focus to the next stop, the box being the first. */
function move(stops: readonly HTMLElement[], by: number): boolean {
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + by];
  next?.focus();
  return next !== undefined;
}

/** A page opened as a file may not fetch: the index comes as a script that calls the function given here. */
const loadIndex = (): Promise<SearchIndex> =>
  new Promise((resolve, reject) => {
    window.sojournSearchIndex = (json) => {
      try {
        resolve(readIndex(json));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error))); // an index of another version, or half a file
      }
    };
    const loader = document.createElement("script");
    loader.src = indexAddress;
    loader.onerror = () => reject(new Error(indexAddress));
    loader.onload = () => reject(new Error(`${indexAddress}: no index in it`)); // after the index has spoken this does nothing
    document.head.append(loader);
  });

function resultList(found: readonly SearchEntry[], query: string): HTMLElement {
  const list = document.createElement("ol");
  for (const entry of found) {
    const item = list.appendChild(document.createElement("li"));
    const link = item.appendChild(document.createElement("a"));
    link.href = root + entry.address;
    if (entry.language !== language) link.hreflang = entry.language;
    const edition = WORDS.edition[language][entry.language];
    link.append(line("search-page", [{ text: `${entry.page}${edition && ` · ${edition}`}`, hit: false }]));
    if (entry.heading !== entry.page) link.append(line("search-heading", snippet(entry.heading, query)));
    if (entry.text !== "") link.append(line("search-text", snippet(entry.text, query)));
  }
  return list;
}

function line(style: string, pieces: readonly { readonly text: string; readonly hit: boolean }[]): HTMLElement {
  const span = Object.assign(document.createElement("span"), { className: style });
  span.append(...pieces.map(({ text, hit }) => (hit ? Object.assign(document.createElement("mark"), { textContent: text }) : text)));
  return span;
}
