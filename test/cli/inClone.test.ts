import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dependenciesFinding, framesFinding } from "../../src/cli/doctor/packagedFindings";
import { inClone, refuseOutsideClone } from "../../src/cli/inClone";

const folder = mkdtempSync(join(tmpdir(), "sojourn-package-"));
const write = (name: string, content: unknown) => {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), JSON.stringify(content));
};

test("what works on a clone is refused by name in the installed package, and goes on here", () => {
  expect(inClone()).toBe(true);
  expect(() => refuseOutsideClone("site")).not.toThrow();
  expect(() => refuseOutsideClone("site", folder)).toThrow(`${folder}: is Sojourn as a package, which has no part in \`sojourn site\` (expected a clone`);
});

test("an installed package tells which of the packages it names cannot be found", () => {
  write("package.json", { dependencies: { a: "1.0.0", "b-that-is-nowhere": "1.0.0" }, peerDependencies: { "danfojs-node": "1.2.0" } });
  write("node_modules/a/package.json", {});
  expect(dependenciesFinding(folder)).toMatchObject({ status: "missing", found: "1 missing, such as b-that-is-nowhere" });
  write("node_modules/b-that-is-nowhere/package.json", {});
  expect(dependenciesFinding(folder)).toMatchObject({ status: "ok", found: "all 2 that Sojourn names" });
  expect(framesFinding(folder)).toMatchObject({ status: "optional", remedy: expect.stringContaining("danfojs-node 1.2.0") });
  expect(framesFinding().status).toBe("ok");
});
