import type { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { EXAMPLES } from "../../src/cli/examples";
import { CHINESE_HELP } from "../../src/cli/help/chinese";
import { asksForHelp, inHelp, speakHelp } from "../../src/cli/help/inHelp";
import { commandsFor } from "../../src/cli/program";
import { columnWidth } from "../../src/display/render/columnWidth";
import { sojourn } from "./wholeProgram";

/** What commander and the command line put around the declarations. */
const AROUND = ["Usage:", "Options:", "Commands:", "Arguments:", "Example:", "Examples:", "[options]", "[command]"];
const BELOW = Object.keys(CHINESE_HELP).filter((text) => /^Exit /.test(text));

/** The texts of the declarations that help shows. */
const shown = (command: Command): string[] => {
  const help = command.createHelp();
  return [command.description(), ...[...help.visibleArguments(command), ...help.visibleOptions(command)].map(({ description }) => description), ...help.visibleCommands(command).map((one) => one.description())];
};

beforeAll(() => void vi.stubEnv("LANG", "C").stubEnv("LC_ALL", ""));
afterAll(async () => {
  vi.unstubAllEnvs();
  await speakHelp("en");
});

const inChinese = async (...argv: string[]): Promise<string> => (await sojourn(...argv, "--help", "--lang", "zh")).stdout;
const inEnglish = async (...argv: string[]): Promise<string> => (await sojourn(...argv, "--help")).stdout;

describe("each text of the help", () => {
  it("has its Chinese, and no Chinese is left over", async () => {
    const program = await commandsFor(["--help"]);
    const declared = new Set([program, ...program.commands].flatMap(shown).filter((text) => text !== ""));
    expect(declared.size).toBeGreaterThan(140);
    expect([...declared].filter((text) => !Object.hasOwn(CHINESE_HELP, text))).toEqual([]);
    expect(Object.keys(CHINESE_HELP).filter((text) => !declared.has(text) && ![...AROUND, ...BELOW].includes(text))).toEqual([]);
    expect(AROUND.filter((text) => !Object.hasOwn(CHINESE_HELP, text))).toEqual([]);
  });

  // Options, examples in quotes, files, addresses, and numbers: what is typed, and how much of it.
  const typed = (text: string): string[] => [...text.matchAll(/--[a-z][\w-]*|(?<=[\s（；])'[^']*'|`[^`]+`|"[^"]*"|[\w-]+\/[\w./-]*|\.\w{3,}|\{[^}]*\}|\d+(?:\.\d+)?/g)].map(([token]) => token.replace("`backticks`", "`反引号`")).sort();

  it.each(Object.keys(CHINESE_HELP).filter((text) => !AROUND.includes(text)).map((text) => [text]))("says in Chinese the same of options, examples, files and numbers: %s", (text) => {
    expect(typed(CHINESE_HELP[text])).toEqual(typed(text));
    // What stands in Latin letters is a name, so the English has it too.
    const latin = (of: string): string[] => of.match(/[A-Za-z][A-Za-z0-9]*/g) ?? [];
    const known = new Set(latin(text).map((word) => word.toLowerCase()));
    expect(latin(CHINESE_HELP[text]).filter((word) => !known.has(word.toLowerCase()))).toEqual([]);
    expect(CHINESE_HELP[text]).toMatch(/\p{Script=Han}|^study|M4/u);
  });
});

describe.each([[""], ...Object.keys(EXAMPLES).map((name) => [name])])("the help of %s", (name) => {
  const argv = name === "" ? [] : [name];

  it("lists the same in both languages, in lines that a terminal holds", async () => {
    const [en, zh] = [await inEnglish(...argv), await inChinese(...argv)];
    const items = (help: string): string[] => [...help.matchAll(/^ {2}(-\S.*?|[a-z][\w.]*(?: .*?)?)(?: {2}|$)/gm)].map(([, item]) => item.replace("[选项]", "[options]"));
    expect(items(zh)).toEqual(items(en));
    const defaults = (help: string): string[] => [...help.replace(/\s+/g, "").matchAll(/(?:可选：|choices:)((?:"[^"]*"[、,]?)+)|(?:默认：|default:)("[^"]*"|\d+(?:\.\d+)?)/g)].map(([, choices, value]) => choices ? choices.replaceAll("、", ",").replace(/,$/, "") : value).sort();
    expect(defaults(zh)).toEqual(defaults(en));
    if (name !== "") for (const line of EXAMPLES[name].lines) expect(zh).toContain(`\n  npx --no-install ${line}`);
    expect(zh.split("\n").filter((line) => columnWidth(line) > 80 && !/^ {2}npx |^退出码|^尚有/.test(line))).toEqual([]);
  });

  it("has no English sentence in Chinese", async () => {
    const prose = (await inChinese(...argv)).replace(/^ {2}npx .*/gm, "").replace(/'[^']*'|`[^`]*`|"[^"]*"|<[^>]*>|\[[^\]]*\]|\{[^}]*\}/g, "").replace(/[\w.-]*[/.=:][\w./-]*/g, "");
    expect(prose.match(/\b[a-z]+ (?:[a-z]+ )+[a-z]+\b/g) ?? []).toEqual([]);
  });
});

describe("the language of help", () => {
  it("is LANG's where --lang names none, and English help is commander's own", async () => {
    const [english, chinese] = [await inEnglish("fit"), await inChinese("fit")];
    expect([english.slice(0, 36), chinese.slice(0, 28)]).toEqual(["Usage: sojourn fit [options] [file]\n", "用法：sojourn fit [选项] [file]\n\n"]);
    vi.stubEnv("LANG", "zh_CN.UTF-8");
    expect((await sojourn("fit", "--help")).stdout).toBe(chinese);
    expect((await sojourn("fit", "-h", "--lang", "en")).stdout).toBe(english);
    expect((await sojourn("help", "fit")).stdout).toBe(chinese);
    vi.stubEnv("LANG", "C");
    expect((await sojourn("fit", "--help")).stdout).toBe(english);
  });

  it("is loaded only for help", async () => {
    expect([[], ["help"], ["help", "fit"], ["fit", "--help"], ["fit", "-h"]].map(asksForHelp)).toEqual([true, true, true, true, true]);
    expect([["fit", "x.csv"], ["run", "help"], ["-V"]].map(asksForHelp)).toEqual([false, false, false]);
    await sojourn("engines", "--lang", "zh");
    expect(inHelp("Usage:")).toBe("Usage:");
    await speakHelp("zh");
    expect([inHelp("Usage:"), inHelp("of nobody")]).toEqual(["用法：", "of nobody"]);
  });
});
