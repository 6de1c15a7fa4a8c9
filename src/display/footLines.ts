import { SYNTHETIC_LINE } from "./synthetic";
import type { Table } from "./table";
import { joinWords, type Words } from "./words";

/** What stands under a table, in every format: the warning (in both languages, whichever is read) first, then where the numbers come from, then the notes. */
export function footLines({ synthetic, provenance, notes }: Table): Words[] {
  return [
    ...(synthetic ? [SYNTHETIC_LINE] : []),
    ...(provenance ? [joinWords([{ en: "Numbers", zh: "数字" }, provenance], ": ")] : []),
    ...notes,
  ];
}
