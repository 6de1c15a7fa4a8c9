import type { Bilingual } from "../bilingual";
import type { JsonSpot } from "../published/jsonSpot";

/** A text in both languages. @throws {BadInput} where one is missing, is no text or is blank: it would be an empty place in a table */
export function readBilingual(spot: JsonSpot): Bilingual {
  if (typeof spot.value === "string") spot.refuse(spot.shown(), 'both languages: { en: "…", zh: "…" }');
  const { en, zh } = spot.record(["en", "zh"]);
  for (const text of [en, zh]) if (text.text().trim() === "") text.refuse("an empty text", "words");
  return { en: en.text(), zh: zh.text() };
}
