/** A column of more different cells than this is asked anew each time: looking up would cost more than it spares. */
const MOST = 4096;

/** The same function of a cell, which works each cell of a column of few values out once. @param of must depend on the cell alone, but may say in an error where it stands */
export function remembered<T>(of: (cell: string, i: number) => T): (cell: string, i: number) => T {
  const known = new Map<string, T>();
  let paying = true;
  return (cell, i) => {
    if (!paying) return of(cell, i);
    const found = known.get(cell);
    if (found !== undefined) return found;
    const value = of(cell, i);
    known.set(cell, value);
    if (known.size > MOST) {
      paying = false;
      known.clear();
    }
    return value;
  };
}
