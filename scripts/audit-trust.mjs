#!/usr/bin/env node
// How far the audit can be trusted: right tables (must give no "inconsistent"), tables with an assumption broken on purpose,
// and tables with one planted error. Writes docs/audit-trust.md and docs/audit-trust.json; the same seed gives the same files.
//
//   npm run build && node scripts/audit-trust.mjs          the full run: 10,000 right tables, 1,000 a breakage, 500 errors a kind
//   node scripts/audit-trust.mjs --tables 200 --broken 50 --planted 20 --stdout
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({ options: {
  tables: { type: "string", default: "10000" },
  broken: { type: "string", default: "1000" },
  planted: { type: "string", default: "500" },
  seed: { type: "string", default: "1" },
  stdout: { type: "boolean", default: false },
} });
const [tables, broken, planted, seed] = [values.tables, values.broken, values.planted, values.seed].map(wholeNumber);

const trust = await import(new URL("../dist/audit/trust/trust.js", import.meta.url));
const { trustPage } = await import(new URL("../dist/audit/trust/trustPage.js", import.meta.url));

const figures = {
  run: { tables, broken, planted, seed },
  right: trust.falseAlarms(tables, seed),
  broken: Object.fromEntries(Object.entries(trust.BREAKAGES).map(([name, breakage]) => [name, trust.falseAlarms(broken, seed, breakage)])),
  planted: trust.allDetections(planted, seed),
};
if (values.stdout) console.log(trustPage(figures));
else {
  writeFileSync(join(PROJECT, "docs", "audit-trust.json"), `${JSON.stringify(figures, null, 1)}\n`);
  writeFileSync(join(PROJECT, "docs", "audit-trust.md"), trustPage(figures));
}
// A single false alarm is a defect of the audit.
process.exitCode = figures.right.inconsistent > 0 ? 1 : 0;

function wholeNumber(text) {
  if (/^\d+$/.test(text)) return Number(text);
  console.error(`audit-trust: "${text}" is not a whole number`);
  process.exit(2);
}
