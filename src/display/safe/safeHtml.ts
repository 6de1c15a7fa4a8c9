import { refuseDeep } from "./nesting";
import { isPictureInside, whereLeads } from "./safeAddress";

/**
 * What a notebook's HTML may contain once it stands on our site: words, tables, lists, pictures kept in the page.
 * No script, no style, no form, no frame, no handler, no address that loads something, no class or id that the page's own
 * scripts go by: an executed notebook is a file from someone's machine, and its cells print values from someone's data.
 */
const ELEMENTS = new Set(("a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure " +
  "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup " +
  "table tbody td tfoot th thead tr u ul var wbr").split(" "));

/** Whose content is no text either: dropped whole, where other unknown elements leave their children. */
const DROPPED_WHOLE = new Set("script style template iframe object embed svg math noscript title textarea select".split(" "));

const ATTRIBUTES = new Set("alt class colspan dir headers height href id lang open role rowspan scope span src start title width data-coefficient data-tex".split(" "));

/** Classes that dress what our tables and Markdown make; the page's scripts go by others. */
const CLASSES = /^(sojourn-table|repository-file|number|between|synthetic|align-(left|right|center)|language-[\w+-]+)$/;

/**
 * Strips a parsed fragment, in place, to what is allowed above.
 *
 * @throws {RangeError} elements nested too deeply to be walked through
 */
export function keepSafe(root: DocumentFragment): void {
  refuseDeep<Node>(root, (node) => Array.from(node.childNodes));
  for (const found of elementsUnder(root)) {
    const name = found.localName;
    if (DROPPED_WHOLE.has(name)) found.remove();
    else if (!ELEMENTS.has(name)) found.replaceWith(...Array.from(found.childNodes));
    else keepSafeAttributes(found);
  }
  for (const comment of comments(root)) comment.remove();
}

function keepSafeAttributes(found: Element): void {
  const align = /^text-align:\s*(left|right|center);?$/.exec(found.getAttribute("style") ?? `text-align:${found.getAttribute("align")}`);
  for (const { name, value } of Array.from(found.attributes)) {
    const kept = (ATTRIBUTES.has(name) || /^aria-[\w-]+$/.test(name)) && isSafeValue(name, value);
    if (!kept) found.removeAttribute(name);
  }
  keepSafeClasses(found);
  if (align) found.classList.add(`align-${align[1]}`);
}

function keepSafeClasses(found: Element): void {
  const kept = Array.from(found.classList).filter((name) => CLASSES.test(name));
  if (kept.length === 0) found.removeAttribute("class");
  else found.className = kept.join(" ");
}

function isSafeValue(attribute: string, value: string): boolean {
  switch (attribute) {
    case "href": return whereLeads(value) !== "unsafe";
    case "src": return isPictureInside(value);
    case "width": case "height": return /^\d{1,4}%?$/.test(value);
    default: return true;
  }
}

function comments(root: Node): ChildNode[] {
  const below = Array.from(root.childNodes);
  return [...below.filter((node) => node.nodeType === 8), ...below.flatMap(comments)];
}

/** All elements below a root, in their order. In jsdom a walk takes a fifth of the time of a selector, and a site has 100,000 elements. */
export const elementsUnder = (root: ParentNode): Element[] => Array.from(root.children).flatMap((child) => [child, ...elementsUnder(child)]);
