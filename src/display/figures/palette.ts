/**
 * Eight colours that the colour-blind can tell apart (Okabe & Ito 2008), dark ones first. Colour never stands alone:
 * each series also has a symbol, a dash and a pattern of its own.
 */
export const COLOURS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#E69F00", "#56B4E9"] as const;
export const SYMBOLS = ["circle", "diamond-open", "square", "triangle-up-open", "x", "circle-open", "diamond"] as const;
export const DASHES = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot", "solid"] as const;
export const PATTERNS = ["", "/", "x", ".", "\\", "-", "+"] as const;

const LIGHTEST = [228, 240, 248];
const DARKEST = [24, 72, 112];

/** From light to dark, for ordered levels: their order is seen without hue, in black and white too. */
export const steps = (of: number): { readonly colour: string; readonly isDark: boolean }[] => Array.from({ length: of }, (_, step) => {
  const share = of === 1 ? 0 : step / (of - 1);
  const mixed = LIGHTEST.map((light, part) => Math.round(light + share * (DARKEST[part] - light)));
  return { colour: `rgb(${mixed.join(",")})`, isDark: share > 0.55 };
});

export const INK = "#222222";
export const FAINT = "#dddddd";
export const RULE = "#666666";

/** The nth of a list, from the start again where it ends. */
export const nth = <T>(list: readonly T[], place: number): T => list[place % list.length];
