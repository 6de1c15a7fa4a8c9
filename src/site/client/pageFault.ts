import type { Bilingual, Language } from "../../bilingual";

/** What a page cannot do, said in its reader's language by `inWords`. */
export class PageFault extends Error {
  constructor(private readonly words: Bilingual, name = "Error") {
    super(words.en);
    this.name = name;
  }

  inLanguage(language: Language): string {
    return this.words[language];
  }
}
