/** What programs put around the lines that they print: prompts, comment signs, Stata's markup, escape codes, drawn rules. */
export function bareConsole(text: string): string {
  const lines = text.replace(/\u001b\[[\d;]*m/g, "").split("\n");
  // knitr's "## " and reprex's "#> " stand before every line of an output.
  const prefix = /^ {0,8}(?:##|#>)(?: |$)/;
  const prefixed = lines.filter((line) => prefix.test(line)).length;
  const bare = prefixed >= 3 && prefixed >= 0.3 * lines.filter((line) => line.trim() !== "").length ? lines.map((line) => line.replace(prefix, "")) : lines;
  return bare.map((line) => ruled(line)).join("\n");
}

/** A drawn vertical line as blanks (Stata's, and boxes), a drawn rule as an empty line with its place kept. */
function ruled(line: string): string {
  // A tibble's first line and its types.
  if (/^\s{0,20}# A tibble|^\s{0,200}(?:<[a-z]{3,5}>\s{0,200}){1,60}$/.test(line)) return "";
  if (!line.includes("|") && /^[\s+│┼├┤┬┴=_~:─━═—-]{5,}$/.test(line) && /[-=─━═_~]{3}/.test(line)) return RULE_LINE;
  return line.replace(/[│┃║]/g, "|").replace(/[─━═]{3,}/g, (run) => " ".repeat(run.length));
}
/** Stands for a rule across the table. */
export const RULE_LINE = "\u0002";

/** Stata's SMCL as the text that Stata would show. */
export function smclText(source: string): string {
  return source.split("\n").map(smclLine).join("\n");
}

/** A width as SMCL gives it, kept between 0 and 300. */
const within = (text: string, otherwise = 0): number => Math.max(0, Math.min(300, Number.parseInt(text, 10) || otherwise));

const CHARACTERS: Readonly<Record<string, string>> = { "|": "|", "+": "+", "-": "-", TT: "-", BT: "-", LT: "+", RT: "+", TLC: "+", TRC: "+", BLC: "+", BRC: "+", "-(": "{", ")-": "}", "S|": "$", "'g": "`" };

function smclLine(line: string): string {
  let shown = "";
  let at = 0;
  while (at < line.length) {
    if (line[at] !== "{") {
      const next = line.indexOf("{", at);
      shown += line.slice(at, next === -1 ? line.length : next);
      at = next === -1 ? line.length : next;
      continue;
    }
    const close = line.indexOf("}", at);
    if (close === -1) return shown + line.slice(at);
    const [all, word = "", rest = ""] = /^([a-z]+)(?:[ :](.*))?$/i.exec(line.slice(at + 1, close).trim()) ?? [];
    if (all === undefined) shown += "";
    else if (word === "col") shown = shown.padEnd(Math.max(0, within(rest) - 1));
    else if (word === "space") shown += " ".repeat(within(rest));
    else if (word === "hline") shown += "-".repeat(within(rest, 78));
    else if (word === "dup") shown += (/^\d+:(.*)$/.exec(rest)?.[1] ?? "").repeat(within(rest));
    else if (word === "c" || word === "char") shown += CHARACTERS[rest.trim()] ?? rest.trim();
    else if (rest !== "" && /^(?:res|txt|com|err|inp|bf|it|hi|ul|sf|ralign|lalign|rcenter|center|text|result|input|error|stata|help|manhelp|browse)$/.test(word)) shown += aligned(word, rest);
    at = close + 1;
  }
  return shown;
}

function aligned(word: string, rest: string): string {
  const parts = /^(\d+):(.*)$/.exec(rest);
  // What a link leads to is not shown.
  if (!parts) return rest.replace(/^(?:help|manhelp|browse|stata)$/.test(word) ? /^(?:".*"|[^":]*):/ : /^".*":/, "");
  const width = within(parts[1]);
  return word === "lalign" ? parts[2].padEnd(width) : word === "ralign" ? parts[2].padStart(width) : parts[2];
}
