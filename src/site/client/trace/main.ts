import type { Language } from "../../../bilingual";

declare global {
  interface Window {
    sojournTraces?: (articles: Readonly<Record<string, string>>) => void;
  }
}

const WORDS = { close: { en: "Close", zh: "关闭" }, name: { en: "Where this number comes from", zh: "这个数字的来历" } };

const { traces = "" } = (document.currentScript as HTMLScriptElement).dataset;
const language: Language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
let loading: Promise<Readonly<Record<string, string>>> | undefined;

/** A printed number opens its trace over the page; with a modifier key, or where that fails, it is the plain link that it is without a script. */
document.addEventListener("click", (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a.traced");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
  event.preventDefault();
  loading ??= loadTraces();
  loading.then((articles) => open(articles[link.hash.slice(1)])).catch(() => location.assign(link.href));
});

/** A page opened as a file may not fetch: the traces come as a script that calls the function given here. */
const loadTraces = (): Promise<Readonly<Record<string, string>>> =>
  new Promise((resolve, reject) => {
    window.sojournTraces = resolve;
    const loader = document.createElement("script");
    loader.src = traces;
    loader.onerror = () => reject(new Error(traces));
    document.head.append(loader);
  });

/** @param article  made by the site's renderer, which escapes whatever comes from data */
function open(article: string | undefined): void {
  if (article === undefined) throw new Error("no such trace");
  const dialog = document.createElement("dialog");
  dialog.className = "trace-dialog";
  dialog.setAttribute("aria-label", WORDS.name[language]);
  const close = Object.assign(document.createElement("button"), { type: "button", className: "close", textContent: WORDS.close[language] });
  const body = document.createElement("div");
  body.innerHTML = article;
  dialog.append(close, body);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close()); // beside it, on the backdrop
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  dialog.scrollTop = 0;
}
