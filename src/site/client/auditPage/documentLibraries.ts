import type { DocumentLibraries } from "../../../published/table/documents/libraries";
import { loadScript } from "../loadScript";
import { Once } from "../once";

/**
 * The libraries that read documents, in a script of their own, loaded with the first document.
 *
 * @param address  where the script lies
 */
export function librariesAt(address: string): DocumentLibraries {
  const loaded = new Once(() => loadScript(address).then(() => window.sojournDocuments!));
  return { pdf: async () => (await loaded.get()).pdf(), word: async () => (await loaded.get()).word(), excel: async () => (await loaded.get()).excel() };
}
