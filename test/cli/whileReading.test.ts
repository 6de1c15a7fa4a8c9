import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { whileReading } from "../../src/cli/whileReading";
import { useLanguage } from "../../src/cli/language";
import type { Engine } from "../../src/engines/engine";
import { endingSignals } from "../../src/io/signals";

const done: string[] = [];
const said: string[] = [];
const hung = { stop: () => undefined as void };
/** A source of two rows, whose query "hangs" waits until it is cancelled. */
const engine = (change: Partial<Engine> = {}): Engine => ({
  name: "rows.csv", columns: [], cancel: async () => (done.push("cancelled"), hung.stop()), close: async () => void done.push("closed"),
  query: async function* (sql: string) {
    done.push(sql);
    if (sql === "hangs") await new Promise<void>((stop) => (hung.stop = stop));
    yield [["1"], ["2"]];
  },
  hold: async (select: string) => (done.push(`held ${select}`), "t"),
  ...change,
} as unknown as Engine);

const before = endingSignals.map((signal) => process.listeners(signal));
const added = () => endingSignals.flatMap((signal, i) => process.listeners(signal).filter((one) => !before[i].includes(one)));
const signal = (name: "SIGINT" | "SIGTERM") => process.listeners(name).at(-1)!(name);
const drawn = async (rows: AsyncIterable<unknown>) => {
  const all: unknown[] = [];
  for await (const batch of rows) all.push(batch);
  return all;
};

beforeEach(() => {
  useLanguage("en");
  done.length = said.length = 0;
  vi.spyOn(console, "error").mockImplementation((text: string) => void said.push(text));
  vi.spyOn(process, "exit").mockImplementation((code) => void done.push(`exit ${String(code)}`) as never);
  vi.spyOn(process, "kill").mockImplementation((_, name) => (done.push(`kill ${String(name)}`), true));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  useLanguage(undefined);
  expect(added()).toEqual([]);
});

it("the work gets its rows, and the source is closed after it, whatever came of it", async () => {
  expect(await whileReading(async () => engine(), async (given) => [await drawn(given.query("one")), await given.hold!("all"), given.name])).toEqual([[[["1"], ["2"]]], "t", "rows.csv"]);
  expect(done).toEqual(["one", "held all", "closed"]);
  await expect(whileReading(async () => engine({ close: async () => { throw new Error("gone"); } }), async () => { throw new Error("the work's"); })).rejects.toThrow("the work's");
  await expect(whileReading(async () => { throw new Error("not opened"); }, async () => 1)).rejects.toThrow("not opened");
  expect(await whileReading(async () => engine({ hold: undefined } as never), async (given) => "hold" in given && given.hold !== undefined)).toBe(false);
  expect(said).toEqual([]);
});

it("every five seconds it is told that the query still runs", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  await whileReading(async () => engine(), async () => {
    vi.advanceTimersByTime(4999);
    expect(said).toEqual([]);
    vi.advanceTimersByTime(5001);
    useLanguage("zh");
    vi.advanceTimersByTime(5000);
  });
  vi.advanceTimersByTime(60_000);
  expect(said).toEqual(["rows.csv: reading since 5 s (Ctrl-C ends it)", "rows.csv: reading since 10 s (Ctrl-C ends it)", "rows.csv：已读取 15 秒（Ctrl-C 可停止）"]);
});

it("Ctrl-C ends the query, sends no other, and the process ends as the shell counts", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "clearInterval"] });
  await expect(whileReading(async () => engine(), async (given) => {
    const first = drawn(given.query("hangs"));
    await Promise.resolve();
    signal("SIGINT");
    await first;
    await expect(drawn(given.query("second"))).rejects.toThrow("rows.csv: the query was stopped.");
    await given.hold!("more");
  })).rejects.toThrow("the query was stopped");
  expect([done, said]).toEqual([["hangs", "cancelled", "closed", "exit 130"], ["rows.csv: stopped. Nothing was written."]]);
});

it("a second signal, one before the source is open, and patience that ends, end the process at once", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "clearInterval"] });
  const ends = () => {
    const [kill] = process.listeners("exit").slice(-1);
    process.off("exit", kill);
    kill(0);
  };
  await whileReading(async () => (signal("SIGTERM"), ends(), engine()), async () => {
    expect(done.splice(0)).toEqual(["exit 143", "kill SIGKILL"]);
    signal("SIGTERM");
    expect(done.splice(0)).toEqual(["cancelled"]);
    signal("SIGINT");
    ends();
    expect(done.splice(0)).toEqual(["exit 130", "kill SIGKILL"]);
    vi.advanceTimersByTime(29_999);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(1);
    ends();
    expect(done.splice(0)).toEqual(["exit 143", "kill SIGKILL"]);
  });
  expect(done).toEqual(["closed", "exit 143"]);
});
