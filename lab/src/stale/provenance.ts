import { readingEntries, type ReadingName, type Readings } from "../../../src/sfrc/readings";
import type { CellUse, Use } from "./cellUse";

/** Under which choices something was made, by reading; more than one where it was made of parts. */
export type Made = ReadonlyMap<ReadingName, ReadonlySet<string>>;

/** A reading that an output used and that has since been changed. */
export interface Departure {
  readonly name: ReadingName;
  readonly made: readonly string[];
  readonly now: string;
}

/** What acts already, and what will where models are fitted: a sample only carries the readings of modelling along. */
interface Origin {
  readonly active: Made;
  readonly latent: Made;
}

/** A cell's outputs, and all that it leaves behind. */
interface CellOrigin {
  readonly shown: Made;
  readonly left: Made;
}

const NOTHING: Origin = { active: new Map(), latent: new Map() };
const OF_MODELLING = new Set(readingEntries.filter(({ actsAt }) => actsAt === "modelling").map(({ name }) => name));

/**
 * Follows readings from the cells that take them to everything made from there: through the variables that one cell declares
 * and another uses. Cells are told of in the order in which they ran.
 */
export class Provenance {
  private readonly variables = new Map<string, Origin>();
  private readonly cells = new Map<string, CellOrigin>();

  /** A cell has run while these readings were in force. */
  ran(cell: string, { statements }: Pick<CellUse, "statements">, readings: Readings): void {
    const origins = statements.map((statement) => {
      const origin = this.originOf(statement, readings);
      for (const name of statement.declares) this.variables.set(name, statement.imports.includes(name) ? NOTHING : origin);
      return origin;
    });
    this.cells.set(cell, {
      shown: union(origins.filter((_, place) => statements[place].shows).map(({ active }) => active)),
      left: union(origins.flatMap(({ active, latent }) => [active, latent])),
    });
  }

  private originOf(use: Use, readings: Readings): Origin {
    const from = use.uses.map((name) => this.variables.get(name) ?? NOTHING);
    const taken = new Map(use.takes.map((name) => [name, new Set([readings[name]])]));
    const latent = union([...from.map((origin) => origin.latent), only(taken, (name) => OF_MODELLING.has(name))]);
    const active = union([...from.map((origin) => origin.active), only(taken, (name) => !OF_MODELLING.has(name)), ...(use.fits ? [latent] : [])]);
    return { active, latent };
  }

  /** The kernel is new: no variable is left, while outputs stay on the page. */
  forgetVariables(): void {
    this.variables.clear();
  }

  /** The readings behind a cell's outputs (or behind all that it leaves to other cells) that are no longer in force. */
  departuresOf(cell: string, now: Readings, what: "shown" | "left" = "shown"): Departure[] {
    return [...(this.cells.get(cell)?.[what] ?? [])].filter(([name, choices]) => [...choices].some((choice) => choice !== now[name]))
      .map(([name, choices]) => ({ name, made: [...choices].filter((choice) => choice !== now[name]), now: now[name] }));
  }
}

const only = (made: Made, holds: (name: ReadingName) => boolean): Made => new Map([...made].filter(([name]) => holds(name)));

function union(all: readonly Made[]): Made {
  const joined = new Map<ReadingName, Set<string>>();
  for (const made of all) {
    for (const [name, choices] of made) joined.set(name, new Set([...(joined.get(name) ?? []), ...choices]));
  }
  return joined;
}
