import type { DocumentLibraries, PdfLibrary, WordLibrary } from "./libraries";

/** A module without types, and nothing of it is called here. */
const PDF_WORKER: string = "pdfjs-dist/legacy/build/pdf.worker.mjs";

/** The libraries as Node loads them. */
export const nodeLibraries: DocumentLibraries = {
  pdf: async () => {
    const { getDocument } = await withoutNewIterator(async () => {
      await import(PDF_WORKER); // else pdfjs loads it when the first page is read
      return import("pdfjs-dist/legacy/build/pdf.mjs");
    });
    return { getDocument: getDocument as unknown as PdfLibrary["getDocument"], cMapUrl: `${require.resolve("pdfjs-dist/package.json").replace(/package\.json$/, "")}cmaps/` };
  },
  word: async () => {
    const mammoth = (await import("mammoth")).default as unknown as WordLibrary;
    return { convertToHtml: (source, options) => mammoth.convertToHtml("arrayBuffer" in source ? { buffer: Buffer.from(source.arrayBuffer) } : source, options) };
  },
  excel: async () => await import("@e965/xlsx"),
};

/**
 * pdfjs brings what a Node may lack, and leaves one word of it for all to see: a global `Iterator`. jsdom, in which figures are drawn,
 * would look for it in each of its windows, which have none, and draw nothing. pdfjs asks for it while it loads, and never again.
 */
async function withoutNewIterator<T>(load: () => Promise<T>): Promise<T> {
  const had = "Iterator" in globalThis;
  const loaded = await load();
  if (!had) Reflect.deleteProperty(globalThis, "Iterator");
  return loaded;
}
