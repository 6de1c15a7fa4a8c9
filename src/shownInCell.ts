/** The symbol of a method by which Node prints a value (util.inspect.custom, without Node's module: this runs in a browser as well). */
export const SHOWN_IN_CELL = Symbol.for("nodejs.util.inspect.custom");

/**
 * How a cell shows an error of ours: its sentence, without a stack of the kernel's own code and without a dump of its fields.
 * Lines of the notebook's cells stay, by which the runner finds the place; a cell writes no file, so that need not be said.
 */
export function shownInCell({ name, message, stack = "" }: Error): string {
  const cells = stack.split("\n").filter((line) => /^ {4}at .*\bcell-\d+:/.test(line));
  return [`${name}: ${message.replace(/ ?Nothing was written\.$/, "").trimEnd()}`, ...cells].join("\n");
}
