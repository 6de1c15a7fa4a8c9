/** The cut-offs that count as given where a table does not state its own: p < .1, .05, .01. */
export const DEFAULT_CUTOFFS: Readonly<Record<string, string>> = { "***": "0.01", "**": "0.05", "*": "0.1" };
