import { expect, it } from "vitest";
import { stylesToAttributes } from "../../../src/display/stills/stylesToAttributes";

it.each([
  ["is left where there is no style", `<svg a="1"><g/>a < b</svg>`, `<svg a="1"><g/>a < b</svg>`],
  ["has the properties that SVG knows as attributes, at its end", `<g style="fill: red; cursor: pointer; stroke-width: 2px;" id="x"><b/></g>`, `<g id="x" fill="red" stroke-width="2px"><b/></g>`],
  ["may close itself", `<path d="M1" style="opacity:0.5" />`, `<path d="M1" opacity="0.5" />`],
  ["takes the style before the attribute of the same name", `<g fill="blue" fill-opacity="1" style="fill: red"/>`, `<g fill-opacity="1" fill="red"/>`],
  ["keeps quotes, not those within an address, which may hold a colon", `<g style="font-family: &quot;Noto Sans&quot;, &quot;A&quot;; clip-path: url(&quot;#a&quot;); marker-end: url('http://x/#b')"/>`, `<g font-family="'Noto Sans', 'A'" clip-path="url(#a)" marker-end="url(http://x/#b)"/>`],
  ["passes over what is no declaration", `<g style="fill; ; : red; x; stroke:blue"/>`, `<g stroke="blue"/>`],
  ["takes what is important as it is", `<g style="fill: red !important; stroke-width: 3"/>`, `<g fill="red" stroke-width="3"/>`],
  ["is every tag", `<g style="fill:red"><t style="stroke:red"></t></g>`, `<g fill="red"><t stroke="red"></t></g>`],
])("a tag %s", (_, svg, cleaned) => {
  expect(stylesToAttributes(svg)).toBe(cleaned);
});
