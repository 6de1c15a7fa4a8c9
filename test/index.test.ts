import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as sojourn from "../src/index";
import { projectFolder } from "../src/projectFolder";

/** What loading the built package, as a notebook cell does, brings into memory, and how long it takes. */
function load(): { packages: string[]; ms: number } {
  const script = `
    const start = performance.now();
    require(".");
    const ms = performance.now() - start;
    const packages = Object.keys(require.cache).flatMap((path) => /.*node_modules[\\\\/]((?:@[^\\\\/]+[\\\\/])?[^\\\\/]+)/.exec(path)?.[1] ?? []);
    console.log(JSON.stringify({ packages: [...new Set(packages)], ms }));`;
  return JSON.parse(execFileSync(process.execPath, ["-e", script], { cwd: projectFolder, encoding: "utf8" }));
}

describe("the package as a notebook imports it", () => {
  it("has what the walk-through's cells call", () => {
    for (const name of ["readSurvey", "codeSample", "runStudy", "sfrc", "wvs", "regressionTable", "coefficientPlot", "check"]) expect(sojourn).toHaveProperty(name);
  });

  it("its index re-exports and does nothing else", () => {
    const lines = readFileSync(`${projectFolder}/src/index.ts`, "utf8").replace(/\/\*[^]*?\*\//g, "").split("\n");
    expect(lines.filter((line) => line !== "" && !/^export (type )?(\{.*\}|\*) from ".*";$/.test(line) && !line.startsWith("//"))).toEqual([]);
  });

  it("loads in under 300 ms, at the best of five tries, and leaves the heavy libraries for when they are needed", () => {
    const tries = Array.from({ length: 5 }, load);
    expect(Math.min(...tries.map(({ ms }) => ms))).toBeLessThan(300);
    for (const heavy of ["danfojs-node", "jsdom", "plotly.js-cartesian-dist-min", "@resvg/resvg-js", "tslab", "zeromq", "katex", "shiki"]) expect(tries[0].packages).not.toContain(heavy);
    expect(tries[0].packages).toContain("csv-parse");
  });
});
