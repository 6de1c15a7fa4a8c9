#!/usr/bin/env node
// @ts-check
// How far the audit can be trusted: right tables (must give no "inconsistent"), tables with an assumption broken on purpose,
// and tables with one planted error. Writes docs/audit-trust.md and docs/audit-trust.json; the same seed gives the same files.
//
//   npm run audit-trust          the full run: 10,000 right tables, 1,000 a breakage, 500 errors a kind
//   npm run audit-trust -- --tables 200 --broken 50 --planted 20 --stdout
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TSC } from "./typecheck.mjs";
import { optionsOf } from "./options.mjs";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const { values } = optionsOf("audit-trust", { options: {
  tables: { type: "string", default: "10000" },
  broken: { type: "string", default: "1000" },
  planted: { type: "string", default: "500" },
  seed: { type: "string", default: "1" },
  stdout: { type: "boolean", default: false },
} });
const [tables, broken, planted, seed] = [values.tables, values.broken, values.planted, values.seed].map(wholeNumber);

// The tool is TypeScript beside this script's folder and no part of the package: compiled where it runs.
const compiled = spawnSync(process.execPath, [TSC, "-p", "tools/tsconfig.json"], { cwd: PROJECT, stdio: "inherit" });
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
const trust = await import(new URL("../build/tools/tools/audit-trust/trust.js", import.meta.url).href);
const { trustPage } = await import(new URL("../build/tools/tools/audit-trust/trustPage.js", import.meta.url).href);

const figures = {
  run: { tables, broken, planted, seed },
  right: trust.falseAlarms(tables, seed),
  broken: Object.fromEntries(Object.entries(trust.BREAKAGES).map(([name, breakage]) => [name, trust.falseAlarms(broken, seed, breakage)])),
  layouts: trust.layoutAlarms(tables, seed),
  noted: trust.notedAlarms(broken, seed),
  planted: trust.allDetections(planted, seed),
  calibration: trust.calibrate(Math.min(1000, tables), seed),
};
if (values.stdout) console.log(trustPage(figures));
else {
  writeFileSync(join(PROJECT, "docs", "audit-trust.json"), `${JSON.stringify(figures, null, 1)}\n`);
  writeFileSync(join(PROJECT, "docs", "audit-trust.md"), trustPage(figures));
}
// A single false alarm is a defect of the audit.
const alarms = [figures.right, ...Object.values(figures.layouts), ...Object.values(figures.noted)].filter(({ inconsistent }) => inconsistent > 0);
process.exitCode = alarms.length > 0 ? 1 : 0;

function wholeNumber(text) {
  if (/^\d+$/.test(text)) return Number(text);
  console.error(`audit-trust: "${text}" is not a whole number`);
  process.exit(2);
}
