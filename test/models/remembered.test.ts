import { expect, test, vi } from "vitest";
import { remembered } from "../../src/models/data/remembered";

test("a column of few values is worked out once a value", () => {
  const length = vi.fn((cell: string) => cell.length);
  const of = remembered(length);
  expect(["a", "bb", "a", "bb", ""].map(of)).toEqual([1, 2, 1, 2, 0]);
  expect(length).toHaveBeenCalledTimes(3);
});

test("a column of very many values is worked out cell by cell, and nothing of it is kept", () => {
  const number = vi.fn(Number);
  const of = remembered(number);
  const cells = Array.from({ length: 10_000 }, (_, i) => String(i));
  expect([...cells, ...cells].map(of)).toEqual([...cells, ...cells].map(Number));
  expect(number).toHaveBeenCalledTimes(20_000);
});

test("what refuses a cell is told where it stands", () => {
  const of = remembered((cell, i): number => {
    if (cell === "x") throw new Error(`row ${i}`);
    return 1;
  });
  expect(() => ["a", "a", "x", "x"].map(of)).toThrow("row 2");
});
