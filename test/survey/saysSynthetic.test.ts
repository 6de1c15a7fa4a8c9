import { expect, test } from "vitest";
import { saysSynthetic } from "../../src/survey/saysSynthetic";

test.each([["synthetic", true], [" Synthetic\u200b", true], ["ＳＹＮＴＨＥＴＩＣ", true], ["synthetic data", false], ["survey", false], ["", false], [undefined, false]])("%j: %j", (source, expected) => expect(saysSynthetic(source)).toBe(expected));
