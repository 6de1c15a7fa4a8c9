import type { Language } from "../../../bilingual";
import { inWords } from "../../../faults/inWords";
import { CellSyntaxError, cellScript, type CellScript, type Place } from "./cellSource";
import { type MarkedCell, markedCell } from "./markedCell";
import { beginCell, type Output, outputsSoFar } from "./outputs";
import type { Scope } from "./scope";

export interface CellResult {
  readonly outputs: readonly Output[];
  readonly error?: { readonly name: string; readonly message: string; readonly line?: number; readonly column?: number };
}

type Body = (scope: Scope, seen: object) => Promise<void>;

declare global {
  /** What a cell's script hands over when it is loaded. */
  var sojournCell: ((body: Body) => void) | undefined;
}

/** Lines before the cell's own in its script. */
const LINES_BEFORE = 1;

/**
 * Runs a cell in the scope that all cells share. It is loaded as a script of its own (`importScripts`), so that the page needs no
 * `eval`, and strict as a module is.
 */
export async function runCell(source: string, scope: Scope, language: Language): Promise<CellResult> {
  beginCell();
  let script: CellScript;
  try {
    script = cellScript(source);
  } catch (error) {
    return { outputs: [], error: told(error, language) };
  }
  const before = scope.before(script.declared);
  const marked = markedCell(script);
  scope.at = -1;
  const address = URL.createObjectURL(new Blob([scriptText(script, marked)], { type: "text/javascript" }));
  try {
    let body: Body | undefined;
    globalThis.sojournCell = (given) => { body = given; };
    (globalThis as unknown as { importScripts: (url: string) => void }).importScripts(address);
    for (const one of script.imports) scope.bring(one);
    await body!(scope, scope.seen);
    return { outputs: outputsSoFar() };
  } catch (error) {
    scope.settle(script, before);
    return { outputs: outputsSoFar(), error: told(error, language, { address, marked, at: scope.at }) };
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** One line, then the cell as it is. `with` (allowed around strict code, not in it) gives the cell the names of the others. */
function scriptText({ declared }: CellScript, { code }: MarkedCell): string {
  const getters = declared.map((name) => `${name}:[()=>${name},(v)=>{${name}=v}]`).join(",");
  return `sojournCell(function($scope,$seen){with($seen){return(async function(){"use strict";$scope.declare({${getters}});\n${code}\n})()}});`;
}

/** What is known of a cell that ran, for the place of an error. */
interface Ran {
  readonly address: string;
  readonly marked: MarkedCell;
  readonly at: number;
}

/** An error, ours in the reader's language, with its place in the cell as it was written: where its stack leads to, else the statement that was running. */
function told(error: unknown, language: Language, ran?: Ran): NonNullable<CellResult["error"]> {
  if (error instanceof CellSyntaxError) return { name: error.name, message: error.message, line: error.line, column: error.column };
  const place = ran && (placeIn(error, ran) ?? ran.marked.statement(ran.at));
  return error instanceof Error ? { name: error.name, message: inWords(language)(error), ...place } : { name: "Error", message: `${language === "zh" ? "抛出：" : "thrown: "}${String(error)}`, ...place };
}

function placeIn(error: unknown, { address, marked }: Ran): Place | undefined {
  const stack = error instanceof Error ? String(error.stack ?? "") : "";
  const at = stack.indexOf(`${address}:`);
  const [, line, column] = (at < 0 ? undefined : /^(\d+):(\d+)/.exec(stack.slice(at + address.length + 1))) ?? [];
  return Number(line) > LINES_BEFORE ? marked.where(Number(line) - LINES_BEFORE, Number(column)) : undefined;
}
