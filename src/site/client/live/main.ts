import type { Language } from "../../../bilingual";
import type { CellResult } from "../kernel/runCell";
import { type LiveAddresses, LivePage } from "./page";

declare global {
  interface Window {
    /** For checks from outside, and for whoever wants to run cells by script. */
    sojournLive?: {
      readonly ready: Promise<void>;
      readonly cells: number;
      run(index: number, source?: string): Promise<CellResult>;
      reset(): Promise<void>;
    };
  }
}

const language: Language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const page = new LivePage(language, { ...(document.currentScript as HTMLScriptElement).dataset } as unknown as LiveAddresses);

window.sojournLive = {
  get ready() {
    return page.ready();
  },
  cells: page.cells.length,
  async run(index, source) {
    const cell = page.cells[index];
    if (!cell) throw new RangeError(`there is no cell ${index} on this page (expected 0 to ${page.cells.length - 1})`);
    return page.run(cell, source);
  },
  reset: () => page.reset(),
};
