import { expect, it } from "vitest";
import { markInexact, unmarkInexact } from "../../../src/notebook/nbformat/exactNumbers";

it.each(["0", "0.0", "0e5", "1", "-1", "1.50", "100", "1e2", "1E+2", "0.001", "1e-3", "0.10e1", "1e21", "1.7976931348623157e308", "5e-324", "123456789.125", "9007199254740992", "00"])("%s is held", (token) => expect(markInexact(token)).toBe(token));

it.each(["-0", "-0.0", "-0e3", "1e309", "-1e999", "9007199254740993", "0.1234567890123456789", "1e-400", "12345678901234567890.0"])("%s is not, and is written as it was", (token) => {
  const marked = markInexact(token);
  expect(marked).toMatch(/^"\\u0000.*"$/);
  expect(String(JSON.parse(marked)).endsWith(`:${token}`)).toBe(true);
  expect(unmarkInexact(JSON.stringify(JSON.parse(marked)))).toBe(token);
});

it.each([
  ["[-0,-0]", 2], ['{"-0":-0}', 1], ['"-0"', 0], ['"a\\"-0"', 0], ['["a\\\\",-0,"b"]', 1], ['["a\\\\\\"-0",-0]', 1], ['["","-0",-0]', 1], ['"-0', 0], ['[-0,"x"]', 1], ["", 0],
])("of %s, %d numbers are marked, none within a text", (json, count) => {
  const marked = markInexact(json);
  expect(marked.match(/\\u0000/g)?.length ?? 0).toBe(count);
  expect(unmarkInexact(marked)).toBe(json);
});
