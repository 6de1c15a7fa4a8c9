import { even, type Grid, linesOf, MOST_COLUMNS, type Row, spannedRow } from "../grid/grid";
import { plainCharacters } from "./characters";
import { raised } from "./html";

const TABULAR = /\\(begin|end) ?\{(tabular[*xy]?|tabulary|longtable|longtblr|talltblr|tblr|tabu|threeparttable|table\*?|sidewaystable\*?)\}/g;

/** The tabulars of a LaTeX source, or its rows alone. */
export function latexGrids(text: string): Grid[] {
  const bare = unstacked(text.replace(/\\textcolor\{[^{}]*\}/g, "").replace(/(?<!\\)%[^\n]*/g, ""));
  const bodies: { from: number; to: number }[] = [];
  const open: number[] = [];
  for (const { index, 0: all, 1: what, 2: name } of bare.matchAll(TABULAR)) {
    if (/table\*?$|threeparttable/.test(name) && name !== "longtable") continue;
    if (what === "begin") open.push(index);
    else if (open.length > 0) {
      const from = open.pop()!;
      if (open.length === 0) bodies.push({ from, to: index + all.length });
    }
  }
  if (open.length > 0 && bodies.length === 0) bodies.push({ from: open[0], to: bare.length });
  if (bodies.length === 0) return [{ before: [], rows: even(rowsOf(bare)), after: [], columns: "given", unplaced: [] }];
  return bodies.map(({ from, to }, i) => {
    const before = bare.slice(bodies[i - 1]?.to, from);
    const begun = Math.max(before.lastIndexOf("\\begin{table"), before.lastIndexOf("\\begin{sidewaystable"), 0);
    const body = bare.slice(from, to);
    const captions = [...body.matchAll(/\\caption(?:\[[^\]]*\])?\{/g)].map(({ index, 0: all }) => braced(body, index + all.length - 1));
    // tabularray keeps its notes among its options.
    const notes = [...body.matchAll(/\bnote\{[^{}]{0,40}\} ?= ?\{((?:[^{}]|\{[^{}]*\})*)\}/g)].map(([, note]) => note);
    const after = bare.slice(to, bodies[i + 1]?.from);
    const ended = after.search(/\\end ?\{(?:table|sidewaystable)/);
    return {
      before: linesOf(plainCharacters(shown(before.slice(begun)))).concat(linesOf(plainCharacters(captions.map(shown).join("\n")))),
      rows: even(rowsOf(inside(body))), after: linesOf(plainCharacters([...notes.map(shown), shown(ended === -1 ? after : after.slice(0, ended))].join("\n"))), columns: "given", unplaced: [],
    };
  });
}

/** Cells of several lines made of one, so that only the ends of rows are ends of lines: what stands in braces, and a tabular within a cell. */
const unstacked = (text: string): string =>
  text.replace(/\\begin ?\{tabular\*?\}\s*(?:\[[^\]]*\]\s*)?\{(?:[^{}]|\{[^{}]*\})*\}((?:\\&|(?!\\(?:begin|end) ?\{)[^&])*)\\end ?\{tabular\*?\}/g, "{$1}")
    .replace(/(?<!\\)\{(?:[^{}&\\]|\\[^]|\{(?:[^{}&\\]|\\[^])*\})*\}/g, (group) => group.replace(/\\\\\*?(?:\[[^\]\n]*\])?/g, " "));

/** A tabular's content, without its column specification, options and captions. */
function inside(body: string): string {
  let at = body.indexOf("}") + 1;
  for (;;) {
    const next = at + body.slice(at).search(/\S|$/);
    if (body[next] === "{") at = next + braced(body, next).length + 2;
    else if (body[next] === "[") at = Math.max(body.indexOf("]", next), next) + 1;
    else break;
  }
  return body.slice(at).replace(/\\caption(?:\[[^\]]*\])?\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, "").replace(/\\end(?:first)?head|\\end(?:last)?foot/g, "\\\\");
}

/** What stands between a brace and the one that closes it. */
function braced(text: string, at: number): string {
  let depth = 0;
  for (const { index, 0: sign } of text.slice(at).matchAll(/\\[^]|[{}]/g)) {
    if (sign === "{") depth++;
    else if (sign === "}" && --depth === 0) return text.slice(at + 1, at + index);
  }
  return text.slice(at + 1);
}

function rowsOf(body: string): Row[] {
  const below = new Map<number, { text: string; left: number }>();
  return body.split(/\\\\\*?|\\tabularnewline|\\cr(?![a-z])/).map((source) => {
    const line = source.replace(/^\s*\[[^\]\n]*\]/, "");
    const parts: { text: string; span: number }[] = [];
    let width = 0;
    let covered = 0;
    for (const cell of line.split(/(?<!\\)&/)) {
      if (covered > 0) {
        covered--;
        continue;
      }
      // Of tabularray: the cells that it covers stand in the source, empty.
      const set = /\\SetCell\s*\[([^\]]*)\]/.exec(cell)?.[1];
      const over = /\\multicolumn\s*\{\s*(\d{1,2})\s*\}/.exec(cell) ?? COLUMNS_SET.exec(set ?? "");
      const down = Number((/\\multirow\s*(?:\[[^\]]*\])?\s*\{\s*(\d{1,2})\s*\}/.exec(cell) ?? ROWS_SET.exec(set ?? ""))?.[1]);
      const span = Math.min(MOST_COLUMNS, Math.max(1, Number(over?.[1] ?? 1)));
      if (set !== undefined) covered = span - 1;
      let text = plainCharacters(shown(cell)).replace(/\s+/g, " ").trim();
      const above = below.get(width);
      if (above && above.left > 0) {
        above.left--;
        if (text === "" && /\p{L}/u.test(above.text)) text = above.text;
      }
      if (down > 1) below.set(width, { text, left: down - 1 });
      parts.push({ text, span });
      width += span;
    }
    return spannedRow(parts);
  });
}

