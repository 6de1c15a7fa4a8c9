import { BadInput } from "../badInput";
import { said } from "../faults/said";
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

/** @throws {BadInput} an option that tells how to read files where none are named (`named` says how they would be) */
export function refuseIdle({ mapping, encoding, separator, sheet }: CsvOptions & { readonly mapping?: unknown }, named: string): void {
  const idle = Object.entries({ mapping, encoding, separator, sheet }).find(([, value]) => value !== undefined)?.[0];
  if (idle !== undefined) throw new BadInput({ file: `--${idle}` }, "tells how to read data, and none are named", said`${named} beside --${idle}`);
}
