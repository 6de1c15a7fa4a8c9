import type { Bilingual } from "../../bilingual";
import type { Figure } from "../figure";
import { checkFlow, type FlowEnd, type FlowStep } from "../flow";
import { arrowHead, arrowLine, boxHeight, boxShape, boxText, type DiagramArrow, type DiagramBox, pixelAxes, textRoom } from "./diagram";
import { framed } from "./frame";
import { asLine } from "../words";
import { plotLabel } from "./plotText";
import type { Provenance } from "../../provenance";

export interface SampleFlowInput {
  readonly id: string;
  readonly title: Bilingual;
  readonly steps: readonly FlowStep[];
  /** What the selected people are made of: cities, groups. */
  readonly ends?: readonly FlowEnd[];
  readonly synthetic: boolean;
  readonly madeFrom?: Provenance | undefined;
}

const KEPT = { x: 0, width: 230 };
const LEFT_OUT = { x: 310, width: 370 };
const WIDTH = LEFT_OUT.x + LEFT_OUT.width;
const GAP = 12;
const GREY = "#f3f3f3";

/**
 * The sample selection from top to bottom: who was left after each reason (left), who left under it and why (right).
 *
 * @throws {RangeError} where the counts do not add up
 */
export function sampleFlow({ id, title, steps, ends = [], synthetic, madeFrom }: SampleFlowInput): Figure {
  checkFlow(steps, ends);
  const { boxes, arrows, height } = layOut(steps, ends);
  return framed({
    id, title, synthetic, madeFrom,
    lines: [...steps.map(stepWords), ...endWords(ends)],
    data: arrows.map(arrowLine),
    layout: { ...pixelAxes(WIDTH, height), shapes: boxes.map(boxShape), annotations: [...boxes.map(boxText), ...arrows.map(arrowHead)] },
    width: WIDTH + 40,
    plotHeight: height,
    room: { left: 20, right: 20, above: 10, below: 8 },
  });
}

function layOut(steps: readonly FlowStep[], ends: readonly FlowEnd[]): { boxes: DiagramBox[]; arrows: DiagramArrow[]; height: number } {
  const boxes: DiagramBox[] = [];
  const arrows: DiagramArrow[] = [];
  const middle = KEPT.x + KEPT.width / 2;
  const first = keptBox(steps[0], 1, 0, steps.length);
  boxes.push(first);
  let bottom = first.y + first.height;
  steps.slice(1).forEach((step, i) => {
    const out = leftOutBox(step, bottom + GAP);
    const kept = keptBox(step, out.y + out.height + GAP, i + 1, steps.length);
    const turn = out.y + out.height / 2;
    boxes.push(out, kept);
    arrows.push({ from: [middle, bottom], to: [middle, kept.y] }, { from: [middle, turn], to: [out.x, turn] });
    bottom = kept.y + kept.height;
  });
  const endBoxes = ends.map((end, i) => endBox(end, i, ends.length, bottom + 2 * GAP));
  arrows.push(...endBoxes.map((box): DiagramArrow => {
    const at = box.x + box.width / 2;
    return { from: [middle, bottom], via: [[middle, bottom + GAP], [at, bottom + GAP]], to: [at, box.y] };
  }));
  return { boxes: [...boxes, ...endBoxes], arrows, height: Math.max(bottom, ...endBoxes.map((box) => box.y + box.height)) + 1 };
}

/** One line each; the last box is drawn heavier: it is the sample. The first alone has its step's name: that of a later one is why people left. */
function keptBox(step: FlowStep, y: number, place: number, of: number): DiagramBox {
  const isSample = place === of - 1;
  const words = place === 0 ? { en: `${step.left} ${step.en}`, zh: `${step.zh} ${step.left}` } : { en: `${step.left} left`, zh: `剩余 ${step.left}` };
  const label = plotLabel(asLine(isSample ? { en: `sample: ${step.left}`, zh: `样本：${step.left}` } : words), textRoom(KEPT.width));
  return { ...KEPT, y, height: boxHeight(label), label, ...(isSample && { border: "#000000", fill: "#eaf3f9" }) };
}

function leftOutBox(step: FlowStep, y: number): DiagramBox {
  const parts = step.parts ?? [];
  const of = (language: "en" | "zh", open: string, close: string) => (parts.length === 0 ? "" : `${open}${parts.map((part) => `${part[language]} ${part.dropped}`).join(language === "en" ? ", " : "，")}${close}`);
  const label = plotLabel({ en: `− ${step.dropped}: ${step.en}${of("en", " (", ")")}`, zh: `− ${step.dropped}：${step.zh}${of("zh", "（", "）")}` }, textRoom(LEFT_OUT.width));
  return { ...LEFT_OUT, y, height: boxHeight(label), label, fill: GREY, dash: "dot" };
}

function endBox({ label, count }: FlowEnd, place: number, of: number, y: number): DiagramBox {
  const width = (WIDTH - GAP * (of - 1)) / of;
  const text = plotLabel({ en: `${label.en} ${count}`, zh: `${label.zh} ${count}` }, textRoom(width));
  return { x: place * (width + GAP), y, width, height: boxHeight(text), label: text };
}

const stepWords = (step: FlowStep, place: number): Bilingual => {
  if (place === 0) return { en: `${step.left} ${step.en}`, zh: `${step.zh} ${step.left}` };
  const parts = (language: "en" | "zh") => (step.parts ?? []).map((part) => `${part[language]} ${part.dropped}`);
  const within = { en: step.parts ? ` (${parts("en").join(", ")})` : "", zh: step.parts ? `（${parts("zh").join("，")}）` : "" };
  return { en: `${step.dropped} left out: ${step.en}${within.en}; ${step.left} left`, zh: `排除 ${step.dropped}：${step.zh}${within.zh}；剩余 ${step.left}` };
};

const endWords = (ends: readonly FlowEnd[]): Bilingual[] => ends.length === 0 ? [] : [{
  en: `made up of: ${ends.map(({ label, count }) => `${label.en} ${count}`).join(", ")}`,
  zh: `构成：${ends.map(({ label, count }) => `${label.zh} ${count}`).join("，")}`,
}];
