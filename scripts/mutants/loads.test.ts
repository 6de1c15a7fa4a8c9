import { join } from "node:path";
import { expect, it } from "vitest";

// Asked of a mutant on whose tests an error is thrown before they begin: is it the module itself that cannot be imported?
it("loads", async () => {
  const { file } = JSON.parse(process.env.SOJOURN_MUTANT!) as { file: string };
  expect(await import(join(process.cwd(), file))).toBeTypeOf("object");
});
