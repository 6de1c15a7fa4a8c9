/** A line of a stack that lies in a cell, in the JavaScript made from it. */
export interface CellFrame {
  /** The cell's execution count. */
  readonly cell: number;
  readonly line: number;
  readonly column: number;
}

/** What tslab writes to stderr where a cell throws, taken apart. */
export interface Thrown {
  /** `TypeError`; `Error` where something else than an error was thrown. */
  readonly name: string;
  readonly message: string;
  /** Innermost first; frames outside the cells are left out, as they differ by Node version and machine. */
  readonly frames: readonly CellFrame[];
}

/**
 * Takes apart what the kernel prints of an error: the offending line with its caret (sometimes), name and message, the
 * stack, and the error's own properties (left out).
 */
export function readThrown(text: string): Thrown {
  const undecorated = text.replace(/^\S+:\d+\n.*\n[ \t]*\^+\n\n?/, "");
  const [head] = undecorated.split(/\n {4}at |\nRequire stack:\n/, 1);
  const named = /^([A-Za-z_$][\w$.]*)(?: \[[\w.]+\])?(?:: ([^]*))?$/.exec(head.trimEnd());
  const isError = named !== null && (named[2] !== undefined || /\n {4}at /.test(undecorated));
  const frames = [...undecorated.matchAll(/^ {4}at .*?\bcell-(\d+):(\d+):(\d+)\)?(?: \{)?$/gm)];
  return {
    name: isError ? named[1] : "Error",
    message: isError ? named[2] ?? "" : head.trimEnd(),
    frames: frames.map(([, cell, line, column]) => ({ cell: Number(cell), line: Number(line), column: Number(column) })),
  };
}

/** A complaint of the TypeScript compiler about a cell, its place counted from 1. */
export interface Diagnostic {
  /** Another file that the cell imports; undefined where the complaint is about the cell itself. */
  readonly file?: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The compiler's complaint in a text that the kernel wrote to stderr, if it is one (`2:7 - Type …`). */
export function readDiagnostic(text: string): Diagnostic | undefined {
  const match = /^(?:(\S+) )?(\d+):(\d+) - ([^]*)\n$/.exec(text);
  return match ? { file: match[1], line: Number(match[2]), column: Number(match[3]), message: match[4] } : undefined;
}

const LEFT_BEHIND = /^(UnhandledPromiseRejection|UncaughtException): /;

/** The error that a cell left behind without awaiting it, in a text of the kernel's stderr, if it tells of one. */
export const readLeftBehind = (text: string): Thrown | undefined =>
  LEFT_BEHIND.test(text) ? readThrown(text.replace(LEFT_BEHIND, "")) : undefined;
