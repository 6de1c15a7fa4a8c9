import * as docx from "docx";
import { tableDocx } from "../../../display/render/tableDocx";
import type { Table } from "../../../display/table";
import type { Languages } from "../../../display/words";

declare global {
  interface Window {
    /** A table as the bytes of a Word file; there once this script is loaded. */
    sojournWord?: (table: Table, languages: Languages) => Promise<Blob>;
  }
}

window.sojournWord = (table, languages) => docx.Packer.toBlob(tableDocx(table, languages, docx));
