import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { useLanguage } from "../../src/cli/language";
import * as newStudy from "../../src/cli/new";
import { readStudy } from "../../src/study/folder/readStudy";
import { inProcess } from "./inProcess";

const run = inProcess(newStudy);
const folder = mkdtempSync(join(tmpdir(), "sojourn-new-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("sojourn new study", () => {
  const refusal = async (kind: string, name: string) => (await run("new", kind, name)).stderr;

  it("refuses what it does not make, and every name that is none", async () => {
    expect(await refusal("poem", "x")).toBe("poem: there is no such thing to make here (expected study). sojourn new study NAME. Nothing was written.");
    for (const name of ["9lives", "-a", "_a", "a b", "a.b", "é", "ab!"]) {
      expect(await refusal("study", join(folder, name))).toBe(`${join(folder, name)}: ${JSON.stringify(name)} is no name for a study (expected letters, digits, - and _, a letter first). Choose another name. Nothing was written.`);
    }
    expect(await refusal("study", folder)).toBe(`${folder}: is there already (expected a folder that is not there yet). Choose another name. Nothing was written.`);
    expect(await refusal("study", join(folder, "no", "such"))).toBe(`${join(folder, "no", "such")}: there is no folder ${join(folder, "no")} (expected a name in a folder that exists). Make the folder first.`);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("writes it and says what may come next, in both languages", async () => {
    const [a, z] = [join(folder, "aZ"), join(folder, "Z0_-")];
    const commands = (study: string) => ["", `  npx --no-install sojourn reproduce --study ${study}`, `  npx --no-install sojourn multiverse --study ${study}`, `  npx --no-install sojourn run --study ${study}`, `  npx --no-install sojourn site --study ${study} --out ${study}-site`, `  node --test ${study}/test/study.test.mjs`, ""];
    expect(await run("new", "study", a)).toEqual({ exit: 0, stderr: "", stdout: [`${a}: written, with invented answers of 600 people`, ...commands(a), "docs/your-own-study.md tells how to put your own questions and data in"].join("\n") });
    expect(readFileSync(join(a, "data.csv"), "utf8").split("\n")).toHaveLength(602);
    expect(readStudy(a).study.id).toBe("aZ");
    useLanguage("zh");
    const { stdout } = await run("new", "study", z);
    useLanguage(undefined);
    expect(stdout).toBe([`${z}：已写入，含 600 人的合成数据`, ...commands(z), "docs/your-own-study.md 说明如何换成自己的问卷与数据"].join("\n"));
    expect(readdirSync(folder).sort()).toEqual(["Z0_-", "aZ"]);
    expect(statSync(a).mode & 0o777).toBe(0o777 & ~process.umask());
  });

  it("leaves nothing where the data cannot be drawn", async () => {
    const node = process.execPath;
    process.execPath = "/bin/false";
    const { exit, stderr } = await run("new", "study", join(folder, "never")).finally(() => (process.execPath = node));
    expect([exit, stderr]).toEqual([70, expect.stringContaining("make-data.mjs failed")]);
    expect(readdirSync(folder).sort()).toEqual(["Z0_-", "aZ"]);
  });
});
