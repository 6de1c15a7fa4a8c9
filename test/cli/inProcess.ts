import { Command } from "commander";
import { afterEach, vi } from "vitest";

export interface Outcome {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A way to run a command as the shell would, in this process: its exit code and what it prints. */
export function inProcess(command: { register(program: Command): void }): (...argv: string[]) => Promise<Outcome> {
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  });
  return async (...argv) => {
    const [stdout, stderr]: string[][] = [[], []];
    vi.spyOn(console, "log").mockImplementation((...parts) => void stdout.push(parts.join(" ")));
    vi.spyOn(console, "error").mockImplementation((...parts) => void stderr.push(parts.join(" ")));
    const program = new Command("sojourn").exitOverride();
    command.register(program);
    program.commands.forEach((one) => one.exitOverride().configureOutput({ writeErr: (text) => void stderr.push(text), writeOut: (text) => void stdout.push(text) }));
    process.exitCode = undefined;
    try {
      await program.parseAsync(argv, { from: "user" });
    } catch (error) {
      process.exitCode = (error as { exitCode?: number }).exitCode === 0 ? 0 : 2; // as src/cli/main.ts does
    }
    return { exit: Number(process.exitCode), stdout: stdout.join("\n"), stderr: stderr.join("\n") };
  };
}
