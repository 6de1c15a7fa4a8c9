// @ts-check
// Memory does not grow with the rows: only patterns are held, and no bytes of the files.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { peakOf } from "./sojourn.mjs";
import { check, holds } from "./tally.mjs";

const [FEW, MANY] = [100_000, 10_000_000];
/** Buffers of the scan: less than the larger file kept. */
const MORE = 50e6;

export async function checkMemory(folder) {
  if (!existsSync("/proc/self/status")) return;
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "1GB" });
  const connection = await instance.connect();
  const file = (rows) => join(folder, `made-${rows}.parquet`);
  for (const rows of [FEW, MANY]) {
    await connection.run(`COPY (SELECT (h & 1)::UTINYINT AS y, ((h >> 1) & 255)::UTINYINT AS a, ((h >> 9) & 63)::UTINYINT AS b FROM (SELECT hash(i) AS h FROM range(${rows}) AS t(i))) TO '${file(rows)}' (FORMAT parquet, COMPRESSION uncompressed)`);
  }
  connection.closeSync();
  instance.closeSync();
  await check(`${MANY} rows take hardly more memory than ${FEW} of as many patterns`, async () => {
    const [few, many] = [await peak(file(FEW)), await peak(file(MANY))];
    holds(many < few + MORE, { few, many });
  });
}

const peak = (from) => peakOf(["fit", "--from", from, "--outcome", "y", "--terms", "a,b", "--family", "binomial"]);
