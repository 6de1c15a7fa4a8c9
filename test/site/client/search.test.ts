import { describe, expect, it } from "vitest";
import { find, readIndex } from "../../../src/site/client/search/find";
import { snippet } from "../../../src/site/client/search/snippet";
import { searchEntries } from "../../../src/site/search/searchEntries";
import { searchIndex } from "../../../src/site/search/searchIndex";
import { queryTokensOf, tokensOf } from "../../../src/searchWords";

const body = `<section class="prose"><h1 id="h1">H1. Cumulative causation</h1><p>Does family help?</p><h2 id="odds">3. One step</h2><p>An <strong>odds ratio</strong> of 1.71.</p><ul><li>kin</li></ul></section>
<section class="cell"><details class="code"><pre>const secretCode = 1;</pre></details><div class="outputs"><pre class="stream">secretOutput</pre>
<table id="table-2"><caption><span lang="en">Table 2</span> / <span lang="zh">表2：居留意愿</span><strong class="synthetic">Synthetic</strong></caption><tbody><tr><td>0.5</td></tr></tbody></table>
<figure id="figure-1"><figcaption>Figure 1. Unit support</figcaption><details class="figure-words"><ul><li>Synthetic stand-in: no evidence about anybody</li><li>Changchun: 84%</li></ul></details><script type="application/json">{"secretJson":1}</script></figure></div></section>`;
const chinese = `<section class="prose"><h1 id="h1">H1. 累积因果</h1><p>单位支持网络与累积因果网络。<em>一单</em>，位置。</p><h2 id="terms">项</h2><p>年龄² 与教育程度，替代数据。</p></section>`;
const pages = [
  { path: "h1.html", title: "H1. Cumulative causation", language: "en", body },
  { path: "zh/h1.html", title: "H1. 累积因果", language: "zh", body: chinese },
] as const;

describe("what can be found", () => {
  it("is prose by headings, tables by caption, figures by their words; no code, no output, no banner", () => {
    expect(searchEntries(pages).map(({ address, heading, text }) => [address, heading, text])).toEqual([
      ["h1.html#h1", "H1. Cumulative causation", "Does family help?"],
      ["h1.html#odds", "3. One step", "An odds ratio of 1.71. kin"],
      ["h1.html#table-2", "Table 2 / 表2：居留意愿", ""],
      ["h1.html#figure-1", "Figure 1. Unit support", "Changchun: 84%"],
      ["zh/h1.html#h1", "H1. 累积因果", "单位支持网络与累积因果网络。一单，位置。"],
      ["zh/h1.html#terms", "项", "年龄² 与教育程度，替代数据。"],
    ]);
  });
});

describe("a search", () => {
  const { content } = searchIndex(pages);
  const json = JSON.parse((content as string).replace(/^sojournSearchIndex\(/, "").replace(/\);\n$/, "")) as Parameters<typeof readIndex>[0];
  const index = readIndex(json);
  const found = (query: string, language: "en" | "zh" = "en") => find(index, query, language).map(({ address }) => address);

  it.each([
    ["单位", ["zh/h1.html#h1"]], ["累积", ["zh/h1.html#h1"]], ["累积因果网络", ["zh/h1.html#h1"]], ["居", ["h1.html#table-2"]],
    ["odds ratio", ["h1.html#odds"]], ["ODDS  Rat", ["h1.html#odds"]], ["cumulatve", ["h1.html#h1"]], ["changchun 84", ["h1.html#figure-1"]],
    ["年龄平方", ["zh/h1.html#terms"]], ["年龄的平方", ["zh/h1.html#terms"]], ["年龄²", ["zh/h1.html#terms"]], ["教育水平", ["zh/h1.html#terms"]], ["数据", ["zh/h1.html#terms"]],
    ["odds-ratio", ["h1.html#odds"]], ["位单", []], ["odds elephants", []], ["qqzzx", []], ["？！", []], ["secretCode", []], ["secretOutput", []], ["secretJson", []],
  ])("for %s finds %j", (query, addresses) => expect(found(query)[0] ?? "").toEqual(addresses[0] ?? ""));

  it.each([["odss", 0], ["radio", 2], ["h1 hel", 1], ["hel h1", 1], ["stap", 0], ["stepp", 1]])("%s, perhaps unfinished or mistyped, finds %i", (query, count) => {
    const typed = readIndex(JSON.parse((searchIndex([{ ...pages[0], body: "<h2 id=a>Odds</h2><p>ratio step</p><h2 id=b>H1</h2><p>help ratio</p>" }]).content as string).replace(/^sojournSearchIndex\(/, "").replace(/\);\n$/, "")) as Parameters<typeof readIndex>[0]);
    expect(find(typed, query, "en").length).toBe(count);
  });

  it("gives the reader's own edition first", () => {
    expect(found("H1", "zh")[0]).toBe("zh/h1.html#h1");
    expect(found("H1", "en")[0]).toBe("h1.html#h1");
  });
});

it("of Chinese every one and two characters count, of a question only the pairs; width and case do not", () => {
  expect(tokensOf("累积因，R² Odds")).toEqual(["累", "积", "因", "累积", "积因", "r2", "odds", "r", "squared"]);
  expect(queryTokensOf("累积因 单 ＯＤＤＳ")).toEqual(["累积", "积因", "单", "odds"]);
});

describe("a snippet", () => {
  it("stands around the first hit, begins with a whole word, and marks what was asked", () => {
    const text = `${"before it ".repeat(20)}an odds ratio of two ${"after it ".repeat(30)}`;
    const pieces = snippet(text, "odds ratio");
    expect(pieces.filter(({ hit }) => hit).map((piece) => piece.text)).toEqual(["odds ratio"]);
    expect(pieces[0].text).toMatch(/^…(before|it) /);
    expect(pieces.at(-1)!.text).toMatch(/…$/);
  });

  it("takes signs in a question for what they are", () => {
    expect(snippet("a (b) c", "(b)").map(({ text, hit }) => [text, hit])).toEqual([["a ", false], ["(b)", true], [" c", false]]);
    for (const query of ["stand-in", "H3a-c", "a/b", "^$", "x|y", "[", "\\d", "{1}", "—–-"]) expect(() => snippet("a stand-in", query)).not.toThrow();
    expect(snippet("a stand-in b", "stand-in").filter(({ hit }) => hit)).toEqual([{ text: "stand-in", hit: true }]);
    expect(snippet("看 年龄² 的系数", "年龄平方").filter(({ hit }) => hit)).toEqual([{ text: "年龄²", hit: true }]);
    expect(snippet("nothing", "?")).toEqual([{ text: "nothing", hit: false }]);
  });
});
