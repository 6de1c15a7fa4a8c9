import type { Decimal } from "./number";
import type { Separator } from "./separator";

/** What somebody may say of a CSV file where it is not to be found out: its encoding, its separator, its decimal sign. */
export interface CsvOptions {
  readonly encoding?: string | undefined;
  readonly separator?: Separator | undefined;
  /** The sheet of an Excel workbook that has several. */
  readonly sheet?: string | undefined;
  /** "." where absent. */
  readonly decimal?: Decimal | undefined;
}
