/**
 * Eight colours that the colour-blind can tell apart (Okabe & Ito 2008), dark ones first. Colour never stands alone:
 * each series also has a symbol, a dash and a pattern of its own.
 */
export const COLOURS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#E69F00", "#56B4E9"] as const;
export const SYMBOLS = ["circle", "diamond-open", "square", "triangle-up-open", "x", "circle-open", "diamond"] as const;
export const DASHES = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot", "solid"] as const;
export const PATTERNS = ["", "/", "x", ".", "\\", "-", "+"] as const;

/** From light to dark, for ordered levels: order is seen without hue. */
export const STEPS: Readonly<Record<number, readonly string[]>> = {
  2: ["#cfe3f1", "#2f7fb5"],
  3: ["#dcebf5", "#7fb4d6", "#1f5f8f"],
  4: ["#e4f0f8", "#a6cbe3", "#5a9ac6", "#1b4f7a"],
  5: ["#eaf3f9", "#bcd8ea", "#85b6d7", "#4a8abb", "#184468"],
};

export const INK = "#222222";
export const FAINT = "#dddddd";
export const RULE = "#666666";

/** The nth of a list, from the start again where it ends. */
export const nth = <T>(list: readonly T[], place: number): T => list[place % list.length];
