import { escapeHtml } from "../display/render/escapeHtml";

/** A piece of HTML that may be put on a page as it is. Anything else is escaped on the way in. */
export class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

type Value = Markup | string | number | undefined | false | readonly (Markup | string)[];

/** HTML by template: what is put in is escaped unless it is Markup already; `undefined` and `false` leave no trace. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(strings.map((part, i) => (i < values.length ? part + inserted(values[i]) : part)).join(""));
}

/** HTML from elsewhere (a renderer, a sanitised output) that is known to be safe. */
export const trusted = (text: string): Markup => new Markup(text);

/** JSON for a `<script type="application/json">`: no `<`, so that no value can end the element; U+2028/9 for old parsers. */
export const scriptJson = (value: unknown): Markup =>
  trusted(JSON.stringify(value).replace(/[<\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`));

function inserted(value: Value): string {
  if (value === undefined || value === false) return "";
  if (Array.isArray(value)) return value.map(inserted).join("");
  return value instanceof Markup ? value.text : escapeHtml(String(value));
}
