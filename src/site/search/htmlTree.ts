import { parseFragment as parse, type DefaultTreeAdapterMap } from "parse5";

// HTML that is only read: the tree of the parser itself. A document of jsdom takes ten times as long to build and to search.

export type Element = DefaultTreeAdapterMap["element"];
export type Parent = DefaultTreeAdapterMap["parentNode"];
type Node = DefaultTreeAdapterMap["childNode"];
type Skip = (element: Element) => boolean;

export const parseFragment = (text: string): Parent => parse(text);

export const isElement = (node: Node): node is Element => "tagName" in node;

const nothing: Skip = () => false;

/** The elements below one, in their order, but for those skipped and what is in them. */
export function within(parent: Parent, skip: Skip = nothing): Element[] {
  const found: Element[] = [];
  const add = (element: Element): void => {
    if (skip(element)) return;
    found.push(element);
    element.childNodes.filter(isElement).forEach(add);
  };
  parent.childNodes.filter(isElement).forEach(add);
  return found;
}

/** Its text in one line, but for the parts skipped. */
export const textOf = (parent: Parent, skip: Skip = nothing): string => texts(parent, skip).replace(/\s+/g, " ").trim();

const texts = ({ childNodes }: Parent, skip: Skip): string =>
  childNodes.map((node) => (isElement(node) ? (skip(node) ? "" : texts(node, skip)) : "value" in node ? node.value : "")).join("");

export const attribute = ({ attrs }: Element, wanted: string): string => attrs.find(({ name }) => name === wanted)?.value ?? "";

export const hasClass = (element: Element, name: string): boolean => attribute(element, "class").split(/\s+/).includes(name);

/** Whether it stands inside an element of a class. */
export function isIn({ parentNode }: Element, name: string): boolean {
  return parentNode !== null && "tagName" in parentNode && (hasClass(parentNode, name) || isIn(parentNode, name));
}
