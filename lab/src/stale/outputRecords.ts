import type { Provenance } from "../../../src/provenance";
import { sameQuestionnaire } from "../../../src/survey/codebookPrint";

/** Something that an output was made from and that is no longer in force. */
export interface Departure {
  readonly what: "reading" | "data" | "version";
  /** Of a reading. */
  readonly name?: string;
  readonly made: string;
  readonly now: string;
}

/** How a cell's outputs stand to what is in force: what has changed since, and whether all of it could be compared. */
export interface Standing {
  readonly departures: readonly Departure[];
  /** Some output carries no record of what it was made from, or was made from data that the kernel has not coded. */
  readonly unknown: boolean;
}

interface Output { readonly metadata?: unknown }

const KEY = "sojourn";

/** Compares the records that outputs carry with what is in force; of a kernel that has not answered, nothing is known. */
export function standingOf(outputs: readonly Output[], now: Provenance | undefined): Standing {
  const records = outputs.map(recordIn);
  if (!now) return { departures: [], unknown: outputs.length > 0 };
  const known = records.filter((record) => record !== undefined);
  return {
    departures: distinct(known.flatMap((record) => departuresOf(record, now))),
    unknown: known.length < records.length || known.some(({ data }) => data.some((print) => !now.data.some((other) => sameQuestionnaire(print, other)))),
  };
}

/** The record of one output: `metadata.sojourn`, where it is of its form. */
export function recordIn({ metadata }: Output): Provenance | undefined {
  const found = (metadata as Record<string, Partial<Provenance>> | undefined)?.[KEY];
  if (typeof found !== "object" || found === null || typeof found.version !== "string") return undefined;
  if (!Array.isArray(found.data) || !found.data.every((print) => typeof print === "string")) return undefined;
  if (typeof found.readings !== "object" || found.readings === null || !Object.values(found.readings).every((choice) => typeof choice === "string")) return undefined;
  return found as Provenance;
}

function departuresOf(made: Provenance, now: Provenance): Departure[] {
  return [
    ...Object.entries(made.readings).filter(([name, choice]) => name in now.readings && now.readings[name] !== choice)
      .map(([name, choice]): Departure => ({ what: "reading", name, made: choice, now: now.readings[name] })),
    ...made.data.flatMap((print): Departure[] => {
      const other = now.data.find((one) => sameQuestionnaire(one, print));
      return other === undefined || other === print ? [] : [{ what: "data", made: rowsIn(print), now: rowsIn(other) }];
    }),
    ...(made.version === now.version ? [] : [{ what: "version" as const, made: made.version, now: now.version }]),
  ];
}

/** A fingerprint's second part. */
const rowsIn = (print: string): string => print.split("-")[1];

const distinct = (all: readonly Departure[]): Departure[] => [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
