import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "../../src/projectFolder";

/** A long multiverse that is stopped when it tells its first draws: how it ended, what it said last and what it left. */
async function stoppedBy(signal: NodeJS.Signals, lang: string): Promise<{ code: number; said: string; left: string[] }> {
  const cwd = mkdtempSync(join(tmpdir(), "sojourn-signals-"));
  const command = spawn(process.execPath, [join(projectFolder, "dist", "cli", "main.js"), "multiverse", "--only", "education", "--draws", "5000", "--out", "u.csv"], { cwd, stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, LANG: lang, LC_ALL: "" } });
  let said = "";
  command.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    if (/^(?:draws|抽样)[:：] ?/m.test(text)) command.kill(signal);
  });
  const [code] = (await once(command, "close")) as [number];
  return { code, said: said.trim().split("\n").at(-1)!, left: readdirSync(cwd).sort() };
}

test.each([
  ["SIGTERM", 143, "C", /^Stopped: what was done is told, and --resume with the same --out goes on with the draws \(u\.csv\.draws\)\.$/], ["SIGHUP", 129, "C", /^Stopped: /],
  ["SIGINT", 130, "zh_CN.UTF-8", /^已停止：已告知完成的部分；用 --resume 与同一 --out 可继续抽样（u\.csv\.draws）。$/],
] as const)("%s stops a multiverse as Ctrl-C does: told, kept, and nothing half written left", async (signal, code, lang, said) => {
  expect(await stoppedBy(signal, lang)).toEqual({ code, said: expect.stringMatching(said) as string, left: ["u.csv", "u.csv.draws"] });
}, 120_000);
