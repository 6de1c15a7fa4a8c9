import { homedir, tmpdir } from "node:os";
import { isCode, type Notebook, type Output } from "../nbformat/notebook";

/** Something in an output that will read otherwise on another day or machine. */
export interface Unstable {
  /** The code cell by its execution count, and the output within it, from 1. */
  readonly cell: number;
  readonly output: number;
  readonly what: "a time" | "a path" | "a version";
  readonly found: string;
}

const KINDS: readonly [Unstable["what"], () => RegExp][] = [
  ["a time", () => /\d{4}-\d\d-\d\dT\d\d:\d\d|\b\d{1,2}:\d\d:\d\d\b|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d\d \d{4}\b/],
  ["a path", () => new RegExp(`(?<![\\w.:/])(?:${[homedir(), tmpdir(), "/home", "/Users", "/tmp", "[A-Z]:(?=\\\\)"].join("|")})[\\\\/][\\w.-]+`)],
  ["a version", () => new RegExp(`\\bv${process.versions.node.replaceAll(".", "\\.")}\\b|\\bNode(?:\\.js)? v?\\d+\\.\\d+`)],
];

/** The times, paths and versions in a notebook's outputs: there should be none, as nothing else can equal them. */
export function unstableOutputs(notebook: Notebook): Unstable[] {
  return notebook.cells.filter(isCode).flatMap(({ execution_count, outputs }) =>
    outputs.flatMap((output, index) => findIn(output).map((found) => ({ cell: execution_count ?? 0, output: index + 1, ...found }))));
}

function findIn(output: Output): Pick<Unstable, "what" | "found">[] {
  const text = texts(output).join("\n");
  return KINDS.flatMap(([what, pattern]) => {
    const match = pattern().exec(text);
    return match ? [{ what, found: match[0] }] : [];
  });
}

/** Every string in an output but base64 of pictures. */
function texts(value: unknown, key = ""): string[] {
  if (typeof value === "string") return key.startsWith("image/") ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => texts(item, name));
}
