const PNG_SIGNATURE = "89504e470d0a1a0a";

/** A picture's size in pixels, `800×500`, from a PNG's header; of other types only that it is there. */
export function pictureSize(mime: string, base64: string): string {
  if (base64.trim() === "") return "an empty picture";
  if (mime !== "image/png") return "a picture";
  const header = Buffer.from(base64.slice(0, 48), "base64");
  if (header.length < 24 || header.toString("hex", 0, 8) !== PNG_SIGNATURE) return "no PNG";
  return `${header.readUInt32BE(16)}×${header.readUInt32BE(20)}`;
}
