import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as verdicts from "../../src/cli/verdicts";
import { inventedFile } from "../sfrc/inventedSurvey";
import { inProcess } from "./inProcess";

const sojourn = inProcess(verdicts);

// Wide enough for one block in both languages.
beforeEach(() => void vi.stubEnv("COLUMNS", "200"));
afterEach(() => void vi.unstubAllEnvs());

describe("sojourn verdicts", () => {
  it("prints the seven hypotheses by group, printed beside refitted, under the banner", async () => {
    const { exit, stdout } = await sojourn("verdicts");
    expect(exit).toBe(0);
    expect(stdout).toMatch(/no evidence about anybody/);
    // Each in English and in Chinese, on one line where it is short.
    expect([...new Set(stdout.match(/^H\d[abc]? /gm))]).toEqual(["H1 ", "H2 ", "H3a ", "H3b ", "H3c ", "H4a ", "H4b "]);
    const row = stdout.split("\n").find((line) => line.startsWith("H3c"))!;
    expect(row.match(/[✓–] ?\**/g)!.map((word) => word.trim())).toEqual(["✓ ***", "✓ ***", "✓ **", "✓ **", "✓ ***", "✓ ***"]);
  });

  it("leaves open what a refused model would decide, names the model and ends with 2", async () => {
    const file = inventedFile((row) => ({ ...row, city: row.city === "changchun" ? "yiwu" : row.city }));
    const { exit, stdout, stderr } = await sojourn("verdicts", "--data", file);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^M1: Model refused \(bad-input\): nobody belongs to its group\nM2: /);
    expect(stdout).toMatch(/^H1 .*open/m);
  });
});
