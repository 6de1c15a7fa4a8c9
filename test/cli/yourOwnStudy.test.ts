import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "../../src/projectFolder";

const page = readFileSync(join(projectFolder, "docs", "your-own-study.md"), "utf8");
const place = mkdtempSync(join(tmpdir(), "sojourn-your-own-"));
symlinkSync(join(projectFolder, "data"), join(place, "data"));

/** Kernels and servers: test/notebook/runCommand.test.ts and scripts/documented.mjs start them on such a study. */
const ELSEWHERE = /sojourn (run|site|lab) /;

/** Types a line as a shell would, in a folder of its own. */
function type(command: string): string {
  const words = command.replace("npx --no-install sojourn", `"${process.execPath}" "${join(projectFolder, "dist", "cli", "main.js")}"`);
  const { status, stdout, stderr } = spawnSync("bash", ["-c", words], { cwd: place, encoding: "utf8", env: { ...process.env, LANG: "C", COLUMNS: "200" } });
  expect(status, `${command}\n${stderr}`).toBe(0);
  return stdout;
}

test("docs/your-own-study.md, followed from top to bottom, gives the study whose numbers it tells", () => {
  const told: [command: string, output: string][] = [];
  let file = "";
  for (const [whole, named, kind, block, printed, study] of page.matchAll(/`(poverty\/[\w.-]+\.(?:json|txt))`|^```(sh|json|text)\n([^]*?)^```|^\| `([^`]+)` \| `([^`]+)` \|$/gm)) {
    if (named) file = named;
    else if (kind === "json" || kind === "text") writeFileSync(join(place, file), block);
    else if (kind === "sh") for (const command of block.trim().split("\n")) told.push([command, ELSEWHERE.test(command) ? "" : type(command)]);
    else if (printed) writeFileSync(join(place, "poverty/published.json"), readFileSync(join(place, "poverty/published.json"), "utf8").replaceAll(`"${printed}":`, `"${study}":`).replaceAll(`"term": "${printed}"`, `"term": "${study}"`));
    else throw new Error(`the page has ${whole}`);
  }
  expect(told).toHaveLength(15);
  const outputOf = (part: string): string => told.findLast(([command]) => command.includes(part))![1];
  expect(outputOf("audit")).toMatch(/USA 822 \(555\)/);
  expect(outputOf("map")).toContain("no mapping is needed");
  expect(outputOf("reproduce")).toMatch(/26 \/ 26 .*10 \/ 10/);
  expect(outputOf("multiverse")).toMatch(/8 universes: 8 fitted/);
});
