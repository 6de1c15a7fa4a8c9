import { createRequire, SourceMap, type SourceMapPayload } from "node:module";
import type ts from "typescript";

/** A place in a cell's source, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Which place of a cell's TypeScript does a place in the JavaScript that tslab made of it come from?
 *
 * tslab keeps no source map. So the cell is compiled again as tslab does it, this time with a map, and the lines of the
 * two results are matched: they differ by what tslab adds (exports, requires, `exports.` before earlier cells' names).
 *
 * @param source    the cell, as in the notebook
 * @param compiled  the JavaScript that ran
 * @param at        a place in `compiled`
 * @returns         undefined where the line has no counterpart in the cell
 */
export function notebookPosition(source: string, compiled: string, at: Position): Position | undefined {
  const { outputText, sourceMapText } = compile(source);
  const [ran, mine] = [compiled.split("\n"), outputText.split("\n")];
  const line = counterpart(ran.map(bare), mine.map(bare))[at.line - 1];
  if (line === undefined) return undefined;
  const column = sameRest(ran[at.line - 1].slice(at.column - 1), mine[line]);
  const entry = new SourceMap(JSON.parse(sourceMapText ?? "{}") as SourceMapPayload).findEntry(line, column);
  return "originalLine" in entry ? { line: entry.originalLine + 1, column: entry.originalColumn + 1 } : undefined;
}

function compile(source: string): ts.TranspileOutput {
  // The copy that tslab uses prints code just as the kernel did.
  const kernelsTs = createRequire(require.resolve("tslab/package.json"))("@tslab/typescript-for-tslab") as typeof ts;
  const { ScriptTarget, ModuleKind, NewLineKind } = kernelsTs;
  return kernelsTs.transpileModule(source, {
    compilerOptions: { target: ScriptTarget.ES2022, module: ModuleKind.ESNext, newLine: NewLineKind.LineFeed, sourceMap: true, verbatimModuleSyntax: true },
  });
}

/** A line without what tslab's two passes add to it. */
function bare(line: string): string {
  const imported = /^import .*?(["'][^"']+["'])|^const \w+ = (?:__import\w+\()?require\((["'][^"']+["'])\)/.exec(line);
  if (imported) return `import ${imported[1] ?? imported[2]}`;
  return line
    .replace(/^\((async )?function\(exports, require\) \{ /, "")
    .replace(/\(0, \w+_\d+\.(\w+)\)/g, "$1")
    .replace(/\b(?:exports|\w+_\d+)\.(?=\w)/g, "")
    .replace(/^\s*(?:const )?tsLastExpr\d* = /, "")
    .trim();
}

/** For each line of `a`, the line of `b` it stands for in the longest common subsequence of the two. */
function counterpart(a: readonly string[], b: readonly string[]): (number | undefined)[] {
  const length = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i][j] = a[i] === b[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  const partner = new Array<number | undefined>(a.length).fill(undefined);
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) partner[i++] = j++;
    else if (length[i + 1][j] >= length[i][j + 1]) i++;
    else j++;
  }
  return partner;
}

/** The column of `line` from which on it reads like `rest`; its first letter where there is none. */
function sameRest(rest: string, line: string): number {
  const wanted = bare(rest);
  const first = line.search(/\S/);
  for (let column = line.length - 1; column > first; column--) {
    if (/\S/.test(line[column]) && bare(line.slice(column)) === wanted) return column;
  }
  return Math.max(first, 0);
}
