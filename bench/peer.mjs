// @ts-check
// A peer of the bench is a process that has read the data and answers requests ("fit 20", "bootstrap 1 1000"), one a
// line, with the seconds that one took. Starting up and reading are timed for nobody.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** OpenBLAS settings meant for something else would slow numpy and R. */
const { OPENBLAS_CORETYPE: _core, OPENBLAS_L2_SIZE: _cache, ...environment } = process.env;

export class Peer {
  /** Of its tool; told once it has started. */
  version = "";

  constructor(command, words) {
    this.process = spawn(command, words, { stdio: ["pipe", "pipe", "pipe"], env: environment });
    this.errors = "";
    this.process.stderr.on("data", (text) => (this.errors += text));
    this.process.on("error", (error) => (this.errors += error.message));
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }

  /** Starts it. @returns undefined where its tool is missing, or one of the tool's packages */
  static async start(command, words) {
    const peer = new Peer(command, words);
    const { value } = await peer.lines.next();
    if (value === undefined || !value.startsWith("ready")) return undefined;
    peer.version = value.slice(5).replaceAll(" ", "");
    return peer;
  }

  /** Seconds. */
  async ask(request) {
    this.process.stdin.write(`${request}\n`);
    const { value } = await this.lines.next();
    const seconds = Number(value);
    if (!(seconds >= 0)) throw new Error(`${this.process.spawnfile} answered "${value}" to "${request}". ${this.errors}`);
    return seconds;
  }

  /** By how many bytes memory in use rises, at its peak, above what it was before the request; undefined where the system does not tell. */
  async peakDuring(request) {
    const status = `/proc/${this.process.pid}/status`;
    const field = (name) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(status, "utf8"))[1]) * 1024;
    try {
      writeFileSync(`/proc/${this.process.pid}/clear_refs`, "5"); // the peak is now what is in use
    } catch {
      return undefined;
    }
    const before = field("VmRSS");
    await this.ask(request);
    return field("VmHWM") - before;
  }

  end() {
    this.process.kill();
  }
}

/** The first line of what a program says of itself; undefined where it is missing. */
export const versionOf = (command, words = ["--version"]) => {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: "utf8" });
  return status === 0 ? (stdout || stderr).split("\n")[0] : undefined;
};
