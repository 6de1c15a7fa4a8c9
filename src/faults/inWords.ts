import type { Language } from "../bilingual";

/** A fault of ours: bad input, a refused model. */
interface Speaks {
  inLanguage(language: Language): string;
}

const speaks = (error: unknown): error is Speaks => error instanceof Error && typeof (error as Partial<Speaks>).inLanguage === "function";

/** What went wrong, in the reader's language where the package knows it. */
export const inWords = (language: Language) => (error: unknown): string =>
  speaks(error) ? error.inLanguage(language) : error instanceof Error ? error.message : String(error);
