import { realpathSync } from "node:fs";
import type { DisplayOutput, MimeBundle, Output } from "../nbformat/notebook";

/**
 * Takes this machine's folders out of outputs: a path below one of `folders` becomes relative to the first that holds it.
 *
 * Stacks and "Require stack" lines hold such paths, and a committed output must read the same on every machine. Whole paths in
 * texts only: not a part of an address (`https://example.org/mnt/page`, `href="/mnt/page"`), nor letters of a picture. A folder's
 * own name, without anything below it, becomes `.` where it has two parts or more; `/mnt` alone may mean anything.
 */
export function scrubPaths(outputs: readonly Output[], folders: readonly string[]): Output[] {
  const forms = new Set(folders.flatMap((folder) => [folder, realpathSync(folder)]));
  const patterns = [...forms].map(pattern);
  const scrub = (text: string): string =>
    patterns.reduce((scrubbed, each) => scrubbed.replace(each, (_, below?: string) => (below ? "" : ".")), text);
  return outputs.map((output) => scrubOutput(output, scrub));
}

/** Neither within a word, a path or an address, nor as the value of an attribute that holds one. */
const BEFORE = String.raw`(?<![\w.:/~%@+\\-])(?<!\b(?:href|src|srcset|action|poster|cite|data)=["']?)(?<!\burl\(["']?)`;

function pattern(folder: string): RegExp {
  const deep = folder.split(/[\\/]/).filter(Boolean).length > 1;
  return new RegExp(`(?:${BEFORE}|(?<![\\w])file://)${escapeRegExp(folder)}(?:(/(?=[^/\\s]))${deep ? "|/?(?![\\w./-])" : ""})`, "g");
}

function scrubOutput(output: Output, scrub: (text: string) => string): Output {
  if (output.output_type === "stream") return { ...output, text: scrub(output.text) };
  if (output.output_type === "error") return { ...output, ename: scrub(output.ename), evalue: scrub(output.evalue), traceback: output.traceback.map(scrub) };
  return { ...output, data: scrubBundle(output.data, scrub) } satisfies DisplayOutput;
}

/** Types whose values are texts for people; pictures, sound and archives are base64. */
const TEXT = /^(text\/|image\/svg\+xml$|application\/((.*\+)?(json|xml)|javascript|x-latex)$)/;

const scrubBundle = (data: MimeBundle, scrub: (text: string) => string): MimeBundle =>
  Object.fromEntries(Object.entries(data).map(([mime, value]) => [mime, TEXT.test(mime) ? mapTexts(value, scrub) : value]));

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A JSON value with every string in it changed; keys stay. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}
