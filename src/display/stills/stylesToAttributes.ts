/** Properties that SVG knows as attributes too; the others (cursor, white-space, pointer-events) have no meaning in a still. */
const PRESENTATION = new Set([
  "clip-path", "display", "dominant-baseline", "fill", "fill-opacity", "fill-rule", "font-family", "font-size", "font-style", "font-variant",
  "font-weight", "marker-end", "marker-start", "opacity", "stroke", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
  "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-anchor", "text-decoration", "visibility",
]);

/** `style="fill: red; cursor: …"` → `fill="red"`: the cleaners of notebook viewers strip styles, and a figure would go black. */
export const stylesToAttributes = (svg: string): string => svg.replace(/<[a-zA-Z][^>]*>/g, withoutStyle);

function withoutStyle(tag: string): string {
  const match = / style="([^"]*)"/.exec(tag);
  if (!match) return tag;
  let bare = tag.replace(match[0], "");
  for (const [name, value] of declarations(match[1])) {
    if (!PRESENTATION.has(name)) continue;
    // The style wins over an attribute of the same name, as it does in a browser.
    bare = bare.replace(new RegExp(` ${name}="[^"]*"`), "");
    bare = bare.replace(/\s*\/?>$/, (end) => ` ${name}="${value}"${end}`);
  }
  return bare;
}

/** Quotes arrive as entities inside the attribute; inside `url(…)` they go, since not every renderer reads `url('#id')`. */
const declarations = (style: string): [string, string][] =>
  [...style.replace(/&quot;/g, "'").replace(/url\('([^']*)'\)/g, "url($1)").matchAll(/([^:;]*):([^;]*)/g)].map(([, name, value]) => [name.trim(), value.replace(/!important/, "").trim()]);
