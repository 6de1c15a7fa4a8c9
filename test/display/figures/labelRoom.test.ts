import { expect, it } from "vitest";
import { distribution } from "../../../src/display/figures/distribution";
import { intervalPanels } from "../../../src/display/figures/intervalPanels";
import { levelShares } from "../../../src/display/figures/levelShares";
import { probabilityBars } from "../../../src/display/figures/probabilityBars";
import { shareGrid } from "../../../src/display/figures/shareGrid";
import { textWidth } from "../../../src/display/stills/textWidth";

/** Two words, the second of letters of several widths, as wide together as is possible below a limit, and as little above it as is possible. */
function justWithin(limit: number, size: number): { readonly fits: string; readonly breaks: string } {
  const letters = Array.from("iltfrsaecmwMW", (letter) => ({ letter, width: textWidth(letter, size) }));
  const start = `字 ${"m".repeat(Math.floor((limit - textWidth("字 ", size) - 2 * textWidth("W", size)) / textWidth("m", size)))}`;
  const tails = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => ({ word: start + a.letter + b.letter + c.letter, over: textWidth(start, size) + a.width + b.width + c.width - limit }))));
  const [fits] = tails.filter(({ over }) => over < -1e-6).sort((a, b) => b.over - a.over);
  const [breaks] = tails.filter(({ over }) => over > 1e-6).sort((a, b) => a.over - b.over);
  expect([-fits.over < 1, breaks.over < 1]).toEqual([true, true]);
  return { fits: fits.word, breaks: breaks.word };
}

const base = { id: "f", title: { en: "t", zh: "t" }, synthetic: false };
const words = { en: "x", zh: "x" };
const ticks = (axis: unknown): string => (axis as { ticktext: string[] }).ticktext[0];
const both = (label: string) => ({ en: label, zh: label });
/** Each label of a figure, the pixels that it has, and how it is drawn. */
const LABELS: readonly (readonly [name: string, room: number, drawn: (label: string) => string, size: number])[] = [
  ["a row of intervals", 210, (label) => ticks(intervalPanels({ ...base, rows: [label], series: ["s"], panels: [{ title: "", series: [[{ estimate: 1 }]] }], axis: words, reference: 0 }).layout.yaxis), 12],
  ["the heading of a panel: its width but for 2 pixels on either side", 476, (label) => (intervalPanels({ ...base, rows: ["r"], series: ["s"], panels: [{ title: label, series: [[{ estimate: 1 }]] }], axis: words, reference: 0 }).layout.annotations as { text: string }[])[0].text, 12],
  ["an answer of a distribution", 230, (label) => ticks(distribution({ ...base, categories: [label], groups: [{ name: "g", counts: [1] }] }).layout.yaxis), 12],
  ["a row of a grid", 230, (label) => ticks(shareGrid({ ...base, rows: [label], columns: ["c"], cells: [[undefined]], notes: [] }).layout.yaxis), 12],
  ["a column of a grid: a cell but for 4 pixels on either side", 162, (label) => ticks(shareGrid({ ...base, rows: ["r"], columns: [label], cells: [[undefined]], notes: [] }).layout.xaxis), 12],
  ["one of two stacked bars: half of what the axis has, but for 8 pixels", 328, (label) => ticks(levelShares({ ...base, levels: ["l"], bars: [{ name: label, shares: [1] }, { name: "b", shares: [1] }], x: words }).layout.xaxis), 12],
  ["one of two groups of bars: half of what the axis has, but for 10 pixels", 320, (label) => ticks(probabilityBars({ ...base, categories: [label, "b"], series: [{ name: "s", bars: [{ estimate: 0.5 }, undefined] }] }).layout.xaxis), 12],
  ["a title: the figure but for its edges", 728, (label) => (distribution({ ...base, title: both(label), categories: ["c"], groups: [{ name: "g", counts: [1] }] }).layout.title as { text: string }).text.split(/<br>(?=字)/)[0], 16],
];

it.each(LABELS)("%s stands in one line while there is room, and is broken beyond", (_, room, drawn, size) => {
  const { fits, breaks } = justWithin(room, size);
  expect([drawn(fits), drawn(breaks)]).toEqual([fits, breaks.replace(" ", "<br>")]);
});
