// Turns each figure's still into the interactive Plotly figure once it comes near the window.
// Plotly itself is loaded then, once a page, by a classic script: a page opened as a file may not import or fetch.
(function () {
  "use strict";
  const plotlyAddress = document.currentScript.dataset.plotly;
  const drawn = [];
  let loading;

  function loadPlotly() {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = plotlyAddress;
      script.onload = () => resolve(window.Plotly);
      script.onerror = () => reject(new Error(`${plotlyAddress} cannot be loaded`));
      document.head.append(script);
    });
    return loading;
  }

  /** The page's own colours and letters, whichever theme is on. */
  function pageStyle() {
    const words = getComputedStyle(document.querySelector("figcaption"));
    const frame = getComputedStyle(document.querySelector(".figure-frame"));
    const ground = getComputedStyle(document.body).backgroundColor;
    return { ink: words.color, ground, family: words.fontFamily, line: frame.borderTopColor, muted: frame.outlineColor, dark: document.documentElement.dataset.theme === "dark" };
  }

  /** Relative luminance of `#rrggbb` (WCAG 2); undefined for any other way to write a colour. */
  function luminance(colour) {
    const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)?.slice(1);
    if (!parts) return undefined;
    const [r, g, b] = parts.map((hex) => parseInt(hex, 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  /**
   * On a dark page what is drawn in black is drawn in the page's ink, and a light ground of a shape becomes a dark one;
   * what brings its own ground (a note in a box, a text inside a bar) keeps its colours.
   */
  function onDark(value, ink, key = "") {
    if (typeof value === "string") {
      if (key === "fillcolor" && luminance(value) > 0.5) return dimmed(value);
      return /color$/i.test(key) && luminance(value) < 0.03 ? ink : value;
    }
    if (Array.isArray(value)) return value.map((inner) => onDark(inner, ink, key));
    if (typeof value !== "object" || value === null || typeof value.bgcolor === "string") return value;
    const here = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, onDark(inner, ink, name)]));
    return value.textposition === "inside" ? { ...here, textfont: value.textfont } : here;
  }

  /** A light ground turned dark, its hue kept: mostly black, the most of what sets its channels apart. */
  function dimmed(colour) {
    const channels = colour.match(/[0-9a-f]{2}/gi).map((hex) => parseInt(hex, 16));
    const lightest = Math.max(...channels);
    return `rgb(${channels.map((c) => Math.round(52 - 1.2 * (lightest - c))).join(", ")})`;
  }

  /** A figure as this page shows it: its ground, ink and lines; what it means by colour stays. */
  function dressed({ data, layout }) {
    const { ink, ground, line, muted, family, dark } = pageStyle();
    const own = dark ? onDark({ data, layout }, ink) : { data, layout };
    const here = {
      ...own.layout, paper_bgcolor: ground, plot_bgcolor: ground,
      font: { ...own.layout.font, color: ink, family },
      legend: { ...own.layout.legend, bgcolor: "rgba(0,0,0,0)" },
      modebar: { bgcolor: "rgba(0,0,0,0)", color: muted, activecolor: ink },
    };
    for (const axis of Object.keys(layout).filter((key) => /^[xy]axis\d*$/.test(key))) {
      here[axis] = { ...own.layout[axis], gridcolor: line, linecolor: muted, tickcolor: muted, zerolinecolor: muted };
    }
    return { data: own.data, layout: here };
  }

  /**
   * A figure is laid out for a width of its own, its labels broken to fit: on a narrower page it is drawn smaller as a
   * whole, like the still before it, down to three quarters, and beyond that scrolls in its frame.
   */
  function fit({ room, live, layout }) {
    const scale = Math.max(0.75, Math.min(1, room.parentElement.clientWidth / layout.width));
    live.style.transform = `scale(${scale})`;
    live.style.width = `${layout.width}px`;
    room.style.width = `${scale * layout.width}px`;
    room.style.height = `${scale * layout.height}px`;
  }

  // The tools are named one by one: Plotly's own choice has one that uploads the figure to its makers' host.
  const CONFIG = { displaylogo: false, plotlyServerURL: "", modeBarButtons: [["toImage", "zoom2d", "pan2d", "resetScale2d"]] };

  async function draw(figure) {
    const plotly = await loadPlotly();
    const { data, layout } = JSON.parse(figure.querySelector("script.figure-json").textContent);
    const [room, live] = [figure.querySelector(".figure-room"), figure.querySelector(".figure-live")];
    const sized = { width: 760, height: 450, ...layout };
    const here = { room, live, data, layout: sized };
    room.hidden = false;
    fit(here);
    const { data: traces, layout: dress } = dressed(here);
    await plotly.newPlot(live, traces, dress, CONFIG);
    figure.classList.add("is-live");
    drawn.push(here);
    // A point may stand for something that has a table of its own: tables.js shows it.
    live.on("plotly_click", ({ points }) => figure.dispatchEvent(new CustomEvent("sojournpoint", { bubbles: true, detail: { meta: points[0].data.meta, record: points[0].customdata } })));
    figure.dispatchEvent(new CustomEvent("sojourndrawn", { bubbles: true, detail: { data } }));
  }

  function redress() {
    for (const figure of drawn.filter(({ live }) => live.isConnected)) {
      const { data, layout } = dressed(figure);
      void window.Plotly.react(figure.live, data, layout, CONFIG);
    }
  }

  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      // The still stays where drawing fails; the console says why.
      draw(target).catch((error) => console.error(`figure ${target.id}:`, error));
    }
  }, { rootMargin: "300px" });

  for (const json of document.querySelectorAll("figure > script.figure-json")) near.observe(json.closest("figure"));
  /** Draws a figure that came onto the page later: a reader has run its cell. */
  window.sojournDraw = (figure) => near.observe(figure);
  document.addEventListener("themechange", redress);
  addEventListener("resize", () => drawn.forEach(fit));
})();
