import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { BadInput } from "../badInput";
import { writeWhole } from "../io/write";
import { packageVersion } from "../provenance";
import type { Curve } from "../multiverse/curves";
import type { Draw } from "../multiverse/nullDraw";
import { type DrawsDone, keyOf } from "../multiverse/testCurves";

interface Line {
  readonly curve: string;
  readonly from: number;
  readonly draws: readonly Draw[];
}

/**
 * Keeps draws beside the file of results as they are made, a line a share, for a later run to go on with. The first line tells
 * of what they are: the same multiverse, data, seed and version, or they are refused.
 *
 * @throws {BadInput} with `resume`: draws of something else
 */
export function drawsKept(file: string, ofWhat: string, resume: boolean): { known: DrawsDone; keep: (curve: Curve, from: number, draws: readonly Draw[]) => void; forget: () => void } {
  const head = JSON.stringify({ version: packageVersion(), of: createHash("sha256").update(ofWhat).digest("hex") });
  const before = resume && existsSync(file) ? readFileSync(file, "utf8").split("\n") : undefined;
  if (before && before[0] !== head) throw new BadInput({ file, row: 1 }, "these draws are of another multiverse, other data, another seed or another version", "draws of this very run", "Leave --resume out to begin anew. Nothing was computed.");
  const known = new Map<string, Map<number, Draw>>();
  // The last piece is empty, or a line that was being written when the process ended.
  for (const text of before?.slice(1, -1) ?? []) {
    const { curve, from, draws } = JSON.parse(text) as Line;
    if (!known.has(curve)) known.set(curve, new Map());
    draws.forEach((draw, i) => known.get(curve)!.set(from + i, draw));
  }
  writeWhole(file, [head, ...(before?.slice(1, -1) ?? []), ""].join("\n"));
  return {
    known,
    keep: (curve, from, draws) => appendFileSync(file, `${JSON.stringify({ curve: keyOf(curve), from, draws } satisfies Line)}\n`),
    forget: () => rmSync(file, { force: true }),
  };
}
