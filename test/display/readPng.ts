import { inflateSync } from "node:zlib";

export interface DecodedPng {
  readonly width: number;
  readonly height: number;
  /** Colour of a pixel as 0xRRGGBB. */
  at(x: number, y: number): number;
}

/** Reads the pictures that we write: eight-bit indexed colour, rows unfiltered. Anything else fails the test that asked. */
export function readPng(bytes: Buffer): DecodedPng {
  if (bytes.subarray(0, 8).toString("latin1") !== "\x89PNG\r\n\x1a\n") throw new Error("no PNG signature");
  const chunks: Record<string, Buffer> = {};
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    chunks[bytes.toString("latin1", at + 4, at + 8)] = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
  }
  const [width, height] = [chunks.IHDR.readUInt32BE(0), chunks.IHDR.readUInt32BE(4)];
  if (chunks.IHDR[8] !== 8 || chunks.IHDR[9] !== 3) throw new Error("not eight-bit indexed colour");
  const rows = inflateSync(chunks.IDAT);
  if (rows.length !== (width + 1) * height) throw new Error(`${rows.length} bytes of pixels`);
  return { width, height, at: (x, y) => chunks.PLTE.readUIntBE(3 * rows[y * (width + 1) + 1 + x], 3) };
}
