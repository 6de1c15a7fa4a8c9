import { readFileSync } from "node:fs";
import { BadInput } from "../badInput";

/** The JSON in a file; what cannot be opened or parsed is a bad input that names the file. */
export function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new BadInput({ file }, `cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`, "a JSON file");
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new BadInput({ file }, `is not JSON: ${(error as Error).message}`, "a JSON file");
  }
}
