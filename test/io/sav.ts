const text = (value: string, length: number) => [...Buffer.from(value.padEnd(length), "latin1")];
const int = (value: number) => [...new Uint8Array(Int32Array.of(value).buffer)];
export const double = (value: number) => [...new Uint8Array(Float64Array.of(value).buffer)];

/** A plain SPSS file of numbers (width 0) and strings, byte by byte as its format has it. */
export function sav(variables: readonly (readonly [name: string, width: number, format?: number])[], cases: readonly (readonly (number | string)[])[], told = cases.length, extra: readonly number[] = [], records: readonly number[] = []): Uint8Array {
  const record = (name: string, type: number, format = 0x050802) => [...int(2), ...int(type), ...int(0), ...int(0), ...int(format), ...int(format), ...text(name, 8)];
  const pieces = (width: number) => Math.max(1, Math.ceil(width / 8));
  const all = variables.reduce((sum, [, width]) => sum + pieces(width), 0);
  return Uint8Array.from([
    ...text("$FL2", 4), ...text("@(#) SPSS DATA FILE", 60), ...int(2), ...int(all), ...int(0), ...int(0), ...int(told), ...double(100), ...text("01 Jan 20", 9), ...text("00:00:00", 8), ...text("", 64), 0, 0, 0,
    ...variables.flatMap(([name, width, format]) => [...record(name, width, format), ...Array.from({ length: pieces(width) - 1 }, () => record("", -1)).flat()]),
    ...records, ...int(999), ...int(0),
    ...cases.flatMap((row) => row.flatMap((value, j) => (typeof value === "number" ? double(value) : text(value, pieces(variables[j][1]) * 8)))), ...extra,
  ]);
}

/** The records by which an SPSS file says its encoding: a code page by number (4 of its 8 words), a name. */
export const codePage = (page: number): number[] => [...int(7), ...int(3), ...int(4), ...int(8), ...Array.from({ length: 7 }, () => int(1)).flat(), ...int(page)];
export const encodingRecord = (name: string): number[] => [...int(7), ...int(20), ...int(1), ...int(name.length), ...text(name, name.length)];