const [COLUMNS_SET, ROWS_SET] = [/\bc=(\d{1,2})/, /\br=(\d{1,2})/];

const SYMBOLS: Readonly<Record<string, string>> = {
  ast: "*", star: "*", Delta: "Δ", delta: "δ", times: "×", cdot: "·", beta: "β", alpha: "α", gamma: "γ", lambda: "λ", mu: "μ", sigma: "σ", rho: "ρ", tau: "τ", theta: "θ", chi: "χ", kappa: "κ",
  dagger: "†", dag: "†", ddagger: "‡", ddag: "‡", ldots: "...", dots: "...", textless: "<", textgreater: ">", lt: "<", gt: ">", le: "<", leq: "<", ge: ">", geq: ">", textasteriskcentered: "*", textminus: "-", S: "§", pm: "±", checkmark: "√",
  textasciicircum: "^", textbar: "|", textdollar: "\\$", textpercent: "%", textunderscore: "_", textbraceleft: "\\{", textbraceright: "\\}", ln: "ln", log: "log", exp: "exp",
  ss: "ß", ae: "æ", AE: "Æ", oe: "œ", OE: "Œ", o: "ø", O: "Ø", aa: "å", AA: "Å", l: "ł", L: "Ł", i: "i",
};

/** What a reader would see of a piece of LaTeX. */
function shown(source: string): string {
  return source
    .replace(/\\def\s*\\[a-zA-Z]+(?:#\d)*\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\\newcommand\*?\{[^{}]*\}(?:\[\d\])?\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, "")
    .replace(/\\ifmmode[^\n]*?\\fi/g, "")
    .replace(/\\multicolumn\s*\{[^{}]*\}\s*\{(?:[^{}]|\{[^{}]*\})*\}|\\multirow\s*(?:\[[^\]]*\])?\s*\{[^{}]*\}(?:\s*\[[^\]]*\])?\s*\{[^{}]*\}|\\SetCell(?:\[[^\]]*\])?\{[^{}]*\}/g, " ")
    .replace(/\\(?:cmidrule|cline|specialrule|arrayrulecolor|rowcolor|cellcolor|label|vspace\*?|hspace\*?|setlength|addtolength|fontsize|setcounter|renewcommand|resizebox|scalebox|tabcolsep|rule|phantom|ref|cite\w*|input|includegraphics|usepackage|documentclass|hypertarget|sisetup|captionsetup|raisebox)\s*(?:\([^)]*\))?(?:\s*\[[^\]]*\])*(?:\s*\{(?:[^{}]|\{[^{}]*\})*\})*/g, " ")
    .replace(/\\(?:begin|end) ?\{[^{}]*\}(?:\s*\[[^\]]*\])?/g, " ")
    .replace(/\\(?:addlinespace|hline|toprule|midrule|bottomrule|tablenotes)\s*(?:\[[^\]]*\])?/g, " ")
    .replace(/\\caption\*?(?:\[[^\]]*\])?/g, "\n")
    .replace(/\\item(?:\[([^\]]*)\])?/g, "\n$1 ")
    .replace(/\\(?:num|SI|tablenum)\s*(?:\[[^\]]*\])?\{([^{}]*)\}/g, "$1")
    .replace(/\\makecell(?:\[[^\]]*\])?\{([^{}]*)\}/g, "$1")
    .replace(/\\(?:sym|tmark|tnote|textsuperscript|sp)\s*\{([^{}]*)\}|\^\s*\{([^{}]*)\}/g, (_, one: string | undefined, two: string | undefined) => raised(shown((one ?? two)!).trim()))
    .replace(/\^\s*2(?!\d)/g, "²")
    .replace(/\\([a-zA-Z]+)\*?(?:\s*\{\})?/g, (_, name: string) => (Object.hasOwn(SYMBOLS, name) ? SYMBOLS[name] : / *(?:quad|qquad|enspace|hfill)/.test(name) ? " " : ""))
    .replace(/\^(?=\s*[*†‡+#§])/g, "")
    .replace(/\\[()[\]]/g, "")
    .replace(/\\['"`^~=.](?:\{([a-zA-Z])\}|([a-zA-Z]))/g, (all, one: string | undefined, two: string | undefined) => ((one ?? two)! + ACCENTS[all[1]]).normalize("NFC"))
    .replace(/\\[ ,;:!/@]|~/g, " ")
    .replace(/\\([%&_#${}])|[${}\\]/g, (_, printed: string | undefined) => printed ?? "") // in one go, or "\$" would lose its dollar too
    .replace(/(?<=\d)--(?=-\.?\d)/g, "–") // up to a negative number: its minus stays
    .replace(/---?/g, "-");
}
const ACCENTS: Readonly<Record<string, string>> = { "'": "\u0301", "`": "\u0300", '"': "\u0308", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307" };
