import type { Language } from "../../bilingual";

/** What the search says, in the language of the page. */
export const WORDS = {
  none: { en: (query: string) => `Nothing was found for “${query}”.`, zh: (query: string) => `没有找到“${query}”。` },
  found: { en: (count: number) => (count === 1 ? "1 result" : `${count} results`), zh: (count: number) => `${count} 条结果` },
  first: { en: (count: number, all: number) => `The first ${count} of ${all} results`, zh: (count: number, all: number) => `共 ${all} 条结果，显示前 ${count} 条` },
  edition: { en: { en: "", zh: "Chinese edition" }, zh: { en: "英文版", zh: "" } },
  broken: { en: () => "The search index cannot be loaded.", zh: () => "无法载入搜索索引。" },
} as const satisfies Record<string, Record<Language, unknown>>;
