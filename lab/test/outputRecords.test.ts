import { expect, test } from "vitest";
import { recordIn, standingOf } from "../src/stale/outputRecords";

const record = (readings: Record<string, string>, data = ["aaaa-777-1"], version = "1") => ({ metadata: { sojourn: { data, readings, version } } });
const now = { data: ["aaaa-777-1"], readings: { gender: "female", age: "squareOnly" }, version: "1" };

test("an output agrees where its data, its readings and its version are those in force", () => {
  expect(standingOf([record({ gender: "female" })], now)).toEqual({ departures: [], unknown: false });
  expect(standingOf([record({}, [])], now)).toEqual({ departures: [], unknown: false });
});

test("a reading, the data or the version that has changed since is named, however the cell was written", () => {
  expect(standingOf([record({ gender: "male" })], now).departures).toEqual([{ what: "reading", name: "gender", made: "male", now: "female" }]);
  expect(standingOf([record({}, ["aaaa-500-2"])], now).departures).toEqual([{ what: "data", made: "500", now: "777" }]);
  expect(standingOf([record({}, [], "0")], now).departures).toEqual([{ what: "version", made: "0", now: "1" }]);
});

test("what cannot be compared is unknown: no record, no kernel's answer, or data that the kernel has not coded", () => {
  expect(standingOf([{ metadata: {} }], now)).toEqual({ departures: [], unknown: true });
  expect(standingOf([record({})], undefined)).toEqual({ departures: [], unknown: true });
  expect(standingOf([record({}, ["bbbb-5381-9"])], now)).toEqual({ departures: [], unknown: true });
  expect(standingOf([], undefined)).toEqual({ departures: [], unknown: false });
});

test("a record is taken for one only where it is one", () => {
  for (const other of [undefined, {}, { sojourn: 1 }, { sojourn: { data: "x", readings: {}, version: "1" } }, { sojourn: { data: [1], readings: {}, version: "1" } }, { sojourn: { data: [], readings: { a: 1 }, version: "1" } }]) expect(recordIn({ metadata: other })).toBeUndefined();
});
