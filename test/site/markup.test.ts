import { expect, it } from "vitest";
import { html, scriptJson, trusted } from "../../src/site/markup";

it("escapes what is put into HTML, and leaves HTML alone", () => {
  expect(html`<p title="${'"<'}">${"<b> & '"}${trusted("<i>x</i>")}</p>`.text).toBe('<p title="&quot;&lt;">&lt;b&gt; &amp; &#39;<i>x</i></p>');
});

it("puts lists in one after another, and nothing for undefined or false", () => {
  expect(html`${[html`<li>a</li>`, "b<"]}${undefined}${false}${0}`.text).toBe("<li>a</li>b&lt;0");
});

it("writes JSON that cannot end its script element, and reads back the same", () => {
  const value = { label: "</script><script>alert(1)</script>", line: "a\u2028b", zh: "居留" };
  const written = scriptJson(value).text;
  expect(written).not.toMatch(/[<\u2028]/);
  expect(JSON.parse(written)).toEqual(value);
});
