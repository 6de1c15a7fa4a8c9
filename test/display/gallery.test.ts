import { join } from "node:path";
import { expect, it } from "vitest";
import { someFigures } from "./someFigures";

/*
 * The gallery: one figure of every kind, as it is handed to whoever draws it. What changes how a figure looks (a width, a colour, room
 * for a label) shows here as a difference to be looked at; take it over with `npx vitest run test/display/gallery.test.ts -u`.
 */
const FOLDER = join(__dirname, "../fixtures/display/gallery");

/** Without the last digits, which differ between machines. */
const steady = (_: string, value: unknown): unknown => (typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(10)) : value);

it.each(Object.entries(someFigures()))("%s looks as it did", async (name, figure) => {
  await expect(`${JSON.stringify(figure, steady, 1)}\n`).toMatchFileSnapshot(join(FOLDER, `${name}.json`));
});
