import { expect, it } from "vitest";
import { markLanguages } from "../../src/site/languageOfText";
import { frameTables } from "../../src/site/tables";
import { parsed } from "./parsed";


const framed = (source: string): Element => {
  const document = parsed(source);
  frameTables(document.body, "Scrolls");
  return document.body;
};

it("tables scroll by themselves, under their captions' names, captions and notes held in sight", () => {
  const body = framed('<table id="a"><caption>One\n  <b>two</b></caption><thead><tr><th>h</th><th scope="colgroup">g</th></tr></thead><tbody><tr><th>r</th><td>1</td></tr></tbody><tfoot><tr><td>note</td></tr></tfoot></table><p></p><table id="b"><tbody><tr><td>2</td></tr></tbody></table>');
  expect(Array.from(body.children, (one) => [one.localName, one.className, one.getAttribute("role"), one.getAttribute("aria-label"), one.firstElementChild?.id])).toEqual([["div", "table-frame", "group", "Scrolls: One two", "a"], ["p", "", null, null, undefined], ["div", "table-frame", "group", "Scrolls", "b"]]);
  expect([Array.from(body.querySelectorAll("th"), ({ scope }: HTMLTableCellElement) => scope), Array.from(body.querySelectorAll(".held"), ({ innerHTML }) => innerHTML)]).toEqual([["col", "colgroup", "row"], ["One\n  <b>two</b>", "note"]]);
});

it("the last heading above a column of numbers stands to the right as they do", () => {
  const right = (source: string) => Array.from(framed(source).querySelectorAll("th.align-right"), ({ textContent }) => textContent);
  const number = (text: string) => `<td class="number">${text}</td>`;
  const head = "<thead><tr><th>spanner</th></tr><tr><th>stub</th><th>a</th><th>b</th><th>c</th></tr></thead>";
  expect(right(`<table>${head}<tbody><tr><th>group</th></tr><tr><th>r</th>${number("1")}<td>x</td>${number("2")}</tr><tr><th>s</th><td> </td>${number("3")}</tr></tbody></table>`)).toEqual(["a", "c"]);
  expect(right(`<table>${head}<tbody><tr><th>r</th>${number("")}${number("1")}<td></td></tr></tbody></table>`)).toEqual(["b"]);
  expect(right("<table><thead><tr><th>stub</th></tr></thead><tbody></tbody></table>")).toEqual([]);
});

it("blocks in another language than the page's are marked, within a marked one nothing", () => {
  const document = parsed('<div><p>年龄与教育</p><p>Age</p><p>1.5</p><blockquote><p>年龄</p></blockquote><ul><li lang="en">年龄</li><li><span>年龄</span></li></ul><pre>年龄</pre></div>');
  markLanguages(document.body, "en");
  expect(Array.from(document.body.querySelectorAll("*"), (one) => `${one.localName} ${one.getAttribute("lang") ?? ""}`.trim())).toEqual(["div", "p zh-Hans", "p", "p", "blockquote zh-Hans", "p", "ul", "li en", "li zh-Hans", "span", "pre"]);
});
