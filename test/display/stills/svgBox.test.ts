import { describe, expect, it } from "vitest";
import { boxOf, pageBoxOf } from "../../../src/display/stills/svgBox";
import { pathLength, pathPoints, pointAlong } from "../../../src/display/stills/svgPath";
import { numberOf, type SvgElement } from "../../../src/display/stills/svgText";
import { rounded } from "../figures/rounded";

type Content = string | SvgElement;

/** An element as jsdom has it, as far as it is asked. A Chinese character is as wide as its size, a line reaches 0.9 above and 0.25 below its baseline. */
function element(tagName: string, attributes: Record<string, string> = {}, content: readonly Content[] = [], style: Record<string, string> = {}): SvgElement {
  const made = {
    tagName, style: { getPropertyValue: (name: string) => style[name] ?? "" }, getAttribute: (name: string) => attributes[name] ?? null, parentNode: null as unknown,
    textContent: content.map((one) => (typeof one === "string" ? one : one.textContent)).join(""),
    children: content.filter((one) => typeof one !== "string"),
    childNodes: content.map((one) => (typeof one === "string" ? { nodeType: 3, textContent: one } : { nodeType: 1, textContent: one.textContent })),
  };
  for (const child of made.children) (child as { parentNode: unknown }).parentNode = made;
  return made;
}
const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
const of = (made: SvgElement) => rounded(boxOf(made));
const line = (text: Content, attributes: Record<string, string> = {}) => element("tspan", { class: "line", ...attributes }, [text]);

describe("the box of a text", () => {
  it("reaches from its anchor, whoever sets that", () => {
    const anchored = (anchor: string) => element("text", { x: "10", y: "20", "font-size": "10", "text-anchor": anchor }, ["甲乙"]);
    expect([of(anchored("start")), of(anchored("middle")), of(anchored("end"))]).toEqual([box(10, 11, 30, 22.5), box(0, 11, 20, 22.5), box(-10, 11, 10, 22.5)]);
    const text = element("text", { x: "10", y: "20", "font-size": "10" }, ["甲乙"]);
    element("svg", { "text-anchor": "start" }, [element("g", { "text-anchor": "end" }, [text])]);
    expect(of(text)).toEqual(box(-10, 11, 10, 22.5));
  });

  it("without size or place is 12 pixels at the origin; of nothing there is none", () => {
    expect(of(element("text", {}, ["甲"]))).toEqual(box(0, -10.8, 12, 3));
    expect([boxOf(element("text")), boxOf(element("text", {}, ["\u200b"])), boxOf(element("text", {}, [line("")]))]).toEqual([undefined, undefined, undefined]);
    expect(of(element("text", {}, ["\u200b甲\u200b"]))).toEqual(box(0, -10.8, 12, 3));
  });

  it("holds its lines, each moved by its own dy and its text's, in ems or pixels", () => {
    expect(of(element("text", { x: "5", y: "20", dy: "2", "font-size": "10" }, [line("甲", { dy: "0em" }), line("乙丙", { x: "7", dy: "1.3em" })]))).toEqual(box(5, 13, 27, 37.5));
    expect(of(element("text", { y: "20", dy: "0.5em", "font-size": "10" }, ["甲"]))).toEqual(box(0, 16, 10, 27.5));
    expect(of(element("text", { y: "20", "font-size": "10" }, [line("甲", { x: "-3", dy: "4" }), line("")]))).toEqual(box(-3, 15, 7, 26.5));
    expect(of(element("text", { x: "5", "font-size": "10" }, [line("甲", { x: "7", dy: "3" })]))).toEqual(box(7, -6, 17, 5.5));
    // A span that is no line is a part of the one line.
    expect(of(element("text", { "font-size": "10" }, ["甲", element("tspan", { "font-size": "5" }, ["乙"]), element("tspan", { class: "sub" }, ["丙"])]))).toEqual(box(0, -9, 25, 2.5));
  });

  it("takes sizes from the style before the attribute, from above where there is neither, and shares of what is above", () => {
    expect(of(element("text", { "font-size": "10" }, ["甲"], { "font-size": "20px" }))).toEqual(box(0, -18, 20, 5));
    const inner = element("text", {}, ["甲", element("tspan", {}, ["乙"], { "font-size": "70%" })]);
    element("g", {}, [inner], { "font-size": "20px" });
    expect(of(inner)).toEqual(box(0, -18, 34, 5));
    expect(of(element("text", { "font-size": "50%" }, ["甲"]))).toEqual(box(0, -5.4, 6, 1.5));
  });

  it("passes over what is no text between its pieces", () => {
    const text = element("text", { "font-size": "10" }, ["甲"]);
    (text.childNodes as unknown as object[]).push({ nodeType: 8, textContent: "乙乙" }, { nodeType: 3, textContent: null });
    expect(of(text)).toEqual(box(0, -9, 10, 2.5));
  });

  it("reads numbers by their beginning, and none where there is none", () => {
    const some = element("rect", { x: "1.5px", y: "auto", width: "0" });
    expect(["x", "y", "width", "height"].map((name) => numberOf(some, name))).toEqual([1.5, undefined, 0, undefined]);
  });
});

