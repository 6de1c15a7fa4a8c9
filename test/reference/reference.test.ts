import { describe, expect, it } from "vitest";
import * as sojourn from "../../src/index";
import * as models from "../../src/models";
// @ts-expect-error a script without declarations
import { referencePages } from "../../scripts/reference.mjs";

const pages = referencePages() as { entry: string; undocumented: string[]; examples: string[] }[];
const scope: Record<string, unknown> = { ...sojourn, ...models };

const AsyncFunction = (async () => undefined).constructor as new (...source: string[]) => (...values: unknown[]) => Promise<unknown>;

/** The value of one line of an example, where every public name is at hand, and `await` as in a cell. */
const valueOf = (code: string): Promise<unknown> => new AsyncFunction(...Object.keys(scope), `return (${code});`)(...Object.values(scope));

/** A value as `JSON.stringify` writes it, where the example has it in JSON. */
function asJson(said: string): string {
  try {
    return JSON.stringify(JSON.parse(said));
  } catch {
    return said;
  }
}

describe("the public names", () => {
  it.each(pages)("of $entry are all documented", ({ undocumented }) => {
    expect(undocumented).toEqual([]);
  });

  it.each(pages.flatMap(({ examples }) => examples).filter((line) => / \/\/ /.test(line)))("example: %s", async (line) => {
    const [, code, said] = /^(.*?);?\s+\/\/ (.*)$/.exec(line)!;
    const value = await valueOf(code);
    const cut = said.trim().endsWith("…") ? said.trim().length - 1 : undefined; // 0.4166…: the digits that are given
    expect([String(value), JSON.stringify(value)].map((text) => (cut === undefined ? text : `${text.slice(0, cut)}…`))).toContain(asJson(said.trim()));
  });
});
