/**
 * Where an address leads, as a browser parses it: a browser drops tabs and line ends inside, takes `\` for `/`, and fills what is
 * missing from the page's own address. So it is parsed, once as from a web page and once as from a page opened as a file; what
 * these two understand differently (`//host`, `/\host`) is no address that a notebook has reason to hold.
 *
 * @returns "here" (this page or a file beside it), "elsewhere" (a web or mail address written in full), "unsafe" (all else)
 */
export function whereLeads(address: string): "here" | "elsewhere" | "unsafe" {
  const fromWeb = parsed(address, WEB);
  const fromFile = parsed(address, FILE);
  if (!fromWeb || !fromFile) return "unsafe";
  if (fromWeb.origin === new URL(WEB).origin && fromFile.protocol === "file:" && fromFile.host === "") return "here";
  return fromWeb.href === fromFile.href && ["http:", "https:", "mailto:"].includes(fromWeb.protocol) ? "elsewhere" : "unsafe";
}

/** A raster picture kept in the address itself; an SVG may carry scripts and is none. */
export function isPictureInside(address: string): boolean {
  const url = parsed(address, WEB);
  return url?.protocol === "data:" && /^image\/(png|jpeg|gif|webp);base64,[\w+/=%]*$/i.test(url.pathname);
}

const WEB = "https://page.invalid/folder/page.html";
const FILE = "file:///folder/page.html";

function parsed(address: string, base: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
