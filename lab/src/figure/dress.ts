/** The page's own colours and letters. */
export interface Surroundings {
  readonly dark: boolean;
  readonly ink: string;
  readonly line: string;
  readonly muted: string;
  readonly family: string;
}

type Json = unknown;
type JsonObject = Record<string, Json>;

export interface PlotlyJson {
  readonly data: readonly JsonObject[];
  readonly layout: JsonObject;
}

/**
 * A figure as a page of the given theme shows it: its ground, ink and lines are the page's, what it means by colour stays. On a
 * dark page what is drawn in black is drawn in the page's ink, and a light ground of a shape becomes a dark one; what brings its
 * own ground (a note in a box, a text inside a bar) keeps its colours.
 */
export function dressed({ data, layout }: PlotlyJson, { dark, ink, line, muted, family }: Surroundings): PlotlyJson {
  const own = (dark ? onDark({ data, layout }, ink) : { data, layout }) as PlotlyJson;
  const here: JsonObject = {
    ...own.layout, paper_bgcolor: NO_GROUND, plot_bgcolor: NO_GROUND,
    font: { ...(own.layout.font as JsonObject), color: ink, family },
    legend: { ...(own.layout.legend as JsonObject), bgcolor: NO_GROUND },
  };
  for (const axis of Object.keys(layout).filter((key) => /^[xy]axis\d*$/.test(key))) {
    here[axis] = { ...(own.layout[axis] as JsonObject), gridcolor: line, linecolor: muted, tickcolor: muted, zerolinecolor: muted };
  }
  return { data: own.data, layout: here };
}

const NO_GROUND = "rgba(0,0,0,0)";

function onDark(value: Json, ink: string, key = ""): Json {
  if (typeof value === "string") {
    if (key === "fillcolor" && (luminance(value) ?? 0) > 0.5) return dimmed(value);
    return /color$/i.test(key) && (luminance(value) ?? 1) < 0.03 ? ink : value;
  }
  if (Array.isArray(value)) return value.map((inner) => onDark(inner, ink, key));
  if (typeof value !== "object" || value === null || typeof (value as JsonObject).bgcolor === "string") return value;
  const here = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, onDark(inner, ink, name)]));
  return (value as JsonObject).textposition === "inside" ? { ...here, textfont: (value as JsonObject).textfont } : here;
}

const channelsOf = (colour: string): number[] | undefined => {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)?.slice(1);
  return parts?.map((hex) => parseInt(hex, 16));
};

/** Relative luminance of `#rrggbb` (WCAG 2); undefined for any other way to write a colour. */
function luminance(colour: string): number | undefined {
  const linear = channelsOf(colour)?.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return linear && 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

/** A light ground turned dark, its hue kept: mostly black, the most of what sets its channels apart. */
function dimmed(colour: string): string {
  const channels = channelsOf(colour)!;
  const lightest = Math.max(...channels);
  return `rgb(${channels.map((c) => Math.round(52 - 1.2 * (lightest - c))).join(", ")})`;
}
