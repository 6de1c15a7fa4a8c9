import { defineConfig } from "vitest/config";

// In CI a failed test is tried once more and reported as flaky: kernels start in real time there, on a machine that others share.
const retry = process.env.CI ? 1 : 0;

export default defineConfig({
  test: { retry, include: ["test/**/*.test.ts"], globalSetup: ["test/temporaryFolder.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
});
