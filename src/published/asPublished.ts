import { parsePublished } from "./parsePublished";
import type { PublishedTable } from "./publishedTable";
import type { DraftTable } from "./table/draft/draftTable";

/**
 * A table as it was read, ready to be audited. What the reading does not say is supposed, and said to be: nothing is proved
 * by it.
 *
 * @throws {BadInput} where the draft holds no model
 */
export function asPublished(draft: DraftTable, file: string): PublishedTable {
  return parsePublished(draft, file);
}
