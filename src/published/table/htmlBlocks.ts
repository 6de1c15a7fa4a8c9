import { type Block, even, MOST_COLUMNS } from "./block";

/** The tables of an HTML source. */
export function htmlBlocks(text: string): Block[] {
  const pieces = text.split(/<table(?=[\s>])[^>]*>/i);
  return pieces.slice(1).map((piece, i) => {
    const [body, after = ""] = piece.split(/<\/table *>/i);
    const caption = /<caption[^>]*>([^]*?)<\/caption *>/i.exec(body)?.[1] ?? "";
    const before = i === 0 ? pieces[0] : pieces[i].split(/<\/table *>/i)[1] ?? "";
    return { before: caption ? htmlText(caption) : htmlText(before), grid: even(htmlRows(body)), after: htmlText(after) };
  });
}

/** Rows of cells, spans filled in with the cell's text. */
function htmlRows(body: string): string[][] {
  const rows: string[][] = [];
  const below: { text: string; left: number }[] = [];
  for (const row of body.split(/<tr(?=[\s>])[^>]*>/i).slice(1)) {
    const cells: string[] = [];
    const fillFromAbove = () => {
      while ((below[cells.length]?.left ?? 0) > 0) {
        const span = below[cells.length];
        span.left--;
        cells.push(span.text);
      }
    };
    for (const cell of row.split(/<t[dh](?=[\s>])/i).slice(1)) {
      fillFromAbove();
      const open = cell.indexOf(">");
      const text = htmlText(cell.slice(open + 1).split(/<\/t[dhr]/i)[0]);
      const spans = (name: string) => Math.min(MOST_COLUMNS, Math.max(1, Number(new RegExp(`${name} *= *["']?(\\d{1,3})`, "i").exec(cell.slice(0, Math.max(0, open)))?.[1] ?? 1)));
      const down = spans("rowspan");
      for (let j = 0; j < spans("colspan") && cells.length < MOST_COLUMNS; j++) {
        below[cells.length] = { text, left: down - 1 };
        cells.push(text);
      }
    }
    fillFromAbove();
    rows.push(cells);
  }
  return rows.filter((row) => row.some((cell) => cell !== ""));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", minus: "-", ndash: "-", mdash: "-", ast: "*", lowast: "*", sup2: "²", ensp: " ", emsp: " ", thinsp: " ", hellip: "…" };

function htmlText(source: string): string {
  return source
    .replace(/<(?:script|style)\b[^>]*>[^]*?<\/(?:script|style) *>/gi, "")
    .replace(/<(?:br|\/p|\/div|\/h\d|\/li)[^>]*>/gi, "\n")
    .replace(/<sup[^>]*> *2 *<\/sup *>/gi, "²")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#x?)?(\w{1,8});/g, (all, hash: string | undefined, name: string) => (hash ? numbered(hash, name, all) : ENTITIES[name] ?? all))
    .replace(/\n */g, "\n")
    .trim();
}

function numbered(hash: string, name: string, all: string): string {
  const code = parseInt(name, hash === "#x" ? 16 : 10);
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
}
