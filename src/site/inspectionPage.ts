import type { Bilingual } from "../bilingual";
import { tableHtml } from "../display/render/tableHtml";
import type { Table } from "../display/table";
import { html, trusted, type Markup } from "./markup";
import type { StandingPage } from "./standingPage";

const WORDS = {
  title: { en: "The data before any model", zh: "建模之前的数据" },
  description: { en: "Answers, missing answers by kind, what to look at, and who is lost at each step of the sample.", zh: "各列答案、各类缺失、需要核对之处，以及样本逐步筛选中的剔除与留下。" },
  lead: {
    en: "What the survey's files hold, column by column, before anybody is selected or coded. Respondents are named by row alone.",
    zh: "调查文件在筛选与编码之前的内容，逐列列出。受访者只以行号标示。",
  },
} as const satisfies Record<string, Bilingual>;

/** The page of a site made on one's own data that looks at them first: the tables of `sojourn inspect`. */
export const inspectionPage = (tables: readonly Table[]): StandingPage => ({
  name: "inspect",
  title: WORDS.title,
  description: WORDS.description,
  synthetic: tables.some(({ synthetic }) => synthetic),
  scripts: [],
  headings: (language) => [{ level: 1, id: "title", text: WORDS.title[language] }, ...tables.map(({ id, title }) => ({ level: 2, id, text: title[language] }))],
  body: (language): Markup => html`<section class="prose"><h1 id="title">${WORDS.title[language]}</h1>
<p class="lead">${WORDS.lead[language]}</p></section>
${tables.map((table) => html`<section class="output-html" id="${table.id}">${trusted(tableHtml(table, language))}</section>`)}`,
});
