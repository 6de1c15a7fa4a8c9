import { defaultReadings, readingEntries, type Readings } from "../../../src/sfrc/readings";

/** The readings that are not at their defaults: what `useReadings` is told. */
export const departuresFrom = (readings: Readings): Partial<Readings> =>
  Object.fromEntries(readingEntries.filter(({ name }) => readings[name] !== defaultReadings[name]).map(({ name }) => [name, readings[name]]));
