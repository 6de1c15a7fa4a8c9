/** So many cells must fit one reading, and none another, before what was supposed counts as read. */
export const CELLS_THAT_SETTLE = 5;

/**
 * Lets a table settle how it is to be read: which legend its stars follow, what stands in its brackets, how the standard
 * errors of odds ratios are meant.
 *
 * A reading counts as read, against a rival, where at least five cells fit it and not the rival, and none fits the rival
 * and not it; the cell that is about to be accused is left out. A single reading needs no settling.
 */
export class Settling<Reading> {
  /** Fits by reading, then cell. */
  private readonly fits: readonly (readonly boolean[])[];
  /** The one that most cells fit; of equals the first, which is the one that was supposed. */
  private readonly best: number;

  constructor(readonly readings: readonly Reading[], cells: number, fit: (reading: Reading, cell: number) => boolean) {
    this.fits = readings.map((reading) => Array.from({ length: cells }, (_, cell) => fit(reading, cell)));
    const counts = this.fits.map((row) => row.filter(Boolean).length);
    this.best = counts.indexOf(Math.max(...counts));
  }

  /** The reading that most cells fit. */
  get likeliest(): Reading {
    return this.readings[this.best];
  }

  /** Does every reading that is still open without this cell rule the cell out? */
  rulesOut(cell: number): boolean {
    return !this.fits[this.best][cell] && this.readings.every((_, other) => !this.fits[other][cell] || this.beats(other, cell));
  }

  private beats(other: number, without: number): boolean {
    let [forBest, forOther] = [0, 0];
    this.fits[this.best].forEach((fits, cell) => {
      if (cell === without || fits === this.fits[other][cell]) return;
      if (fits) forBest++;
      else forOther++;
    });
    return forBest >= CELLS_THAT_SETTLE && forOther === 0;
  }
}

/** The same for a single assumption (Wald intervals, say): at least five other cells bear it out and none is against it. */
export const borneOutByOthers = (fits: readonly (boolean | undefined)[], cell: number): boolean => {
  const others = fits.filter((_, i) => i !== cell);
  return others.filter((fit) => fit === true).length >= CELLS_THAT_SETTLE && !others.includes(false);
};
