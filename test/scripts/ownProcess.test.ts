import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { projectFolder } from "../../src/projectFolder";

it("a test that replaces modules runs in a process of its own: in a shared one another file has loaded them before", async () => {
  const { default: { test: { projects } } } = (await import(join(projectFolder, "vitest.config.mts"))) as { default: { test: { projects: { test: { name: string; include: string[] } }[] } } };
  const patterns = projects.find(({ test }) => test.name === "own process")!.test.include;
  const own = new Set(patterns.flatMap((pattern) => {
    const [, before, names, after] = /^(.*)\{(.*)\}(.*)$/.exec(pattern)!;
    return names.split(",").map((name) => `${before}${name}${after}`);
  }));
  const mocking = readdirSync(join(projectFolder, "test"), { recursive: true, encoding: "utf8" })
    .map((name) => `test/${name.replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(".test.ts") && /^vi\.(?:do)?mock\(/im.test(readFileSync(join(projectFolder, name), "utf8")));
  expect(mocking.length).toBeGreaterThan(4);
  expect(mocking.filter((name) => !own.has(name))).toEqual([]);
});
