import type { Command } from "commander";
import type { EventEmitter } from "node:events";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { gather } from "./gather";

/** For which '' means something: no codes of missing cells. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(["na"]);

/**
 * Refuses what commander swallows: of an option given twice it keeps the last value, and an empty value (a shell's variable that
 * is not set) is none to most commands, or the folder one stands in.
 */
export function refuseSwallowed(command: Command): void {
  for (const option of command.options.filter(({ required }) => required)) {
    const [name, shown] = [option.name(), option.long ?? option.flags];
    let before: string | undefined;
    // Before commander's own listener, whose parser would speak of the value.
    (command as unknown as EventEmitter).prependListener(`option:${name}`, (value: string) => {
      if (value === "" && !MAY_BE_EMPTY.has(name)) throw new BadInput({ file: shown }, "it is given an empty value", option.flags, "A variable of the shell may not be set.");
      if (before !== undefined && option.parseArg !== gather) throw new BadInput({ file: shown }, said`it is given twice, ${before} and ${value}`, "one value", "Of the two only the last would have counted.");
      before = value;
    });
  }
  command.hook("preAction", (_, { args }) => {
    if (args.includes("")) throw new BadInput({ file: command.name() }, "one of its arguments is empty", "a name", "A variable of the shell may not be set.");
  });
}
