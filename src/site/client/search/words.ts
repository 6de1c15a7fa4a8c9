import type { Language } from "../../../bilingual";

/** What the search says, in the language of the page. */
export const WORDS = {
  none: { en: (query: string) => `Nothing was found for “${query}”.`, zh: (query: string) => `没有找到“${query}”。` },
  found: { en: (count: number) => (count === 1 ? "1 result" : `${count} results`), zh: (count: number) => `${count} 条结果` },
  first: { en: (count: number, all: number) => `The first ${count} of ${all} results`, zh: (count: number, all: number) => `共 ${all} 条结果，显示前 ${count} 条` },
  edition: { en: { en: "", zh: "Chinese edition" }, zh: { en: "英文版", zh: "" } },
  broken: {
    en: (why: string) => `The search index cannot be loaded (${why}). Open the page again; if that does not help, make the site again: npx --no-install sojourn site.`,
    zh: (why: string) => `无法载入搜索索引（${why}）。请重新打开本页；若仍不行，请重新生成网站：npx --no-install sojourn site。`,
  },
  defect: {
    en: (query: string, why: string) => `The search failed on “${query}”, which is a fault of this page (${why}). The index is loaded: other words may be found.`,
    zh: (query: string, why: string) => `搜索“${query}”时出错，这是本页的缺陷（${why}）。索引已载入，其他词仍可搜索。`,
  },
} as const satisfies Record<string, Record<Language, unknown>>;
