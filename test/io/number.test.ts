import { expect, it } from "vitest";
import { numberIn } from "../../src/io/number";

it.each([
  ["1", 1], ["-1.5", -1.5], ["+.5", 0.5], ["1.", 1], ["1e3", 1000], ["1E-3", 0.001], ["007", 7], ["1,5", undefined], ["", undefined], [" 1", undefined], ["1 ", undefined], [".", undefined], ["-", undefined], ["1e", undefined],
  ["0x10", undefined], ["Infinity", undefined], ["NaN", undefined], ["1e400", undefined], ["1_000", undefined], ["１", undefined],
  ["9007199254740991", 9007199254740991], ["-9007199254740992", undefined], ["12345678901234567", undefined], ["12345678901234567.", undefined], ["9007199254740993.0", undefined], ["9007199254740991.00", 9007199254740991], ["9007199254740993.5", 9007199254740994], ["1e20", 1e20], ["0.12345678901234567", 0.12345678901234567],
])("%j is the number %d", (cell, number) => expect(numberIn(cell)).toBe(number));

// With a decimal comma a point is no part of a number: 1.234 may be a thousand or a bit more than one.
it.each([["1,5", 1.5], ["-,5", -0.5], ["1,", 1], ["1", 1], ["2,5e3", 2500], ["1.5", undefined], ["1.234,5", undefined], ["1,234,5", undefined], [",", undefined], ["9007199254740993,0", undefined]])("with a decimal comma, %j is the number %d", (cell, number) => expect(numberIn(cell, ",")).toBe(number));
