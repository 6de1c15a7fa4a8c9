import { JSDOM } from "jsdom";

// One document for all fragments of a render: scripts are not run in it and nothing is loaded (jsdom's defaults).
const { document } = new JSDOM("").window;

/** Parses HTML as a browser would, so that it can be looked at and changed as elements; never runs a script in it. */
export function parseFragment(text: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = text;
  return template.content;
}

/** The HTML of a fragment. */
export function serialise(fragment: DocumentFragment): string {
  const holder = document.createElement("div");
  holder.append(fragment.cloneNode(true));
  return holder.innerHTML;
}

/** An element for use inside a fragment. */
export const element = (name: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};
