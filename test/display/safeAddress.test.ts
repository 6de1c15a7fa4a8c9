import { expect, it } from "vitest";
import { isPictureInside, whereLeads } from "../../src/display/safe/safeAddress";

// As the WHATWG URL standard parses them: tabs and line ends are dropped, \ is /, the scheme's case does not count.
it.each([
  ["", "here"], ["#part", "here"], ["02.html", "here"], ["data/a.csv", "here"], ["../zh/01.html?x=1#y", "here"], ["./a:b", "here"],
  ["http://example.org/a", "elsewhere"], ["HTTPS://example.org", "elsewhere"], ["mailto:someone@example.org", "elsewhere"], ["ht\ntps://example.org", "elsewhere"],
  ["//example.org/a", "unsafe"], ["/\\example.org", "unsafe"], ["\\\\example.org", "unsafe"], ["https:/a", "unsafe"],
  ["javascript:alert(1)", "unsafe"], ["java\tscript:alert(1)", "unsafe"], ["data:text/html,x", "unsafe"], ["vbscript:x", "unsafe"], ["blob:https://example.org/1", "unsafe"],
  ["ftp://example.org/a", "unsafe"], ["file:///etc/passwd", "unsafe"], ["tel:123", "unsafe"], ["ws://example.org", "unsafe"], ["http://", "unsafe"], ["https:", "unsafe"], ["https:?a", "unsafe"], ["https://[", "unsafe"],
] as const)("%j leads %s", (address, where) => expect(whereLeads(address)).toBe(where));

it.each([
  ["data:image/png;base64,iVBORw0=", true], ["DATA:image/jpeg;base64,AA+/", true], ["data:image/gif;base64,AA", true], ["data:image/webp;base64,AA", true],
  ["data:image/svg+xml;base64,AA", false], ["data:image/png,AA", false], ["data:text/html;base64,AA", false], ["data:image/png;base64,<x>", false], ["https://example.org/a.png", false], ["a.png", false], ["https://[", false],
])("%j is a picture in itself: %s", (address, is) => expect(isPictureInside(address)).toBe(is));
