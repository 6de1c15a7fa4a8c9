import { vi } from "vitest";
import { run } from "../../src/cli/program";

const written: string[] = [];
process.stdout.setMaxListeners(0); // one for each command line
process.stdout.write = (text: string | Uint8Array) => (written.push(String(text)), true);

/**
 * What a whole command line ends with and prints, without the last line's end. Its test files share processes that
 * no others use (COMMAND_LINES of vitest.config.mts): a command line guards standard output for good.
 */
export async function sojourn(...argv: string[]): Promise<{ exit: number; stdout: string; stderr: string }> {
  const [stdout, stderr]: string[][] = [[], []];
  const [log, error] = [vi.spyOn(console, "log").mockImplementation((...parts) => void stdout.push(parts.join(" "))), vi.spyOn(console, "error").mockImplementation((...parts) => void stderr.push(parts.join(" ")))];
  process.exitCode = undefined;
  written.length = 0;
  await run(argv);
  log.mockRestore();
  error.mockRestore();
  const exit = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  return { exit, stdout: [...written, ...stdout].join("\n"), stderr: stderr.join("\n") };
}
