import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BadInput } from "../../src/badInput";
import { conclude } from "../../src/cli/outcome";
import { RefusedModel } from "../../src/models/refusedModel";

let said: string[] = [];
let printed: string[] = [];
beforeEach(() => {
  [said, printed] = [[], []];
  vi.stubEnv("LANG", "C");
  vi.stubEnv("LC_ALL", "");
  vi.stubEnv("LC_MESSAGES", "");
  vi.spyOn(console, "error").mockImplementation((text: string) => void said.push(text));
  vi.spyOn(console, "log").mockImplementation((text: string) => void printed.push(text));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

const ends = async (error: unknown, json = false): Promise<number> => {
  await conclude(() => { throw error; }, json);
  return Number(process.exitCode);
};

test("a defect of ours is no bad input: exit 70, with a stack", async () => {
  expect(await ends(new TypeError("Cannot read properties of undefined"), true)).toBe(70);
  expect(JSON.parse(printed[0]).error).toEqual({ kind: "internal", terms: [], rows: [], message: "Cannot read properties of undefined" });
  expect(said[0]).toMatch(/^This is a defect of Sojourn[\s\S]*TypeError: Cannot read[\s\S]*outcome\.test\.ts:\d+/);
});

test("a bad input is 2, without a stack, in six lines at most", async () => {
  expect(await ends(new BadInput({ file: "a.csv", row: 2 }, "x\n".repeat(30)))).toBe(2);
  expect(said[0].split("\n")).toHaveLength(6);
  expect(await ends(new RefusedModel("collinear", ["a"], "a is b"))).toBe(2);
});

test("an error of the system is 2, and says what was being done to what", async () => {
  const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", syscall: "write", path: "/data/out.csv" });
  expect(await ends(full)).toBe(2);
  expect(said[0]).toBe("/data/out.csv: the system refused while writing it: the disk is full (ENOSPC). What was there is as it was.");
});
