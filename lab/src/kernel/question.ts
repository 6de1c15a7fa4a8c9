import type { Bilingual, Language } from "../../../src/bilingual";
import type { Readings } from "../../../src/sfrc/readings";
import { PANEL_MIME } from "../mimeTypes";

/** Resolved where a cell resolves `sojourn`, so that both are one and the same module. */
const MODULE = "sojourn/lab";

/**
 * The code of a request that puts readings into force and asks what then holds; what goes wrong is told in the language. It begins with the mark by which our kernel
 * (preload/quietQuestions.cjs) leaves the cells' counts and outputs alone; it declares no name and leaves no value.
 */
export const questionCode = (language: Language, change?: Partial<Readings>): string => question("import(id)", language, change);

/** The same where a cell of this kernel has loaded the package already; no answer otherwise, and no time spent. */
export const questionIfLoaded = (language: Language): string =>
  question("Object.keys(require.cache).some((path) => /sfrc.sessionReadings\\.js$/.test(path)) ? import(id) : Promise.reject()", language);

/** Asks for the share of all readings that begins with the `from`-th choice; why there is none is told in that language. */
export const allReadingsCode = (from: number, language: Language): string => asking("import(id)", `tellAllReadings(${from}, ${JSON.stringify(language)})`, language);

const NOT_LOADED = { en: "Sojourn could not be loaded: ", zh: "无法载入 Sojourn：" } as const satisfies Bilingual;

/** A kernel without the package gives no answer; any other failure is one, and is told in the panel. */
const failed = (language: Language): string => `(error: any) => !error?.message || /^Cannot find (module|package) 'sojourn/.test(error.message) ? undefined : (globalThis as any)[Symbol.for("sojourn.question")]?.({ data: { ${JSON.stringify(PANEL_MIME)}: { readings: {}, error: ${JSON.stringify(NOT_LOADED[language])} + String(error?.message ?? error).split("\\n")[0] } }, metadata: {}, transient: {} }, false)`;

// One chain after `await`: tslab takes `await (` for a call.
const question = (load: string, language: Language, change?: Partial<Readings>): string =>
  asking(load, `tellPanel(${change ? JSON.stringify(change) : "undefined"}, ${JSON.stringify(language)})`, language);

const asking = (load: string, call: string, language: Language): string =>
  `// sojourn: question\nawait Promise.resolve(${JSON.stringify(MODULE)}).then((id: string) => ${load}).then((panel) => panel.${call}).catch(${failed(language)});`;
