import { expect, it } from "vitest";
import { levelOf } from "../../src/cli/levelOf";
import { wholeNumber } from "../../src/cli/wholeNumber";

it.each([["0.9", 0.9], ["90", 0.9], ["99.5", 0.995], [".5", 0.5], ["1.5", 0.015], [" 95 ", 0.95]])("--level %s is %d", (text, level) => expect(levelOf(text)).toBeCloseTo(level, 15));
it.each(["1", "100", "0", "-0.5", "101", "", " ", "x", "NaN", "Infinity"])("--level %j is refused", (text) => expect(() => levelOf(text)).toThrow(/a share such as 0.9, or 90/));

it.each([["0", 0], ["007", 7], ["999999999999999", 999999999999999]])("%s is the whole number %d", (text, number) => expect(wholeNumber(text)).toBe(number));
it.each(["", "-1", "1.5", "1e3", " 1", "x", "1000000000000000"])("%j is no whole number", (text) => expect(() => wholeNumber(text)).toThrow(/a whole number/));
