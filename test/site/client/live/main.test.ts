// @vitest-environment jsdom
import { afterAll, beforeAll, expect, it } from "vitest";
import { LIVE } from "../../../../src/site/client/live/words";

beforeAll(async () => {
  document.documentElement.lang = "zh-Hans";
  document.body.innerHTML = `<main data-notebook="01" data-version="7"><section>intro</section>${["a", "b"].map((text) => `<section class="cell" id="${text}"><details class="code" open><pre>${text}</pre></details><div class="outputs"></div></section>`).join("")}</main>`;
  const script = document.createElement("script");
  script.dataset.study = "";
  Object.defineProperty(document, "currentScript", { value: script, configurable: true });
  await import("../../../../src/site/client/live/main.js");
});
afterAll(() => {
  Reflect.deleteProperty(document, "currentScript");
  document.body.replaceChildren();
  document.documentElement.removeAttribute("lang");
});

it("a page's script makes its cells live, in the page's language, of the study that it names", () => {
  expect([document.querySelectorAll(".cell .live-tools").length, document.querySelector(".live-bar")!.getAttribute("aria-label"), document.querySelector(".live-readings summary")!.textContent]).toEqual([2, LIVE.tools.zh, LIVE.verdictsOf.zh]);
});

it("cells are run from outside by their place, of which there are as many as on the page", async () => {
  expect(window.sojournLive!.cells).toBe(2);
  await expect(window.sojournLive!.run(2)).rejects.toThrow(new RangeError("there is no cell 2 on this page (expected 0 to 1)"));
});
