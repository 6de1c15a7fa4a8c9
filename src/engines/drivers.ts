import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { projectFolder } from "../projectFolder";

/** The folder of the drivers, which has a lock file of its own. */
export const enginesFolder = join(projectFolder, "engines");

/** The packages that `--from` needs, by what they read. */
export const DRIVERS = { files: "@duckdb/node-api", postgres: "pg", trino: "trino-client" } as const;

/**
 * A driver, loaded when it is first asked for.
 * @throws {BadInput} where it is not installed, naming the command that does it
 */
export function driver<T>(kind: keyof typeof DRIVERS): T {
  const name = DRIVERS[kind];
  if (!existsSync(join(enginesFolder, "node_modules", name, "package.json"))) throw notInstalled(name);
  try {
    return createRequire(join(enginesFolder, "package.json"))(name) as T;
  } catch (error) {
    throw new BadInput({ file: "--from" }, said`the driver ${name} does not start: ${(error as Error).message.split("\n")[0]}`, "a driver that goes with this system", "Install it once more: npx --no-install sojourn engines install");
  }
}

const notInstalled = (name: string): BadInput =>
  new BadInput({ file: "--from" }, said`the driver ${name} is not installed`, "the packages of engines/", "Install them once: npx --no-install sojourn engines install");
