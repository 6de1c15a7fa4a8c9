import type { Command } from "commander";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { DRIVERS, enginesFolder } from "../engines/drivers";
import type { Bilingual } from "../bilingual";
import { asBilingual } from "../display/words";
import { line } from "./language";
import { conclude } from "./outcome";

/** `sojourn engines [install]`: the drivers of --from, and what reads what. */
export function register(program: Command): void {
  program.command("engines").description("The drivers that --from needs: which are there, and how they are installed")
    .argument("[install]", "install what engines/package-lock.json names (about 75 MB, from the npm registry)")
    .option("--json", "print the result as JSON, and nothing else")
    .action((task: string | undefined, { json }: { json?: boolean }) => conclude(() => {
      if (task !== undefined && task !== "install") throw new BadInput({ file: task }, "engines has no such task", "install, or nothing to see what is there");
      if (task === "install") install();
      console.log(json ? JSON.stringify({ engines: drivers() }) : drivers().map(stateOf).join("\n"));
    }, json));
}

interface Driver {
  readonly reads: keyof typeof DRIVERS;
  readonly package: string;
  /** null where it is not installed. */
  readonly version: string | null;
}

function drivers(): Driver[] {
  return Object.entries(DRIVERS).map(([reads, name]) => {
    const manifest = join(enginesFolder, "node_modules", name, "package.json");
    return { reads: reads as keyof typeof DRIVERS, package: name, version: existsSync(manifest) ? (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version : null };
  });
}

const WHAT: Readonly<Record<keyof typeof DRIVERS, Bilingual>> = {
  files: { en: "Parquet and CSV files, folders, globs", zh: "Parquet 与 CSV 文件、文件夹、通配路径" },
  postgres: asBilingual("postgres://user@host/database"), trino: asBilingual("trino://user@host/catalog/schema"),
};

const stateOf = ({ reads, package: name, version }: Driver): string =>
  version === null ? `– ${line({ en: `${WHAT[reads].en}: ${name} is not installed`, zh: `${WHAT[reads].zh}：${name} 尚未安装` })}\n    → npx --no-install sojourn engines install` : `✔ ${line({ en: `${WHAT[reads].en}: ${name} ${version}`, zh: `${WHAT[reads].zh}：${name} ${version}` })}`;

/** @throws {BadInput} where npm cannot be started, or does not get what the lock file names */
function install(): void {
  const windows = process.platform === "win32";
  const { status, error } = spawnSync(windows ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: enginesFolder, stdio: ["ignore", 2, 2], shell: windows });
  if (error) throw new BadInput({ file: "engines" }, said`npm does not start: ${error.message}`, "npm, which comes with Node");
  if (status !== 0) throw new BadInput({ file: "engines" }, said`npm ci ended with exit ${status ?? -1}`, "the npm registry within reach, and room for 75 MB", "What it says stands above. Nothing else was changed.");
}
