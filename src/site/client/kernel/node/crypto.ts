import { absent } from "./absent";

/** Of Node's hashes the one that names universes and samples, computed at once as there (a page's own would answer later). */
export function createHash(name: string): Hash {
  if (name !== "sha256" && name !== "sha1") absent();
  return new Hash();
}
export { absent as randomBytes, absent as randomUUID, absent as randomInt, absent as createHmac, absent as timingSafeEqual };

/** SHA-256 (FIPS 180-4), whatever was asked for: `sha1` is a key in memory only, that nobody sees. */
class Hash {
  private bytes = new Uint8Array(0);

  update(data: string | Uint8Array): this {
    const more = typeof data === "string" ? new TextEncoder().encode(data) : data;
    const all = new Uint8Array(this.bytes.length + more.length);
    all.set(this.bytes);
    all.set(more, this.bytes.length);
    this.bytes = all;
    return this;
  }

  digest(): Uint8Array;
  digest(encoding: string): string;
  digest(encoding?: string): Uint8Array | string {
    const found = sha256(this.bytes).flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]);
    if (encoding === undefined) return Uint8Array.from(found);
    if (encoding === "hex") return found.map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return encoding === "base64" ? btoa(String.fromCharCode(...found)) : absent();
  }
}

/** The first 32 bits of what stands after the point in a prime's root. */
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;
const PRIMES: number[] = [];
for (let n = 2; PRIMES.length < 64; n++) if (PRIMES.every((prime) => n % prime !== 0)) PRIMES.push(n);
const K = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function sha256(message: Uint8Array): number[] {
  const padded = new DataView(new ArrayBuffer(((message.length + 72) >> 6) << 6));
  message.forEach((byte, i) => padded.setUint8(i, byte));
  padded.setUint8(message.length, 0x80);
  padded.setBigUint64(padded.byteLength - 8, 8n * BigInt(message.length));
  const state = [...START];
  const w = new Int32Array(K.length);
  for (let block = 0; block < padded.byteLength; block += 64) {
    for (const t of w.keys()) {
      w[t] = t < 16 ? padded.getInt32(block + 4 * t)
        : w[t - 16] + (turned(w[t - 15], 7) ^ turned(w[t - 15], 18) ^ (w[t - 15] >>> 3)) + w[t - 7] + (turned(w[t - 2], 17) ^ turned(w[t - 2], 19) ^ (w[t - 2] >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (const [t, k] of K.entries()) {
      const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + k + w[t]) | 0;
      const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => { state[i] = (state[i] + value) | 0; });
  }
  return state;
}
