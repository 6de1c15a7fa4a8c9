import { readJson } from "../io/file";
import { parsePublished } from "./parsePublished";
import type { PublishedTable } from "./publishedTable";

export { parsePublished };

/** A published table from its file: `parsePublished` of the JSON in it. */
export const readPublished = (file: string): PublishedTable => parsePublished(readJson(file), file);
