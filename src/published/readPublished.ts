import { parsePublished } from "./parsePublished";
import type { PublishedTable } from "./publishedTable";
import { readJson } from "./readJson";

export { DEFAULT_CUTOFFS } from "./cutoffs";
export { parsePublished };

/** A published table from its file: `parsePublished` of the JSON in it. */
export const readPublished = (file: string): PublishedTable => parsePublished(readJson(file), file);
