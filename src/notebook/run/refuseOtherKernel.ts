import { BadInput } from "../../badInput";
import { said } from "../../faults/said";
import type { Notebook } from "../nbformat/notebook";

/** What tslab's kernel runs, as notebooks call it. */
const OURS: readonly string[] = ["typescript", "javascript", "ts", "js"];

/**
 * Refuses a notebook that says it is written in another language: its cells would be run as TypeScript all the same, and outputs
 * that are none of its kernel's written into it. One that says nothing is taken for ours.
 *
 * @throws {BadInput}
 */
export function refuseOtherKernel({ metadata }: Pick<Notebook, "metadata">, named: string): void {
  const { kernelspec, language_info: info } = metadata as { readonly kernelspec?: { readonly language?: unknown }; readonly language_info?: { readonly name?: unknown } };
  const language = [kernelspec?.language, info?.name].find((said) => typeof said === "string" && said !== "") as string | undefined;
  if (language === undefined || OURS.includes(language.toLowerCase())) return;
  throw new BadInput({ file: named }, said`is a notebook in ${language}`, "a notebook in TypeScript or JavaScript", "Choose the TypeScript kernel for it in JupyterLab and save it, if its cells are TypeScript.");
}
