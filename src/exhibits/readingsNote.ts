import type { Bilingual } from "../bilingual";
import { chooseReadings, departures } from "../sfrc/readings";
import type { StudyResult } from "../study/runStudy";

/** What stands under a table whose numbers were made under other readings than the default ones; nothing otherwise. */
export function readingsNote({ readings }: Pick<StudyResult, "readings">): Bilingual[] {
  const other = departures(chooseReadings(readings)).join(", ");
  return other ? [{ en: `Made under readings other than the default: ${other}.`, zh: `采用了非默认编码方案：${other}。` }] : [];
}
