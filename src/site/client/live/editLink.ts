/** A text for a cell, carried by a link. */
export interface CarriedEdit {
  readonly cell: string;
  readonly text: string;
}

const MARK = "#edit=";
/** Of the text, in UTF-8: what fits into the address of any browser and mail. */
const MOST_BYTES = 4000;

/** The address of a page with an edit in its fragment, which no server sees; undefined where the text is too long. */
export function editLink(page: string, edit: CarriedEdit): string | undefined {
  const bytes = new TextEncoder().encode(JSON.stringify([edit.cell, edit.text]));
  if (bytes.length > MOST_BYTES) return undefined;
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return page.split("#")[0] + MARK + base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The edit that an address carries; undefined where it carries none, "broken" where it cannot be read. */
export function carriedEdit(fragment: string): CarriedEdit | "broken" | undefined {
  if (!fragment.startsWith(MARK)) return undefined;
  try {
    if (fragment.length > 2 * MOST_BYTES) return "broken";
    const bytes = Uint8Array.from(atob(fragment.slice(MARK.length).replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const [cell, text] = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown[];
    return typeof cell === "string" && typeof text === "string" ? { cell, text } : "broken";
  } catch {
    return "broken";
  }
}
