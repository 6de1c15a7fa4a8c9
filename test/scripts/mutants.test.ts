import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
// @ts-expect-error plain JavaScript, whose types are in its comments
import * as nearest from "../../scripts/mutants/nearest.mjs";
// @ts-expect-error as above
import * as order from "../../scripts/mutants/order.mjs";
// @ts-expect-error as above
import * as places from "../../scripts/mutants/sites.mjs";

interface Site { file: string; row: number; line: string; operator: string; start: number; end: number; was: string; becomes: string }
const { nearestTests, sourceFiles } = nearest as { nearestTests: (file: string) => string[]; sourceFiles: () => string[] };
const { isProgram, OPERATORS, sitesOf } = places as { isProgram: (site: Site) => boolean; OPERATORS: Record<string, string>; sitesOf: (file: string) => Site[] };
const { mutantsOf } = order as { mutantsOf: (seed: string, all: Site[]) => Generator<Site & { tests: string[] }> };

const root = join(__dirname, "../..");
const command = (...words: string[]) => spawnSync(process.execPath, ["scripts/mutants.mjs", ...words], { cwd: root, encoding: "utf8" });

function broken(source: string): string[] {
  const file = join(mkdtempSync(join(tmpdir(), "sites-")), "a.ts");
  writeFileSync(file, source);
  return sitesOf(file).map(({ operator, start, end, becomes }) => `${operator}: ${source.slice(0, start)}${becomes}${source.slice(end)}`);
}

describe("the places that can be broken", () => {
  it.each([
    ["a < b;", "boundary: a <= b;"], ["a === b;", "equality: a !== b;"], ["a - b;", "arithmetic: a + b;"], ["a && b;", "logic: a || b;"], ["if (a) b();", "condition: if (!(a)) b();"],
    ["a ? b : c;", "condition: a ? c : b;"], ["f(7);", "number: f(8);"], ["f(true);", "truth: f(false);"], ["-a;", "sign: (a);"], ["a.some(f);", "quantifier: a.every(f);"], ["a.findLast(f);", "quantifier: a.find(f);"],
    ["Math.round(a);", "rounding: Math.floor(a);"], ["Math.floor(a);", "rounding: Math.ceil(a);"], ["a ?? b;", "default: a;"], ["f({ en: a, zh: b });", "languages: f({ en: b, zh: a });"], ["a.filter(f).b;", "filter: a.b;"],
    ["throw a;", "refusal: ;"], ["a.replace(b, c);", "escaping: a;"],
  ])("%s", (source, mutant) => expect(broken(source)).toEqual([mutant]));

  it("are of every operator that is listed", () => {
    const listed = command("--operators").stdout.trim().split("\n").map((line) => line.split(" ")[0]);
    expect(listed).toEqual(Object.keys(OPERATORS));
    expect(new Set(sourceFiles().slice(0, 60).flatMap((file) => sitesOf(join(root, file))).map(({ operator }) => operator))).toEqual(new Set(listed));
  });

  it("are none in types, nor where texts are put together", () => {
    expect(broken('type A = 1 | -2; "a" + b; const c: 3 = d;')).toEqual([]);
  });

  it("leave a program, or are passed over", () => {
    const file = join(mkdtempSync(join(tmpdir(), "sites-")), "a.ts");
    writeFileSync(file, "a || (b && c); (a ?? b) || c;");
    expect(sitesOf(file).map(isProgram)).toEqual([true, true, true, true]);
    expect(isProgram({ file, row: 1, line: "", operator: "logic", start: 20, end: 21, was: "", becomes: "|| ??" })).toBe(false);
  });
});

describe("which mutants", () => {
  it("are decided by the seed alone, two of a file at most", () => {
    const sites = sourceFiles().slice(0, 12).flatMap(sitesOf);
    const first = (seed: string, all: Site[]) => {
      const mutants = mutantsOf(seed, all);
      return Array.from({ length: 20 }, () => mutants.next().value as Site);
    };
    const chosen = first("s", sites);
    expect(first("s", sites.toReversed())).toEqual(chosen);
    expect(first("t", sites)).not.toEqual(chosen);
    const perFile = chosen.map(({ file }) => chosen.filter((one) => one.file === file).length);
    expect(Math.max(...perFile)).toBe(2);
  });

  it("is a number of them, or refused", () => expect(command("none")).toMatchObject({ status: 2, stderr: "mutants: none is no number of mutants\n" }));

  it("have twelve tests at most, from which the fewest imports lead to them; of equally near ones first who loads least; and those that name it", () => {
    expect([12, 13, 14, 15, 16]).toContain(nearestTests("src/models/matrix.ts").length);
    expect(nearestTests("src/models/effects/elasticity.ts").slice(12)).toContain("test/cli/contrasts.test.ts"); // which tests it by name

    // Both stand two imports away; the second loads the engines too.
    const tests = nearestTests("src/models/formula/formula.ts");
    expect(tests.indexOf("test/models/formulas.test.ts")).toBeLessThan(tests.indexOf("test/engines/modelDataFrom.test.ts"));
    expect(nearestTests("src/models/bootstrap/bootstrap.ts")[0]).toBe("test/models/bootstrap/bootstrap.test.ts");
    expect(nearestTests("src/audit/checks/stars.ts")).toContain("test/audit/checks.test.ts");
  });
});

it("one that is named as equivalent stands in the source as it is named", () => {
  const known = JSON.parse(readFileSync(join(root, "scripts/mutants/equivalent.json"), "utf8")) as { file: string; line: string; operator: string; was: string; becomes: string; why: string }[];
  for (const one of known) {
    expect(one.why.length, one.line).toBeGreaterThan(20);
    const sites = sitesOf(join(root, one.file)).filter(({ line, operator, was, becomes }) => line.trim() === one.line && operator === one.operator && was === one.was && becomes === one.becomes);
    expect(sites, `${one.file}: ${one.line}`).not.toEqual([]);
  }
});
