import type { Bilingual } from "../../bilingual";
import type { Figure, JsonObject } from "../figure";
import { asBilingual, inLanguage, type Words } from "../words";
import { framed } from "./frame";
import { wordsLine } from "./numberWords";
import { COLOURS, FAINT, INK, nth, PATTERNS, RULE } from "./palette";
import { plotLabel, plotLine, TEXT_SIZE } from "./plotText";
import type { Provenance } from "../../provenance";

export interface DistributionInput {
  readonly id: string;
  readonly title: Bilingual;
  /** Answers, from top to bottom. */
  readonly categories: readonly Words[];
  /** How many gave each answer, by group; one group for a plain distribution. */
  readonly groups: readonly { readonly name: Words; readonly counts: readonly number[] }[];
  readonly synthetic: boolean;
  readonly madeFrom?: Provenance | undefined;
}

const LABEL_WIDTH = 230;
const WIDTH = 760;
const BAR = 20;

/**
 * How many gave each answer: bars as long as the share within their group, each with its count and share beside it.
 *
 * @throws {RangeError} counts that are not whole and as many as the categories, or a group of nobody
 */
export function distribution({ id, title, categories, groups, synthetic, madeFrom }: DistributionInput): Figure {
  refuseBadCounts(id, categories, groups);
  const labels = categories.map((category) => plotLabel(category, LABEL_WIDTH));
  const rowHeight = Math.max(BAR * groups.length + 10, ...labels.map(({ height }) => height + 8));
  const left = Math.max(...labels.map(({ width }) => width)) + 20;
  const shares = groups.map(({ counts }) => sharesOf(counts));
  const thick = Math.min(0.8, (BAR * groups.length) / rowHeight) / groups.length;
  const y = (category: number, group: number) => categories.length - 1 - category + ((groups.length - 1) / 2 - group) * thick;
  return framed({
    id, title, synthetic, madeFrom,
    lines: groups.map(({ name, counts }, g) => wordsLine(groupWords(name, counts), categories.map((category, c) => {
      const { en, zh } = asBilingual(category);
      return { en: `${en} ${countText(counts[c], shares[g][c])}`, zh: `${zh} ${countText(counts[c], shares[g][c])}` };
    }))),
    data: groups.map(({ name, counts }, g): JsonObject => ({
      type: "bar", orientation: "h", name: plotLine(name), x: shares[g], y: categories.map((_, c) => y(c, g)), width: categories.map(() => 0.92 * thick),
      text: counts.map((count, c) => countText(count, shares[g][c])), textposition: "outside", textfont: { size: 11, color: INK }, cliponaxis: false,
      marker: { color: nth(COLOURS, g), line: { color: nth(COLOURS, g), width: 1.2 }, pattern: { shape: nth(PATTERNS, g), fgcolor: nth(COLOURS, g), bgcolor: "#ffffff", size: 6, solidity: 0.35 } },
      hoverinfo: "text", hovertext: categories.map((category, c) => `${plotLine(category)}<br>${plotLine(name)}: ${countText(counts[c], shares[g][c])}`),
    })),
    layout: {
      barmode: "overlay",
      xaxis: { title: { text: plotLine(groups.length > 1 ? { en: "share of the group", zh: "占本组的比例" } : { en: "share", zh: "比例" }), standoff: 8, font: { size: TEXT_SIZE } }, range: [0, Math.max(...shares.flat()) * 1.22], tickformat: ".0%", gridcolor: FAINT, zeroline: true, zerolinecolor: RULE },
      yaxis: { range: [-0.5, categories.length - 0.5], tickvals: categories.map((_, c) => categories.length - 1 - c), ticktext: labels.map(({ text }) => text), showgrid: false, zeroline: false, automargin: true },
    },
    width: WIDTH,
    plotHeight: rowHeight * categories.length + 10,
    room: { left, right: 24, above: 6, below: 52 },
    legend: groups.length > 1 ? groups.map(({ name }) => name) : [],
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const sharesOf = (counts: readonly number[]): number[] => counts.map((count) => count / sum(counts));
const countText = (count: number, share: number): string => `${count} (${(100 * share).toFixed(1)}%)`;

const groupWords = (name: Words, counts: readonly number[]): Bilingual => {
  const { en, zh } = asBilingual(name);
  return { en: `${en} (n = ${sum(counts)})`, zh: `${zh}（n = ${sum(counts)}）` };
};

function refuseBadCounts(id: string, categories: readonly Words[], groups: DistributionInput["groups"]): void {
  for (const { name, counts } of groups) {
    const where = `figure ${id}, ${inLanguage(name, "en")}`;
    if (counts.length !== categories.length) throw new RangeError(`${where}: ${counts.length} counts (expected ${categories.length}, one for each category)`);
    const wrong = counts.find((count) => !(Number.isInteger(count) && count >= 0));
    if (wrong !== undefined) throw new RangeError(`${where}: a count of ${wrong}`);
    if (sum(counts) === 0) throw new RangeError(`${where}: nobody in it`);
  }
}
