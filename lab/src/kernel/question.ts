import type { Readings } from "../../../src/sfrc/readings";

/** Resolved where a cell resolves `sojourn`, so that both are one and the same module. */
const MODULE = "sojourn/dist/exhibits/panelState.js";

/**
 * The code of a request that puts readings into force and asks what then holds. It begins with the mark by which our kernel
 * (preload/quietQuestions.cjs) leaves the cells' counts and outputs alone; it declares no name and leaves no value.
 */
export const questionCode = (change?: Partial<Readings>): string => question("import(id)", change);

/** The same where a cell of this kernel has loaded the package already; no answer otherwise, and no time spent. */
export const questionIfLoaded = (): string =>
  question("Object.keys(require.cache).some((path) => /sfrc.sessionReadings\\.js$/.test(path)) ? import(id) : Promise.reject()");

// One chain after `await`: tslab takes `await (` for a call. A kernel without the package gives no answer.
const question = (load: string, change?: Partial<Readings>): string =>
  `// sojourn: question\nawait Promise.resolve(${JSON.stringify(MODULE)}).then((id: string) => ${load}).then((panel) => panel.tellPanel(${change ? JSON.stringify(change) : ""})).catch(() => undefined);`;
