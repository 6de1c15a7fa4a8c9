import { describe, expect, it } from "vitest";
import { siteLinks } from "../../src/site/siteLink";
import type { Editions } from "../../src/site/notebookFolder";
import { PageInMaking } from "../../src/site/pageInMaking";

const notebook = (name: string) => ({ name }) as Editions["en"][number];
const link = siteLinks({ en: [notebook("01-a"), notebook("02 b#"), notebook("03-c")], zh: [notebook("01-a")] } as unknown as Editions, ["answers.csv", "我的.csv"]);

describe("a link of a notebook on the site", () => {
  it.each<[string, string | undefined, string | undefined]>([
    ["#rule", "#rule", "#rule"], ["https://example.org/a.ipynb", "https://example.org/a.ipynb", "https://example.org/a.ipynb"], ["mailto:a@b.c", "mailto:a@b.c", "mailto:a@b.c"],
    ["01-a.ipynb", "01-a.html", "01-a.html"], ["../zh/01-a.ipynb#the-rule", "01-a.html#the-rule", "01-a.html#the-rule"], ["03-c.ipynb#x", "03-c.html#x", "../03-c.html#x"], ["02%20b%23.ipynb", "02%20b%23.html", "../02%20b%23.html"], ["01-a.ipynb#a#b", "01-a.html#a", "01-a.html#a"],
    ["../data/answers.csv", "downloads/data/answers.csv", "../downloads/data/answers.csv"], ["../data/%E6%88%91%E7%9A%84.csv", "downloads/data/%E6%88%91%E7%9A%84.csv", "../downloads/data/%E6%88%91%E7%9A%84.csv"], ["../data/other.csv", undefined, undefined],
  ])("%s", (address, en, zh) => {
    expect([link(address, { language: "en", file: "n.ipynb", cell: "c" }), link(address, { language: "zh", file: "n.ipynb", cell: "c" })]).toEqual([en, zh]);
  });

  it.each([
    ["9.ipynb", 'n.ipynb, column cell c: the link "9.ipynb" leads to no notebook (expected 01-a.ipynb, 02 b#.ipynb, 03-c.ipynb).'],
    ["100%.ipynb", 'n.ipynb, column cell c: the address "100%.ipynb" is no address: a percent sign stands alone in it (expected %25 for a percent sign).'],
  ])("%s is refused", (address, sentence) => expect(() => link(address, { language: "en", file: "n.ipynb", cell: "c" })).toThrow(sentence));
});

describe("a page in the making", () => {
  it("gives every element an id of its own, near the one that was wanted", () => {
    const page = new PageInMaking("f", "n", "en", ["cell-1"]);
    expect(["The rule!", "the  rule", "The Rule", "Cell 1", "main", "年龄²", "?", "--x--", "!"].map((wanted) => page.takeId(wanted))).toEqual(["the-rule", "the-rule-2", "the-rule-3", "cell-1-2", "main-2", "年龄²", "part", "x", "part-2"]);
  });

  it("knows where its files lie as seen from it", () => {
    const [en, zh] = [new PageInMaking("f", "n", "en", []), new PageInMaking("f", "n", "zh", [])];
    expect([en.addFile("assets/a b.png", "x"), zh.addFile("assets/100%/#.png", "y"), zh.files]).toEqual(["assets/a%20b.png", "../assets/100%25/%23.png", [{ path: "assets/100%/#.png", content: "y" }]]);
  });
});
