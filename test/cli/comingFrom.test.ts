import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as diagnose from "../../src/cli/diagnose";
import * as effects from "../../src/cli/effects";
import * as fit from "../../src/cli/fit";
import * as predict from "../../src/cli/predict";
import * as test from "../../src/cli/test";
import { projectFolder } from "../../src/projectFolder";
import { fixture } from "../models/fixtures";
import { inProcess } from "./inProcess";

const page = readFileSync(join(projectFolder, "docs", "coming-from.md"), "utf8");
const commands = [...page.matchAll(/`sojourn ([^`]+)`/g)].map(([, line]) => line);
const folder = mkdtempSync(join(tmpdir(), "sojourn-coming-from-"));
writeFileSync(join(folder, "births.csv"), fixture<{ csv: Record<string, string> }>("commands").csv.birthwt);
const runs: Record<string, ReturnType<typeof inProcess>> = Object.fromEntries(Object.entries({ fit, test, predict, effects, diagnose }).map(([name, command]) => [name, inProcess(command)]));

/** A command line as a shell takes it apart, its files in this folder. */
const argv = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? (/\.(csv|json|docx)$/.test(plain) ? join(folder, plain) : plain));

it("the Chinese page has the same commands, in the same order", () => {
  const chinese = readFileSync(join(projectFolder, "docs", "coming-from.zh.md"), "utf8");
  expect([...chinese.matchAll(/`sojourn ([^`]+)`/g)].map(([, line]) => line)).toEqual(commands);
  const codes = (text: string): string[] => text.split("\n").filter((line) => line.includes("`sojourn ")).map((line) => [...line.matchAll(/`[^`]+`/g)].map(String).sort().join(" "));
  expect(codes(chinese)).toEqual(codes(page));
});

describe("docs/coming-from.md: each command runs, in the order of the page", () => {
  it("has them all", () => expect(commands.length).toBeGreaterThan(20));

  it.each(commands)("sojourn %s", async (line) => {
    const words = argv(line);
    const { exit, stdout, stderr } = await runs[words[0]](...words);
    expect(exit, stderr).toBe(0);
    expect(stdout).not.toMatch(/NaN|undefined/);
  });
});
