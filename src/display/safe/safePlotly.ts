import { isObject } from "../../isObject";
import { refuseDeepJson } from "./nesting";

/** A Plotly figure that can be drawn without reaching another host, and what of it was left out for that. */
export interface SafePlotly {
  readonly data: readonly Json[];
  readonly layout: Json;
  /** Places of what was left out: `layout.images`, `data[0].text`. */
  readonly leftOut: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/** What the cartesian bundle draws, without `image`, which loads one. */
const TRACES = new Set("scatter bar box heatmap histogram histogram2d histogram2dcontour contour violin pie".split(" "));

/** Parts of a layout that say how a figure looks: no pictures, and no buttons that could change the figure into another. */
const LAYOUT = new RegExp(`^(${("[xy]axis\\d* title width height margin font annotations shapes legend showlegend autosize separators " +
  "bar(mode|gap|groupgap|norm) (box|violin)(mode|gap|groupgap) hover(mode|label|distance) spikedistance dragmode clickmode " +
  "paper_bgcolor plot_bgcolor colorway coloraxis\\d* colorscale uniformtext grid piecolorway extendpiecolors hiddenlabels uirevision").split(" ").join("|")})$`);

/** Keys whose values are addresses, at whatever depth. */
const ADDRESSES = /^(images?|source|src|href|url|link|__proto__)$/i;
/** Keys whose values may end in a style or an attribute of an SVG; there, nothing may be fetched. */
const STYLES = /colou?r|family|dash|symbol|path|shape|pattern|style/i;
const FETCHES = /url|image-set|@import|expression|\\/i;
/** Marks that Plotly allows in its texts; with an attribute, any of them could carry a style or an address. */
const PLAIN_MARK = /^<\/?(br|b|i|em|strong|sub|sup|extra)\s*\/?>$/i;

/**
 * Reads a figure from a notebook: an allow list of trace types and of parts of the layout, texts with plain marks only.
 * Whoever draws a figure that somebody else made draws this.
 *
 * @param figure  Plotly's JSON: `{data: [trace, …], layout: {…}}`
 * @throws {RangeError} no figure, by the place of what is wrong and what was expected
 *
 * @example
 * safePlotly({ data: [{ type: "bar", y: [1] }], layout: { images: [{ source: "https://example.org/a.png" }] } }).leftOut // ["layout.images"]
 */
export function safePlotly(figure: unknown): SafePlotly {
  refuseDeepJson(figure);
  if (!isObject(figure)) throw new RangeError(`a figure is ${kindOf(figure)} (expected an object with data and layout)`);
  const { data, layout = {} } = figure;
  if (!Array.isArray(data)) throw new RangeError(`data of a figure is ${kindOf(data)} (expected a list of traces)`);
  if (!isObject(layout)) throw new RangeError(`layout of a figure is ${kindOf(layout)} (expected an object)`);
  data.forEach((trace, i) => isObject(trace) || refuse(`data[${i}]`, trace, "an object"));
  refuseMisshapen(layout);
  const leftOut: string[] = [];
  const traces = (data as Json[]).flatMap((trace, i): Json[] => {
    if (TRACES.has((trace.type ?? "scatter") as string)) return [cleaned(trace, `data[${i}]`, leftOut) as Json];
    leftOut.push(`data[${i}] (${String(trace.type)})`);
    return [];
  });
  const kept = Object.fromEntries(Object.entries(layout).filter(([key]) => LAYOUT.test(key) || (leftOut.push(`layout.${key}`), false)));
  return { data: traces, layout: cleaned(kept, "layout", leftOut) as Json, leftOut };
}

/** The parts of a layout that are read before Plotly looks at them. */
function refuseMisshapen(layout: Json): void {
  for (const list of ["annotations", "shapes"]) {
    const value = layout[list] ?? [];
    if (!Array.isArray(value)) refuse(`layout.${list}`, value, "a list");
    (value as unknown[]).forEach((one, i) => isObject(one) || refuse(`layout.${list}[${i}]`, one, "an object"));
  }
  for (const [name, axis] of Object.entries(layout)) {
    if (!/^[xy]axis\d*$/.test(name)) continue;
    if (!isObject(axis)) refuse(`layout.${name}`, axis, "an object");
    for (const list of ["tickvals", "ticktext", "domain"]) {
      const value = axis[list];
      if (value !== undefined && !Array.isArray(value)) refuse(`layout.${name}.${list}`, value, "a list");
    }
  }
  for (const size of ["width", "height"]) {
    const value = layout[size];
    if (value !== undefined && !isPixels(value)) refuse(`layout.${size}`, value, "pixels, 1 to 20000");
  }
}

/** A size on a page: a number of pixels. */
export const isPixels = (value: unknown): value is number => typeof value === "number" && value >= 1 && value <= 20_000;

function cleaned(value: unknown, place: string, leftOut: string[], key = ""): unknown {
  if (typeof value === "string") return cleanedText(value, place, leftOut, key);
  if (Array.isArray(value)) return value.map((inner, i) => cleaned(inner, `${place}[${i}]`, leftOut, key));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => {
    if (!ADDRESSES.test(name)) return [[name, cleaned(inner, `${place}.${name}`, leftOut, name)]];
    leftOut.push(`${place}.${name}`);
    return [];
  }));
}

function cleanedText(text: string, place: string, leftOut: string[], key: string): string {
  if (STYLES.test(key) && FETCHES.test(text)) {
    leftOut.push(place);
    return "";
  }
  const plain = text.replace(/<\/?[a-z!][^<>]*>/gi, (mark) => (PLAIN_MARK.test(mark) ? mark : ""));
  if (plain !== text) leftOut.push(place);
  return plain;
}

const kindOf = (value: unknown): string => (value === undefined ? "missing" : Array.isArray(value) ? "a list" : JSON.stringify(value)?.slice(0, 40) ?? typeof value);

function refuse(place: string, found: unknown, expected: string): never {
  throw new RangeError(`${place} of a figure is ${kindOf(found)} (expected ${expected})`);
}
