import { type Argument, type Command, Help, type Option } from "commander";
import type { Language } from "../../bilingual";
import { columnWidth } from "../../display/render/columnWidth";
import { wrapText } from "../../display/wrapText";

let chinese: Readonly<Record<string, string>> | undefined;

/** Whether a command line shows help: only then is the Chinese of it loaded. */
export const asksForHelp = (argv: readonly string[]): boolean => argv.length === 0 || argv[0] === "help" || argv.includes("--help") || argv.includes("-h");

/** From here on help is in this language. */
export async function speakHelp(language: Language): Promise<void> {
  chinese = language === "zh" ? (await import("./chinese.js")).CHINESE_HELP : undefined;
}

/** A text of the help in the language that is spoken. What has no Chinese stays English: a test wants that of none. */
export const inHelp = (text: string): string => chinese?.[text] ?? text;

/** Lets a command's help speak; in English it is commander's own. */
export function letHelpSpeak(command: Command): void {
  if (chinese) command.createHelp = () => new ChineseHelp();
}

/** Help made of the same declarations: each text by its Chinese, lines broken between characters, columns as wide as they are seen. */
class ChineseHelp extends Help {
  override formatHelp(command: Command, helper: Help): string {
    return super.formatHelp(command, helper).replace("： ", "："); // commander's space after its first title
  }
  override styleTitle = inHelp;
  override displayWidth = columnWidth;
  override boxWrap = (text: string, width: number): string => wrapText(text, width, columnWidth).join("\n");
  override commandUsage = (command: Command): string => super.commandUsage(command).replace(/\[(?:options|command)\]/g, inHelp);
  override subcommandTerm = (command: Command): string => super.subcommandTerm(command).replace("[options]", inHelp);
  override commandDescription = (command: Command): string => inHelp(command.description());
  override subcommandDescription = this.commandDescription;
  override argumentDescription = ({ description }: Argument): string => inHelp(description);
  override optionDescription = ({ description, argChoices, defaultValue }: Option): string => {
    const more = [...(argChoices ? [`可选：${argChoices.map((choice) => JSON.stringify(choice)).join("、")}`] : []), ...(defaultValue === undefined ? [] : [`默认：${asDefault(defaultValue)}`])];
    return inHelp(description) + (more.length > 0 ? `（${more.join("；")}）` : "");
  };
}

const asDefault = (value: unknown): string => (Array.isArray(value) && value.length === 0 ? "无" : JSON.stringify(value));
