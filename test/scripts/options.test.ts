import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFolder } from "../../src/projectFolder";

const scripts = join(projectFolder, "scripts");
const run = (folder: string, script: string, ...words: string[]) => runIn("en", folder, script, ...words);
const runIn = (language: string, folder: string, script: string, ...words: string[]) => spawnSync(process.execPath, [join(folder, script), ...words], { encoding: "utf8", env: { ...process.env, SOJOURN_LANG: language } });

/** Scripts that say which options they take; one that read them itself would show a stack to whoever mistypes one. */
const all = readdirSync(scripts).filter((file) => file.endsWith(".mjs"));
const holds = (file: string, text: string) => readFileSync(join(scripts, file), "utf8").includes(text);
const taking = all.filter((file) => holds(file, 'from "./options.mjs"'));

describe("a script", () => {
  it("leaves the reading of its options to one place", () => {
    expect(taking).toEqual(expect.arrayContaining(["new.mjs", "fuzz.mjs", "lab.mjs", "bench.mjs", "mutants.mjs", "audit-trust.mjs"]));
    expect(all.filter((file) => file !== "options.mjs" && holds(file, "parseArgs("))).toEqual([]);
  });

  it.each(taking)("%s refuses an option that it does not know, in words, and tells those that it knows", (script) => {
    const wrong = run(scripts, script, "--nosuch");
    expect(wrong).toMatchObject({ status: 2, stdout: "" });
    expect(wrong.stderr).toMatch(/^[a-z-]+: Unknown option '--nosuch'\. .*(?:--|npm run)/);
    expect(wrong.stderr).not.toMatch(/^\s+at /m);
    const help = run(scripts, script, "--help");
    expect(help).toMatchObject({ status: 0, stderr: "" });
    expect(help.stdout).toMatch(/^(?:Options: |npm run new takes)/);
    expect(wrong.stderr).toContain(help.stdout.trim());
  }, 60_000);
});

it("says so in Chinese to whoever reads Chinese", () => {
  expect(runIn("zh", scripts, "fuzz.mjs", "--nosuch").stderr).toBe("fuzz：Unknown option '--nosuch'。选项：--files …、--seed …\n");
  expect(runIn("zh", scripts, "lab.mjs", "--help").stdout).toBe("选项：DIR、--study FOLDER、--no-browser、--port N、--prepare-only\n");
});

describe("in a clone where nothing is built", () => {
  const clone = mkdtempSync(join(tmpdir(), "sojourn-clone-"));
  cpSync(scripts, join(clone, "scripts"), { recursive: true });

  it.each([["doctor.mjs"], ["fuzz.mjs"], ["new.mjs", "study", "mine"]])("%s says how to build", (script, ...words) => {
    const { status, stdout, stderr } = run(join(clone, "scripts"), script, ...words);
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: "", stderr: "The package is not built yet. First: npm ci && npm run build. Nothing was done.\n" });
  });
});

describe("in a folder of somebody else", () => {
  const clone = mkdtempSync(join(tmpdir(), "sojourn-read-only-"));
  cpSync(scripts, join(clone, "scripts"), { recursive: true });
  mkdirSync(join(clone, "notebooks"));
  // Root may write whatever its mode says; without its capabilities it is a user like others.
  const asUser = process.getuid?.() === 0 ? ["setpriv", "--inh-caps=-all", "--bounding-set=-all"] : [];
  const able = process.platform !== "win32" && (asUser.length === 0 || spawnSync(asUser[0], [...asUser.slice(1), "true"]).status === 0);

  it.runIf(able).each(["build.mjs", "start.mjs", "lab.mjs"])("%s says that nothing can be written there", (script) => {
    chmodSync(clone, 0o555);
    const [command, ...words] = [...asUser, process.execPath, join(clone, "scripts", script)];
    const { status, stdout, stderr } = spawnSync(command, words, { encoding: "utf8", env: { ...process.env, SOJOURN_LANG: "en" } });
    chmodSync(clone, 0o755);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/ may not be written, and what is installed and built goes there\..* Nothing was done\.\n$/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
