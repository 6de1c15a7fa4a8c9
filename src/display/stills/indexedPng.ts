import { crc32, deflateSync } from "node:zlib";

const MOST_COLOURS = 256;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Opaque pixels as a PNG of at most 256 colours, a byte a pixel: a third of the size of the renderer's own PNG, which counts in
 * notebooks that are committed with their pictures. A chart has few colours (flat areas and the greys of its text); where it has
 * more than 256, the rarest take the nearest of the kept ones.
 *
 * @param pixels  red, green, blue, alpha for each pixel, row by row
 *
 * Source: W3C, Portable Network Graphics (PNG) Specification, §11: IHDR, PLTE, IDAT, IEND.
 */
export function indexedPng(pixels: Uint8Array, width: number, height: number): Buffer {
  const colours = palette(pixels);
  const place = new Map(colours.map((colour, i) => [colour, i]));
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter: 0, none
  let [last, lastPlace] = [colours[0], 0]; // most pixels are as the one before
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = colourAt(pixels, 4 * (y * width + x));
      if (colour !== last) {
        if (!place.has(colour)) place.set(colour, nearest(colour, colours));
        [last, lastPlace] = [colour, place.get(colour)!];
      }
      rows[y * (width + 1) + 1 + x] = lastPlace;
    }
  }
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header(width, height)),
    chunk("PLTE", Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk("IDAT", deflateSync(rows, { level: 7 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const colourAt = (pixels: Uint8Array, at: number): number => (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];

/** The commonest colours first; equally common ones by their value, so that the order is always the same. */
function palette(pixels: Uint8Array): number[] {
  const counts = new Map<number, number>();
  let [last, run] = [colourAt(pixels, 0), 0]; // pixels of one colour after each other are counted at once
  const count = () => counts.set(last, (counts.get(last) ?? 0) + run);
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = colourAt(pixels, at);
    if (colour !== last) {
      count();
      [last, run] = [colour, 0];
    }
    run++;
  }
  count();
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b).slice(0, MOST_COLOURS).map(([colour]) => colour);
}

function nearest(colour: number, colours: readonly number[]): number {
  const apart = (other: number, shift: number) => (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2;
  const distance = (other: number) => apart(other, 16) + apart(other, 8) + apart(other, 0);
  return colours.reduce((best, other, i) => (distance(other) < distance(colours[best]) ? i : best), 0);
}

/** Eight bits a pixel, colour type 3 (indexed), nothing interlaced. */
function header(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  bytes.set([8, 3, 0, 0, 0], 8);
  return bytes;
}

/** Length, type, data, and the checksum of type and data. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
