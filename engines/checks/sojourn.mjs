// @ts-check
// The command line as users start it.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const PROJECT = join(fileURLToPath(import.meta.url), "..", "..", "..");
const MAIN = join(PROJECT, "dist", "cli", "main.js");

/**
 * Runs one command line to its end.
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, meanwhile?: (child: import("node:child_process").ChildProcess) => void }} [how]
 */
export function sojourn(args, { cwd, env, meanwhile } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd, env: { ...process.env, LANG: "C", LC_ALL: "", ...env }, stdio: ["ignore", "pipe", "pipe"], timeout: 300_000, killSignal: "SIGKILL" });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (text) => (stdout += text));
    child.stderr.on("data", (text) => (stderr += text));
    child.on("close", (exit, signal) => resolve({ exit, signal, stdout, stderr }));
    meanwhile?.(child);
  });
}

/** The JSON that a command prints; its refusal is an error here. */
export async function json(args, how) {
  const { exit, stdout, stderr } = await sojourn([...args, "--json"], how);
  if (exit !== 0) throw new Error(`exit ${exit}: ${stderr.slice(0, 1000)}`);
  return JSON.parse(stdout);
}

/** Peak memory of a command, in bytes, as the system tells it (Linux). */
export async function peakOf(args) {
  let peak = 0;
  const look = (child) => {
    const timer = setInterval(() => {
      try {
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) * 1024);
      } catch { /* it has ended */ }
    }, 20);
    child.on("close", () => clearInterval(timer));
  };
  const { exit, stderr } = await sojourn(args, { meanwhile: look });
  if (exit !== 0) throw new Error(`exit ${exit}: ${stderr.slice(0, 1000)}`);
  return peak;
}

/** Ends a command by Ctrl-C once it says that it reads. */
export function interrupted(args, how) {
  return sojourn(args, { ...how, meanwhile: (child) => void child.stderr.on("data", (text) => /reading since/.test(text) && !child.killed && child.kill("SIGINT")) });
}
