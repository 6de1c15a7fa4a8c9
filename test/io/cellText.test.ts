import { expect, it } from "vitest";
import { dateText, numberText } from "../../src/io/cellText";

it.each([[0, "0"], [-0, "0"], [1.5, "1.5"], [0.1 + 0.2, "0.30000000000000004"], [1e21, "1e+21"], [1e-7, "1e-7"], [NaN, ""]])("the number %d is %j", (value, text) => expect(numberText(value)).toBe(text));

// A Date holds 100,000,000 days before and after 1970 (ECMAScript, time values and time range).
it.each([
  [0, "1970-01-01", "1970-01-01 00:00:00"], [-1, "1969-12-31", "1969-12-31 23:59:59.999"], [86_400_000 * 19_000 + 3_723_004, "2022-01-08", "2022-01-08 01:02:03.004"],
  [8.64e15, "+275760-09-13", "+275760-09-13 00:00:00"], [-8.64e15, "-271821-04-20", "-271821-04-20 00:00:00"], [8.64e15 + 2, undefined, undefined], [-8.64e15 - 2, undefined, undefined], [NaN, undefined, undefined],
])("%d ms since 1970 are %s, %s", (milliseconds, date, datetime) => expect([dateText(milliseconds, "date"), dateText(milliseconds, "datetime")]).toEqual([date, datetime]));
