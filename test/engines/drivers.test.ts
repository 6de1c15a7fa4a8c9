import { join } from "node:path";
import { beforeEach, expect, it, vi } from "vitest";
import { driver, enginesFolder } from "../../src/engines/drivers";
import { bothLanguages } from "../io/bothLanguages";

const there = { packages: [] as string[], fails: undefined as Error | undefined };
vi.mock("node:fs", async (original) => ({ ...await original<typeof import("node:fs")>(), existsSync: (path: string) => there.packages.includes(path) }));
vi.mock("node:module", async (original) => ({ ...await original<typeof import("node:module")>(), createRequire: (from: string) => (name: string) => {
  if (there.fails) throw there.fails;
  return { from, name };
} }));
beforeEach(() => Object.assign(there, { packages: [], fails: undefined }));
const packageOf = (name: string): string => join(enginesFolder, "node_modules", name, "package.json");

it.each([["files", "@duckdb/node-api"], ["postgres", "pg"], ["trino", "trino-client"]] as const)("the driver of %s is %s of engines/, where it is installed", (kind, name) => {
  there.packages = [packageOf(name)];
  expect(driver(kind)).toEqual({ from: join(enginesFolder, "package.json"), name });
  there.packages = ["@duckdb/node-api", "pg", "trino-client"].filter((other) => other !== name).map(packageOf);
  expect(bothLanguages(() => driver(kind))).toEqual([`--from: the driver ${name} is not installed (expected the packages of engines/). Install them once: npx --no-install sojourn engines install`, expect.stringMatching(/^--from：.*[\u4e00-\u9fff]/)]);
});

it("one that is of another system says so in a line", () => {
  there.packages = [packageOf("pg")];
  there.fails = new Error("invalid ELF header\nRequire stack");
  expect(bothLanguages(() => driver("postgres"))).toEqual(["--from: the driver pg does not start: invalid ELF header (expected a driver that goes with this system). Install it once more: npx --no-install sojourn engines install", expect.stringMatching(/^--from：.*[\u4e00-\u9fff]/)]);
});
