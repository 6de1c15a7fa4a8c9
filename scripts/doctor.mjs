// @ts-check
// npm run doctor, in a clone that may have nothing yet.
import { sojourn } from "./built.mjs";

process.exitCode = sojourn("doctor", ...process.argv.slice(2));
