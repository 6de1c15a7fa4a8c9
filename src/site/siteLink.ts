import { posix } from "node:path";
import { whereLeads } from "../display/safe/safeAddress";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { Language } from "../bilingual";
import type { Editions } from "./notebookFolder";

/** Where a page lies, and how its cell is called in a message. */
export interface LinkPlace {
  readonly language: Language;
  readonly file: string;
  readonly cell: string;
}

/** A link as written in a notebook → as it reads on the site; undefined where it leads to a file that the site does not carry. */
export type SiteLink = (address: string, place: LinkPlace) => string | undefined;

/**
 * Links between notebooks become links between pages (to the reader's own language where that edition exists), links to
 * data become downloads; addresses on other hosts and on the page itself stay.
 *
 * @throws {BadInput} a link to a notebook that does not exist
 */
export function siteLinks(editions: Editions, downloads: readonly string[]): SiteLink {
  return (address, { language, file, cell }) => {
    if (address.startsWith("#") || whereLeads(address) === "elsewhere") return address;
    const [path, anchor] = address.split("#", 2);
    const hash = anchor === undefined ? "" : `#${anchor}`;
    const toRoot = language === "zh" ? "../" : "";
    const name = posix.basename(decoded(path, { file, column: `cell ${cell}` }));
    if (name.endsWith(".ipynb")) {
      const page = name.slice(0, -".ipynb".length);
      if (!editions.en.some((notebook) => notebook.name === page)) {
        throw new BadInput({ file, column: `cell ${cell}` }, said`the link "${address}" leads to no notebook`, editions.en.map((notebook) => `${notebook.name}.ipynb`).join(", "));
      }
      const chinese = editions.zh.some((notebook) => notebook.name === page);
      return (language === "zh" && !chinese ? "../" : "") + `${encodeURIComponent(page)}.html${hash}`;
    }
    return downloads.includes(name) ? `${toRoot}downloads/data/${encodeURIComponent(name)}` : undefined;
  };
}

/** @throws {BadInput} a percent sign that begins no character */
export function decoded(path: string, place: { readonly file: string; readonly column: string }): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new BadInput(place, said`the address "${path}" is no address: a percent sign stands alone in it`, "%25 for a percent sign");
  }
}
