import { pointerTo } from "./jsonPointer";

/** Where the values of a JSON text stand, and the first thing that is wrong with it. */
export interface JsonPlaces {
  /** Pointer ("/models/M1", RFC 6901) → where its value begins, in UTF-16 units from 0. */
  readonly at: ReadonlyMap<string, number>;
  /** The first character that cannot stand where it stands. */
  readonly wrong?: { readonly at: number; readonly expected: string };
  /** The first key that an object holds twice, as its pointer and place. */
  readonly twice?: { readonly at: number; readonly pointer: string } | undefined;
}

/** Unrolled, so that a text of many megabytes (a picture) does not exhaust the stack. */
const STRING = /"[^"\\\0-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\0-\x1f]*)*"/y;
const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;

/** Values within more objects and lists than this have the place of the one around them. */
const DEEPEST = 64;

interface Open {
  readonly pointer: string;
  /** Of an object: the keys met. Of a list: how many values were met. */
  readonly keys?: Set<string>;
  count: number;
}

/** A pass over a JSON text that remembers places, without the recursion that a deep text would exhaust. */
export function jsonPlaces(text: string): JsonPlaces {
  const at = new Map<string, number>();
  const open: Open[] = [];
  let twice: JsonPlaces["twice"];
  let place = 0;
  let pointer = "";

  const space = (): string => {
    while (text[place] === " " || text[place] === "\n" || text[place] === "\r" || text[place] === "\t") place++;
    return text[place];
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = place;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) place += found.length;
    return found;
  };
  const key = (object: Open): string | undefined => {
    const isText = space() === "\"";
    const start = place;
    const read = isText ? match(STRING) : undefined;
    if (read === undefined) return "a key in quotation marks";
    if (space() !== ":") return "a colon after the key";
    place++;
    const name = JSON.parse(read) as string;
    pointer = pointerTo(object.pointer, name);
    if (object.keys!.has(name)) twice ??= { at: start, pointer };
    object.keys!.add(name);
    return undefined;
  };

  for (;;) {
    // A value.
    const first = space();
    if (open.length <= DEEPEST) at.set(pointer, place);
    let expected: string | undefined;
    if (first === "{" || first === "[") {
      const inner: Open = { pointer, count: 0, ...(first === "{" ? { keys: new Set<string>() } : {}) };
      place++;
      if (space() !== (inner.keys ? "}" : "]")) {
        open.push(inner);
        if (inner.keys) expected = key(inner);
        else pointer = `${inner.pointer}/0`;
        if (expected) return { at, twice, wrong: { at: place, expected } };
        continue;
      }
      place++;
    } else if (match(first === "\"" ? STRING : LITERAL) === undefined) {
      return { at, twice, wrong: { at: place, expected: first === "\"" ? "a text that ends with a quotation mark, its line ends and marks written \\n, \\\"" : "a value" } };
    }
    // What follows it.
    for (;;) {
      const inner = open.at(-1);
      const next = space();
      if (!inner) return next === undefined ? { at, twice } : { at, twice, wrong: { at: place, expected: "the end of the file" } };
      if (next === ",") {
        place++;
        if (inner.keys) expected = key(inner);
        else pointer = `${inner.pointer}/${++inner.count}`;
        if (expected) return { at, twice, wrong: { at: place, expected } };
        break;
      }
      if (next !== (inner.keys ? "}" : "]")) return { at, twice, wrong: { at: place, expected: inner.keys ? "a comma or }" : "a comma or ]" } };
      place++;
      open.pop();
    }
  }
}
