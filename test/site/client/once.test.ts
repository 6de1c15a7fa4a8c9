import { expect, it } from "vitest";
import { Once } from "../../../src/site/client/once";

it("is made once, again where it could not be, and anew once it is forgotten", async () => {
  const makers: { resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  const once = new Once(() => new Promise<string>((resolve, reject) => makers.push({ resolve, reject })));
  expect(once.forget()).toBe(undefined);
  const [first, second] = [once.get(), once.get()];
  expect([first === second, makers.length]).toEqual([true, 1]);
  makers[0].reject(new Error("not there"));
  await expect(first).rejects.toThrow("not there");
  const again = once.get();
  makers[1].resolve("here");
  expect([await again, await once.get(), makers.length]).toEqual(["here", "here", 2]);
  expect(await once.forget()).toBe("here");
  const third = once.get();
  const forgotten = once.forget()!;
  const fourth = once.get();
  makers[2].reject(new Error("too late"));
  await expect(third).rejects.toThrow("too late");
  await expect(forgotten).rejects.toThrow("too late");
  expect([once.get() === fourth, makers.length]).toEqual([true, 4]); // the one that failed was no longer the one that is wanted
});
