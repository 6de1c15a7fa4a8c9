import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/display/figure";
import { distribution } from "../../src/display/figures/distribution";
import { projectFolder } from "../../src/projectFolder";
import { figurePng } from "../../src/display/stills/figurePng";
import { figureSvg } from "../../src/display/stills/figureSvg";
import { advanceOf } from "../../src/display/stills/font";
import { plotlySvg } from "../../src/display/stills/plotlyWindow";
import { UnknownGlyph } from "../../src/display/stills/unknownGlyph";
import { readPng } from "./readPng";
import { someFigures } from "./someFigures";

const hash = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");
const figures = someFigures();

describe.each(Object.entries(figures))("the still of %s", (_, figure: Figure) => {
  it("is twice as large as shown, and has ink in its plotting area and under the title", async () => {
    const { bytes, width, height } = await figurePng(figure);
    const picture = readPng(bytes);
    expect([picture.width, picture.height]).toEqual([2 * width, 2 * height]);
    expect([width, height]).toEqual([figure.layout.width, figure.layout.height]);
    const margin = figure.layout.margin as { l: number; r: number; t: number; b: number };
    const inPlot = coloursIn(picture, margin.l + 2, margin.t + 2, width - margin.r - 2, height - margin.b - 2);
    expect(inPlot.size).toBeGreaterThan(4);
    expect(coloursIn(picture, 0, 0, width / 2, margin.t).size).toBeGreaterThan(8); // the greys of the title's letters
    const edges = [[0, 0, width, 1], [0, 0, 1, height], [width - 1, 0, width, height], [0, height - 1, width, height]];
    for (const [left, top, right, bottom] of edges) expect(coloursIn(picture, left, top, right, bottom)).toEqual(new Set([0xffffff])); // nothing is cut off
  });
});

describe("a still", () => {
  it("is the same to the byte when drawn again, whatever was drawn in between", async () => {
    const first = await figureSvg(figures.coefficientPlot);
    await figureSvg(figures.sampleFlow);
    expect(await figureSvg(figures.coefficientPlot)).toBe(first);
    expect((await figurePng(figures.histogram)).bytes.equals((await figurePng(figures.histogram)).bytes)).toBe(true);
  });

  it("is the same to the byte beside others that are asked for at once, and after one that Plotly has refused", async () => {
    const [a, b] = [figures.histogram, figures.levelShares];
    const alone = [await figureSvg(a), await figureSvg(b)];
    expect(await Promise.all([figureSvg(a), figureSvg(b)])).toEqual(alone);
    await expect(plotlySvg({ ...a, layout: { ...a.layout, width: 0 } }, 1)).rejects.toThrow("Height and width should be pixel values");
    expect(await Promise.all([figureSvg(b), figureSvg(a)])).toEqual(alone.toReversed());
  });

  it("is the same to the byte in another process", async () => {
    const figure = figures.probabilityBars;
    const child = spawnSync(process.execPath, [join(__dirname, "drawInNewProcess.mjs")], { input: JSON.stringify(figure), encoding: "utf8" });
    expect(child.stderr).toBe("");
    expect(JSON.parse(child.stdout)).toEqual({ svg: hash(await figureSvg(figure)), png: hash((await figurePng(figure)).bytes) });
  });

  it("names its clip paths differently from another figure's, so that both can stand on one page", async () => {
    const ids = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const [a, b] = [ids(await figureSvg(figures.histogram)), ids(await figureSvg(figures.distribution))];
    expect(a.length).toBeGreaterThan(0);
    expect(a.filter((id) => b.includes(id))).toEqual([]);
  });

  it("keeps no style that a viewer's cleaner would strip", async () => {
    const svg = await figureSvg(figures.levelShares);
    expect(svg).not.toContain("style=");
    expect(svg).toMatch(/<text[^>]* font-size="12px"/);
  });
});

describe("a character that the font cannot draw", () => {
  const figure = distribution({ id: "greeting", title: { en: "t", zh: "图" }, categories: ["صباح 🙂", "b"], groups: [{ name: "g", counts: [1, 2] }], synthetic: false });

  it("is refused by name, instead of vanishing", async () => {
    await expect(figureSvg(figure)).rejects.toThrow(UnknownGlyph);
    await expect(figurePng(figure)).rejects.toThrow(/figure greeting: the stills' font cannot draw .*"🙂" \(U\+1F642\)/);
  });
});

describe("the stills' font", () => {
  it("has the symbols of our labels", () => {
    for (const character of "²βθ−×≤≥·→—“”﹣≈χ±ΣéüÅ①（）《》✓") expect(advanceOf(character.codePointAt(0)!), character).toBeGreaterThan(0);
  });

  it("has every Chinese character of the project's own data, code and notebooks, all of which may become labels", () => {
    const files = ["data", "notebooks", "src"].flatMap((folder) => readdirSync(join(projectFolder, folder), { recursive: true, encoding: "utf8" }).map((name) => join(projectFolder, folder, name)));
    // What is shown to nobody: the list by which encodings are guessed, and the radicals that PDFs print for characters.
    const shown = files.filter((file) => /\.(json|ipynb|ts)$/.test(file) && !/commonCharacters\.ts$|adicals?\.ts$/.test(file));
    const texts = shown.map((file) => readFileSync(file, "utf8"));
    const characters = new Set(texts.join("").match(/\p{Script=Han}/gu));
    expect(characters.size).toBeGreaterThan(400);
    expect([...characters].filter((character) => advanceOf(character.codePointAt(0)!) === undefined)).toEqual([]);
  });

  it("sets Chinese a full em wide, and an i narrower than an m", () => {
    expect(advanceOf("愿".codePointAt(0)!)).toBe(1);
    expect(advanceOf("i".codePointAt(0)!)!).toBeLessThan(advanceOf("m".codePointAt(0)!)!);
    expect(advanceOf(0x1f642)).toBeUndefined();
  });
});

/** Colours in a rectangle given in shown pixels. */
function coloursIn(picture: ReturnType<typeof readPng>, left: number, top: number, right: number, bottom: number): Set<number> {
  const colours = new Set<number>();
  for (let y = Math.round(2 * top); y < Math.round(2 * bottom); y++) for (let x = Math.round(2 * left); x < Math.round(2 * right); x++) colours.add(picture.at(x, y));
  return colours;
}
