import type { Language } from "../../../src/bilingual";
import { TableReader } from "../../../src/display/reader/tableReader";
import type { Table } from "../../../src/display/table";
import type { Languages } from "../../../src/display/words";
import { chosenLanguage, rememberLanguage } from "./chosenLanguage";

/** A table with what a reader may do with it: see it otherwise, and take away just what is seen. */
export const tableNodes = (table: Table, language: Language): readonly HTMLElement[] => new TableReader(table, {
  language, languages: chosenLanguage(language), rememberLanguages: (chosen: Languages) => rememberLanguage(chosen, language), word: wordFile,
  dress: (place) => {
    place.tabIndex = 0; // a wide table scrolls, by the keyboard too
    place.setAttribute("role", "region");
    place.setAttribute("aria-label", table.title[language]);
  },
}).nodes;

async function wordFile(table: Table, languages: Languages): Promise<Blob> {
  const [docx, { tableDocx }] = await Promise.all([import("docx"), import("../../../src/display/render/tableDocx")]);
  return docx.Packer.toBlob(tableDocx(table, languages, docx));
}
