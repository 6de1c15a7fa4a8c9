import { join } from "node:path";
import { expect, it } from "vitest";
// @ts-expect-error plain JavaScript, whose types are in its comments
import * as nearest from "../scripts/mutants/nearest.mjs";

const { importsOf, sourceFiles } = nearest as { importsOf: (file: string) => string[]; sourceFiles: () => string[] };

/** The first way found from a file back to itself, among all that can be reached from these. */
function circleIn(files: readonly string[], next: (file: string) => readonly string[]): string[] | undefined {
  const done = new Set<string>();
  const from = (file: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const target of next(file)) {
      const circle = from(target, [...way, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of files) {
    const circle = from(file, []);
    if (circle) return circle;
  }
  return undefined;
}

it("finds a circle, and none where two ways meet", () => {
  const of = (arrows: Record<string, string[]>) => circleIn(Object.keys(arrows), (file) => arrows[file] ?? []);
  expect(of({ a: ["b"], b: ["c", "d"], c: ["d"], d: ["b"] })).toEqual(["b", "c", "d", "b"]);
  expect(of({ a: ["b", "c"], b: ["d"], c: ["d"] })).toBeUndefined();
  expect(of({ a: ["a"] })).toEqual(["a", "a"]);
});

it("imports of the source go in no circle, those of types neither: what two files share stands in a third", () => {
  expect(importsOf(join("src", "index.ts")).length).toBeGreaterThan(50);
  expect(circleIn(sourceFiles(), importsOf)).toBeUndefined();
});
