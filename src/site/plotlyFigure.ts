/** The parts of a Plotly figure that the site reads; all else is passed on as it is. */
export interface PlotlyFigure {
  readonly data: readonly PlotlyTrace[];
  readonly layout?: PlotlyLayout;
  readonly config?: Readonly<Record<string, unknown>>;
}

export type PlotlyTrace = Readonly<Record<string, unknown>> & {
  readonly type?: string;
  readonly name?: string;
  readonly x?: readonly unknown[];
  readonly y?: readonly unknown[];
  readonly xaxis?: string;
  readonly yaxis?: string;
};

export type PlotlyLayout = Readonly<Record<string, unknown>> & {
  readonly title?: string | { readonly text?: string };
  readonly height?: number;
};

const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** A text of a figure without the marks Plotly allows in it (`<br>`, `<b>`, `<i>`, `<sub>`, `&lt;`, …). */
export const plainLabel = (text: unknown): string =>
  (typeof text === "string" || typeof text === "number" ? String(text) : "").replace(/<br\s*\/?>/gi, " ").replace(/<\/?[a-z][^>]*>/gi, "").replace(/&(lt|gt|amp);/g, (entity) => ENTITIES[entity]).replace(/\s+/g, " ").trim();

/** A title, which Plotly takes as a text or as `{text}`. */
export const titleText = (title: unknown): string =>
  plainLabel(typeof title === "object" && title !== null ? (title as { text?: unknown }).text : title);
