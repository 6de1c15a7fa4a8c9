import type { DocumentLibraries, PdfLibrary, WordLibrary } from "./libraries";

/** The libraries as Node loads them. */
export const nodeLibraries: DocumentLibraries = {
  pdf: async () => {
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    return { getDocument: getDocument as unknown as PdfLibrary["getDocument"], cMapUrl: `${require.resolve("pdfjs-dist/package.json").replace(/package\.json$/, "")}cmaps/` };
  },
  word: async () => {
    const mammoth = (await import("mammoth")).default as unknown as WordLibrary;
    return { convertToHtml: (source, options) => mammoth.convertToHtml("arrayBuffer" in source ? { buffer: Buffer.from(source.arrayBuffer) } : source, options) };
  },
  excel: async () => await import("@e965/xlsx"),
};
