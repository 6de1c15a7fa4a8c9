import type { Bilingual } from "../bilingual";
import type { Provenance } from "../provenance";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** The trace types that every Plotly bundle and every viewer draws; histograms are binned by us and drawn as bars. */
export const TRACE_TYPES = ["scatter", "bar", "box", "heatmap"] as const;

/** A figure as plain data: Plotly's JSON, and the same said in words with its numbers. */
export interface Figure {
  readonly kind: "figure";
  readonly id: string;
  readonly title: Bilingual;
  readonly data: readonly JsonObject[];
  /** With `width` and `height` in pixels. */
  readonly layout: JsonObject & { readonly width: number; readonly height: number };
  /** What the figure shows, for whoever cannot see it; several lines. */
  readonly words: Bilingual;
  /** Made from the synthetic survey: the banner stands in the picture and heads the words. */
  readonly synthetic: boolean;
  /** Where it comes from; absent where nobody said. */
  readonly madeFrom?: Provenance | undefined;
}

/**
 * Refuses a figure that some viewer would draw wrongly or in part.
 *
 * @throws {RangeError} a trace type beyond TRACE_TYPES, or a value that JSON would lose (NaN, Infinity, undefined)
 */
export function checkFigure(figure: Figure): void {
  for (const [place, trace] of figure.data.entries()) {
    if (!(TRACE_TYPES as readonly Json[]).includes(trace.type ?? "")) {
      throw new RangeError(`figure ${figure.id}, trace ${place + 1}: type ${JSON.stringify(trace.type)} (expected ${TRACE_TYPES.join(", ")})`);
    }
  }
  refuseLoss({ data: figure.data, layout: figure.layout }, `figure ${figure.id}`);
}

function refuseLoss(value: unknown, where: string): void {
  if (value === null || typeof value === "string" || typeof value === "boolean") return;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError(`${where}: ${value} cannot be drawn (expected a finite number, or null for a gap)`);
  } else if (typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) refuseLoss(inner, `${where}.${key}`);
  } else {
    throw new RangeError(`${where}: ${typeof value} is not JSON`);
  }
}
