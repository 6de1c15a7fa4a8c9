import { expect, test } from "vitest";
import { jsonPlaces } from "../../src/io/jsonPlaces";

test("every value has the place where it begins, by its pointer", () => {
  expect([...jsonPlaces('{"a": [1, {"b/c": null}], "~": "x"}').at]).toEqual([["", 0], ["/a", 6], ["/a/0", 7], ["/a/1", 10], ["/a/1/b~1c", 18], ["/~0", 31]]);
});

test("within more than 64 objects and lists, a value has the place of the one around it", () => {
  const { at, wrong } = jsonPlaces("[".repeat(70) + "]".repeat(70));
  expect(wrong).toBeUndefined();
  expect([at.size, at.get("/0".repeat(64)), at.has("/0".repeat(65))]).toEqual([65, 64, false]);
});

test("a key that stands twice is told by its pointer and the place of the second", () => {
  expect(jsonPlaces('{"a": {"b": 1, "b": 2}, "a": 3}')).toMatchObject({ twice: { at: 15, pointer: "/a/b" } });
});

test("what cannot stand where it stands is told, with what was expected", () => {
  expect(jsonPlaces("[1, 2").wrong).toMatchObject({ at: 5 });
  expect(jsonPlaces("[1] 2").wrong).toEqual({ at: 4, expected: "the end of the file" });
});
