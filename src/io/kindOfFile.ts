/** The first bytes by which files that are no text are known. */
const SIGNATURES: readonly (readonly [start: string, kind: string])[] = [
  ["PK\u0003\u0004", "an Excel workbook, a Word document or another zip file"],
  ["\u00d0\u00cf\u0011\u00e0", "an old Excel workbook or Word document"],
  ["$FL2", "an SPSS file"],
  ["$FL3", "an SPSS file"],
  ["<stata_dta>", "a Stata file"],
  ["%PDF-", "a PDF"],
  ["\u001f\u008b", "a gzip file"],
  ["PAR1", "a Parquet file"],
  ["\u0089PNG", "a picture"],
  ["\u00ff\u00d8\u00ff", "a picture"],
  ["{\\rtf", "a Rich Text file"],
  ["SQLite format 3\u0000", "an SQLite database"],
];

/** What a file is that holds more than plain text, told from its first bytes; else undefined. */
export function kindOfFile(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1];
}
