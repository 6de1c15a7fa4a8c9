/**
 * Splits at a separator, but not within "double quotes" or `backticks`, by which names such as `a,b` can be asked for.
 * The quotes stay: `unquoted` takes them off.
 */
export function splitUnquoted(text: string, separator: string): string[] {
  const parts = [""];
  let quote: string | undefined;
  for (const character of text) {
    if (quote === undefined && character === separator) parts.push("");
    else {
      if (character === quote) quote = undefined;
      else if (quote === undefined && (character === '"' || character === "`")) quote = character;
      parts[parts.length - 1] += character;
    }
  }
  return parts.map((part) => part.trim());
}

/** A name without its quotes. */
export const unquoted = (name: string): string => /^(["`])(.*)\1$/s.exec(name)?.[2] ?? name;

/** Whether a name is in quotes. */
export const isQuoted = (name: string): boolean => /^(["`]).*\1$/s.test(name);
