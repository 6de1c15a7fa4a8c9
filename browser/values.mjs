const CLOSE = 1e-9;

/**
 * Where two values of JSON differ, numbers to nine digits; undefined where they do not.
 *
 * @returns {string | undefined}
 */
export function difference(wanted, found, place = "") {
  if (typeof wanted === "number" && typeof found === "number") return wanted === found || Math.abs(wanted - found) <= CLOSE * Math.max(Math.abs(wanted), 1e-300) ? undefined : say(wanted, found, place);
  if (Array.isArray(wanted) && Array.isArray(found) && wanted.length !== found.length) return `${place}: ${found.length} items (expected ${wanted.length})`;
  if (wanted && found && typeof wanted === "object" && typeof found === "object") {
    for (const key of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
      const inner = difference(wanted[key], found[key], `${place}/${key}`);
      if (inner !== undefined) return inner;
    }
    return undefined;
  }
  if (typeof wanted === "string" && typeof found === "string") return sameText(wanted, found) ? undefined : say(...around(wanted, found), place);
  return wanted === found ? undefined : say(wanted, found, place);
}

const NUMBER = /\d+\.?\d*(?:e[+-]?\d+)?/g;

/** The same words, and numbers in them that agree: two engines may differ in a number's last digit. */
function sameText(wanted, found) {
  if (wanted === found) return true;
  if (wanted.replace(NUMBER, "#") !== found.replace(NUMBER, "#")) return false;
  const theirs = found.match(NUMBER) ?? [];
  return (wanted.match(NUMBER) ?? []).every((number, i) => Math.abs(Number(number) - Number(theirs[i])) <= CLOSE * Math.abs(Number(number)));
}

/** What stands where two texts part. */
function around(wanted, found) {
  const at = Array.from(wanted).findIndex((letter, i) => letter !== found[i]);
  return [wanted, found].map((text) => text.slice(Math.max(0, at - 30)));
}

const say = (wanted, found, place) => `${place}: ${JSON.stringify(found)?.slice(0, 120)} (expected ${JSON.stringify(wanted)?.slice(0, 120)})`;
