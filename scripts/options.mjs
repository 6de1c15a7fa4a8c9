// @ts-check
// What a script was asked. A word that it does not know is refused in a line that says which it knows: a stack says nothing to
// whoever mistyped.
import { parseArgs } from "node:util";
import { say } from "./say.mjs";

/** @typedef {NonNullable<import("node:util").ParseArgsConfig["options"]>} Options */

/**
 * @template {import("node:util").ParseArgsConfig & { options: Options }} Config
 * @param {string} script  its name, as it is typed
 * @param {Config} config
 * @param {string} [known]  what it takes, where its options alone do not say it
 */
export function optionsOf(script, config, known = optionsIn(config.options)) {
  if (process.argv.slice(2).some((word) => word === "--help" || word === "-h")) {
    console.log(known);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    const { code, message } = /** @type {Error & { code?: string }} */ (error);
    if (!code?.startsWith("ERR_PARSE_ARGS")) throw error;
    const wrong = message.split(/\.? To specify|\n/)[0];
    console.error(say(`${script}: ${wrong}. ${known}`, `${script}：${wrong}。${known}`));
    process.exit(2);
  }
}

/** @param {Options} options */
function optionsIn(options) {
  const each = Object.entries(options).map(([name, { type }]) => (type === "boolean" ? `--${name}` : `--${name} …`));
  return say(`Options: ${each.join(", ")}`, `选项：${each.join("、")}`);
}
