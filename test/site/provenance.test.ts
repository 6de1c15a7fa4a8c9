import { expect, test } from "vitest";
import { dataRead, hasOtherData, stamp } from "../../src/site/provenance";
import { dataFile } from "../../src/projectFolder";
import { code, display } from "./exampleNotebooks";

const a = stamp({ path: dataFile("sfrc-synthetic.csv"), print: "q-3-a" });
const b = stamp({ path: dataFile("wvs.csv"), print: "q-4-b" });
/** A notebook whose results carry these fingerprints; the words of its code name another file. */
const notebook = (...prints: string[][]) => ({ cells: prints.map((data, i) => code(`c${i}`, "readWvs(\"wvs.csv\")", [display({ "text/plain": "1" }, { sojourn: { data, readings: {}, version: "0" } })])) });

test("a page comes from the data that its results carry, whatever the words of its code", () => {
  expect(dataRead(notebook(["q-3-a"], []), [a, b])).toEqual([a]);
  expect(dataRead(notebook(["q-4-b"], ["q-3-a"]), [a, b])).toEqual([a, b]);
});

test("where no result carries any, the page may come from all", () => {
  expect(dataRead(notebook([]), [a, b])).toEqual([a, b]);
  expect(dataRead({ cells: [code("c", "1")] }, [a, b])).toEqual([a, b]);
});

test("results of other data than the site's are seen", () => {
  expect(hasOtherData(notebook(["q-3-a"], ["q-9-z"]), [a, b])).toBe(true);
  expect(hasOtherData(notebook(["q-3-a"]), [a, b])).toBe(false);
  expect(hasOtherData(notebook(["q-9-z"]), [])).toBe(false); // a site that is told no data knows nothing of them
});
