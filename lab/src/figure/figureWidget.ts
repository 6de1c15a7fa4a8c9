import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { Widget } from "@lumino/widgets";
import { PLOTLY_MIME } from "../mimeTypes";
import { isDark, onThemeChange } from "../theme";
import { languageOf, WORDS } from "../words";
import { dressed, type PlotlyJson, type Surroundings } from "./dress";
import { loadPlotly, type Plotly } from "./plotly";

/** Beyond this a figure is not drawn smaller; it scrolls in its frame. */
const SMALLEST = 0.75;
// Plotly's own tool bar has a button that uploads the figure to its makers: ours names each button it has.
const CONFIG = { displaylogo: false, plotlyServerURL: "", modeBarButtons: [["toImage", "zoom2d", "pan2d", "resetScale2d"]] };

/** A Plotly figure: interactive, in the page's theme, fitted to its cell, told in words beneath. */
export class FigureWidget extends Widget implements IRenderMime.IRenderer {
  private readonly frame = document.createElement("figure");
  private readonly room = document.createElement("div");
  private readonly live = document.createElement("div");
  private readonly details = document.createElement("details");
  private readonly stopListening: () => void;
  private readonly observer = new ResizeObserver(() => void this.draw());
  private figure: PlotlyJson | undefined;
  private plotly: Plotly | undefined;
  private drawnFor = "";

  constructor(private readonly language = languageOf(undefined)) {
    super();
    this.addClass("sojourn-figure");
    this.room.className = "sojourn-figure-room";
    this.live.className = "sojourn-figure-live";
    this.room.append(this.live);
    this.frame.append(this.room, this.details);
    this.node.append(this.frame);
    this.stopListening = onThemeChange(() => void this.draw());
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const { data, layout } = model.data[PLOTLY_MIME] as unknown as Partial<PlotlyJson>;
    this.figure = { data: data ?? [], layout: layout ?? {} };
    this.drawnFor = "";
    this.name(String(model.data["text/plain"] ?? ""), titleOf(this.figure.layout));
    this.observer.observe(this.node);
  }

  override dispose(): void {
    if (this.isDisposed) return;
    this.observer.disconnect();
    this.stopListening();
    this.plotly?.purge(this.live);
    super.dispose();
  }

  /** The words of the bundle are the figure's name (their first lines) and, opened, its description. */
  private name(text: string, title: string): void {
    const heading = text.split("\n").find((line) => line.trim() !== "") ?? title;
    this.frame.setAttribute("aria-label", heading || WORDS.figure[this.language]);
    this.details.hidden = text === "";
    const summary = document.createElement("summary");
    summary.textContent = WORDS.inWords[this.language];
    const words = document.createElement("div");
    words.className = "sojourn-figure-words";
    words.textContent = text;
    this.details.replaceChildren(summary, words);
  }

  /** Draws what has changed: the figure, the theme or the width. Nothing while it cannot be seen: its texts could not be measured. */
  private async draw(): Promise<void> {
    const width = this.node.clientWidth;
    if (!this.figure || width === 0) return;
    const key = JSON.stringify([width, isDark()]);
    if (key === this.drawnFor) return;
    this.drawnFor = key;
    try {
      this.plotly = await loadPlotly();
      if (this.isDisposed) return;
      const { data, layout } = dressed(this.figure, this.surroundings());
      const sized = { ...layout, width: layout.width ?? Math.max(300, width), height: layout.height ?? 450 } as { width: number; height: number };
      this.sizeTo(sized, width);
      await this.plotly.react(this.live, data, sized, CONFIG);
      this.live.querySelectorAll("svg.main-svg").forEach((svg) => svg.setAttribute("aria-hidden", "true")); // the words say it
      this.addClass("is-drawn");
    } catch (error) {
      this.live.textContent = `${WORDS.notDrawn[this.language]} ${error instanceof Error ? error.message : String(error)}`;
      this.details.open = true;
    }
  }

  /** A figure is laid out for a width of its own, its labels broken to fit: in a narrower cell it is drawn smaller as a whole. */
  private sizeTo({ width, height }: { width: number; height: number }, available: number): void {
    const scale = Math.max(SMALLEST, Math.min(1, available / width));
    Object.assign(this.live.style, { width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` });
    Object.assign(this.room.style, { width: `${scale * width}px`, height: `${scale * height}px` });
  }

  private surroundings(): Surroundings {
    const style = getComputedStyle(this.node);
    const colour = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
    return {
      dark: isDark(), ink: style.color, family: style.fontFamily,
      line: colour("--jp-border-color2", "#bdbdbd"), muted: colour("--jp-ui-font-color2", "#757575"),
    };
  }
}

const titleOf = ({ title }: Record<string, unknown>): string => {
  const text = typeof title === "object" && title !== null ? (title as { text?: unknown }).text : title;
  return typeof text === "string" ? text.replace(/<[^>]*>/g, " ") : "";
};
