import type { Language } from "../../../src/bilingual";
import type { Readings } from "../../../src/sfrc/readings";
import { PANEL_MIME } from "../mimeTypes";

/** Resolved where a cell resolves `sojourn`, so that both are one and the same module. */
const MODULE = "sojourn/lab";

/**
 * The code of a request that puts readings into force and asks what then holds. It begins with the mark by which our kernel
 * (preload/quietQuestions.cjs) leaves the cells' counts and outputs alone; it declares no name and leaves no value.
 */
export const questionCode = (change?: Partial<Readings>): string => question("import(id)", change);

/** The same where a cell of this kernel has loaded the package already; no answer otherwise, and no time spent. */
export const questionIfLoaded = (): string =>
  question("Object.keys(require.cache).some((path) => /sfrc.sessionReadings\\.js$/.test(path)) ? import(id) : Promise.reject()");

/** Asks for the share of all readings that begins with the `from`-th choice; why there is none is told in that language. */
export const allReadingsCode = (from: number, language: Language): string => asking("import(id)", `tellAllReadings(${from}, ${JSON.stringify(language)})`);

/** A kernel without the package gives no answer; any other failure is one, and is told in the panel. */
const FAILED = `(error: any) => !error?.message || /^Cannot find (module|package) 'sojourn/.test(error.message) ? undefined : (globalThis as any)[Symbol.for("sojourn.question")]?.({ data: { ${JSON.stringify(PANEL_MIME)}: { readings: {}, error: "Sojourn could not be loaded: " + String(error?.message ?? error).split("\\n")[0] } }, metadata: {}, transient: {} }, false)`;

// One chain after `await`: tslab takes `await (` for a call.
const question = (load: string, change?: Partial<Readings>): string => asking(load, `tellPanel(${change ? JSON.stringify(change) : ""})`);

const asking = (load: string, call: string): string =>
  `// sojourn: question\nawait Promise.resolve(${JSON.stringify(MODULE)}).then((id: string) => ${load}).then((panel) => panel.${call}).catch(${FAILED});`;
