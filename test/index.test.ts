import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as sojourn from "../src/index";
import { projectFolder } from "../src/projectFolder";

/** What loading the built package, as a notebook cell does, brings into memory. (How long it takes is told by `npm run bench`.) */
function load(): { packages: string[]; own: number } {
  const script = `
    require(".");
    const packages = Object.keys(require.cache).flatMap((path) => /.*node_modules[\\\\/]((?:@[^\\\\/]+[\\\\/])?[^\\\\/]+)/.exec(path)?.[1] ?? []);
    console.log(JSON.stringify({ packages: [...new Set(packages)], own: Object.keys(require.cache).filter((path) => !path.includes("node_modules")).length }));`;
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

  it("leaves the heavy libraries for when they are needed, and has few of its own files to read", () => {
    const { packages, own } = load();
    for (const heavy of ["danfojs-node", "jsdom", "plotly.js-cartesian-dist-min", "@resvg/resvg-js", "tslab", "zeromq", "katex", "shiki", "@e965/xlsx", "fflate", "pdfjs-dist", "mammoth", "hyparquet"]) expect(packages).not.toContain(heavy);
    expect(packages).toContain("csv-parse");
    expect(own).toBeLessThan(470);
  });
});
