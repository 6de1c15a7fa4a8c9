import { BadInput } from "../badInput";
import type { DataFile } from "./dataFile";
import type { Dictionary } from "./spssDictionary";

const EXTENSION = { machine: 3, encoding: 20 };

/** Code pages as the machine record numbers them, where they differ from "windows-N" by name. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 54936: "gb18030", 65001: "utf-8",
  874: "windows-874", 28591: "iso-8859-1", 28605: "iso-8859-15",
};

/**
 * In which encoding the texts of an SPSS file are: as asked, as declared by name, as declared by number, or UTF-8 where every
 * text is UTF-8. Two declarations may say nothing: 2 ("ASCII") and 3 ("eight bits of some kind").
 *
 * @param asked  what --encoding says
 * @param fits   "utf-8" where every text of the file is UTF-8
 * @throws {BadInput} where none is declared and some text is not UTF-8: nobody can know, and a guess would be mojibake
 */
export function spssEncoding({ extensions, littleEndian }: Dictionary, asked: string | undefined, fits: () => "utf-8" | undefined, file: string): DataFile["encoding"] {
  if (asked !== undefined) return { name: asked, from: "asked" };
  const named = extensions.find(({ subtype }) => subtype === EXTENSION.encoding);
  if (named) return { name: String.fromCharCode(...named.bytes).replace(/\0/g, "").trim(), from: "declared" };
  const machine = extensions.find(({ subtype }) => subtype === EXTENSION.machine)?.bytes;
  const code = machine && machine.length >= 32 ? new DataView(machine.buffer, machine.byteOffset, 32).getInt32(28, littleEndian) : undefined;
  const declared = code === undefined ? undefined : CODE_PAGES[code] ?? (code >= 1250 && code <= 1258 ? `windows-${code}` : undefined);
  if (declared !== undefined) return { name: declared, from: "declared" };
  if (fits() !== undefined) return { name: "utf-8", from: "the bytes" };
  throw new BadInput({ file }, "the file does not say in which encoding its texts are, and they are not UTF-8", "an encoding", "Name it: --encoding gb18030 (Chinese Windows), big5 (Taiwan, Hong Kong), windows-1252 (Western). Nothing was written.");
}
