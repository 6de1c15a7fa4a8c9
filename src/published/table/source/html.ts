import { type DefaultTreeAdapterMap, parse } from "parse5";
import { even, type Grid, linesOf, MOST_COLUMNS, type Row, spannedRow } from "../grid/grid";
import { plainCharacters } from "./characters";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

/** The tables of an HTML or JATS source, those in comments where there are no others (a journal's alternative to a picture). */
export function htmlGrids(source: string): Grid[] {
  // JATS leaves its empty cells closed at once; HTML would leave them open.
  const closed = source.replace(/<(td|th|tr|p|title|label|caption|break|xref|sup|sub|bold|italic|graphic|inline-graphic)\b([^<>]*)\/>/gi, "<$1$2></$1>");
  const grids = gridsIn(closed);
  if (grids.length > 0) return grids;
  const hidden = [...closed.matchAll(/<!--([^]*?)-->/g)].map(([, text]) => text).filter((text) => /<table/i.test(text));
  return hidden.flatMap((text) => gridsIn(closed.slice(0, closed.indexOf(text) - 4) + text));
}

function gridsIn(source: string): Grid[] {
  const pieces: (string | Element)[] = [""];
  collect(parse(source), pieces);
  const grids: Grid[] = [];
  for (let i = 1; i < pieces.length; i += 2) {
    const table = pieces[i] as Element;
    const caption = descendants(table, "caption").map(textOf).join("\n");
    const rows = even(rowsIn(table));
    if (rows.length > 0) grids.push({
      before: [...linesOf(plainCharacters(pieces[i - 1] as string)).slice(-12), ...linesOf(plainCharacters(caption))],
      rows, after: linesOf(plainCharacters(pieces[i + 1] as string)).slice(0, 40), columns: "given", unplaced: [],
    });
  }
  return grids;
}

/** Texts and innermost tables in turn: a text at every even place. */
function collect(root: Node, pieces: (string | Element)[]): void {
  const add = (text: string): void => void (pieces[pieces.length - 1] = (pieces[pieces.length - 1] as string) + text);
  const open: Node[] = [root];
  while (open.length > 0) {
    const node = open.pop()!;
    if (node.nodeName === "#text") add((node as DefaultTreeAdapterMap["textNode"]).value.replace(/\s+/g, " "));
    else if (node.nodeName === "table" && descendants(node, "table").length === 0) pieces.push(node, "");
    else if (node.nodeName === "sup") add(raised(plainText(node)));
    else if (!/^(?:script|style|#comment|head)$/.test(node.nodeName) || node.nodeName === "head") {
      if (BLOCK.test(node.nodeName)) add("\n");
      if (AFTER.test(node.nodeName)) open.push({ nodeName: "br", childNodes: [] } as unknown as Node);
      const children = "childNodes" in node ? node.childNodes : [];
      for (let i = children.length - 1; i >= 0; i--) open.push(children[i]);
    }
  }
}
const BLOCK = /^(?:br|break|p|div|h\d|li|table|caption|title|label|tr)$/;
const AFTER = /^(?:p|div|h\d|li|caption|title)$/;

function descendants(root: Node, name: string): Element[] {
  const found: Element[] = [];
  const open: Node[] = "childNodes" in root ? [...root.childNodes].reverse() : [];
  while (open.length > 0) {
    const node = open.pop()!;
    if (node.nodeName === name) found.push(node as Element);
    if ("childNodes" in node) for (let i = node.childNodes.length - 1; i >= 0; i--) open.push(node.childNodes[i]);
  }
  return found;
}

/** Rows of cells; a cell over several rows is repeated below where it is words (a label, a heading), else stands once. */
function rowsIn(table: Element): Row[] {
  const below: { text: string; left: number }[] = [];
  // A foot may stand before the body in the source; it is shown below.
  const all = descendants(table, "tr");
  const foot = (tr: Element) => tr.parentNode?.nodeName === "tfoot";
  return [...all.filter((tr) => !foot(tr)), ...all.filter(foot)].map((tr) => {
    const parts: { text: string; span: number }[] = [];
    let width = 0;
    const add = (text: string, span: number) => {
      parts.push({ text, span });
      width += span;
    };
    const fill = () => {
      while (below[width]?.left > 0) {
        below[width].left--;
        add(below[width].text, 1);
      }
    };
    const cells = tr.childNodes.filter(({ nodeName }) => nodeName === "td" || nodeName === "th") as Element[];
    for (const cell of cells) {
      fill();
      const text = plainCharacters(textOf(cell)).trim();
      const span = spanOf(cell, "colspan");
      const down = spanOf(cell, "rowspan");
      if (down > 1) for (let j = 0; j < span && width + j < MOST_COLUMNS; j++) below[width + j] = { text: /\d/.test(text) && !/\p{L}/u.test(text) ? "" : text, left: down - 1 };
      add(text, span);
    }
    fill();
    const head = tr.parentNode?.nodeName === "thead" || (cells.length > 1 && cells.slice(1).every(({ nodeName }) => nodeName === "th"));
    return spannedRow(parts, head);
  });
}

function spanOf(cell: Element, name: string): number {
  const value = cell.attrs.find((attribute) => attribute.name === name)?.value ?? "1";
  return /^\d+%$/.test(value) ? MOST_COLUMNS : Math.min(MOST_COLUMNS, Math.max(1, Number.parseInt(value, 10) || 1));
}

/** What a reader sees of a cell: superscript letters as "^a", a raised 2 as "²". */
function textOf(root: Node): string {
  let text = "";
  const open: (Node | string)[] = [root];
  while (open.length > 0) {
    const node = open.pop()!;
    if (typeof node === "string") text += node;
    else if (node.nodeName === "#text") text += (node as DefaultTreeAdapterMap["textNode"]).value.replace(/[ \t\r\n]+/g, " ");
    else if (node.nodeName === "br" || node.nodeName === "break") text += "\n";
    else if (node.nodeName === "sup") text += raised(plainText(node));
    else if (!/^(?:script|style|#comment)$/.test(node.nodeName) && "childNodes" in node) {
      if (/^(?:p|div|title)$/.test(node.nodeName)) {
        if (text !== "") text += "\n";
        open.push("\n");
      }
      for (let i = node.childNodes.length - 1; i >= 0; i--) open.push(node.childNodes[i]);
    }
  }
  return text.replace(/ *\n+ */g, "\n");
}

const plainText = (node: Node): string => descendantsText(node).replace(/\s+/g, " ").trim();
const descendantsText = (node: Node): string => (node.nodeName === "#text" ? (node as DefaultTreeAdapterMap["textNode"]).value : "childNodes" in node ? node.childNodes.map(descendantsText).join("") : "");

/** Stars stay as they are, "2" is a square, a letter a footnote. */
export const raised = (text: string): string => (text === "2" ? "²" : /^[a-z0-9](?:[, ]+[a-z0-9])*$/i.test(text) ? text.split(/[, ]+/).map((letter) => `^${letter.toLowerCase()}`).join("") : text);
