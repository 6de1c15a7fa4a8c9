import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ADJUSTED, contrastsText } from "../../src/cli/contrastsText";
import { useLanguage } from "../../src/cli/language";

beforeEach(() => vi.stubEnv("COLUMNS", "200"));
afterEach(() => {
  vi.unstubAllEnvs();
  useLanguage(undefined);
});
const contrast = { contrast: "b - a", estimate: 0.123456, standardError: 0.05, z: 2.47, p: 0.0135, lower: 0.02, upper: 0.22 };
const told = (language: "en" | "zh", contrasts: Parameters<typeof contrastsText>[1], asked: Parameters<typeof contrastsText>[2] = {}) => {
  useLanguage(language);
  return contrastsText({ path: "fit.json", synthetic: false }, contrasts, asked).split("\n").map((line) => line.trim().split(/\s{2,}/));
};

it("comparisons are told with their level, and with corrected p where that is asked for", () => {
  const plain = told("en", [contrast, { ...contrast, contrast: "c - a", level: 2 }]);
  expect(plain).toContainEqual(["comparison", "level", "difference", "SE", "lower", "upper", "p"]);
  expect(plain).toContainEqual(["b - a", "0.12346", "0.05000", "0.02000", "0.22000", "0.01350"]);
  expect(plain).toContainEqual(["c - a", "2", "0.12346", "0.05000", "0.02000", "0.22000", "0.01350"]);
  expect(plain.flat().join(" ")).toContain("Predictions of fit.json compared");
  expect(plain.flat().join(" ")).not.toContain("corrected");
  const corrected = told("en", [{ ...contrast, pAdjusted: 0.027 }], { measure: "oddsRatio", adjust: "holm" });
  expect(corrected).toContainEqual(["comparison", "level", "odds ratio", "SE", "lower", "upper", "p"]);
  expect(corrected).toContainEqual(["b - a", "0.12346", "0.05000", "0.02000", "0.22000", "0.02700"]);
  expect(corrected.flat().join(" ").replace(/\s+/g, " ")).toContain(ADJUSTED.holm.en);
});

it("a p below its decimals is no 0, and a limit beyond all doubles is told: the table was a defect there", () => {
  expect(told("en", [{ ...contrast, p: 3e-12, upper: Infinity }], { measure: "ratio" })).toContainEqual(["b - a", "0.12346", "0.05000", "0.02000", "> 1.8e308", "<0.00001"]);
});

it.each([["difference", "差"], ["ratio", "比"], ["oddsRatio", "优势比"]] as const)("in Chinese, %s is %s", (measure, word) => {
  const lines = told("zh", [contrast], { measure, adjust: "tukey" });
  expect(lines).toContainEqual(["比较", "类别", word, "标准误", "下限", "上限", "p"]);
  expect(lines.flat().join("")).toContain("fit.json 的预测比较");
  expect(lines.flat().join("").replace(/\s+/g, "")).toContain(ADJUSTED.tukey.zh.replace(/\s+/g, ""));
});
