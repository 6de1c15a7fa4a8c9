import stringWidth from "string-width";

/** How many columns of a terminal or of a fixed-width font a text takes: full-width characters two, combining marks none. */
export const columnWidth = (text: string): number => (PLAIN.test(text) ? text.length : stringWidth(text));

/** Each one column wide; most cells are, and the question about all of Unicode takes fifty times as long. */
const PLAIN = /^[ -~]*$/;
