import type { Provenance } from "../../../provenance";

/** How an output's origin departs from what is in force: `name: made → now`, and whether it was made of other data. */
export interface Departure {
  readonly readings: readonly { readonly name: string; readonly made: string; readonly now: string }[];
  readonly otherData: boolean;
}

/** @returns undefined where all that is known of an output agrees with what is in force */
export function departure(made: readonly Provenance[], now: Provenance): Departure | undefined {
  const readings = made.flatMap((one) => Object.entries(one.readings).filter(([name, choice]) => now.readings[name] !== undefined && now.readings[name] !== choice)
    .map(([name, choice]) => ({ name, made: choice, now: now.readings[name] })));
  const distinct = readings.filter(({ name, made: choice }, i) => readings.findIndex((other) => other.name === name && other.made === choice) === i);
  const otherData = now.data.length > 0 && made.some(({ data }) => data.some((print) => !now.data.includes(print)));
  return distinct.length > 0 || otherData ? { readings: distinct, otherData } : undefined;
}

/** What outputs say of where they come from. */
export const madeFrom = (outputs: readonly { readonly metadata?: unknown }[]): Provenance[] => outputs.flatMap(({ metadata }) => {
  const said = (metadata as { sojourn?: unknown } | undefined)?.sojourn;
  return isProvenance(said) ? [said] : [];
});

const isProvenance = (value: unknown): value is Provenance =>
  typeof value === "object" && value !== null && Array.isArray((value as Provenance).data) && typeof (value as Provenance).readings === "object" && (value as Provenance).readings !== null;
