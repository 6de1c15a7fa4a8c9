import { expect, test, vi } from "vitest";

test("which Node is too old, and what a defect of ours and a missing package say", async () => {
  const versions = Object.getOwnPropertyDescriptor(process, "versions")!;
  const said: string[] = [];
  const exits: unknown[] = [];
  let uncaught: (error: unknown) => void = () => undefined;
  vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  vi.spyOn(process, "exit").mockImplementation((code) => exits.push(code) as never);
  vi.spyOn(process, "on").mockImplementation((event, listener: typeof uncaught) => (expect(event).toBe("uncaughtException"), (uncaught = listener), process));
  Object.defineProperty(process, "versions", { ...versions, value: { ...process.versions, node: "18.20.4" } });
  try {
    const { isTooOld } = await import("../../src/cli/soundInstallation.js");
    expect(["18.20.4", "19.30.0", "20.18.3", "20.19.0", "20.20.1", "21.0.0", "22.1.0"].map(isTooOld)).toEqual([true, true, true, false, false, false, false]);
    expect([said.shift(), exits.shift()]).toEqual(["Sojourn needs Node 20.19 or later; this is 18.20.4. Install a later one: https://nodejs.org\n", 2]);
    said.length = 0; // a build that is older than its sources, as it may be while one works
    const defect = Object.assign(new Error("ours"), { stack: "Error: ours\n    at a" });
    for (const error of [defect, { toString: () => "thrown bare" }]) uncaught(error);
    expect([said, exits]).toEqual([["Error: ours\n    at a\n", "thrown bare\n"], [70, 70]]);
    exits.length = said.length = 0;
    vi.mocked(process.exit).mockImplementation((code) => { throw exits.push(code); });
    expect(() => uncaught(Object.assign(new Error("Cannot find module '/x/node_modules/kept'"), { code: "MODULE_NOT_FOUND" }))).toThrow();
    expect([said, exits]).toEqual([["The packages of Sojourn are not all there: kept is missing (expected what package-lock.json names). Mend it in its folder: npm ci && npm run build\n"], [2]]);
  } finally {
    Object.defineProperty(process, "versions", versions);
    vi.restoreAllMocks();
  }
});
