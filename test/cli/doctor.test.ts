import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { browserFinding } from "../../src/cli/doctor/checkingFindings";
import { kernelFinding, preloadFinding } from "../../src/cli/doctor/kernelFindings";
import { labFindings } from "../../src/cli/doctor/labFindings";
import { noteIn } from "../../src/faults/noted";
import { buildFinding, linkFinding, nodeFinding, packagesFinding } from "../../src/cli/doctor/packageFindings";

const folder = () => mkdtempSync(join(tmpdir(), "sojourn-doctor-"));
const write = (file: string, content: unknown) => {
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, JSON.stringify(content));
};

test("a Node that is too old is told, to the minor version", () => {
  expect(["18.20.1", "20.18.3", "20.19.0", "26.1.0"].map((version) => nodeFinding(version).status)).toEqual(["missing", "missing", "ok", "ok"]);
});

test("packages that are missing, not whole or of another version are told by name; an optional one of another system is not", async () => {
  const place = folder();
  expect(await packagesFinding(place)).toMatchObject({ status: "missing", remedy: "npm ci" });
  write(join(place, "package-lock.json"), { packages: { "": { dependencies: { a: "1.0.0" } }, "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "2.0.0" }, "node_modules/other-system": { version: "1.0.0", optional: true } } });
  const record = (a: string) => write(join(place, "node_modules", ".package-lock.json"), { packages: { "node_modules/a": { version: a }, "node_modules/b": { version: "2.0.0" } } });
  for (const name of ["a", "b"]) write(join(place, "node_modules", name, "package.json"), { name, main: "dist/index.js", exports: { ".": { types: "./dist/index.d.ts", require: "./dist/index.js" } } });
  write(join(place, "node_modules", "a", "dist", "index.js"), "");
  record("1.0.0");
  expect((await packagesFinding(place)).status).toBe("ok");
  record("0.9.0");
  expect(await packagesFinding(place)).toMatchObject({ status: "missing", found: expect.stringContaining("such as a") });
  record("1.0.0");
  rmSync(join(place, "node_modules", "a", "dist"), { recursive: true });
  expect(await packagesFinding(place)).toMatchObject({ status: "missing", found: expect.stringContaining("such as a") });
  rmSync(join(place, "node_modules", "b"), { recursive: true });
  expect(await packagesFinding(place)).toMatchObject({ found: expect.stringMatching(/^2 missing/) });
});

test("a build is current where each source still has the digest that the build wrote down", () => {
  const place = folder();
  const [source, record] = [join(place, "src", "a.ts"), join(place, "dist", ".digests")];
  expect(buildFinding(place)).toMatchObject({ status: "missing" });
  mkdirSync(join(place, "src"));
  writeFileSync(source, "export const a = 1;\n");
  write(record, { "src/a.ts": createHash("sha256").update("export const a = 1;\n").digest("hex") });
  expect(buildFinding(place).status).toBe("ok");
  writeFileSync(source, "export const a = 2;\n");
  expect(buildFinding(place)).toMatchObject({ status: "missing", found: expect.stringContaining("src/a.ts"), remedy: "npm run build" });
});

test("a tslab registered without the preload is told by its file, one with it is not", () => {
  const [plain, whole] = [folder(), folder()];
  write(join(plain, "tslab", "kernel.json"), { argv: ["tslab", "kernel", "--config-path={connection_file}"] });
  write(join(whole, "tslab", "kernel.json"), { argv: ["node", "--require", "/x/wholeOutput.cjs", "tslab"] });
  expect(preloadFinding([whole, folder()]).status).toBe("ok");
  expect(preloadFinding([whole, plain])).toMatchObject({ status: "optional", found: expect.stringContaining(join(plain, "tslab", "kernel.json")), remedy: expect.stringContaining("npm run lab") });
});

test("a browser that is not there is optional", () => {
  expect(browserFinding(join(folder(), "chromium"))).toMatchObject({ status: "optional" });
});

test("here the link leads home, the kernel starts, and what JupyterLab needs is told one by one", async () => {
  expect(linkFinding().status).toBe("ok");
  expect(await kernelFinding()).toMatchObject({ status: "ok", found: expect.stringMatching(/imports sojourn/) });
  const findings = await labFindings();
  expect(findings).toHaveLength(4);
  for (const { status, remedy } of findings) expect(remedy === undefined).toBe(status === "ok");
});

test("each finding is said in Chinese, with what it found and its remedy", () => {
  for (const { what, found, remedy } of [browserFinding(join(folder(), "chromium")), buildFinding(folder()), preloadFinding([folder()]), nodeFinding("18.0.0")]) {
    const [name, told, way] = [what, found, remedy ?? ""].map((text) => noteIn(text, "zh"));
    expect(/[\u4e00-\u9fff]/.test(name) || what === "Node", name).toBe(true);
    expect(/[\u4e00-\u9fff]/.test(told) || what === "Node", told).toBe(true);
    expect(/[\u4e00-\u9fff]/.test(way) || remedy === undefined || remedy === "npm run build", way).toBe(true);
  }
});
