import type { Bilingual, Language } from "../bilingual";
import type { Markup } from "./markup";
import type { Heading } from "./prose";

/** A page of the site that is no notebook, in both languages: the audit, the traces. */
export interface StandingPage {
  /** Of its file, without extension. */
  readonly name: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly synthetic: boolean;
  /** Further scripts that it loads, by their path on the site. */
  readonly scripts: readonly string[];
  /** The first is its title. */
  readonly headings: (language: Language) => readonly Heading[];
  readonly body: (language: Language) => Markup;
}
