import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { boxOf, pageBoxOf } from "../../src/display/stills/svgBox";
import { pathLength, pathPoints, pointAlong } from "../../src/display/stills/svgPath";
import type { SvgElement } from "../../src/display/stills/svgText";
import { textWidth } from "../../src/display/stills/textWidth";

const first = (svg: string, name: string): SvgElement =>
  new JSDOM(`<svg xmlns="http://www.w3.org/2000/svg">${svg}</svg>`, { contentType: "image/svg+xml" }).window.document.querySelector(name) as unknown as SvgElement;

describe("the box of a text", () => {
  it("is as wide as its characters, from its anchor", () => {
    const width = textWidth("愿ab", 20);
    expect(width).toBeCloseTo(20 * (1 + 0.563 + 0.618), 0);
    expect(boxOf(first(`<text x="100" y="50" style="font-size: 20px" text-anchor="end">愿ab</text>`, "text"))).toMatchObject({ left: 100 - width, right: 100 });
    expect(boxOf(first(`<text x="100" y="50" font-size="20" text-anchor="middle">愿ab</text>`, "text"))).toMatchObject({ left: 100 - width / 2 });
  });

  it("spans all of its lines, each moved down by its dy", () => {
    const box = boxOf(first(`<text y="0" font-size="10"><tspan class="line" x="0" dy="0em">愿</tspan><tspan class="line" x="0" dy="1.3em">愿愿</tspan></text>`, "text"))!;
    expect(box.right).toBe(20);
    expect(box.bottom - box.top).toBeCloseTo(13 + 10 * (0.9 + 0.25), 6);
  });
});

describe("the box of a shape on the page", () => {
  it("goes through every transform up to the root", () => {
    const box = pageBoxOf(first(`<g transform="translate(10,20)"><g transform="rotate(90)"><rect x="0" y="0" width="4" height="2"/></g></g>`, "rect"))!;
    expect([box.left, box.top, box.right, box.bottom].map((n) => Math.round(n * 1e9) / 1e9)).toEqual([8, 20, 10, 24]);
  });

  it("of a group holds its children's", () => {
    expect(boxOf(first(`<g><circle cx="5" cy="5" r="2"/><path d="M0,0h10v3"/></g>`, "g"))).toEqual({ left: 0, top: 0, right: 10, bottom: 7 });
  });
});

describe("a path", () => {
  it("is followed through absolute and relative strokes", () => {
    expect(pathPoints("M1,2l3,0h1V5H0m1-1Z")).toEqual([[1, 2], [4, 2], [5, 2], [5, 5], [0, 5], [1, 4], [1, 4]]);
    expect(pathPoints("M3,0A3,3 0 1,1 0,-3")).toEqual([[3, 0], [0, -3]]);
  });

  it("has a length, and a point at each part of it", () => {
    expect(pathLength("M0,0L3,4L3,10")).toBe(11);
    expect(pointAlong("M0,0L3,4L3,10", 8)).toEqual({ x: 3, y: 7 });
    expect(pointAlong("M0,0L3,4", 99)).toEqual({ x: 3, y: 4 });
  });
});
