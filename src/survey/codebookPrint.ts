import type { Codebook } from "./codebook";

const codebooks = new WeakMap<Codebook, string>();

/** A questionnaire's, the first part of the fingerprint of every survey that asks it. */
export function codebookPrint(codebook: Codebook): string {
  const print = codebooks.get(codebook) ?? hash(codebook.columns.map(({ name, type, answers }) => JSON.stringify([name, type, answers?.map(({ code }) => code)]))).slice(0, 8);
  codebooks.set(codebook, print);
  return print;
}

/** Two lanes of FNV-1a, the second fed by the first, mixed at the end: 16 hexadecimal digits. */
export function hash(texts: readonly string[]): string {
  const lanes = [0x811c9dc5, 0x01000193];
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      lanes[0] = Math.imul(lanes[0] ^ code, 0x01000193);
      lanes[1] = Math.imul(lanes[1] ^ (code + (lanes[0] >>> 15)), 0x85ebca6b);
    }
  }
  const mixed = [lanes[0] ^ (lanes[1] >>> 13), lanes[1] ^ (lanes[0] >>> 16)];
  return mixed.map((lane) => (Math.imul(lane ^ (lane >>> 15), 0xc2b2ae35) >>> 0).toString(16).padStart(8, "0")).join("");
}

/** Whether two fingerprints are of surveys that ask the same questions. */
export const sameQuestionnaire = (a: string, b: string): boolean => a.split("-")[0] === b.split("-")[0];
