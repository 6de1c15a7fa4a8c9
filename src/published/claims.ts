import type { Bilingual } from "../bilingual";

/** What the text of a paper says of its own tables, as data: the file format of `data/claims.json`. */
export interface Claim extends Bilingual {
  readonly id: string;
  readonly section: string;
  readonly hypotheses: readonly string[];
  readonly model?: string | null;
  readonly models?: readonly string[];
  readonly terms: readonly string[] | "all";
  readonly expect: "+" | "0" | "-" | "same-as" | "unsaid" | "description" | "p > 0.05";
  readonly against?: string;
  readonly checkable: "table" | "microdata" | "no";
  readonly note?: string;
}

/** Where in the paper a claim stands: `§4.1.1`, or the abstract. */
export const placeOf = ({ section }: Pick<Claim, "section">): Bilingual =>
  section === "abstract" ? { en: "abstract", zh: "摘要" } : { en: `§${section}`, zh: `§${section}` };

export interface Claims {
  readonly claims: readonly Claim[];
}
