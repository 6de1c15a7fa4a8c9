/* Run as a process of its own by openTable: bytes of a Parquet file on standard input, the table on standard output. */
import { readFileSync } from "node:fs";
import { serialize } from "node:v8";
import { BadInput } from "../badInput";
import { readParquet } from "./parquet";

readParquet(readFileSync(0), process.argv[2]).then(
  (table) => process.stdout.write(serialize({ table })),
  (error: unknown) => {
    if (!(error instanceof BadInput)) throw error;
    const { place, found, expected, remedy } = error;
    process.stdout.write(serialize({ refused: { place, found, expected, remedy } }));
  },
);
