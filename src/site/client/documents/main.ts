import * as excel from "@e965/xlsx";
import mammoth from "mammoth/mammoth.browser.js";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import "pdfjs-dist/legacy/build/pdf.worker.mjs"; // makes itself known to pdf.mjs, which then works in this thread: a page may start no worker
import type { DocumentLibraries, ExcelLibrary, PdfLibrary, WordLibrary } from "../../../published/table/documents/libraries";
import { PackedCMaps } from "./packedCMaps";

declare global {
  interface Window {
    /** What reads PDF, Word and Excel files; there once this script is loaded. */
    sojournDocuments?: DocumentLibraries;
  }
}

const readPdf = getDocument as unknown as PdfLibrary["getDocument"];

window.sojournDocuments = {
  pdf: () => Promise.resolve({ getDocument: (source) => readPdf({ ...source, cMapUrl: "packed/", cMapPacked: true, ...{ BinaryDataFactory: PackedCMaps, useWorkerFetch: false } }) }),
  word: () => Promise.resolve(mammoth as WordLibrary),
  excel: () => Promise.resolve(excel as unknown as ExcelLibrary),
};
