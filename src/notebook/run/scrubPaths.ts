import { realpathSync } from "node:fs";
import type { Output } from "../nbformat/notebook";

/**
 * Takes this machine's folders out of outputs: a path below one of `folders` becomes relative to the first that holds it.
 *
 * Stacks and "Require stack" lines hold such paths, and a committed output must read the same on every machine.
 */
export function scrubPaths(outputs: readonly Output[], folders: readonly string[]): Output[] {
  const forms = new Set(folders.flatMap((folder) => [folder, realpathSync(folder)]));
  const patterns = [...forms].map((folder) => new RegExp(`(?:file://)?${escapeRegExp(folder)}(/|(?![\\w.-]))`, "g"));
  const scrub = (text: string): string =>
    patterns.reduce((scrubbed, pattern) => scrubbed.replace(pattern, (_, slash: string) => (slash ? "" : ".")), text);
  return outputs.map((output) => mapTexts(output, scrub) as Output);
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A JSON value with every string in it changed; keys stay. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}
