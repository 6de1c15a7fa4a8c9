import type { Bilingual, Language } from "../../bilingual";
import { html, scriptJson } from "../markup";
import type { StandingPage } from "../standingPage";

const AUDIT = {
  title: { en: "Audit a table", zh: "审核一张表" },
  description: {
    en: "Paste a published regression table and see whether its numbers hold together; nothing leaves the browser.",
    zh: "粘贴一张已发表的回归表，检查其数字是否自洽；任何内容都不会离开浏览器。",
  },
  lead: {
    en: "Does a published table of logit or ordered-logit models hold together? Paste it, look over what was understood, correct it, and read what can be recomputed, what cannot be true, and what the numbers give away.",
    zh: "一张已发表的 logit 或有序 logit 回归表是否自洽？粘贴表格，核对并更正读出的内容，然后查看：哪些可以重算，哪些不可能为真，数字透露了什么。",
  },
  private: {
    en: "Nothing leaves your browser: the table is read and checked on this page, and nothing is sent or stored.",
    zh: "任何内容都不会离开您的浏览器：表格就在本页读取和检查，不发送、不保存。",
  },
  noScript: {
    en: "This page works by a script, which your browser does not run. On the command line the same is done by sojourn table and sojourn audit.",
    zh: "本页需要运行脚本，而您的浏览器没有运行。在命令行中可用 sojourn table 和 sojourn audit 完成同样的工作。",
  },
} as const satisfies Record<string, Bilingual>;

/**
 * The page on which a reader audits a table of their own; the work is done by src/site/client/auditPage/ in the browser.
 *
 * @param example  a table as someone would paste it, to begin with
 */
export const auditPage = (example?: string): StandingPage => ({
  name: "audit",
  title: AUDIT.title,
  description: AUDIT.description,
  synthetic: false,
  scripts: ["assets/audit-page.js"],
  headings: (language) => [{ level: 1, id: "title", text: AUDIT.title[language] }],
  body: (language: Language) => html`<section class="prose"><h1 id="title">${AUDIT.title[language]}</h1>
<p class="lead">${AUDIT.lead[language]}</p>
<p class="private"><strong>${AUDIT.private[language]}</strong></p></section>
<div id="audit-app" class="audit-app"><noscript><p class="caution">${AUDIT.noScript[language]}</p></noscript></div>
<script type="application/json" id="audit-example">${scriptJson(example ?? null)}</script>`,
});
