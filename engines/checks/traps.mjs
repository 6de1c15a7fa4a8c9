// @ts-check
// Files and statements that an engine would read otherwise than they stand, refused by name.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sojourn } from "./sojourn.mjs";
import { check, holds } from "./tally.mjs";

const CSV = {
  "a line that begins as a comment does is a row": ["comment.csv", "y,x\n#1,2\n1,2\n0,3\n0,2\n1,3\n", /column y: "#1" is not a number/],
  "a column that is named twice": ["twice.csv", "y,x,x\n1,2,3\n0,1,2\n1,1,1\n0,2,2\n", /column x: the column is named twice/],
  "columns that differ in capital letters only": ["case.csv", "y,x,X\n1,2,3\n0,1,2\n1,1,1\n0,2,2\n", /column X: the column is named twice, or another differs from it in capital letters only/],
  "lines of different lengths": ["ragged.csv", "y,x\n1,2\n0\n1,3,4\n", /there is no such column|DuckDB says/],
};

export async function checkTraps(folder) {
  const model = ["--outcome", "y", "--terms", "x", "--family", "binomial"];
  const refuses = async (args, words) => {
    const { exit, stderr } = await sojourn(["fit", ...args]);
    holds(exit === 2 && words.test(stderr), `exit ${exit} ${stderr}`);
  };
  for (const [what, [name, text, words]] of Object.entries(CSV)) {
    await check(`CSV: ${what}`, () => {
      writeFileSync(join(folder, name), text);
      return refuses(["--from", join(folder, name), ...model], words);
    });
  }
  await check("CSV: x_1 beside x is a name like another", async () => {
    writeFileSync(join(folder, "both.csv"), "y,x,x_1\n1,2,3\n0,1,2\n1,1,1\n0,2,2\n");
    const { exit, stderr } = await sojourn(["fit", "--from", join(folder, "both.csv"), ...model]);
    holds(exit === 0, stderr);
  });
  const odd = ["--from", join(folder, "odd.parquet")];
  await check("Parquet: a SELECT that gives two columns of one name is refused", () => refuses([...odd, "--sql", "SELECT y, i AS x, edu AS X FROM data", ...model], /--sql, column X: the column is named twice/));
  await check("Parquet: a decimal that no double holds is refused by value", () => refuses([...odd, "--sql", "SELECT y, 99999999999999999999999999999999999999::DECIMAL(38,0) - y AS x FROM data", ...model], /column x: 9999999999999999999999999999999999999\d is a whole number beyond 2\^53/));
  await check("Parquet: a factor of too many levels for steps is refused at once, with the number there is room for", () => refuses([...odd, "--sql", "SELECT y, CAST(i AS VARCHAR) AS x FROM data", ...model, "--factor", "x", "--way", "steps"], /the design has 2500 columns, and fits by steps in SQL have room for 198/));
}
