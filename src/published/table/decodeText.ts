import { BadInput } from "../../badInput";

/**
 * The text of a file: UTF-8, UTF-16 by its mark, else GB18030, in which Chinese tables are often saved.
 *
 * @throws {BadInput} a file that holds no text, with what to do about it
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  refuseDocuments(bytes, name);
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ["utf-16le"] : bytes[0] === 0xfe && bytes[1] === 0xff ? ["utf-16be"] : ["utf-8", "gb18030"];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding may fit.
    }
  }
  throw new BadInput({ file: name }, "is no text", "UTF-8 or GB18030 text", "Save the table as text or CSV first.");
}

/** Documents that hold text, but are none. */
function refuseDocuments(bytes: Uint8Array, name: string): void {
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  if (start === "%PDF-") throw new BadInput({ file: name }, "is a PDF", "a text", "Open it, copy the table out of it and paste that.");
  if (start.startsWith("PK\u0003\u0004")) throw new BadInput({ file: name }, "is a Word, Excel or ZIP file", "a text", "Copy the table out of it and paste that, or save it as CSV.");
}
