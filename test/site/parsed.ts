import { JSDOM } from "jsdom";

/** One window for all: a text in a document of its own window takes a hundred times as long. */
const parser = new (new JSDOM("").window.DOMParser)();

/** A text of HTML as a document. */
export const parsed = (text: string): Document => parser.parseFromString(text, "text/html");
