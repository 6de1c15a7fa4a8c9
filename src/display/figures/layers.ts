import { asBilingual, type Words } from "../words";
import { boxHeight, type DiagramBox, textRoom } from "./diagram";
import { plotLabel } from "./plotText";

export interface ConceptNode {
  readonly id: string;
  /** The column it stands in, 0 for the leftmost. */
  readonly layer: number;
  readonly label: Words;
}

export interface ConceptLink {
  readonly from: string;
  readonly to: string;
  /** The argument allows either sign: dashed, and marked ±. */
  readonly signOpen?: boolean;
  readonly label?: Words;
}

export interface PlacedNode extends DiagramBox {
  readonly id: string;
  readonly layer: number;
}

const TEXT = 11;
const COLUMN_GAP = 44;
const ROW_GAP = 12;

/** Narrower columns where there are many, so that six still fit a page. */
const columnWidthFor = (layers: number): number => Math.max(130, Math.min(200, Math.floor((1120 - COLUMN_GAP * (layers - 1)) / layers)));

/**
 * Where each box of a layered diagram stands: the fullest column evenly, then the others outwards from it, each box at the
 * height of what it is linked to, moved apart where two would overlap.
 */
export function placed(nodes: readonly ConceptNode[], links: readonly ConceptLink[], layers: number, figure: string): { boxes: PlacedNode[]; width: number; height: number; columnWidth: number } {
  refuseBadLinks(nodes, links, layers, figure);
  const columnWidth = columnWidthFor(layers);
  const sized = nodes.map((node) => {
    const label = plotLabel(asBilingual(node.label), textRoom(columnWidth), TEXT);
    return { ...node, label, height: boxHeight(label) };
  });
  const column = (layer: number) => sized.filter((node) => node.layer === layer);
  const heightOf = (layer: number) => column(layer).reduce((sum, node) => sum + node.height + ROW_GAP, 0);
  const columns = Array.from({ length: layers }, (_, layer) => layer);
  const height = Math.max(...columns.map(heightOf)) + 2;
  const tallest = columns.reduce((best, layer) => (heightOf(layer) > heightOf(best) ? layer : best));
  const centres = new Map<string, number>();
  const place = (layer: number, neighboursOf: (id: string) => string[]) => {
    const members = column(layer);
    const evenly = members.map((_, i) => ((i + 0.5) * height) / members.length);
    const wished = members.map((node, i) => mean(neighboursOf(node.id).flatMap((id) => centres.get(id) ?? [])) ?? evenly[i]);
    apart(wished, members.map((node) => node.height), height).forEach((centre, i) => centres.set(members[i].id, centre));
  };
  place(tallest, () => []);
  for (let layer = tallest + 1; layer < layers; layer++) place(layer, (id) => links.filter((link) => link.to === id).map((link) => link.from));
  for (let layer = tallest - 1; layer >= 0; layer--) place(layer, (id) => links.filter((link) => link.from === id).map((link) => link.to));
  const boxes = sized.map(({ id, layer, label, height: own }): PlacedNode => ({
    id, layer, label, x: layer * (columnWidth + COLUMN_GAP), y: centres.get(id)! - own / 2, width: columnWidth, height: own,
  }));
  return { boxes, columnWidth, height, width: layers * columnWidth + (layers - 1) * COLUMN_GAP };
}

const mean = (numbers: readonly number[]): number | undefined =>
  numbers.length === 0 ? undefined : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Centres as near to the wished ones as their order allows without overlap, inside the height: pushed down, then back up. */
function apart(wished: readonly number[], heights: readonly number[], height: number): number[] {
  const order = wished.map((_, i) => i).sort((a, b) => wished[a] - wished[b]);
  const centres = [...wished];
  const distance = (a: number, b: number) => (heights[a] + heights[b]) / 2 + ROW_GAP;
  order.forEach((node, place) => {
    const least = place === 0 ? heights[node] / 2 + 1 : centres[order[place - 1]] + distance(order[place - 1], node);
    centres[node] = Math.max(centres[node], least);
  });
  order.toReversed().forEach((node, place, reversed) => {
    const most = place === 0 ? height - heights[node] / 2 - 1 : centres[reversed[place - 1]] - distance(node, reversed[place - 1]);
    centres[node] = Math.min(centres[node], most);
  });
  return centres;
}

function refuseBadLinks(nodes: readonly ConceptNode[], links: readonly ConceptLink[], layers: number, figure: string): void {
  const layerOf = new Map(nodes.map(({ id, layer }) => [id, layer]));
  const twice = nodes.find(({ id }, i) => nodes.findIndex((other) => other.id === id) < i);
  if (twice) throw new RangeError(`figure ${figure}: two boxes of the name ${twice.id} (expected names of their own)`);
  const outside = nodes.find(({ layer }) => !(Number.isInteger(layer) && layer >= 0 && layer < layers));
  if (outside) throw new RangeError(`figure ${figure}: ${outside.id} stands in column ${outside.layer} (expected 0 to ${layers - 1})`);
  for (const { from, to } of links) {
    const [a, b] = [layerOf.get(from), layerOf.get(to)];
    if (a === undefined || b === undefined) throw new RangeError(`figure ${figure}: a link from ${from} to ${to}, and no box of the name ${a === undefined ? from : to}`);
    if (a >= b) throw new RangeError(`figure ${figure}: the link from ${from} to ${to} does not lead to the right`);
  }
}
