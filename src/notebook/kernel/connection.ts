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

/**
 * Writes a connection file that its owner alone can read (mode 0600, in a folder of mode 0700), with a random key and
 * five ports that are free at this moment.
 */
export async function writeConnection(): Promise<Connection> {
  const [shell_port, iopub_port, control_port, stdin_port, hb_port] = await portSource.take(5);
  const ports = { shell_port, iopub_port, control_port, stdin_port, hb_port };
  const key = randomBytes(32).toString("hex");
  const folder = mkdtempSync(join(tmpdir(), "sojourn-kernel-"));
  const file = join(folder, "connection.json");
  const content = { transport: "tcp", ip: LOOPBACK, signature_scheme: "hmac-sha256", key, ...ports };
  writeFileSync(file, JSON.stringify(content), { mode: 0o600, flag: "wx" });
  return { folder, file, key, ports };
}

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

/** Where connections take their ports from: a test may give one that is taken. */
export const portSource = { take: freePorts };

const LOWEST_PORT = 15_000;
const HIGHEST_PORT = 32_000;
const MOST_TRIES = 1_000;

const listen = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => resolve(server));
  });
