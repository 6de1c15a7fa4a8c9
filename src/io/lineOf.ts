/** The line of the file in which a byte stands, the first being 1. */
export function lineOf(bytes: Uint8Array, place: number): number {
  let line = 1;
  for (let i = 0; i < place; i++) if (bytes[i] === 0x0a || (bytes[i] === 0x0d && bytes[i + 1] !== 0x0a)) line++;
  return line;
}
