import type { DocumentLibraries } from "../../../published/table/documents/libraries";
import { loadScript } from "../loadScript";

/**
 * The libraries that read documents, in a script of their own, loaded with the first document.
 *
 * @param address  where the script lies
 */
export function librariesAt(address: string): DocumentLibraries {
  let loading: Promise<DocumentLibraries> | undefined;
  const loaded = async (): Promise<DocumentLibraries> => {
    try {
      await (loading ??= loadScript(address).then(() => window.sojournDocuments!));
      return await loading;
    } catch (error) {
      loading = undefined; // the next file tries again
      throw error;
    }
  };
  return { pdf: async () => (await loaded()).pdf(), word: async () => (await loaded()).word(), excel: async () => (await loaded()).excel() };
}
