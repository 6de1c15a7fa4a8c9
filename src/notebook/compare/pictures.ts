import { pictureSize } from "./pictureSize";

/** How far a channel of a pixel may lie apart, of 255: what rounding makes of the same drawing elsewhere. */
const CHANNEL_TOLERANCE = 2;

/** In what do two pictures differ to the eye? Nothing, or their sizes, or how many of their pixels. */
export function comparePictures(mime: string, was: string, is: string): { where: string; was: string; is: string } | undefined {
  const [before, after] = [was, is].map((picture) => picture.replace(/\s+/g, ""));
  if (before === after) return undefined;
  const [sizeBefore, sizeAfter] = [before, after].map((picture) => pictureSize(mime, picture));
  if (sizeBefore !== sizeAfter) return { where: `${mime}, size`, was: sizeBefore, is: sizeAfter };
  const [a, b] = [before, after].map((picture) => pixels(mime, picture));
  if (!a || !b || a.length !== b.length) return { where: `${mime}, bytes`, was: sizeBefore, is: "another picture" };
  const other = differing(a, b);
  return other === 0 ? undefined : { where: `${mime}, pixels`, was: sizeBefore, is: `the same size, ${other} of ${a.length / 4} pixels another` };
}

/** The picture's pixels, four channels each; undefined where it is of no kind that can be drawn, or broken. */
function pixels(mime: string, base64: string): Uint8Array | undefined {
  const { width, height } = sizeOf(Buffer.from(base64.slice(0, 48), "base64"));
  if (mime !== "image/png" || !width || !height) return undefined;
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- native, so only loaded where two pictures differ in their bytes
    const { Resvg } = require("@resvg/resvg-js") as typeof import("@resvg/resvg-js");
    const image = `<image width="${width}" height="${height}" href="data:${mime};base64,${base64}"/>`;
    const drawn = new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`, { font: { loadSystemFonts: false } }).render().pixels;
    return drawn.some((channel) => channel !== 0) ? drawn : undefined; // a broken picture is drawn as nothing
  } catch {
    return undefined;
  }
}

const sizeOf = (header: Buffer): { width: number; height: number } =>
  header.length < 24 ? { width: 0, height: 0 } : { width: header.readUInt32BE(16), height: header.readUInt32BE(20) };

function differing(a: Uint8Array, b: Uint8Array): number {
  let count = 0;
  for (let pixel = 0; pixel < a.length; pixel += 4) {
    if ([0, 1, 2, 3].some((channel) => Math.abs(a[pixel + channel] - b[pixel + channel]) > CHANNEL_TOLERANCE)) count += 1;
  }
  return count;
}
