import { expect, it } from "vitest";
import { numberIn, partedThousands } from "../../src/io/number";

it.each([
  ["1", 1], ["-1.5", -1.5], ["+.5", 0.5], ["1.", 1], ["1e3", 1000], ["1E-3", 0.001], ["007", 7], ["1,5", undefined], ["", undefined], [" 1", undefined], ["1 ", undefined], [".", undefined], ["-", undefined], ["1e", undefined],
  ["0x10", undefined], ["Infinity", undefined], ["NaN", undefined], ["1e400", undefined], ["1_000", undefined], ["１", undefined],
  ["9007199254740991", 9007199254740991], ["-9007199254740992", undefined], ["12345678901234567", undefined], ["12345678901234567.", undefined], ["9007199254740993.0", undefined], ["9007199254740991.00", 9007199254740991], ["9007199254740993.5", 9007199254740994], ["1e20", 1e20], ["1e-400", undefined], ["0e-400", 0], ["0.000", 0], ["1e-300", 1e-300], ["0.12345678901234567", 0.12345678901234567],
])("%j is the number %d", (cell, number) => expect(numberIn(cell)).toBe(number));

// With a decimal comma a point is no part of a number: 1.234 may be a thousand or a bit more than one.
it.each([["1,5", 1.5], ["-,5", -0.5], ["1,", 1], ["1", 1], ["2,5e3", 2500], ["1.5", undefined], ["1.234,5", undefined], ["1,234,5", undefined], [",", undefined], ["9007199254740993,0", undefined]])("with a decimal comma, %j is the number %d", (cell, number) => expect(numberIn(cell, ",")).toBe(number));

// German and Swiss spreadsheets write 1200 as 1.200, and 950 as it is: read as decimals, a thousand is the smaller.
it.each<[string[], "." | ",", [string, string] | undefined]>([
  [["1.200", "950", "2.345"], ".", ["1.200", "950"]], [["12", "1.234", "-12.340", "-950"], ".", ["-12.340", "-950"]], [["1,200", "950"], ",", ["1,200", "950"]],
  [["1.234", "950"], ".", undefined], [["1.200", "95"], ".", undefined], [["1.200", "950.000"], ".", undefined], [["1.200", "950", "0.250"], ".", undefined], [["1.200", "950", "1.5"], ".", undefined], [["1.200", "950", "9500"], ".", undefined], [["1.200", "950", "a"], ".", undefined], [["1,200", "950"], ".", undefined], [[], ".", undefined],
])("%j with the decimal sign %j parts its thousands: %j", (cells, decimal, found) => expect(partedThousands(cells, decimal)).toEqual(found && { parted: found[0], whole: found[1] }));
