import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as audit from "../../src/cli/audit";
import * as command from "../../src/cli/table";
import { inProcess } from "./inProcess";

const sojourn = inProcess({ register: (program) => { command.register(program); audit.register(program); } });
const folder = mkdtempSync(join(tmpdir(), "sojourn-table-"));
const paper = (number: number) => join(__dirname, `../fixtures/paperTables/table${number}.txt`);

/** A file with this content. */
function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe("sojourn table", () => {
  it("gives JSON that sojourn audit takes, and the audit then finds what it found before", async () => {
    const { exit, stdout, stderr } = await sojourn("table", paper(2), "--json");
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    const audited = await sojourn("audit", file("read.json", stdout), "--json");
    expect(audited.exit).toBe(0);
    expect(JSON.parse(audited.stdout).pseudoR2).toMatchObject({ definition: "nagelkerke", events: { m1: 111, m2: 102, m3: 421, m4: 532 } });
  });

  it("shows what it understood as a table, and what it is unsure of", async () => {
    const { exit, stdout } = await sojourn("table", paper(3));
    expect(exit).toBe(0);
    expect(stdout).toMatch(/年龄2 +-0\.0003 \(0\.0002\) +0\.0001 \(0\.0001\) +0\.00001 \(0\.0001\)/);
    expect(stdout).toMatch(/supposed \(7\):/);
    expect(stdout).toMatch(/m1, family: ordered logit/);
  });

  it("shows a descriptive table", async () => {
    const { stdout } = await sojourn("table", paper(1));
    expect(stdout).toMatch(/长春 +187 +24\.1/);
    expect(stdout).toContain("Nothing is unsure");
  });

  it("reads GB18030 and UTF-16 as well", async () => {
    const gb = Buffer.from([0xb1, 0xe4, 0xc1, 0xbf, 0x2c, 0x41, 0x0a, 0xc4, 0xea, 0xc1, 0xe4, 0x2c, 0x30, 0x2e, 0x31, 0x20, 0x28, 0x30, 0x2e, 0x32, 0x29, 0x0a, 0x63, 0x2c, 0x31, 0x20, 0x28, 0x32, 0x29, 0x0a]);
    for (const [name, bytes] of [["gb.csv", gb], ["utf16.csv", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("变量,A\n年龄,0.1 (0.2)\nc,1 (2)\n", "utf16le")])]] as const) {
      const { stdout } = await sojourn("table", file(name, bytes), "--json");
      expect(JSON.parse(stdout).models.m1.rows[0], name).toMatchObject({ term: "年龄", coef: "0.1", se: "0.2" });
    }
  });

  it.each([
    ["a text without a table", () => file("none.txt", "nothing here"), /no table was understood/],
    ["an empty file", () => file("empty.txt", ""), /no table was understood/],
    ["a file that is not there", () => join(folder, "absent.txt"), /there is no such file/],
    ["bytes that are no text", () => file("bytes.bin", Buffer.from([0xff, 0xff, 0xff, 0x80])), /it is not UTF-8/],
  ])("refuses %s with exit 2", async (_, path, message) => {
    const { exit, stdout, stderr } = await sojourn("table", path());
    expect(exit).toBe(2);
    expect(stderr).toMatch(message);
    expect(stdout).toBe("");
  });

  it("prints its refusal as JSON where JSON was asked for, and refuses unknown options", async () => {
    expect(JSON.parse((await sojourn("table", file("none.txt", "nothing"), "--json")).stdout).error.kind).toBe("bad-input");
    expect((await sojourn("table", paper(2), "--guess")).exit).toBe(2);
  });

  it("keeps every number as printed", async () => {
    const { stdout } = await sojourn("table", paper(2), "--json");
    const printed = readFileSync(paper(2), "utf8").replace(/\s/g, "");
    for (const { rows } of Object.values<{ rows: { coef: string; se: string }[] }>(JSON.parse(stdout).models)) for (const { coef, se } of rows) {
      expect(printed).toContain(coef);
      expect(printed).toContain(`(${se})`);
    }
  });
});
