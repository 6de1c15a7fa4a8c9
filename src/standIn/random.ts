import { GOLDEN, sfc32 } from "../models/numeric/random";

/** Chance in whole numbers: the same draws from the same seed on any machine and any version of Node. */
export class Random {
  private readonly next: () => number;

  /**
   * @param seed    a whole number from 0 to 2^53 − 1
   * @param stream  another whole number: the same seed gives unrelated draws in another stream
   */
  constructor(seed: number, stream = 0) {
    this.next = sfc32(seed, Math.floor(seed / 2 ** 32), GOLDEN ^ stream);
  }

  /** 32 random bits, as a whole number from 0 to 2^32 − 1. */
  bits(): number {
    return this.next();
  }

  /** A whole number from 0 to n − 1, each equally likely (the incomplete last block of 2^32 is drawn again). */
  below(n: number): number {
    if (!(n >= 1)) throw new RangeError(`there is nothing to draw from below ${n}`);
    const limit = 2 ** 32 - (2 ** 32 % n);
    for (;;) {
      const bits = this.bits();
      if (bits < limit) return bits % n;
    }
  }

  /** True in `chance` of `outOf` cases. */
  happens(chance: number, outOf = 100): boolean {
    return this.below(outOf) < chance;
  }

  /** One of the keys, in proportion to its whole-number weight. */
  pick<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.below(entries.reduce((sum, [, weight]) => sum + weight, 0));
    return entries.find(([, weight]) => (left -= weight) < 0)![0];
  }

  /** The same items in random order, in place (Fisher–Yates). */
  shuffle<T>(items: T[]): T[] {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [items[i], items[j]] = [items[j], items[i]];
    }
    return items;
  }
}