describe("the box of a shape", () => {
  it("is what its attributes say, 0 where they say nothing", () => {
    expect(of(element("rect", { x: "1", y: "2", width: "3", height: "5" }))).toEqual(box(1, 2, 4, 7));
    expect(of(element("image"))).toEqual(box(0, 0, 0, 0));
    expect(of(element("circle", { cx: "5", cy: "7", r: "2" }))).toEqual(box(3, 5, 7, 9));
    expect([of(element("circle", { r: "2" })), of(element("circle", { cx: "1", cy: "2" }))]).toEqual([box(-2, -2, 2, 2), box(1, 2, 1, 2)]);
    expect(of(element("line", { x1: "9", y1: "1", x2: "3", y2: "4" }))).toEqual(box(3, 1, 9, 4));
    expect([of(element("line", { x1: "9", y1: "1" })), of(element("line", { x2: "3", y2: "-4" })), of(element("line"))]).toEqual([box(0, 0, 9, 1), box(0, -4, 3, 0), box(0, 0, 0, 0)]);
    expect(of(element("path", { d: "M3,9L1,2H7V4" }))).toEqual(box(1, 2, 7, 9));
    expect(of(element("path", { d: "M3,4" }))).toEqual(box(3, 4, 3, 4));
  });

  it("is none of an empty path, an empty group or what is never drawn", () => {
    expect([element("path"), element("path", { d: "" }), element("g"), element("g", {}, [element("g")]), ...["defs", "clipPath", "title", "desc", "style"].map((name) => element(name, {}, [element("rect", { width: "9" })]))].map(boxOf)).toEqual(Array.from({ length: 9 }, () => undefined));
    expect(of(element("g", {}, [element("defs", {}, [element("rect", { width: "99", height: "99" })]), element("circle", { r: "1" })]))).toEqual(box(-1, -1, 1, 1));
  });

  it.each([
    ["translate(5)", box(6, 2, 9, 4)], ["translate(5,-7)", box(6, -5, 9, -3)], ["translate(5 -7)", box(6, -5, 9, -3)], ["translate()", box(1, 2, 4, 4)],
    ["scale(2)", box(2, 4, 8, 8)], ["scale(2,-3)", box(2, -12, 8, -6)], ["matrix(1 2 3 4 5 6)", box(12, 16, 21, 30)], ["matrix(2)", undefined],
    ["rotate(90)", box(-4, 1, -2, 4)], ["rotate(90,10,20)", box(26, 11, 28, 14)], ["rotate(-90 10)", box(12, 6, 14, 9)], ["rotate(180)", box(-4, -4, -1, -2)], ["translate( 5, -7 )", box(6, -5, 9, -3)], ["matrix(1 2 3 4 5 6) matrix(7,8,9,10,11,12)", box(161, 238, 332, 492)], ["skewX(30)", box(1, 2, 4, 4)],
    ["translate(10,20) scale(2)", box(12, 24, 18, 28)], ["scale(2)translate(10,20)", box(22, 44, 28, 48)], ["rotate(90) translate(1,0)", box(-4, 2, -2, 5)],
  ])("under %s is what the group around it sees", (transform, seen) => {
    const made = of(element("g", { transform: "translate(1000)" }, [element("rect", { x: "1", y: "2", width: "3", height: "2", transform })])); // the group's own is not applied
    if (seen) expect(made).toEqual(seen);
    else expect(made).not.toEqual(box(1, 2, 4, 4));
  });

  it("on the page goes through all transforms up to the root, its own first", () => {
    const rect = element("rect", { width: "4", height: "2", transform: "scale(3)" });
    const top = element("svg", {}, [element("g", { transform: "translate(10,20)" }, [element("g", { transform: "rotate(90)" }, [rect])])]);
    (top as { parentNode: unknown }).parentNode = { nodeType: 9 }; // the document
    expect(rounded(pageBoxOf(rect))).toEqual(box(4, 20, 10, 32));
    expect(pageBoxOf(element("g", { transform: "scale(2)" }))).toBeUndefined();
  });
});

