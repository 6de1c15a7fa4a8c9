// @ts-check
// Parts of a multiverse, merged by the very statement of docs/multiverse.md.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { codings, paperMultiverse, readSurvey, runMultiverse, sfrc } from "../../dist/index.js";
import { statisticsOf } from "../../dist/multiverse/curves.js";
import { PROJECT, sojourn } from "./sojourn.mjs";
import { agree, check, holds } from "./tally.mjs";

const PARTS = 4;
/** Codings that number the same answers otherwise are among them: universes that have one likelihood, in different parts. */
const ONLY = ["contactWillingness", "education", "gender", "cumulativeCausation"];

export async function checkShards(folder) {
  const statement = /```sql\n(WITH rows AS[\s\S]*?)\n```/.exec(readFileSync(join(PROJECT, "docs", "multiverse.md"), "utf8"))[1];
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const rowsOf = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const write = async (file, ...more) => {
    const { exit, stderr } = await sojourn(["multiverse", "--only", ONLY.join(), "--out", join(folder, file), ...more]);
    holds(exit === 0, stderr);
  };
  await check(`${PARTS} parts, merged by one statement, are the curves of a run that is not in parts`, async () => {
    for (let part = 1; part <= PARTS; part++) await write(`part${part}.parquet`, "--shard", `${part}/${PARTS}`);
    const merged = await rowsOf(statement.replace("'part*.parquet'", `'${folder}/part*.parquet'`));
    const { curves } = await runMultiverse(await paperMultiverse(), sfrc, codings(readSurvey()), { only: ONLY });
    holds(merged.length === 21 && curves.length === 21, merged.length);
    for (const { model, term, universes, counted, distinct } of curves) {
      const row = merged.find((one) => one.model === model && one.term === term);
      const { median, shareSignificant } = statisticsOf(distinct);
      const estimates = distinct.map(({ estimate }) => estimate);
      const supported = distinct.filter(({ estimate, stars }) => estimate > 0 && stars !== "").length / distinct.length;
      agree(
        [row.universes, row.refused, row.distinct, row.median, row.from, row.to, row.significant, row.supported].map(Number),
        [universes.length, counted.refused, distinct.length, median, Math.min(...estimates), Math.max(...estimates), shareSignificant, supported], 1e-12,
      );
    }
  });
  await check("every row of the parts is a row of the whole, and the other way round", async () => {
    await write("whole.parquet");
    const [parts, whole] = [`SELECT * FROM '${folder}/part*.parquet'`, `SELECT * FROM '${folder}/whole.parquet'`];
    const differ = await rowsOf(`(${parts} EXCEPT ALL ${whole}) UNION ALL (${whole} EXCEPT ALL ${parts})`);
    holds(differ.length === 0, differ.slice(0, 2));
    const [{ places }] = await rowsOf(`SELECT count(DISTINCT place) AS places FROM (${parts})`);
    holds(Number(places) === 3 * 4 * 3 * 3, places);
  });
  connection.closeSync();
  instance.closeSync();
}
