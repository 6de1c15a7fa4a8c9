// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import { OwnData } from "../../../src/site/client/live/ownData";
import { LIVE } from "../../../src/site/client/live/words";
import { CHOICE_PLACE, STUDY_CHOICE } from "../../../src/site/live/studyPlace";

const used: { own: boolean; files: Record<string, string | undefined> }[] = [];
let refusing: Error | undefined;
const use = (files: readonly { path: string; content: string | Uint8Array | undefined }[], own: boolean) => {
  used.push({ own, files: Object.fromEntries(files.map(({ path, content }) => [path, content instanceof Uint8Array ? new TextDecoder().decode(content) : content])) });
  return own && refusing ? Promise.reject(refusing) : Promise.resolve();
};
/** jsdom's files have no arrayBuffer. */
const file = (name: string, text: string) => Object.assign(new File([text], name), { arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer) });
const choose = (box: OwnData, ...files: File[]) => {
  const input = box.element.querySelector("input")!;
  Object.defineProperty(input, "files", { configurable: true, value: files });
  input.dispatchEvent(new Event("change"));
};
const status = (box: OwnData) => box.element.querySelector("[role=status]")!.textContent;
const back = (box: OwnData) => box.element.querySelector("button")!;
beforeEach(() => {
  used.length = 0;
  refusing = undefined;
});

describe("a reader's own files", () => {
  it("are given with the choice of them, and left again", async () => {
    const box = new OwnData("en", false, use);
    expect([back(box).hidden, back(box).textContent, status(box)]).toEqual([true, LIVE.dataBack.en, ""]);
    choose(box, file("a.csv", "x"), file("map.JSON", "{}"), file("b.sav", "y"));
    await expect.poll(() => status(box)).toBe(`${LIVE.dataTaken.en}: a.csv, b.sav`);
    const { [CHOICE_PLACE]: choice, ...files } = used[0].files;
    expect([used[0].own, files, JSON.parse(choice!)]).toEqual([true, { "/notebooks/own/a.csv": "x", "/notebooks/own/map.JSON": "{}", "/notebooks/own/b.sav": "y" }, { files: ["own/a.csv", "own/b.sav"], mapping: "own/map.JSON", readings: {} }]);
    expect(back(box).hidden).toBe(false);
    back(box).click();
    await expect.poll(() => back(box).hidden).toBe(true);
    expect([used[1], status(box)]).toEqual([{ own: false, files: { [CHOICE_PLACE]: undefined } }, ""]);
  });

  it("on the pages of a study are read by its codebook", async () => {
    const box = new OwnData("zh", true, use);
    expect(back(box).textContent).toBe(LIVE.dataBackStudy.zh);
    choose(box, file("a.csv", "x"));
    await expect.poll(() => used.length).toBe(1);
    expect(JSON.parse(used[0].files[CHOICE_PLACE]!)).toEqual({ ...STUDY_CHOICE, files: ["own/a.csv"], readings: {} });
    back(box).click();
    await expect.poll(() => used.length).toBe(2);
    expect(used[1].files[CHOICE_PLACE]).toBe(JSON.stringify(STUDY_CHOICE));
  });

  it("that cannot be used are refused in a sentence, and what was before holds again", async () => {
    const box = new OwnData("en", false, use);
    refusing = new Error("/notebooks/own/a.xlsx: two sheets (expected --sheet NAME)");
    choose(box, file("a.xlsx", "x"));
    await expect.poll(() => status(box)).toBe(`✗ ${LIVE.dataRefused.en} a.xlsx: two sheets (expected --sheet NAME) ${LIVE.noOptions.en}`);
    expect([used.map(({ own }) => own), back(box).hidden]).toEqual([[true, false], true]);
    refusing = new Error("no");
    choose(box, file("a.xlsx", "x"));
    await expect.poll(() => status(box)).toBe(`✗ ${LIVE.dataRefused.en} no`);
  });

  it("a mapping alone is no data", async () => {
    const box = new OwnData("en", false, use);
    choose(box, file("map.json", "{}"));
    await expect.poll(() => status(box)).toBe(`✗ ${LIVE.dataRefused.en} map.json: ${LIVE.mappingAlone.en}`);
    expect(used.map(({ own }) => own)).toEqual([false]);
  });

  it("may be dropped anywhere on the page; what is dropped besides is left", async () => {
    const box = new OwnData("en", false, use);
    const drop = (type: string, transfer: unknown) => {
      const event = Object.assign(new Event(type, { cancelable: true }), { dataTransfer: transfer });
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect([drop("dragover", { types: ["Files"] }), drop("dragover", { types: ["text/plain"] }), drop("drop", { files: [] }), drop("drop", undefined)]).toEqual([true, false, false, false]);
    expect(box.element.open).toBe(false);
    expect([drop("drop", { files: [file("a.csv", "x")] }), box.element.open]).toEqual([true, true]);
    await expect.poll(() => status(box)).toBe(`${LIVE.dataTaken.en}: a.csv`);
  });
});
