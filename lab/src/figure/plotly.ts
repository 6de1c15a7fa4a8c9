/** The part of Plotly that is used here. */
export interface Plotly {
  react(host: HTMLElement, data: readonly object[], layout: object, config: object): Promise<unknown>;
  purge(host: HTMLElement): void;
}

/** What Plotly makes of the element that it draws in. */
export interface PlotlyHost {
  on(event: "plotly_click", told: (event: { readonly points: readonly ClickedPoint[] }) => void): void;
}

export interface ClickedPoint {
  readonly data: { readonly meta?: unknown };
  readonly customdata?: unknown;
}

let loading: Promise<Plotly> | undefined;

/** Plotly, loaded with the first figure that is seen: 1.5 MB that no page needs before. */
export function loadPlotly(): Promise<Plotly> {
  loading ??= import("plotly.js-cartesian-dist-min").then((module) => (module as { default?: Plotly }).default ?? (module as unknown as Plotly));
  return loading;
}
