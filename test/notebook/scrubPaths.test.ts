import { mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { Output } from "../../src/notebook/nbformat/notebook";
import { scrubPaths } from "../../src/notebook/run/scrubPaths";
import { temporaryFolder } from "./smallNotebook";

const folder = temporaryFolder;
const text = (output: Output) => (output as { text: string }).text;
const scrubbed = (said: string, place: string) => text(scrubPaths([{ output_type: "stream", name: "stdout", text: said }], [place])[0]);

test("whole paths become relative, in stacks, lists and JSON", () => {
  const here = folder();
  mkdirSync(`${here}/deep`, { recursive: true });
  for (const [said, is] of [
    [`at run (${here}/a.js:1:2)`, "at run (a.js:1:2)"],
    [`at file://${here}/a.js:1`, "at a.js:1"],
    [`["${here}/a.csv","${here}/deep/b.csv"]`, `["a.csv","deep/b.csv"]`],
    [`${here}/一.csv`, "一.csv"],
    [`cwd ${here}`, "cwd ."],
    [`cwd ${here}/`, "cwd ."],
  ]) expect(scrubbed(said, here)).toBe(is);
});

test("parts of words, of other paths and of addresses stay", () => {
  const here = folder();
  for (const said of [`https://example.org${here}/page.html`, `/other${here}/a`, `${here}2/a`, `${here}-old`, `<a href="${here}/a">`, `<img src='${here}/a.png'>`, `url("${here}/a.png")`, `x${here}/a`, `a=b+${here}/c+`.replace("+/", "+/")]) {
    expect(scrubbed(said, here)).toBe(said);
  }
});

test("the bare name of a folder with one part stays, since it may mean anything; a path below it does not", () => {
  expect(scrubbed("1 /usr 2", "/usr")).toBe("1 /usr 2");
  expect(scrubbed("https://example.org/usr/page.html and /usr/lib/x.js", "/usr")).toBe("https://example.org/usr/page.html and lib/x.js");
});

test("the bare name of a folder with two parts becomes a point; its signs are no pattern", () => {
  expect(scrubbed("1 /usr/lib 2", "/usr/lib")).toBe("1 . 2");
  const odd = `${folder()}/a.b+c`;
  mkdirSync(odd);
  expect(scrubbed(`${odd}/e.js ${odd.replace("a.b+c", "axbbc")}/e.js`, odd)).toBe(`e.js ${odd.replace("a.b+c", "axbbc")}/e.js`);
  expect(scrubPaths([{ output_type: "display_data", data: { "application/json": { a: null, b: [null, 1, true, "/usr/lib/x"] } }, metadata: {} }], ["/usr/lib"])).toEqual([{ output_type: "display_data", data: { "application/json": { a: null, b: [null, 1, true, "x"] } }, metadata: {} }]);
});

test("pictures keep every letter, SVG is text, other formats of a display are scrubbed one by one", () => {
  const here = folder();
  const data = { "image/png": `${here}/AAAA`, "application/pdf": `${here}/BBBB`, "image/svg+xml": `<text>${here}/a</text>`, "text/html": `<p>${here}/a</p>`, "application/vnd.x+json": { file: `${here}/a`, list: [`${here}/b`] } };
  const [output] = scrubPaths([{ output_type: "display_data", data, metadata: { from: `${here}/a` } }], [here]);
  expect(output).toEqual({
    output_type: "display_data", metadata: { from: `${here}/a` },
    data: { ...data, "image/svg+xml": "<text>a</text>", "text/html": "<p>a</p>", "application/vnd.x+json": { file: "a", list: ["b"] } },
  });
});
