import { said, type Text } from "../faults/said";

/** The JSON pointer (RFC 6901) to what stands under a key of the value that a pointer leads to. */
export const pointerTo = (pointer: string, key: string | number): string => `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/**
 * The keys that a JSON pointer goes by.
 *
 * @example keysOf("/files/a~1b.csv/wave") // ["files", "a/b.csv", "wave"]
 */
export const keysOf = (pointer: string): string[] => pointer.split("/").slice(1).map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The way that a pointer goes, in words: `models › 0`; of the whole, nothing. */
export const wayOf = (pointer: string): string => keysOf(pointer).join(" › ");

/** What was found, after the way to it. */
export const found = (way: string, what: Text): Text => (way === "" ? what : said`${way}: ${what}`);
