import { formats } from "../formats";
import type { Formats } from "../../formats/main";

/** SheetJS, of which the package uses these when a workbook comes. */
export const read: Formats["xlsx"]["read"] = (...given) => formats().xlsx.read(...given);
export const utils: Pick<Formats["xlsx"]["utils"], "decode_range" | "encode_cell" | "encode_col"> = {
  decode_range: (range) => formats().xlsx.utils.decode_range(range),
  encode_cell: (cell) => formats().xlsx.utils.encode_cell(cell),
  encode_col: (column) => formats().xlsx.utils.encode_col(column),
};
