import { setImmediate } from "node:timers/promises";
import { type EndingSignal, endingSignals, exitOf } from "../io/signals";
import { messageLanguage } from "./language";

const EVERY_MS = 1000;
const STAGE_ZH = { universes: "设定", draws: "抽样" } as const;

/** Tells on standard error how far a multiverse is and how long it may still take, and hears Ctrl-C and its like: the first stops it, the second ends the process. */
export function tellProgress(): { meanwhile: (stage: "universes" | "draws", done: number, of: number) => Promise<"on" | "stop">; end: () => void; exit: () => number } {
  let interrupted: EndingSignal | undefined;
  const interrupt = (by: NodeJS.Signals): void => {
    interrupted ??= by as EndingSignal;
    end();
  };
  const end = (): void => endingSignals.forEach((name) => process.off(name, interrupt));
  for (const name of endingSignals) process.on(name, interrupt);
  let stageNow: string | undefined;
  let [began, told, doneBefore] = [0, 0, 0];
  return {
    meanwhile: async (stage, done, of) => {
      await setImmediate(); // lets signals in
      const now = performance.now();
      if (stage !== stageNow) [stageNow, began, told, doneBefore] = [stage, now, now, done];
      if (now - told > EVERY_MS) {
        told = now;
        // From what was done since the stage began: what a resumed run has found done took no time.
        const left = ((now - began) / Math.max(1, done - doneBefore)) * (of - done);
        const seconds = Math.ceil(left / 1000);
        console.error(messageLanguage() === "zh" ? `${STAGE_ZH[stage]}：${done} / ${of}，约剩 ${seconds} 秒` : `${stage}: ${done} of ${of}, about ${seconds} s left`);
      }
      return interrupted ? "stop" : "on";
    },
    end,
    exit: () => exitOf(interrupted ?? "SIGINT"),
  };
}
