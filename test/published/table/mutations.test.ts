import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Chance } from "../../../tools/audit-trust/chance";
import { parsePublished } from "../../../src/published/readPublished";
import { readTable } from "../../../src/published/table/joinTables";
import { chanceTable, LAYOUTS, printTable } from "./printTable";

const PAPER = [1, 2, 3].map((number) => readFileSync(join(__dirname, `../../fixtures/paperTables/table${number}.txt`), "utf8"));
const SOURCES = [...PAPER, ...LAYOUTS.flatMap((layout) => (["zh", "en"] as const).map((language) => printTable(chanceTable(5, language, true), layout, language)))];
const SIGNS = [..."0123456789.-*()[]{}|&\\<>/,;\"'$^%_=+~ \n\t表年R²∗−（）％\u0000\ud800"];

/** One to twenty small accidents: a sign changed, lost or doubled, a piece cut out, moved or repeated many times. */
function mutate(text: string, chance: Chance): string {
  let out = text;
  for (let k = chance.whole(1, 20); k > 0; k--) {
    const at = chance.whole(0, out.length);
    const to = Math.min(out.length, at + chance.whole(0, 40));
    switch (chance.whole(0, 5)) {
      case 0: out = out.slice(0, at) + chance.one(SIGNS) + out.slice(at + 1); break;
      case 1: out = out.slice(0, at) + chance.one(SIGNS) + out.slice(at); break;
      case 2: out = out.slice(0, at) + out.slice(to); break;
      case 3: out = out.slice(0, to) + out.slice(at, to) + out.slice(to); break;
      case 4: out = out.slice(to) + out.slice(0, to); break;
      default: out = out.slice(0, at) + chance.one(SIGNS).repeat(chance.whole(1, 300)) + out.slice(at);
    }
  }
  return out;
}

it("300 damaged tables: no crash, no hang, and no number that is not in the text", () => {
  let read = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const chance = new Chance(seed);
    const text = mutate(chance.one(SOURCES), chance);
    const table = readTable(text);
    if (!table) continue;
    read++;
    // Every number that came out stands in the text, once spaces and signs are levelled.
    const digits = text.normalize("NFKC").replace(/[^\d.]/g, "");
    for (const { rows } of Object.values(table.models)) for (const { coef, se } of rows) for (const number of [coef, se ?? "0"]) {
      expect(number).toMatch(/^-?(\d+(\.\d+)?|\.\d+)$/);
      expect(digits).toContain(number.replace("-", ""));
    }
  }
  expect(read).toBeGreaterThan(180);
}, 180_000);

it("long runs of one sign take time in proportion", () => {
  // In proportion this takes seconds; by the square it would not end within the test's time.
  for (const sign of SIGNS) expect(() => readTable(`${SOURCES[4]}\n${sign.repeat(19_000)}\n${SOURCES[4]}`)).not.toThrow();
}, 120_000);

it("what it reads of an undamaged table with its n is a table that the audit takes", () => {
  for (const source of SOURCES.slice(3)) {
    const { unsure, ...table } = readTable(source)!;
    expect(unsure.filter(({ field }) => field !== "family")).toEqual([]);
    expect(() => parsePublished(JSON.parse(JSON.stringify(table)), "read.json")).not.toThrow();
  }
});
