import { decodeAs } from "../../../io/encodings";
import { even, type Grid, linesOf, type Row, rowOf } from "../grid/grid";
import { plainCharacters, tidyLabel } from "./characters";

/** Words of RTF whose group holds no text of the document. */
const HIDDEN = new Set(["fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "headerl", "headerr", "footerl", "footerr", "themedata", "datastore", "generator", "listtable", "listoverridetable", "rsidtbl", "latentstyles", "xmlnstbl", "fldinst"]);
const SIGNS: Readonly<Record<string, string>> = { emdash: "-", endash: "-", bullet: "•", lquote: "'", rquote: "'", ldblquote: '"', rdblquote: '"', tab: "\t", line: "\n", par: "\n", emspace: " ", enspace: " " };

/** The tables of an RTF document (esttab, outreg2, Word): rows end with \row, cells with \cell. */
export function rtfGrids(source: string): Grid[] {
  const grids: { before: string; rows: Row[]; after: string }[] = [];
  let [cells, text, loose] = [[] as string[], "", ""];
  let hidden = 0;
  const stack: { raised: boolean; hides: boolean }[] = [];
  let up = "";
  let isUp = false;
  let skip = 0;
  let inTable = false;
  const put = (piece: string) => {
    if (hidden > 0) return;
    if (isUp) up += piece;
    else text += piece;
  };
  const land = () => {
    if (up !== "") text += up.trim() === "2" ? "²" : /^[a-z]$/i.test(up.trim()) ? `^${up.trim()}` : up;
    up = "";
  };
  const pattern = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}]+)/gi;
  for (const [, word, argument, hex, sign, brace, plain] of source.matchAll(pattern)) {
    if (brace === "{") stack.push({ raised: isUp, hides: false });
    else if (brace === "}") {
      const closed = stack.pop();
      if (closed?.hides) hidden--;
      if (isUp && !closed?.raised) {
        isUp = false;
        land();
      }
    } else if (word !== undefined) {
      if (HIDDEN.has(word) && stack.length > 0 && !stack[stack.length - 1].hides) {
        stack[stack.length - 1].hides = true;
        hidden++;
      } else if (word === "u") {
        put(String.fromCharCode(Number(argument)));
        skip = 1;
      } else if (word === "super" && argument !== "0") isUp = true;
      else if (word === "super" || word === "nosupersub") {
        isUp = false;
        land();
      } else if (word === "trowd") {
        if (!inTable) {
          loose += text;
          text = "";
        }
        inTable = true;
      } else if (word === "cell") {
        isUp = false;
        land();
        cells.push(plainCharacters(text).trim());
        text = "";
      } else if (word === "row") {
        if (grids.length === 0 || loose.trim() !== "") {
          grids.push({ before: loose, rows: [], after: "" });
          loose = "";
        }
        grids[grids.length - 1].rows.push(rowOf(cells));
        cells = [];
        text = "";
        inTable = false;
      } else if (Object.hasOwn(SIGNS, word)) put(SIGNS[word]);
    } else if (hex !== undefined) {
      if (skip > 0) skip--;
      else put(decodeAs(Uint8Array.of(Number.parseInt(hex, 16)), "windows-1252") ?? "");
    } else if (sign !== undefined) put(sign === "~" ? " " : sign === "*" || sign === "\n" ? "" : sign === "-" ? "" : sign === "_" ? "-" : sign);
    else if (plain !== undefined) {
      const shown = plain.replace(/[\r\n]/g, "");
      put(shown.slice(skip));
      skip = 0;
    }
  }
  loose += text;
  return grids.map(({ before, rows }, i) => ({
    before: linesOf(plainCharacters(before)).map(tidyLabel), rows: even(rows), after: linesOf(plainCharacters(grids[i + 1]?.before ?? loose)), columns: "given", unplaced: [],
  }));
}
