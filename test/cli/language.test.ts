import { afterEach, expect, it } from "vitest";
import { languageIn, languageOr, line, messageLanguage, tableLanguages, useLanguage } from "../../src/cli/language";

afterEach(() => useLanguage(undefined));

it.each<[string[], "zh" | "en" | undefined]>([[["fit", "--lang", "zh"], "zh"], [["--lang=en", "fit"], "en"], [["--lang", "zh", "--lang", "en"], "en"], [["--lang=zh", "--lang", "de"], undefined], [["--lang"], undefined], [["--language", "zh"], undefined], [["zh"], undefined], [["--lang=zh", "--langx=en"], "zh"], [[], undefined]])("%j names %s", (argv, language) => expect(languageIn(argv)).toBe(language));

it.each<[Record<string, string>, "zh" | "en"]>([
  [{}, "en"], [{ LANG: "zh_CN.UTF-8" }, "zh"], [{ LANG: "ZH" }, "zh"], [{ LANG: "en_GB" }, "en"], [{ LANG: "a_zh" }, "en"], [{ LC_ALL: "C", LC_MESSAGES: "zh_CN", LANG: "zh_CN" }, "en"], [{ LC_MESSAGES: "zh_TW", LANG: "en" }, "zh"], [{ LC_ALL: "", LC_MESSAGES: "C", LANG: "zh_CN" }, "en"], [{ LC_ALL: "", LC_MESSAGES: "", LANG: "zh_CN" }, "zh"],
])("where nobody asks, %j is %s", (environment, language) => {
  expect(languageOr(undefined, environment)).toBe(language);
  expect([languageOr("zh", environment), languageOr("en", environment)]).toEqual(["zh", "en"]);
});

it("what is asked for is the language of messages, and of tables, which are in both otherwise", () => {
  useLanguage("zh");
  expect([messageLanguage(), tableLanguages(), line({ en: "a", zh: "甲" })]).toEqual(["zh", "zh", "甲"]);
  useLanguage("en");
  expect([messageLanguage(), tableLanguages(), line({ en: "a", zh: "甲" })]).toEqual(["en", "en", "a"]);
  useLanguage(undefined);
  expect(tableLanguages()).toBe("both");
});
