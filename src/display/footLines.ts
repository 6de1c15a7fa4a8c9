import { SYNTHETIC_LINE } from "./synthetic";
import type { Table } from "./table";
import type { Words } from "./words";

/** What stands under a table, in every format: the warning (in both languages, whichever is read) first, then where the numbers come from, then the notes. */
export function footLines({ synthetic, provenance, notes }: Table): Words[] {
  return [
    ...(synthetic ? [SYNTHETIC_LINE] : []),
    ...(provenance ? [{ en: `Numbers: ${provenance.en}`, zh: `数字：${provenance.zh}` }] : []),
    ...notes,
  ];
}
