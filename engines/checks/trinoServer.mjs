// @ts-check
// Trino 476 as a coordinator and a worker on this machine.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fetchTrino } from "./fetchTrino.mjs";
import { freePort } from "./postgres.mjs";

const PATIENCE_MS = 240_000;
/** Of fifty: each costs the start a second or two. */
const PLUGINS = ["hive", "tpch"];

const JVM = `-server
-Xmx1500M
-XX:+UseG1GC
-XX:TieredStopAtLevel=1
-XX:+ExitOnOutOfMemoryError
-XX:-OmitStackTraceInFastThrow
-XX:ReservedCodeCacheSize=256M
-Djdk.attach.allowAttachSelf=true
-Djdk.nio.maxCachedBufferSize=2000000
-Dfile.encoding=UTF-8
--add-modules=ALL-DEFAULT
`;

/** Starts both, with the catalog lake on a folder. Gives the port, a way to end the worker by force, and one to stop all. */
export async function startTrino(lake) {
  const { home, java } = fetchTrino();
  const base = mkdtempSync(join(tmpdir(), "sojourn-trino-"));
  mkdirSync(join(base, "plugin"));
  for (const name of PLUGINS) symlinkSync(join(home, "plugin", name), join(base, "plugin", name));
  const [port, workerPort] = [await freePort(), await freePort()];
  const shared = `http-server.http.enabled=true\nplugin.dir=${join(base, "plugin")}\nquery.max-memory=1GB\nquery.max-memory-per-node=512MB\nmemory.heap-headroom-per-node=256MB\nnode.internal-address=127.0.0.1\ndiscovery.uri=http://127.0.0.1:${port}\n`;
  const nodes = {
    coordinator: `coordinator=true\nnode-scheduler.include-coordinator=false\nhttp-server.http.port=${port}\n${shared}`,
    worker: `coordinator=false\nhttp-server.http.port=${workerPort}\n${shared}`,
  };
  const children = Object.entries(nodes).map(([node, config]) => {
    const etc = join(base, node, "etc");
    mkdirSync(join(etc, "catalog"), { recursive: true });
    writeFileSync(join(etc, "config.properties"), config);
    writeFileSync(join(etc, "jvm.config"), JVM);
    writeFileSync(join(etc, "node.properties"), `node.environment=test\nnode.id=${node}\nnode.data-dir=${join(base, node, "data")}\n`);
    writeFileSync(join(etc, "catalog", "lake.properties"), `connector.name=hive\nhive.metastore=file\nhive.metastore.catalog.dir=local:///meta\nfs.native-local.enabled=true\nlocal.location=${lake}\nhive.non-managed-table-writes-enabled=true\n`);
    writeFileSync(join(etc, "catalog", "tpch.properties"), "connector.name=tpch\n");
    const log = openSync(join(base, `${node}.log`), "w");
    return spawn(join(home, "bin", "launcher"), ["run", `--etc-dir=${etc}`, `--data-dir=${join(base, node, "data")}`], { cwd: base, stdio: ["ignore", log, log], detached: true, env: { ...process.env, JAVA_HOME: java, PATH: `${join(java, "bin")}:${process.env.PATH}` } });
  });
  const end = (child, signal) => {
    try {
      if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, signal);
    } catch { /* it ended by itself */ }
  };
  const stop = () => {
    for (const child of children) end(child, "SIGKILL");
    rmSync(base, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  // Both are in groups of their own: who ends this process by a signal does not end them.
  process.once("exit", stop);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));
  try {
    const ask = await asker(port);
    for (const until = Date.now() + PATIENCE_MS; ;) {
      const active = await ask("SELECT count(*) FROM system.runtime.nodes WHERE state = 'active'").catch(() => [[0]]);
      if (Number(active[0]?.[0]) === 2) break;
      if (Date.now() > until) throw new Error(`Trino is not ready after ${PATIENCE_MS / 1000} s: ${readFileSync(join(base, "coordinator.log"), "utf8").slice(-2000)}`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    return { port, ask, killWorker: () => end(children[1], "SIGKILL"), stop };
  } catch (error) {
    stop();
    throw error;
  }
}

async function asker(port) {
  const { Trino, BasicAuth } = await import("trino-client").then((loaded) => loaded.default ?? loaded);
  const client = Trino.create({ server: `http://127.0.0.1:${port}`, auth: new BasicAuth("boss") });
  return async (sql) => {
    const rows = [];
    for await (const { data, error } of await client.query(sql)) {
      if (error) throw new Error(error.message);
      rows.push(...(data ?? []));
    }
    return rows;
  };
}
