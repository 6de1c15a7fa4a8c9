// @vitest-environment jsdom
import { expect, test } from "vitest";
import type { AllReadingsShare } from "../../../src/exhibits/allReadings";
import type { PanelState } from "../../../src/exhibits/panelState";
import { defaultReadings } from "../../../src/sfrc/readings";
import { ReadingsPanel } from "../../../src/site/client/live/readingsPanel";

const share = (data: string, synthetic: boolean): AllReadingsShare => ({
  from: 0, to: 1, of: 1, data, synthetic, study: { id: "sfrc" }, leftOut: [],
  universes: [{ hypothesis: "H1", group: "all", model: "M4", paper: true, changes: [], likelihood: "l", estimate: 0.25, stars: "*", supported: true }],
});
const state = (...data: string[]): PanelState => ({
  readings: defaultReadings, study: { id: "sfrc", title: { en: "", zh: "" }, hypotheses: [], groups: [] }, files: [], synthetic: false,
  inForce: { data, readings: {}, version: "1" }, verdicts: [],
});

test("all readings of other data than those in force do not stay beneath the verdicts, and why is said", async () => {
  const panel = new ReadingsPanel("en", false, () => undefined, () => undefined, async () => share("mine", false));
  const all = panel.element.querySelector<HTMLElement>(".live-all-readings")!;
  all.querySelector("button")!.click();
  await expect.poll(() => all.dataset.standing).toBe("done");
  panel.show(state("another questionnaire", "mine"));
  expect(all.querySelectorAll("table").length).toBe(1);
  panel.show(state("the stand-in"));
  expect(all.querySelectorAll("table").length).toBe(0);
  expect(all.querySelector("[role=status]")!.textContent).toContain("other data");
  expect(all.querySelector("button")!.hidden).toBe(false);
});

test("a button's name has the words that stand on it, and its help is told beside it", () => {
  const { element } = new ReadingsPanel("zh", false, () => undefined, () => undefined, async () => undefined);
  const start = Array.from(element.querySelectorAll("button")).find(({ textContent }) => textContent === "全部读法")!;
  expect([start.hasAttribute("aria-label"), start.title.length > 10]).toEqual([false, true]);
  for (const one of element.querySelectorAll("button")) expect(one.getAttribute("aria-label") ?? one.textContent).toContain(one.textContent);
});
