import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { Widget } from "@lumino/widgets";
import { PLOTLY_MIME } from "../mimeTypes";
import { isDark, onThemeChange } from "../theme";
import type { Language } from "../../../src/bilingual";
import { universePoint } from "../../../src/display/figures/universesIn";
import { universeTable } from "../../../src/display/figures/universeTable";
import { safePlotly } from "../../../src/display/safe/safePlotly";
import { safeTable } from "../../../src/display/safe/safeTable";
import { languageAround } from "../language";
import { WORDS } from "../words";
import { dressed, type PlotlyJson, type Surroundings } from "./dress";
import { tableNodes } from "../table/tableNodes";
import { loadPlotly, type ClickedPoint, type Plotly, type PlotlyHost } from "./plotly";

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
  /** The table of the universe whose point was clicked, in a figure of universes. */
  private readonly clicked = document.createElement("div");
  private readonly stopListening: () => void;
  private readonly observer = new ResizeObserver(() => void this.draw());
  private figure: PlotlyJson | undefined;
  private plotly: Plotly | undefined;
  private drawnFor = "";

  constructor() {
    super();
    this.addClass("sojourn-figure");
    this.room.className = "sojourn-figure-room";
    this.live.className = "sojourn-figure-live";
    this.room.append(this.live);
    this.clicked.setAttribute("aria-live", "polite");
    this.frame.append(this.room, this.clicked, this.details);
    this.node.append(this.frame);
    this.stopListening = onThemeChange(() => void this.draw());
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    this.text = (model.data["text/plain"] ?? "") as string;
    this.clicked.replaceChildren();
    this.drawnFor = "";
    try {
      const { data, layout, leftOut } = safePlotly(model.data[PLOTLY_MIME]);
      this.figure = { data, layout };
      this.leftOut = leftOut;
    } catch (error) {
      this.figure = undefined;
      this.live.textContent = `${WORDS.notDrawn[this.language]} ${error instanceof Error ? error.message : String(error)}`;
    }
    this.name();
    this.observer.observe(this.node);
  }

  private text = "";
  private leftOut: readonly string[] = [];

  private get language(): Language {
    return languageAround(this.node);
  }

  /** Only where it stands can it be known which language its document speaks. */
  protected override onAfterAttach(): void {
    this.name();
  }

  override dispose(): void {
    if (this.isDisposed) return;
    this.observer.disconnect();
    this.stopListening();
    this.plotly?.purge(this.live);
    super.dispose();
  }

  /** The words of the bundle are the figure's name (their first lines) and, opened, its description. */
  private name(): void {
    const text = [this.text, ...(this.leftOut.length > 0 ? [`${WORDS.leftOut[this.language]} ${this.leftOut.join(", ")}`] : [])].filter(Boolean).join("\n\n");
    const title = titleOf(this.figure?.layout ?? {});
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
      this.listen();
      this.live.querySelectorAll("svg.main-svg").forEach((svg) => svg.setAttribute("aria-hidden", "true")); // the words say it
      this.addClass("is-drawn");
    } catch (error) {
      this.live.textContent = `${WORDS.notDrawn[this.language]} ${error instanceof Error ? error.message : String(error)}`;
      this.details.open = true;
    }
  }

  private listens = false;

  private listen(): void {
    if (this.listens) return;
    this.listens = true;
    (this.live as unknown as PlotlyHost).on("plotly_click", ({ points }: { points: readonly ClickedPoint[] }) => {
      const point = universePoint(points[0]?.data.meta, points[0]?.customdata);
      if (point) this.clicked.replaceChildren(...tableNodes(safeTable(universeTable(point.meta, point.record)), this.language));
    });
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
