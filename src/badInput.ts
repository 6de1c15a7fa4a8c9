/** Where in a file something was found. Rows are file lines, the header being 1. */
export interface Place {
  readonly file: string;
  readonly row?: number;
  readonly column?: string;
}

/**
 * Input that cannot be used: a record first (where, what was found, what was expected), a sentence second.
 *
 * The message reads `file, row N, column C: found (expected …). what to do`.
 */
export class BadInput extends Error {
  readonly kind = "bad-input";

  constructor(
    readonly place: Place,
    readonly found: string,
    readonly expected?: string,
    readonly remedy?: string,
  ) {
    super(sentence(place, found, expected, remedy));
    this.name = "BadInput";
  }
}

function sentence(place: Place, found: string, expected?: string, remedy?: string): string {
  const where = [
    place.file,
    place.row === undefined ? "" : `row ${place.row}`,
    place.column === undefined ? "" : `column ${place.column}`,
  ].filter(Boolean).join(", ");
  return `${where}: ${found}${expected ? ` (expected ${expected})` : ""}.${remedy ? ` ${remedy}` : ""}`;
}
