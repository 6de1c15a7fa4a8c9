import type { Readings } from "../../../src/sfrc/readings";

/** Resolved where a cell resolves `sojourn`, so that both are one and the same module. */
const MODULE = "sojourn/dist/exhibits/panelState.js";

/**
 * The code of a request that puts readings into force and asks what then holds. It begins with the mark by which our kernel
 * (preload/quietQuestions.cjs) leaves the cells' counts and outputs alone, and it can neither fail nor declare a name.
 */
export function questionCode(change?: Partial<Readings>): string {
  const argument = change ? JSON.stringify(change) : "";
  return `${MARK}\nawait (async (id: string) => { try { (await import(id)).tellPanel(${argument}); } catch { /* no Sojourn here */ } })(${JSON.stringify(MODULE)});`;
}

/** The same where a cell of this kernel has loaded the package already; no answer otherwise, and no time spent. */
export function questionIfLoaded(): string {
  const [mark, ask] = questionCode().split("\n");
  return `${mark}\nif (Object.keys(require.cache).some((path) => /sfrc.sessionReadings\\.js$/.test(path))) { ${ask} }`;
}

const MARK = "// sojourn: question";
