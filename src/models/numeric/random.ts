/**
 * A stream of uniform numbers in [0, 1), the same on every machine for the same seed.
 *
 * @throws {RangeError} a seed that is no whole number
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isInteger(seed)) throw new RangeError(`a seed must be a whole number, not ${seed}`);
  const bits = sfc32(GOLDEN, seed, Math.floor(seed / 2 ** 32));
  return () => bits() / 2 ** 32;
}

/** 2^32 divided by the golden ratio: bits without a pattern, for the word of a state that no seed fills. */
export const GOLDEN = 0x9e3779b9;

/**
 * A stream of 32-bit whole numbers, from 0 to 2^32 − 1, in integer arithmetic alone: nothing depends on the last bit of a
 * floating-point function. The first 15 are passed over, so that neighbouring states give unrelated streams.
 *
 * Source: sfc32 ("small fast counter"), PractRand, Chris Doty-Humphrey, public domain.
 */
export function sfc32(first: number, second: number, third: number): () => number {
  let [a, b, c, counter] = [first | 0, second | 0, third | 0, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round++) next();
  return next;
}
