import { afterEach, expect, it, vi } from "vitest";
import { useLanguage } from "../../src/cli/language";
import { tellRefused } from "../../src/cli/tellRefused";
import type { StudyResult } from "../../src/study/runStudy";

afterEach(() => {
  vi.restoreAllMocks();
  useLanguage(undefined);
});

function told(models: number): { exit: number; lines: string[] } {
  const write = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const refused = Object.fromEntries(Array.from({ length: models }, (_, i) => [`M${i + 1}`, { message: `separated by x${i + 1}\nand more`, inLanguage: () => `被 x${i + 1} 分离\n其余` }]));
  const exit = tellRefused({ refused } as unknown as StudyResult);
  return { exit, lines: write.mock.calls.flatMap(([text]) => String(text).split("\n")) };
}

it("names each refused model in a line, six lines at most, and ends with 2; with 0 where none was", () => {
  expect(told(0)).toEqual({ exit: 0, lines: [] });
  expect(told(1)).toEqual({ exit: 2, lines: ["M1: separated by x1"] });
  vi.restoreAllMocks();
  expect(told(6).lines).toEqual([1, 2, 3, 4, 5, 6].map((i) => `M${i}: separated by x${i}`));
  vi.restoreAllMocks();
  expect(told(8).lines).toEqual([...[1, 2, 3, 4, 5].map((i) => `M${i}: separated by x${i}`), "… and 3 more models"]);
  vi.restoreAllMocks();
  useLanguage("zh");
  expect(told(8).lines).toEqual([...[1, 2, 3, 4, 5].map((i) => `M${i}：被 x${i} 分离`), "……另有 3 个模型"]);
});