describe("the points of a path", () => {
  it.each([
    ["M1,2 3,4 5,6Z", [[1, 2], [3, 4], [5, 6], [1, 2]]],
    ["m1,2 3,4zl1,1", [[1, 2], [4, 6], [1, 2], [2, 3]]],
    ["M1,1L2,2ZM5,5L6,6Z", [[1, 1], [2, 2], [1, 1], [5, 5], [6, 6], [5, 5]]],
    ["M1,1h1 2v-3 4H9V8", [[1, 1], [2, 1], [4, 1], [4, -2], [4, 2], [9, 2], [9, 8]]],
    ["M1,1c1,0 2,0 3,1 1,1 1,1 1,2", [[1, 1], [2, 1], [3, 1], [4, 2], [5, 3], [5, 3], [5, 4]]],
    ["M0,0Q1,1 2,0 3,-1 4,0s1,1 2,2t3,3", [[0, 0], [1, 1], [2, 0], [3, -1], [4, 0], [5, 1], [6, 2], [9, 5]]],
    ["M3,1a3,3 0 1,1 2,-3a1,1 0 0 0 1,1", [[3, 1], [5, -2], [6, -1]]],
    ["M-.5+2L1e1,.5e-1L5.-3", [[-0.5, 2], [10, 0.05], [5, -3]]],
    ["M1E1,2e+0h1e-7", [[10, 2], [10.0000001, 2]]],
    ["M1,1L2,3 4", [[1, 1], [2, 3]]], ["Z", [[0, 0]]], ["M", []], ["", []],
  ])("%s", (d, points) => {
    expect(rounded(pathPoints(d))).toEqual(points);
  });

  it("add up to its length, and are gone along by pixels", () => {
    expect([pathLength("M1,1L4,5L4,-1"), pathLength("M1,1"), pathLength("")]).toEqual([11, 0, 0]);
    expect([-1, 0, 2.5, 5, 8, 11, 99].map((length) => pointAlong("M1,1L4,5L4,-1", length))).toEqual([
      { x: 1, y: 1 }, { x: 1, y: 1 }, { x: 2.5, y: 3 }, { x: 4, y: 5 }, { x: 4, y: 2 }, { x: 4, y: -1 }, { x: 4, y: -1 },
    ]);
    expect([pointAlong("M1,1L1,1L1,5", 0), pointAlong("M1,1L1,1L1,5", 1), pointAlong("M7,8", 3), pointAlong("", 3)]).toEqual([{ x: 1, y: 1 }, { x: 1, y: 2 }, { x: 7, y: 8 }, { x: 0, y: 0 }]);
  });
});
