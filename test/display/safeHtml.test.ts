import { describe, expect, it } from "vitest";
import { parseFragment, serialise } from "../../src/site/fragment";
import { keepSafe } from "../../src/display/safe/safeHtml";

const safe = (source: string): string => {
  const root = parseFragment(source);
  keepSafe(root);
  return serialise(root);
};

describe("HTML from a notebook", () => {
  it("keeps a table with its scopes, spans, languages and anchors", () => {
    const table = '<table id="table-1" class="sojourn-table"><caption>教育</caption><colgroup span="2"></colgroup><thead><tr><th scope="col" rowspan="2">a</th></tr></thead>'
      + '<tbody><tr><td class="number" lang="zh">1 &lt; 2</td></tr></tbody></table>';
    expect(safe(table)).toBe(table);
  });

  it.each([
    ["a script", "<p>a<script>alert(1)</script></p>", "<p>a</p>"],
    ["a handler", '<p onclick="alert(1)" class="number">a</p>', '<p class="number">a</p>'],
    ["a class or a key that the page's scripts go by", '<div class="figure-json number" data-hidden="true"><ol class="on-this-page">a</ol></div>', '<div class="number"><ol>a</ol></div>'],
    ["a width that is no length", '<img src="data:image/png;base64,AAAA" width="1px; position:fixed">', '<img src="data:image/png;base64,AAAA">'],
    ["a script's address", '<a href=" java&#115;cript:alert(1)">a</a>', "<a>a</a>"],
    ...["java&#10;script:alert(1)", "java&#9;script:alert(1)", "&#1;javascript:alert(1)", "/\\host/a", "\\\\host/a", "/&#9;/host/a", "//host/a", "data:text/html,a", "vbscript:a", "file:///etc/passwd", "blob:a", "https:host/a", "filesystem:a", "http://["]
      .map((address): [string, string, string] => [`the address ${address}`, `<a href="${address}">a</a>`, "<a>a</a>"]),
    ["a picture of another host", '<img src="https://example.org/a.png" alt="a">', '<img alt="a">'],
    ["a picture of another host without a scheme", '<img src="//example.org/a.png" alt="a">', '<img alt="a">'],
    ["a picture that may carry a script", '<img src="data:image/svg+xml;base64,AAAA" alt="a">', '<img alt="a">'],
    ["a frame", '<iframe src="https://example.org"></iframe>b', "b"],
    ["a style", '<style>p{color:red}</style><p style="position:fixed">a</p>', "<p>a</p>"],
    ["a form, its words kept", "<form><b>a</b></form>", "<b>a</b>"],
    ["a link element", '<link rel="stylesheet" href="https://example.org/a.css">b', "b"],
    ["a comment", "a<!-- b -->", "a"],
    ["an inline drawing", "<svg><script>alert(1)</script></svg>b", "b"],
    ["a script hidden in an attribute of what is dropped", "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>b", "<img>'&gt;b"],
  ])("drops %s", (_, source, expected) => expect(safe(source)).toBe(expected));

  it("turns an alignment into a class", () => {
    expect(safe('<table><tbody><tr><td style="text-align:right">1</td></tr></tbody></table>')).toContain('<td class="align-right">1</td>');
    expect(safe('<table><tbody><tr><td align="center" class="x number">1</td><th align="justify" style="color:red">2</th><td style="text-align: left;" align="right">3</td></tr></tbody></table>'))
      .toBe('<table><tbody><tr><td class="number align-center">1</td><th>2</th><td class="align-left">3</td></tr></tbody></table>');
  });

  it.each(["#rule", "other.html#a", "../zh/a.html", "downloads/data/a.csv", "https://example.org/a?b=c", "mailto:a@example.org", "100%25%20sure.html", "a:b.html".replace("a:", "./a:")])("keeps the address %s", (address) => {
    expect(safe(`<a href="${address}">a</a>`)).toBe(`<a href="${address}">a</a>`);
  });

  it("refuses what is nested beyond all tables", () => {
    expect(() => safe("<div>".repeat(3000))).toThrow("is nested more than 120 levels deep");
  });
});
