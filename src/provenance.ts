import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./projectFolder";

/** Where a result comes from. Two results with the same provenance were made of the same data, by the same choices and code. */
export interface Provenance {
  /** Fingerprints of the surveys as they were read; none for what is made from print alone. */
  readonly data: readonly string[];
  /** The readings that acted on it, `{name: choice}`. */
  readonly readings: Readonly<Record<string, string>>;
  /** Of this package. */
  readonly version: string;
}

/** What is said of everything that is made of data: whether these are invented, and where it comes from, where that is known. */
export interface Origin {
  readonly synthetic: boolean;
  readonly madeFrom?: Provenance | undefined;
}

/** The origin of what is made from a result, and from nothing else. */
export const originOf = ({ synthetic, madeFrom }: Origin): Origin => ({ synthetic, madeFrom });

/** The origin of what is made from print, or from the project's own files. */
export const fromPrint = (): Origin => ({ synthetic: false, madeFrom: { data: [], readings: {}, version: packageVersion() } });

let known: string | undefined;

export const packageVersion = (): string =>
  (known ??= (JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as { version: string }).version);
