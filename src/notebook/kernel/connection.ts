import { randomBytes, randomInt } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How to reach a kernel: Jupyter's connection file, and the private folder that holds it. */
export interface Connection {
  readonly folder: string;
  readonly file: string;
  readonly key: string;
  readonly transport: "ipc" | "tcp";
  readonly ip: string;
  readonly ports: Ports;
}

export interface Ports {
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly control_port: number;
  readonly stdin_port: number;
  readonly hb_port: number;
}

export const LOOPBACK = "127.0.0.1";

/** Where a socket of the kernel is, as tslab writes it: host and port, or with `ipc` the name of a file. */
export const address = ({ transport, ip }: Connection, port: number): string => `${transport}://${ip}:${port}`;

/**
 * Writes a connection file that its owner alone can read (mode 0600, in a folder of mode 0700), with a random key.
 *
 * The sockets are files in that folder, which no other user of the machine can reach. Where the platform has none (Windows)
 * or their names would be too long, they are five ports of this machine that are free at this moment.
 *
 * @param files  false for a kernel that knows ports alone
 */
export async function writeConnection(files = true): Promise<Connection> {
  const folder = mkdtempSync(join(tmpdir(), "sojourn-kernel-"));
  const sockets = join(folder, "socket");
  const transport = files && portSource.needsNone(`${sockets}:1`) ? "ipc" : "tcp";
  const [shell_port, iopub_port, control_port, stdin_port, hb_port] = transport === "ipc" ? [1, 2, 3, 4, 5] : await portSource.take(5);
  const ports = { shell_port, iopub_port, control_port, stdin_port, hb_port };
  const [ip, key] = [transport === "ipc" ? sockets : LOOPBACK, randomBytes(32).toString("hex")];
  const file = join(folder, "connection.json");
  try {
    writeFileSync(file, JSON.stringify({ transport, ip, signature_scheme: "hmac-sha256", key, ...ports }), { mode: 0o600, flag: "wx" });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true }); // a full disk: nothing stays behind
    throw error;
  }
  return { folder, file, key, transport, ip, ports };
}

/** The system's limit on the name of a socket is 107 bytes on Linux, 103 elsewhere. */
const LONGEST_SOCKET = 100;

export const removeConnection = ({ folder }: Connection): void => rmSync(folder, { recursive: true, force: true });

/**
 * Ports free at this moment: all are held at once, so that none is given twice, then let go for the kernel.
 *
 * They lie below the ports that systems give out by themselves (from 32,768 on Linux, 49,152 elsewhere). From those a
 * port that is let go may be another program's the next moment; worse, our own socket, which tries to connect while the
 * kernel is starting, may be given that very number and so connect to itself and keep the kernel off it.
 */
export async function freePorts(count: number): Promise<number[]> {
  const held: Server[] = [];
  try {
    for (let tries = 0; held.length < count; tries++) {
      if (tries === MOST_TRIES) throw new Error(`no ${count} free ports among ${MOST_TRIES} tried on ${LOOPBACK}`);
      const server = await listen(randomInt(LOWEST_PORT, HIGHEST_PORT)).catch(() => undefined);
      if (server) held.push(server);
    }
    return held.map((server) => (server.address() as { port: number }).port);
  } finally {
    await Promise.all(held.map((server) => new Promise((closed) => server.close(closed))));
  }
}

/** Where connections take their ports from, where they need any: a test may give one that is taken. */
export const portSource = {
  take: freePorts,
  needsNone: (socket: string): boolean => process.platform !== "win32" && Buffer.byteLength(socket) <= LONGEST_SOCKET,
};

const LOWEST_PORT = 15_000;
const HIGHEST_PORT = 32_000;
const MOST_TRIES = 1_000;

const listen = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => resolve(server));
  });
