// @vitest-environment jsdom
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

/** The page's script, as the page carries it: with the address of its traces. */
beforeAll(async () => {
  const script = Object.assign(document.createElement("script"), { type: "text/plain" });
  script.dataset.traces = "traces.js";
  Object.defineProperty(document, "currentScript", { value: script, configurable: true });
  Object.assign(HTMLDialogElement.prototype, { showModal: vi.fn(function (this: HTMLDialogElement) { this.open = true; }), close: vi.fn(function (this: HTMLDialogElement) { this.dispatchEvent(new Event("close")); }) });
  await import("../../../src/site/client/trace/main.js");
  Reflect.deleteProperty(document, "currentScript");
});

beforeEach(() => {
  document.body.innerHTML = '<p><a class="traced" href="#M4.x"><b>0.506*</b></a> <a id="other" href="#M4.x">x</a></p>';
});

const click = (selector: string, change: MouseEventInit = {}): boolean => !document.querySelector(selector)!.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, button: 0, ...change }));
const dialogs = () => [...document.querySelectorAll("dialog")];
const settled = () => new Promise((resolve) => { setTimeout(resolve, 0); });

describe("a printed number on a page", () => {
  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])("is a plain link with %j", (change) => expect(click("a.traced", change)).toBe(false));
  it("is one link among others, which stay as they are", () => expect([click("#other"), click("p")]).toEqual([false, false]));

  it("opens its trace over the page, fetched once, and closes by its button or beside it", async () => {
    expect(click("b")).toBe(true);
    expect([...document.head.querySelectorAll("script")].map((script) => script.getAttribute("src"))).toEqual(["traces.js"]);
    window.sojournTraces!({ "M4.x": "<article>asked, coded, estimated</article>" });
    await settled();
    expect(dialogs().map((dialog) => [dialog.open, dialog.getAttribute("aria-label"), dialog.querySelector("article")!.textContent, dialog.querySelector("button")!.textContent])).toEqual([[true, "Where this number comes from", "asked, coded, estimated", "Close"]]);
    dialogs()[0].querySelector("article")!.click();
    expect(dialogs()).toHaveLength(1);
    dialogs()[0].querySelector("button")!.click();
    expect(dialogs()).toHaveLength(0);
    click("a.traced");
    await settled();
    expect([dialogs().length, document.head.querySelectorAll("script").length]).toEqual([1, 1]);
    dialogs()[0].click();
    expect(dialogs()).toHaveLength(0);
  });
});
