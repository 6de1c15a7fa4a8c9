import type { Command } from "commander";
import { join } from "node:path";
import { makeFolder } from "../io/makeFolder";
import { conclude } from "./outcome";
import { writeOutput } from "./writeOutput";

/** `sojourn kernelspec`: what a Jupyter of one's own reads to start this Sojourn's kernel. */
export function register(program: Command): void {
  program
    .command("kernelspec")
    .description("Print the kernel.json of this Sojourn's tslab kernel, for a Jupyter of your own")
    .option("--out <dir>", "write DIR/kernel.json instead; DIR is named tslab, in a folder where Jupyter looks for kernels")
    .action((options: { out?: string }) => conclude(() => run(options)));
}

async function run({ out }: { out?: string }): Promise<void> {
  const { kernelspec } = await import("../notebook/run/kernelspec.js");
  const text = `${JSON.stringify(kernelspec(), null, 1)}\n`;
  if (out === undefined) return console.log(text.trimEnd());
  makeFolder(out);
  writeOutput(join(out, "kernel.json"), text);
}
