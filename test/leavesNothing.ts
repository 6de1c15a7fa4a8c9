import { afterAll, expect } from "vitest";
import { sessionReadings } from "../src/sfrc/sessionReadings";

// Test files that share a process leave it as they found it; one that cannot has its own (vitest.config.mts).
const REPLACEABLE = ["document", "window", "Iterator", "Event", "dispatchEvent", "fetch", "Date", "setTimeout"];
const state = () => ({
  environment: { ...process.env }, folder: process.cwd(), exit: process.exitCode, readings: { ...sessionReadings() },
  writers: [console.log, console.error, process.stdout.write, process.stderr.write, Math.random],
  globals: REPLACEABLE.map((name) => (globalThis as Record<string, unknown>)[name]),
});

const found = state();
afterAll(() => expect(state()).toEqual(found));
