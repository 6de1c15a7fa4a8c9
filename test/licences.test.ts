import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
// @ts-expect-error plain JavaScript, whose types are in its comments
import { packageFolders, thirdParty } from "../scripts/licences/packages.mjs";
import { projectFolder } from "../src/projectFolder";

const client = join(projectFolder, "dist", "client");
const text = readFileSync(join(client, "THIRD-PARTY-LICENSES.txt"), "utf8");
const listed = [...text.matchAll(/^ {2}(\S+) (\d\S*): \S/gm)].map(([, name, version]) => ({ name, version }));

describe("licences of others' code in the pages", () => {
  it("hold every package of every bundle, at its version, with a text", () => {
    const notes = readdirSync(client).filter((name) => name.endsWith(".contents.json"));
    expect(notes.length).toBe(readdirSync(client).filter((name) => name.endsWith(".js") && !["document-cmaps.js", "live-declarations.js"].includes(name)).length);
    for (const folder of notes.flatMap((name) => JSON.parse(readFileSync(join(client, name), "utf8")) as string[])) {
      const { name, version } = JSON.parse(readFileSync(join(projectFolder, folder, "package.json"), "utf8")) as { name: string; version: string };
      expect(listed).toContainEqual({ name, version });
      const after = text.split(`\n${name} ${version} (`)[1].split("-".repeat(80))[1];
      expect(after, name).toMatch(/copyright|licen[cs]e/i);
    }
  });

  it("hold what mammoth carries within its one file, by its own list", () => {
    const inside = [...readFileSync(join(projectFolder, "node_modules/mammoth/mammoth.browser.js"), "utf8").matchAll(/^\/\/ Module: (.+)@/gm)].map(([, name]) => name);
    expect(inside.length).toBeGreaterThan(5);
    for (const name of inside) expect(listed.map((part) => part.name)).toContain(name);
  });

  it("are read off the modules, scoped and nested ones too, and what has none is refused by name", () => {
    expect(packageFolders(["/x/node_modules/@a/b/dist/i.js", "\0rolldown/empty.js?/x/node_modules/c/i.js", "/x/node_modules/c/node_modules/d/i.js", "/x/src/own.ts"])).toEqual(["/x/node_modules/@a/b", "/x/node_modules/c", "/x/node_modules/c/node_modules/d"]);
    const folder = mkdtempSync(join(tmpdir(), "sojourn-licences-"));
    mkdirSync(join(folder, "bare"));
    writeFileSync(join(folder, "bare", "package.json"), JSON.stringify({ name: "bare", version: "1.2.3", license: "MIT" }));
    expect(() => thirdParty(join(folder, "bare"))).toThrow("bare 1.2.3: no licence file");
    writeFileSync(join(folder, "bare", "LICENCE.md"), "Copyright somebody\n");
    expect(thirdParty(join(folder, "bare"))).toEqual({ name: "bare", version: "1.2.3", licence: "MIT", texts: ["Copyright somebody"] });
  });
});
