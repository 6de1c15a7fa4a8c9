import { inWords } from "../../src/faults/inWords";

/** What is thrown, as it reads in English and in Chinese. */
export function bothLanguages(work: () => unknown): [en: string, zh: string] {
  try {
    work();
  } catch (error) {
    return [inWords("en")(error), inWords("zh")(error)];
  }
  throw new Error("nothing was refused");
}
