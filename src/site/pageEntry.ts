import type { Language } from "../bilingual";

/** A page as the sidebar and its neighbours know it. */
export interface PageEntry {
  readonly path: string;
  readonly title: string;
  /** The title in the other language, where the page says it. */
  readonly subtitle?: string | undefined;
  readonly language: Language;
}

/** A page's title in a reader's language, where the page says it in that one. */
export const titleFor = (page: PageEntry, language: Language): string => (page.language === language ? page.title : page.subtitle ?? page.title);

/** The address of one page as seen from another; Chinese pages lie one folder down. */
export function relative(from: { readonly path: string }, to: { readonly path: string }): string {
  if (!from.path.startsWith("zh/")) return encoded(to.path);
  return to.path.startsWith("zh/") ? encoded(to.path.slice(3)) : `../${encoded(to.path)}`;
}

/** A path of the site as an address: a notebook may be called `100% sure`, `what#now` or `javascript:a`. */
export const encoded = (path: string): string => path.split("/").map(encodeURIComponent).join("/");
