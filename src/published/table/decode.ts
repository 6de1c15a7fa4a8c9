import { BadInput } from "../../badInput";
import { decodeAs } from "../../io/encodings";
import { decodeText } from "../../io/text";

/** A text, and whether its letters beyond ASCII are guessed. */
export interface Decoded {
  readonly text: string;
  readonly guessed: boolean;
}

/**
 * A file's text as `src/io` decodes it; where that is not certain and no encoding is named, as Western European, which leaves
 * digits and signs as they are: the names with other letters are then in doubt.
 */
export function decode(bytes: Uint8Array, name: string, encoding?: string): Decoded {
  if (/^\{\\rtf/.test(String.fromCharCode(...bytes.subarray(0, 5)))) return { text: decodeAs(bytes, "windows-1252") ?? "", guessed: false };
  try {
    return { text: decodeText(bytes, name, encoding).text, guessed: false };
  } catch (error) {
    const guess = encoding === undefined && error instanceof BadInput && /UTF-8/.test(error.message) && decodeAs(bytes, "utf-8") === undefined ? asEuropean(bytes) : undefined;
    if (guess === undefined) throw error;
    return { text: guess, guessed: true };
  }
}

/**
 * Bytes beyond ASCII are few and stand alone between letters of ASCII: accents, in the alphabet of old Macs where they lie
 * below 0xa0, else in that of Windows. Chinese and Japanese come in pairs.
 */
function asEuropean(bytes: Uint8Array): string | undefined {
  let [high, alone, low] = [0, 0, 0];
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0) return undefined;
    if (bytes[i] < 128) continue;
    high++;
    if (bytes[i] < 0xa0) low++;
    if ((bytes[i - 1] ?? 0) < 128 && (bytes[i + 1] ?? 0) < 128) alone++;
  }
  if (high > 0.05 * bytes.length || alone < 0.8 * high) return undefined;
  return 2 * low > high ? new TextDecoder("macintosh").decode(bytes) : decodeAs(bytes, "windows-1252");
}
