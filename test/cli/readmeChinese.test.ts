import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { EXAMPLES } from "../../src/cli/examples";
import { projectFolder } from "../../src/projectFolder";

const read = (name: string): string => readFileSync(join(projectFolder, name), "utf8");
const [en, zh] = [read("README.md"), read("README.zh.md")];
/** The lines to type, without their comments. */
const typed = (text: string): string[] => [...text.matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block]) => block.trim().split("\n").map((line) => line.replace(/\s*#.*/, "")));

it("the Chinese README tells to type what the English one does (which scripts/documented.mjs types), and is found from it", () => {
  expect(typed(zh).length).toBeGreaterThan(7);
  expect(typed(zh).filter((line) => !typed(en).includes(line))).toEqual([]);
  expect(en.slice(0, 2000)).toContain("](README.zh.md)");
});

it("names every command in its table, and no place that is not there", () => {
  for (const command of Object.keys(EXAMPLES)) expect(zh, command).toMatch(new RegExp(`^\\|[^|]*\`${command}\`[^|]*\\|`, "m"));
  expect([...zh.matchAll(/\]\(([^)]+)\)/g)].map(([, place]) => place).filter((place) => !existsSync(join(projectFolder, place)))).toEqual([]);
});
