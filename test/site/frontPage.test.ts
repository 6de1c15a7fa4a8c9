import { describe, expect, it } from "vitest";
import type { Language } from "../../src/bilingual";
import { SYNTHETIC_BANNER } from "../../src/display/synthetic";
import { frontPage, type FrontMatter } from "../../src/site/frontPage";
import { DOWNLOADS, FRONT, STUDY_FRONT } from "../../src/site/frontWords";
import { html } from "../../src/site/markup";
import type { NotebookPage } from "../../src/site/notebookPage";
import { parsed } from "./parsed";


const page = (title: string, name: string, subtitle?: string): NotebookPage => ({ title, subtitle, path: `${name}.html`, language: "en", notebook: { name }, question: { html: html`<p>Why ${name}?</p>`, text: "" } }) as unknown as NotebookPage;
const verdicts = (...ids: string[]): NonNullable<FrontMatter["verdicts"]> => ({ groups: [{ id: "a", label: { en: "All", zh: "全" }, model: "M4" }], hypotheses: ids.map((id) => ({ id, claim: { en: `claim ${id}`, zh: "论点" }, verdicts: [undefined] })) });
const [known] = Object.keys(DOWNLOADS);
const matter = (more: Partial<FrontMatter> = {}): FrontMatter => ({
  language: "en", pages: [page("One <1>", "01", "一"), page("Two", "02")], synthetic: false, downloads: [{ name: known, address: "d/known" }, { name: "other.csv", address: "d/other" }], version: "9.8.7",
  address: ({ path }) => `to/${path}`, standing: [{ title: "Audit", description: "a & b", address: "audit.html" }], ...more,
});
const shown = (more: Partial<FrontMatter> = {}) => { const { body, headings } = frontPage(matter(more)); return { document: parsed(body.text), headings }; };
const texts = (document: Document, selector: string) => Array.from(document.querySelectorAll(selector), ({ textContent }) => textContent!.trim());

describe("the front page", () => {
  it.each<Language>(["en", "zh"])("says what this is, lists pages with their questions and tools, how to run it and what to take away (%s)", (language) => {
    const { document, headings } = shown({ language, verdicts: verdicts("H1"), synthetic: true });
    const say = (key: keyof typeof FRONT) => FRONT[key][language];
    expect(headings.map(({ level, id, text }) => `${level} ${id} ${text}`)).toEqual([`1 title ${say("title")}`, ...(["verdicts", "pages", "tools", "run", "take", "cite"] as const).map((key) => `2 ${key} ${say(key)}`)]);
    expect(texts(document, "h1, h2")).toEqual(headings.map(({ text }) => text));
    expect([texts(document, ".lead"), texts(document, ".front > p")[1], texts(document, ".caution"), texts(document, ".note")]).toEqual([[say("lead")], say("source"), [`${SYNTHETIC_BANNER[language]}${language === "zh" ? "。" : "."} ${say("caution")}`], [say("verdictNote")]]);
    expect(Array.from(document.querySelectorAll(".page-list li"), (li) => [li.querySelector("a")!.getAttribute("href"), li.querySelector("a")!.textContent, li.querySelector(".question")!.innerHTML])).toEqual([["to/01.html", language === "zh" ? "一" : "One <1>", "<p>Why 01?</p>"], ["to/02.html", "Two", "<p>Why 02?</p>"]]);
    expect([texts(document, ".tool-list a, .tool-list p"), texts(document, ".commands dt"), texts(document, ".commands dd"), texts(document, ".downloads li")]).toEqual([["Audit", "a & b"], ["npm start", "npm test"], [say("runStart"), say("runTest")], [`${known}: ${DOWNLOADS[known][language]}`, "other.csv"]]);
    expect(texts(document, "section:last-of-type p")).toEqual([`${say("citeText")} 9.8.7.`, say("licence")]);
  });

  it("leaves out verdicts that are not known, and the mark where nothing is synthetic", () => {
    const { document, headings } = shown();
    expect([headings.map(({ id }) => id), document.querySelectorAll(".caution, .note").length]).toEqual([["title", "pages", "tools", "run", "take", "cite"], 0]);
  });

  it.each<Language>(["en", "zh"])("is of somebody's own study where there is one (%s)", (language) => {
    const { document, headings } = shown({ language, study: { title: { en: "Mine", zh: "我的" }, folder: "/home/me/my study" }, verdicts: verdicts("H1"), synthetic: true });
    expect([headings[0].text, headings.map(({ id }) => id), texts(document, ".lead"), texts(document, ".note")]).toEqual([language === "en" ? "Mine" : "我的", ["title", "verdicts", "pages", "tools", "run", "take"], [STUDY_FRONT.lead[language]], [STUDY_FRONT.verdictNote[language]]]);
    expect([document.body.textContent!.includes(FRONT.source[language]), texts(document, ".commands dt"), texts(document, ".commands dd"), texts(document, ".downloads li"), texts(document, ".caution")[0].endsWith(STUDY_FRONT.caution[language])]).toEqual([false, ["npx --no-install sojourn run --study my study", "npx --no-install sojourn site --study my study"], [STUDY_FRONT.run[language], STUDY_FRONT.site[language]], [known, "other.csv"], true]);
  });

  it.each<[string, string, string[]]>([
    ["H1. Kin", "x", ["H1"]], ["On h1", "x", ["H1"]], ["H10. Other", "x", ["H10"]], ["H3a–c. Who?", "x", ["H3a", "H3b", "H3c"]], ["H3b-H3c: who", "x", ["H3b", "H3c"]], ["h3a - c", "x", ["H3a", "H3b", "H3c"]], ["H3a–cat", "x", ["H3a"]], ["The table", "05-h2", ["H2"]], ["AH1", "xH1x", []], ["H3", "x", ["H3"]],
  ])("leads from a verdict to the page that names its hypothesis: %s (%s)", (title, name, led) => {
    const ids = ["H1", "H10", "H2", "H3", "H3a", "H3b", "H3c", "H3d"];
    const { document } = shown({ pages: [page("None", "00"), page(title, name)], verdicts: verdicts(...ids) });
    const links = Array.from(document.querySelectorAll<HTMLAnchorElement>("section:nth-of-type(2) table a"), (link) => [link.textContent, link.getAttribute("href")]);
    expect(links).toEqual(led.map((id) => [id, `to/${name}.html`]));
  });
});
