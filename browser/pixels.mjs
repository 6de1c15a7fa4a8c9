// @ts-check
// Is a picture more than an empty box? Counted on its pixels, in a blank page of the browser itself.

/**
 * @param page  a page to count in
 * @param png   a screenshot
 * @returns {Promise<{colours: number, ink: number}>} how many colours (in steps of 16) cover at least 4 pixels each, and the
 *   share of pixels that differ from the commonest one
 */
export function pixelSpread(page, png) {
  return page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const counts = new Map();
    for (let i = 0; i < data.length; i += 4) {
      const colour = (data[i] >> 4 << 8) | (data[i + 1] >> 4 << 4) | (data[i + 2] >> 4);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    const pixels = data.length / 4;
    return { colours: [...counts.values()].filter((n) => n >= 4).length, ink: 1 - Math.max(...counts.values()) / pixels };
  }, `data:image/png;base64,${png.toString("base64")}`);
}

/** Throws unless the picture shows something; says what it found. */
export async function drawn(page, png) {
  const { colours, ink } = await pixelSpread(page, png);
  const found = `${colours} colours, ${(100 * ink).toFixed(1)}% ink`;
  if (colours < 5 || ink < 0.004) throw new Error(`as good as empty (${found})`);
  return found;
}
