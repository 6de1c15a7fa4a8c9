import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

/** Reads the numbers that R gave: test/fixtures/models/NAME.json, made by NAME.R. */
export const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(join(__dirname, "..", "fixtures", "models", `${name}.json`), "utf8")) as T;

/** |a − b| ≤ tolerance·(|b| + scale): the scale of an estimate is its standard error. */
export function expectClose(a: number, b: number, tolerance: number, scale = 0, what = ""): void {
  const off = Math.abs(a - b) / (Math.abs(b) + scale || 1);
  expect(off, `${what}: ${a} against ${b}`).toBeLessThanOrEqual(tolerance);
}

export function expectAllClose(a: readonly number[], b: readonly number[], tolerance: number, scale: readonly number[] | number = 0, what = ""): void {
  expect(a.length, what).toBe(b.length);
  a.forEach((value, i) => expectClose(value, b[i], tolerance, typeof scale === "number" ? scale : scale[i], `${what}[${i}]`));
}
