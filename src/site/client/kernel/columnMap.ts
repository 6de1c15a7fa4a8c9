const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * Columns of a text without its types → columns of what was written, by a source map whose lines are those of the text: dropping
 * types moves nothing from line to line.
 *
 * @param mappings  base64 VLQ, as source maps have it: for each line, of each token, how much further it stands in both texts
 * @returns         of a line and a column (both from 1) the column in what was written
 */
export function columnMap(mappings: string): (line: number, column: number) => number {
  let source = 0; // counts on from line to line, the place in the text begins anew
  const lines = mappings.split(";").map((line) => {
    let made = 0;
    return line.split(",").filter((token) => token !== "").map((token) => {
      const [further, , , inSource] = decoded(token);
      return { made: (made += further), written: (source += inSource) };
    });
  });
  return (line, column) => {
    const token = lines[line - 1]?.filter(({ made }) => made <= column - 1).at(-1);
    return token ? token.written + column - token.made : column;
  };
}

/** Five bits a digit, the sixth says that more follow; the last bit is the sign. */
function decoded(token: string): number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const digit of token) {
    const bits = DIGITS.indexOf(digit);
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}
