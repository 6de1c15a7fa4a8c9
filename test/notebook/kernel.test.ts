import { spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:net";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import * as connection from "../../src/notebook/kernel/connection";
import { OutputLost } from "../../src/notebook/kernel/kernelErrors";
import { BOUND_PRELOAD, JUPYTER_PRELOADS, RUNNER_PRELOADS } from "../../src/notebook/kernel/kernelProcess";
import { decode, encode, request } from "../../src/notebook/kernel/message";
import { startKernel } from "../../src/notebook/kernel/startKernel";
import { projectFolder } from "../../src/projectFolder";
import { PLAIN_CELLS } from "./plainCells";
import { makeFolder } from "./smallNotebook";

const surroundings = { cwd: projectFolder, env: process.env };
/** Of a kernel that is asked nothing of TypeScript. */
const plain = { cwd: projectFolder, env: { ...process.env, NODE_OPTIONS: PLAIN_CELLS } };

describe("a message", () => {
  const message = request("execute_request", { code: "console.log('二')" }, "session");
  const frames = () => encode(message, "key").map((frame) => Buffer.from(frame));

  test("is read as it was written, behind whatever addresses it", () => {
    expect(decode([Buffer.from("an address"), ...frames()], "key")).toEqual({ ...message, size: 29 });
  });

  test("is refused with another key, changed on the way, or not whole", () => {
    expect(() => decode(frames(), "other key")).toThrow("not signed with its key");
    const changed = frames();
    changed[5] = Buffer.from(`{"code":"1"}`);
    expect(() => decode(changed, "key")).toThrow("not signed with its key");
    const cut = frames();
    cut[1] = cut[1].subarray(0, 10);
    expect(() => decode(cut, "key")).toThrow("not signed with its key");
    expect(() => decode(frames().slice(0, 4), "key")).toThrow("no Jupyter message");
  });

  test("is refused where a part is no JSON, or no object, or says nothing of its type", () => {
    const signed = (...parts: string[]) => [Buffer.from("<IDS|MSG>"), Buffer.from(createHmac("sha256", "key").update(parts.join("")).digest("hex")), ...parts.map((part) => Buffer.from(part))];
    expect(() => decode(signed("{", "{}", "{}", "{}"), "key")).toThrow("cannot be read (");
    expect(() => decode(signed(`{"msg_type":"status"}`, "{}", "{}", "null"), "key")).toThrow("a part that is no JSON object");
    expect(() => decode(signed("{}", "{}", "{}", "{}"), "key")).toThrow("of which type");
  });

  test("whose content is longer than what may be read has its length, and nothing else of it", () => {
    const { content, size, header } = decode(frames(), "key", 10);
    expect([content, size, header.msg_type]).toEqual([{}, Buffer.byteLength(JSON.stringify(message.content)), "execute_request"]);
  });
});

describe("ports", () => {
  test("are free, all different, and none of those a system gives out by itself", async () => {
    const ports = await connection.freePorts(40);
    expect(new Set(ports).size).toBe(40);
    expect(ports.every((port) => port >= 15_000 && port < 32_000)).toBe(true);
    for (const port of ports) await close(await listen(port));
  });

  test("are five of this machine, or the names of five files, in a connection file for its owner alone", async () => {
    const take = vi.spyOn(connection.portSource, "take");
    for (const files of [true, false]) {
      const made = await connection.writeConnection(files);
      const inFiles = files && process.platform !== "win32";
      expect(made).toMatchObject({ transport: inFiles ? "ipc" : "tcp", ip: inFiles ? join(made.folder, "socket") : "127.0.0.1", key: expect.stringMatching(/^[\da-f]{64}$/) });
      expect(new Set(Object.values(made.ports)).size).toBe(5);
      expect(JSON.parse(readFileSync(made.file, "utf8"))).toEqual({ transport: made.transport, ip: made.ip, signature_scheme: "hmac-sha256", key: made.key, ...made.ports });
      if (process.platform !== "win32") expect([made.file, made.folder].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o700]);
      connection.removeConnection(made);
      expect(existsSync(made.folder)).toBe(false);
    }
    expect(take).toHaveBeenLastCalledWith(5);
    take.mockRestore();
  });

  test("are files where their names are of a hundred bytes or less", () => {
    const needsNone = (bytes: number) => connection.portSource.needsNone(`é${"a".repeat(bytes - 2)}`);
    if (process.platform !== "win32") expect([needsNone(100), needsNone(101)]).toEqual([true, false]);
  });
});

