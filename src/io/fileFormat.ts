import { BadInput } from "../badInput";
import { said, word } from "../faults/said";

/** The kinds of data file that are read here. */
export type FileFormat = "text" | "gzip" | "spss" | "stata" | "excel" | "parquet";

const EXPORT = "Save it as CSV (UTF-8), .sav or .dta from the program that made it. Nothing was written.";

/** Kinds that are known and not read, with the way out of each. */
const REFUSED: readonly { readonly is: (start: string) => boolean; readonly what: string; readonly remedy: string }[] = [
  { is: (start) => /^.{0,300}SPSS PORT FILE/s.test(start), what: "a portable SPSS file (.por)", remedy: "Open it in SPSS or PSPP and save it as .sav. Nothing was written." },
  { is: (start) => start.startsWith("\0\0\0\0\0\0\0\0\0\0\0\0\u00c2\u00ea\u0081\u0060"), what: "a SAS data set (.sas7bdat)", remedy: "Export it from SAS as CSV (proc export), or convert it with R: haven::write_sav(haven::read_sas(FILE), …). Nothing was written." },
  { is: (start) => start.startsWith("HEADER RECORD*******"), what: "a SAS transport file (.xpt)", remedy: "Convert it with R: haven::write_sav(haven::read_xpt(FILE), …), or export it as CSV. Nothing was written." },
  { is: (start) => start.startsWith("ARROW1") || start.startsWith("FEA1"), what: "a Feather or Arrow file", remedy: "Write it as Parquet: pandas to_parquet, R arrow::write_parquet. Nothing was written." },
  { is: (start) => start.startsWith("RDX2") || start.startsWith("RDX3") || start.startsWith("X\n\0\0\0"), what: "a file of R (.rds, .RData)", remedy: "Write it from R: haven::write_sav(x, …) or write.csv(x, …, fileEncoding = \"UTF-8\"). Nothing was written." },
  { is: (start) => start.startsWith("SQLite format 3"), what: "an SQLite database", remedy: EXPORT },
  { is: (start) => start.startsWith("\u00d0\u00cf\u0011\u00e0"), what: "an old Excel workbook (.xls) or Word document", remedy: "Save it as .xlsx. Nothing was written." },
  { is: (start) => start.startsWith("%PDF-"), what: "a PDF", remedy: "A survey's answers are wanted here; a printed table is read by sojourn table. Nothing was written." },
  { is: (start) => /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|!--|html|head|body|table|meta|\?xml|\?mso)/i.test(start), what: "an HTML or XML page, whatever its name", remedy: "Open it in a spreadsheet and save it as .xlsx. Nothing was written." },
  { is: (start) => /^(?:\u00ef\u00bb\u00bf)?\s*(?:\[\s*[[{]|\{\s*"[^"\n]{0,200}"\s*:)/.test(start), what: "a JSON file", remedy: EXPORT },
  { is: (start) => start.startsWith("{\\rtf"), what: "a Rich Text file", remedy: EXPORT },
  { is: (start) => start.startsWith("\u0089PNG") || start.startsWith("\u00ff\u00d8\u00ff"), what: "a picture", remedy: EXPORT },
];

/** Formats of Stata before the tags of 117 begin with their number and a byte order of 1 or 2. */
const isOldStata = (bytes: Uint8Array): boolean => bytes[0] >= 102 && bytes[0] <= 116 && (bytes[1] === 1 || bytes[1] === 2) && bytes[2] === 1;

/**
 * What kind of data file it is, told from its first bytes.
 *
 * @throws {BadInput} a kind that is known and not read here, with the way out
 */
export function formatOf(bytes: Uint8Array, file: string): FileFormat {
  const start = String.fromCharCode(...bytes.subarray(0, 1200)).replace(/^(?:\u00ff\u00fe|\u00fe\u00ff)[^]*$/, (utf16) => utf16.slice(2).replaceAll("\0", ""));
  if (start.startsWith("$FL2") || start.startsWith("$FL3")) return "spss";
  if (start.startsWith("<stata_dta>") || isOldStata(bytes)) return "stata";
  if (start.startsWith("PAR1")) return "parquet";
  if (start.startsWith("\u001f\u008b")) return "gzip";
  if (start.startsWith("PK\u0003\u0004")) return "excel";
  const refused = REFUSED.find(({ is }) => is(start));
  if (refused) throw new BadInput({ file }, said`this is ${word(refused.what)}, which is not read here`, "CSV, .xlsx, .sav, .zsav, .dta or Parquet", refused.remedy);
  return "text";
}
