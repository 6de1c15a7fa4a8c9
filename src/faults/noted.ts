import type { Bilingual, Language } from "../bilingual";
import { ZH } from "./chinese";
import { inLanguage, said, type Value } from "./said";
import { NOTES, REFUSAL_KINDS } from "./zh/notes";

/**
 * A sentence that stands beside numbers: a warning, why there is no test, what was left out. It is English wherever it is kept (in
 * a fit, in JSON); its template has its Chinese in zh/notes.ts, which a test wants of each, and `noteIn` says it.
 *
 * @example noteIn(noted`the fitted scores make ${2} groups only`, "zh") // "拟合得分只能分成 2 组"
 */
export const noted = (parts: TemplateStringsArray, ...values: readonly Value[]): string => inLanguage(said(parts, ...values), "en");

/** Such a sentence, or several joined by semicolons, in a language. */
export const noteIn = (note: string, language: Language): string => (language === "en" ? note : (each(note, "every") ?? chineseOf(note) ?? each(note, "some") ?? note));

/** The same in both, for a table. */
export const noteInBoth = (note: string): Bilingual => ({ en: note, zh: noteIn(note, "zh") });

type Pattern = readonly [template: string, whole: RegExp, literal: number];

const compiled = (templates: readonly string[]): Pattern[] => templates
  .map((template): Pattern => [template, new RegExp(`^${template.split("{}").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("(.*?)")}$`, "s"), template.replaceAll("{}", "").length])
  .sort(([, , a], [, , b]) => b - a); // the one that says most is the sentence

let notes: readonly Pattern[] | undefined;
let refusals: readonly Pattern[] | undefined;

/** A refusal may be the reason in a note. One of few words of its own ("{} is {}") could be anything. */
const ENOUGH = 20;

function chineseOf(note: string): string | undefined {
  notes ??= compiled(Object.keys(NOTES));
  const found = notes.find(([, whole]) => whole.test(note)) ?? refusalOf(note);
  if (found === undefined) return undefined;
  const [template, whole] = found;
  const values = whole.exec(note)!.slice(1);
  if (template.endsWith(": {}")) values.push(noteIn(values.pop()!, "zh")); // a reason, which is a note itself
  if (template.includes("refused (")) values[0] = (REFUSAL_KINDS as Readonly<Record<string, string>>)[values[0]] ?? values[0];
  return inLanguage({ template, values }, "zh");
}

function refusalOf(note: string): Pattern | undefined {
  if (note.length < ENOUGH) return undefined;
  refusals ??= compiled(Object.keys(ZH).filter((template) => !Object.hasOwn(NOTES, template))).filter(([, , literal]) => literal >= ENOUGH);
  return refusals.find(([, whole]) => whole.test(note));
}

/** Notes joined by semicolons, where every one is known (or the first would take the others for the end of its value), or one at least. */
function each(note: string, known: "every" | "some"): string | undefined {
  const parts = note.split("; ");
  const all = parts.map(chineseOf);
  return parts.length > 1 && all[known]((words) => words !== undefined) ? all.map((words, i) => words ?? parts[i]).join("；") : undefined;
}
