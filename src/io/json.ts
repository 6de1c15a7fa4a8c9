import { BadInput, type Place } from "../badInput";
import { said } from "../faults/said";
import { jsonPlaces, type JsonPlaces } from "./jsonPlaces";

/** A JSON text read, and where its values stand. */
export interface JsonFile {
  readonly value: unknown;
  /** The file and row of the value that a pointer ("/models/M1/n") leads to; of one that is not there, the nearest around it. */
  readonly placeOf: (pointer: string) => Place;
}

/**
 * Parses a JSON text.
 *
 * @param file  how messages name it
 * @throws {BadInput} with row and character of the first thing that is no JSON, or of a key that an object holds twice
 * @example parseJson('{"n": 187}', "table.json").value // { n: 187 }
 */
export function parseJson(text: string, file: string): JsonFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw notJson(text, file, jsonPlaces(text));
  }
  const places = jsonPlaces(text);
  if (places.twice) {
    const { row, character } = spot(text, places.twice.at);
    throw new BadInput({ file, row }, said`character ${character}: the key ${JSON.stringify(places.twice.pointer)} stands twice in one object`, "each key once", "Delete one of the two.");
  }
  return { value, placeOf: (pointer) => ({ file, row: spot(text, nearest(places, pointer)).row }) };
}

function notJson(text: string, file: string, { wrong }: JsonPlaces): BadInput {
  if (text.trim() === "") return new BadInput({ file }, "the file is empty", "JSON");
  const at = wrong?.at ?? text.length;
  const { row, character } = spot(text, at);
  return new BadInput({ file, row }, at >= text.length ? said`is no JSON: at character ${character} the file ends` : said`is no JSON: at character ${character} ${JSON.stringify(text.slice(at, at + 20).split("\n")[0])} stands`, wrong?.expected ?? "JSON", "Correct it there, or just before.");
}

function nearest({ at }: JsonPlaces, pointer: string): number {
  for (let way = pointer; way !== ""; way = way.slice(0, way.lastIndexOf("/"))) {
    const place = at.get(way);
    if (place !== undefined) return place;
  }
  return at.get("") ?? 0;
}

function spot(text: string, at: number): { row: number; character: number } {
  const before = text.slice(0, at).split(/\r\n?|\n/);
  return { row: before.length, character: before.at(-1)!.length + 1 };
}
