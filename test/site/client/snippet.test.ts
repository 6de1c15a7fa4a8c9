import { describe, expect, it } from "vitest";
import { snippet } from "../../../src/site/client/search/snippet";

const shown = (text: string, query: string) => snippet(text, query).map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece)).join("");

describe("the part of a text around what was asked for", () => {
  it("begins 30 characters before it and has 130, with what is left out marked at either end", () => {
    const han = "字".repeat(200);
    expect(shown(`${"字".repeat(30)}网络${han}`, "网络")).toBe(`${"字".repeat(30)}[网络]${"字".repeat(98)}…`);
    expect(shown(`${"字".repeat(31)}网络${han}`, "网络")).toBe(`…${"字".repeat(30)}[网络]${"字".repeat(98)}…`);
    expect(shown(`${"字".repeat(31)}网络${"字".repeat(98)}`, "网络")).toBe(`…${"字".repeat(30)}[网络]${"字".repeat(98)}`);
    expect(shown(han, "missing")).toBe(`${"字".repeat(130)}…`);
    expect(shown("字".repeat(130), "？")).toBe("字".repeat(130));
  });

  it("begins with a whole English word, where one begins before it", () => {
    expect(shown(`${"word ".repeat(8)}odds`, "odds")).toBe(`…${"word ".repeat(6)}[odds]`);
    expect(shown(`${"word ".repeat(7)}xodds`, "odds")).toBe(`…${"word ".repeat(5)}x[odds]`); // cut within a word: the next one begins it
    expect(shown(`${"w".repeat(50)}odds`, "odds")).toBe(`…${"w".repeat(30)}[odds]`);
    expect(shown(`ab ${"字".repeat(30)}odds`, "odds")).toBe(`…${"字".repeat(30)}[odds]`);
  });

  it("marks the whole question where it stands so, else each of its words, in any case and over any space", () => {
    expect(shown("An Odds\n ratio, odds and RATIO.", "odds ratio")).toBe("An [Odds\n ratio], [odds] and [RATIO].");
    expect(shown("x (b) (c) a.b*", "(b) a.b*")).toBe("x [(b)] (c) [a.b*]");
    expect(shown("no - dash", "- no")).toBe("[no] - dash");
  });

  it("of a question without a letter or a digit has nothing marked", () => {
    expect(snippet("text?", "?!")).toEqual([{ text: "text?", hit: false }]);
    expect(snippet("odds", "odds")).toEqual([{ text: "odds", hit: true }]);
  });

  it("marks a word by its other writing", () => {
    expect(shown("年龄² 与教育", "年龄平方")).toContain("[年龄²]");
  });
});
