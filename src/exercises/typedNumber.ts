/** A number as somebody typed it; two where people read it in two ways; undefined where it is none. */
export type TypedNumber = number | { readonly either: readonly [decimal: string, thousands: string] } | undefined;

/**
 * Reads a number as tables print it and people type it: digits of any width, "%" or stars behind it, any dash for a minus, an
 * exponent, a point (also 。 and ·, which keyboards and journals have in its place) or a comma before the decimals, thousands
 * parted by commas, points or blanks.
 *
 * One comma before three digits is both: 1,234 is a thousand to some and one and a quarter to others. It is decided only where the
 * other way of reading is impossible: 0,234 and 1234,567 have decimals, 1,234.5 and 1,234,567 thousands.
 */
export function typedNumber(text: string): TypedNumber {
  const plain = text.normalize("NFKC").trim().replace(/\s*(?:%|\*+)$/, "").replace(/^[-−‐‑‒–—]\s*/, "-").replace(/[。·]/g, ".");
  const [, sign, digits, exponent = ""] = /^([-+]?)([\d., ]+)(e[-+]?\d+)?$/i.exec(plain) ?? [];
  if (digits === undefined) return undefined;
  if (exponent === "" && /^[1-9]\d{0,2},\d{3}$/.test(digits)) return { either: [sign + digits.replace(",", "."), sign + digits.replace(",", "")] };
  const written = withPoint(digits);
  return written === undefined ? undefined : Number(sign + written + exponent);
}

/** Digits with a point alone, as programs have them. */
function withPoint(digits: string): string | undefined {
  if (/^(\d+\.?\d*|\.\d+)$/.test(digits)) return digits;
  if (/^\d*,\d+$/.test(digits)) return digits.replace(",", ".");
  if (/^[1-9]\d{0,2}([, ])\d{3}(\1\d{3})*(\.\d*)?$/.test(digits)) return digits.replace(/[, ]/g, "");
  if (/^[1-9]\d{0,2}([. ])\d{3}(\1\d{3})*,\d+$/.test(digits)) return digits.replace(/[. ]/g, "").replace(",", ".");
  return /^[1-9]\d{0,2}(\.\d{3}){2,}$/.test(digits) ? digits.replaceAll(".", "") : undefined;
}
