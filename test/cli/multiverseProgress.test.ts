import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useLanguage } from "../../src/cli/language";
import { tellProgress } from "../../src/cli/multiverseProgress";
import { endingSignals } from "../../src/io/signals";

const said: string[] = [];
let now = 0;
const before = endingSignals.map((signal) => process.listeners(signal).length);
beforeEach(() => {
  said.length = 0;
  useLanguage("en");
  vi.spyOn(console, "error").mockImplementation((text: string) => void said.push(text));
  vi.spyOn(performance, "now").mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
  useLanguage(undefined);
  expect(endingSignals.map((signal) => process.listeners(signal).length)).toEqual(before);
});

it("tells each second how far it is, by what was done since the stage began", async () => {
  const { meanwhile, end } = tellProgress();
  const at = async (ms: number, stage: "universes" | "draws", done: number, of: number) => {
    now = ms;
    const answer = await meanwhile(stage, done, of);
    return [answer, ...said.splice(0)];
  };
  expect(await at(5000, "universes", 100, 400)).toEqual(["on"]); // resumed: 100 took no time
  expect(await at(6000, "universes", 110, 400)).toEqual(["on"]); // exactly a second
  expect(await at(7000, "universes", 150, 400)).toEqual(["on", "universes: 150 of 400, about 10 s left"]); // 50 in 2 s, 250 left
  expect(await at(7900, "universes", 160, 400)).toEqual(["on"]);
  expect(await at(8001, "universes", 399, 400)).toEqual(["on", "universes: 399 of 400, about 1 s left"]);
  expect(await at(9500, "draws", 0, 50)).toEqual(["on"]);
  expect(await at(11_500, "draws", 0, 50)).toEqual(["on", "draws: 0 of 50, about 100 s left"]);
  useLanguage("zh");
  expect(await at(13_500, "draws", 40, 50)).toEqual(["on", "抽样：40 / 50，约剩 1 秒"]);
  expect(await at(20_000, "universes", 0, 3)).toEqual(["on"]);
  expect(await at(21_001, "universes", 1, 3)).toEqual(["on", "设定：1 / 3，约剩 3 秒"]);
  end();
});

it.each(["SIGHUP", "SIGINT", "SIGTERM"] as const)("%s stops it, and the next one ends the process", async (signal) => {
  const { meanwhile, exit } = tellProgress();
  expect([await meanwhile("draws", 1, 2), exit()]).toEqual(["on", 130]);
  process.listeners(signal).at(-1)!(signal);
  expect(endingSignals.map((name) => process.listeners(name).length)).toEqual(before);
  expect([await meanwhile("draws", 1, 2), exit()]).toEqual(["stop", { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal]]);
});
