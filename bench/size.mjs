// @ts-check
// npm run bench -- --size: one logit of many rows, from the file to its estimates, by our command and by others. Each is a
// process of its own: its seconds are those of the whole process, its peak memory what the system says of it.
import { spawn } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const TERMS = ["age", "contact", "edu", "gender", "cum", "self", "kin", "unit", "cog", "beh"];
const SEED = 12345;

/** Rows by number, each made from a hash of its number: the same whatever thread makes it. */
const rowsSql = (rows) => `SELECT age, contact, edu, gender, cum, self, kin, unit, cog, beh,
  (u < 1 / (1 + exp(-(0.9 - 0.03 * age + 0.08 * contact + 0.5 * edu - 0.1 * gender + 0.6 * cum + 0.3 * self + 0.2 * kin + 0.15 * unit + 0.4 * cog + 0.25 * beh))))::UTINYINT AS y
  FROM (SELECT (18 + h % 48)::UTINYINT AS age, (3 + (h >> 8) % 13)::UTINYINT AS contact, ((h >> 16) & 15 <> 0)::UTINYINT AS edu, ((h >> 20) & 1)::UTINYINT AS gender, ((h >> 21) & 1)::UTINYINT AS cum,
    ((h >> 22) & 1)::UTINYINT AS self, ((h >> 23) & 3 = 0)::UTINYINT AS kin, ((h >> 25) & 3 = 1)::UTINYINT AS unit, ((h >> 27) & 1)::UTINYINT AS cog, ((h >> 28) & 1)::UTINYINT AS beh, u
    FROM (SELECT hash(2 * i + ${SEED}) AS h, (hash(2 * i + ${SEED + 1}) >> 11) / 9007199254740992.0 AS u FROM range(${rows}) AS t(i)))`;

/** Who reads Parquet reads that; the others CSV. What runs out of memory is tried with fewer rows. */
const PEERS = [
  { name: "Sojourn `fit --from`", reads: "parquet", command: (file) => [process.execPath, join(root, "dist", "cli", "main.js"), "fit", "--from", file, "--outcome", "y", "--terms", TERMS.join(), "--family", "binomial", "--json"] },
  { name: "duckreg, to convergence", reads: "parquet", command: (file, { python }) => [python, join(root, "bench", "peers", "size_duckreg.py"), file, ...TERMS] },
  { name: "statsmodels Logit", reads: "csv", command: (file, { python }) => [python, join(root, "bench", "peers", "size_statsmodels.py"), file, ...TERMS] },
  { name: "R glm", reads: "csv", command: (file) => ["Rscript", "--vanilla", join(root, "bench", "peers", "size.R"), file, ...TERMS] },
];

/**
 * @param {{ rows: number, python: string, folder: string }} how
 * @returns {Promise<string>} a table
 */
export async function compareSizes({ rows, python, folder }) {
  const lines = [];
  let ours;
  for (const { name, reads, command } of PEERS) {
    for (let n = rows; ; n = Math.round(n / 10)) {
      const file = await written(folder, n, reads);
      process.stderr.write(`${name}, ${n} rows (${Math.round(statSync(file).size / 1e6)} MB) `);
      const run = await measured(command(file, { python }), reads === "csv");
      process.stderr.write(`${run.seconds.toFixed(1)} s\n`);
      if (run.missing) lines.push(`| ${name} | not installed | | | |`);
      else if (run.memoryEnded) lines.push(`| ${name} | ${thousands(n)} | its memory ended (${gigabytes(run.limit)} given) | | |`);
      else {
        const found = estimatesOf(run.stdout);
        ours ??= found;
        const apart = n === rows ? Math.max(...found.map(({ estimate }, j) => Math.abs(estimate - ours[j].estimate) / ours[j].standardError)) : undefined;
        lines.push(`| ${name} | ${thousands(n)} | ${run.seconds.toFixed(1)} | ${thousands(Math.round(n / run.seconds / 1000) * 1000)} | ${run.peak === undefined ? "not told" : gigabytes(run.peak)}${apart === undefined || found === ours ? "" : `; estimates ${apart.toExponential(0)} SE from ours`} |`);
      }
      if (!run.memoryEnded || n < 1e5) break;
    }
  }
  return `| | rows | seconds, from file to estimates | rows a second | peak memory |\n|---|---|---|---|---|\n${lines.join("\n")}`;
}

const thousands = (number) => number.toLocaleString("en-US");
const gigabytes = (bytes) => (bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`);

/** The rows in a file of that kind, made by one statement where it is not there. */
async function written(folder, rows, kind) {
  const file = join(folder, `rows-${rows}.${kind}`);
  if (statSync(file, { throwIfNoEntry: false })) return file;
  const { DuckDBInstance } = createRequire(join(root, "engines", "package.json"))("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "1GB" });
  const connection = await instance.connect();
  await connection.run(`COPY (${rowsSql(rows)}) TO '${file}' (${kind === "csv" ? "FORMAT csv, HEADER" : "FORMAT parquet, COMPRESSION zstd"})`);
  connection.closeSync();
  instance.closeSync();
  return file;
}

/** A process from its start to its end. @param {string[]} command @param {boolean} limited whether it may take no more than nine tenths of the memory there is, so that it ends and not the machine */
function measured(command, limited) {
  const limit = Math.floor(availableBytes() * 0.9);
  const words = limited && Number.isFinite(limit) ? ["sh", "-c", 'ulimit -v "$0"; exec "$@"', String(Math.floor(limit / 1024)), ...command] : command;
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(words[0], words.slice(1), { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let [stdout, stderr, peak] = ["", "", undefined];
    const look = setInterval(() => (peak = peakOf(child.pid) ?? peak), 50);
    child.stdout.on("data", (text) => (stdout += text));
    child.stderr.on("data", (text) => (stderr += text));
    child.on("error", (error) => (stderr += error.message));
    child.on("close", (exit, signal) => {
      clearInterval(look);
      const missing = /ENOENT|No module named|not found/.test(stderr) && exit !== 0;
      const memoryEnded = signal === "SIGKILL" || (exit !== 0 && /cannot allocate|MemoryError|bad_alloc|Unable to allocate|memory exhausted/i.test(stderr));
      if (exit !== 0 && !missing && !memoryEnded) return reject(new Error(`${command.join(" ")}: ${stderr.slice(-2000)}`));
      resolve({ seconds: (performance.now() - begin) / 1000, peak, stdout, missing, memoryEnded, limit });
    });
  });
}

function estimatesOf(stdout) {
  const { coefficients } = JSON.parse(stdout.slice(stdout.indexOf("{")));
  return ["const", ...TERMS].map((term) => coefficients.find((row) => row.term === term));
}

/** What the system tells of a process's memory, in bytes; undefined where it does not. */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? NaN) * 1024 || undefined;
  } catch {
    return undefined;
  }
}

function availableBytes() {
  try {
    return Number(/MemAvailable:\s+(\d+) kB/.exec(readFileSync("/proc/meminfo", "utf8"))[1]) * 1024;
  } catch {
    return NaN;
  }
}
