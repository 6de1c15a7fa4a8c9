import type { Bilingual } from "../../bilingual";
import type { Figure } from "../figure";
import { asBilingual, inLanguage, type Words } from "../words";
import { arrowHead, arrowLabel, arrowLine, boxShape, boxText, type DiagramArrow, type DiagramBox, pixelAxes } from "./diagram";
import { framed } from "./frame";
import { type ConceptLink, type ConceptNode, placed } from "./layers";
import { escapePlot, plotLabel } from "./plotText";
import type { Provenance } from "../../provenance";

export interface ConceptMapInput {
  readonly id: string;
  readonly title: Bilingual;
  /** Headings of the columns, from left to right: theory, concept, question, … */
  readonly layers: readonly Words[];
  readonly nodes: readonly ConceptNode[];
  readonly links: readonly ConceptLink[];
  readonly synthetic: boolean;
  readonly madeFrom?: Provenance | undefined;
}

const FILLS = ["#f3f0fa", "#eaf3f9", "#fdf6e3", "#eef7ee", "#ffffff", "#fbeee9"] as const;
const HEADING_SIZE = 13;

/**
 * How an argument runs, in columns: each box leads to those on its right. A dashed arrow marked ± is one whose sign the
 * argument leaves open.
 *
 * @throws {RangeError} a link to a box that does not exist, or not to the right
 */
export function conceptMap({ id, title, layers, nodes, links, synthetic, madeFrom }: ConceptMapInput): Figure {
  const { boxes, width, height, columnWidth } = placed(nodes, links, layers.length, id);
  const headings = layers.map((layer, column) => ({ label: plotLabel(layer, columnWidth, HEADING_SIZE), x: boxes.find((box) => box.layer === column)?.x ?? 0 }));
  const above = Math.max(...headings.map(({ label }) => label.height)) + 6;
  const boxOf = new Map(boxes.map((box) => [box.id, box]));
  const arrows = links.map((link) => arrowBetween(boxOf.get(link.from)!, boxOf.get(link.to)!, link));
  return framed({
    id, title, synthetic, madeFrom,
    lines: mapWords(layers, nodes, links),
    data: arrows.map(arrowLine),
    layout: {
      ...pixelAxes(width, height),
      shapes: boxes.map((box) => boxShape({ ...box, fill: FILLS[box.layer % FILLS.length] })),
      annotations: [
        ...boxes.map(boxText),
        ...arrows.map(arrowHead),
        ...arrows.flatMap(arrowLabel),
        ...headings.map(({ label, x }) => ({
          text: label.text, showarrow: false, xref: "x", x: x + columnWidth / 2, yref: "paper", y: 1, yanchor: "bottom", yshift: 2, align: "center", font: { size: HEADING_SIZE },
        })),
      ],
    },
    width: width + 40,
    plotHeight: height,
    room: { left: 20, right: 20, above, below: 4 },
  });
}

function arrowBetween(from: DiagramBox, to: DiagramBox, { signOpen, label }: ConceptLink): DiagramArrow {
  const mark = label === undefined ? (signOpen ? "±" : "") : escapePlot(inLanguage(label, "en") === inLanguage(label, "zh") ? inLanguage(label, "en") : `${inLanguage(label, "en")} ${inLanguage(label, "zh")}`);
  return {
    from: [from.x + from.width, from.y + from.height / 2], to: [to.x, to.y + to.height / 2],
    label: mark, ...(signOpen && { dashed: true, colour: "#b34700", width: 1.8 }),
  };
}

/** One line a column, then one a box with what it leads to. */
function mapWords(layers: readonly Words[], nodes: readonly ConceptNode[], links: readonly ConceptLink[]): Bilingual[] {
  const names = new Map(nodes.map(({ id, label }) => [id, asBilingual(label)]));
  const name = (id: string) => names.get(id)!;
  const order: Bilingual = { en: layers.map((layer) => inLanguage(layer, "en")).join(" → "), zh: layers.map((layer) => inLanguage(layer, "zh")).join(" → ") };
  const lines = nodes.flatMap((node): Bilingual[] => {
    const onward = links.filter((link) => link.from === node.id);
    if (onward.length === 0) return [];
    const to = (language: "en" | "zh", open: string) => onward.map((link) => name(link.to)[language] + (link.signOpen ? open : "")).join(language === "en" ? "; " : "；");
    return [{
      en: `${name(node.id).en} → ${to("en", " (either sign)")}`.replace(/\n/g, " "),
      zh: `${name(node.id).zh} → ${to("zh", "（方向未定）")}`.replace(/\n/g, " "),
    }];
  });
  return [order, ...lines];
}
