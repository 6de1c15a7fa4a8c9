/** The libraries that read documents, loaded only where one is read; a page brings its own way of loading them. */
export interface DocumentLibraries {
  readonly pdf: () => Promise<PdfLibrary>;
  readonly word: () => Promise<WordLibrary>;
  readonly excel: () => Promise<ExcelLibrary>;
}

/** What is used of pdfjs-dist. */
export interface PdfLibrary {
  getDocument(source: { data: Uint8Array; verbosity?: number; isEvalSupported?: boolean; useSystemFonts?: boolean; cMapUrl?: string; cMapPacked?: boolean; standardFontDataUrl?: string }): { promise: Promise<PdfDocument> };
  /** Where the characters of Chinese fonts are looked up. */
  readonly cMapUrl?: string;
}
interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<{ getTextContent(): Promise<{ items: readonly unknown[] }> }>;
  destroy(): Promise<void>;
}

/** What is used of mammoth. */
export interface WordLibrary {
  convertToHtml(source: { arrayBuffer: ArrayBuffer } | { buffer: Uint8Array }, options?: object): Promise<{ value: string }>;
}

/** What is used of SheetJS. */
export interface ExcelLibrary {
  read(bytes: Uint8Array, options: object): { SheetNames: string[]; Sheets: Record<string, Record<string, unknown>> };
  readonly utils: { decode_range(range: string): { s: { r: number; c: number }; e: { r: number; c: number } }; encode_cell(at: { r: number; c: number }): string };
}