describe.concurrent("a kernel", () => {
  // What zeromq.js refuses with EBUSY, and what made a kernel deaf: to read a socket while it is being bound.
  test("reads nothing before its sockets are bound", () => {
    const asTslabStarts = `
      const { Publisher, Router } = require("zeromq");
      const [shell, iopub] = [new Router(), new Publisher()];
      const bound = [iopub, shell].map((socket) => socket.bind("tcp://127.0.0.1:0"));
      (async () => shell.receive())().catch((error) => console.log(error.code));
      Promise.all(bound).then(() => setTimeout(() => (console.log("bound"), process.exit()), 100));`;
    const said = (...preloads: string[]) => spawnSync(process.execPath, [...preloads.flatMap((path) => ["--require", path]), "-e", asTslabStarts], { cwd: projectFolder, encoding: "utf8" }).stdout.trim().split("\n");
    expect(said()).toEqual(["EBUSY", "bound"]);
    expect(said(BOUND_PRELOAD)).toEqual(["bound"]);
    for (const preloads of [RUNNER_PRELOADS, JUPYTER_PRELOADS]) expect(preloads).toContain(BOUND_PRELOAD);
  });

  test("whose port is taken is started once more", async () => {
    const [taken, ...free] = await connection.freePorts(5);
    const server = await listen(taken);
    for (let start = 1; start <= 2; start++) vi.spyOn(connection.portSource, "needsNone").mockReturnValueOnce(false); // as on Windows
    const spy = vi.spyOn(connection.portSource, "take").mockResolvedValueOnce([free[0], taken, free[1], free[2], free[3]]);
    try {
      const { kernel } = await startKernel(plain);
      expect(Object.values(kernel.connection.ports)).not.toContain(taken);
      expect(spy.mock.calls.length).toBeGreaterThanOrEqual(2);
      await kernel.shutdown();
      expect(existsSync(kernel.connection.folder)).toBe(false);
    } finally {
      await close(server);
    }
  });

  test("that loses output is told from one that is slow", async () => {
    const { kernel } = await startKernel({ ...plain, preloads: [] }); // as `tslab install` registers it
    const lines: unknown[] = [];
    const run = kernel.execute("for (let i = 0; i < 3000; i++) console.log(i);", { limitMs: 20_000, lossMs: 600, onOutput: (message) => lines.push(message) });
    await expect(run).rejects.toThrow(OutputLost);
    await expect(run).rejects.toThrow("part of its output is lost");
    expect(lines.length).toBeLessThan(3000);
  });

  test("goes on when packages change beside it", async () => {
    const folder = makeFolder();
    const install = (version: number) => {
      mkdirSync(join(folder, "node_modules", "beside"), { recursive: true });
      for (const [file, text] of [["package.json", `{"name": "beside", "version": "1.0.${version}"}`], ["index.js", "exports.n = 1"], ["index.d.ts", `export declare const n: number; // ${version}`]]) {
        writeFileSync(join(folder, "node_modules", "beside", file), text);
      }
    };
    install(0);
    const { kernel } = await startKernel({ ...surroundings, cwd: folder });
    const told: string[] = [];
    const run = (code: string) => kernel.execute(code, { limitMs: 20_000, onOutput: ({ content }) => told.push(String(content.text)) });
    await run(`import { n } from "beside";`);
    for (const version of [1, 2]) {
      install(version);
      await new Promise((resolve) => setTimeout(resolve, 300)); // time enough for a watcher to notice
      await run("n + 1");
    }
    expect(told).toEqual(["2\n", "2\n"]);
    await kernel.shutdown();
    rmSync(folder, { recursive: true });
  });

  test("knows Node's types, not a browser's, and those of what a cell imports", async () => {
    const { kernel } = await startKernel(surroundings);
    const told: string[] = [];
    const run = (code: string) => kernel.execute(code, { limitMs: 60_000, onOutput: ({ content }) => told.push(String(content.text)) });
    expect(await run(`const b: Buffer = Buffer.from("a"); import { parse } from "csv-parse/sync"; const rows: unknown[] = parse("a"); new URL("http://a/").port.length + rows.length`)).toMatchObject({ status: "ok" });
    expect(await run(`document.title`)).toMatchObject({ status: "error" });
    expect(told.join("")).toContain("Cannot find name 'document'");
    await kernel.shutdown();
  });

  test("that cannot start says why", async () => {
    await expect(startKernel({ ...surroundings, cwd: "/not/there" })).rejects.toThrow(/^the kernel did not start: .*ENOENT/);
    await expect(startKernel({ ...surroundings, preloads: ["/not/there.cjs"] })).rejects.toThrow(/^the kernel did not start: .*exit code 1.*/);
  });

  test("whose start is given up is gone", async () => {
    const controller = new AbortController();
    const started = startKernel({ ...surroundings, signal: controller.signal });
    setTimeout(() => controller.abort(new Error("given up")), 300);
    await expect(started).rejects.toThrow("given up");
  });
});

const open: Server[] = [];
afterAll(() => open.forEach((server) => server.close()));

const listen = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy()).once("error", reject).listen(port, connection.LOOPBACK, () => resolve(server));
    open.push(server);
  });

const close = (server: Server) => new Promise((done) => server.close(done));
