import { cpSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataFile } from "../../src/projectFolder";
import * as code from "../../src/cli/code";
import * as inspect from "../../src/cli/inspect";
import * as reproduce from "../../src/cli/reproduce";
import * as trace from "../../src/cli/trace";
import * as verdicts from "../../src/cli/verdicts";
import { folder } from "../survey/rawFile";
import { inProcess } from "./inProcess";

const sojourn = inProcess({ register: (program) => [code, inspect, reproduce, trace, verdicts].forEach((command) => command.register(program)) });

const WVS = dataFile("wvs");

describe("--study FOLDER", () => {
  it("reproduce gives its models, verdicts and sample flow", async () => {
    const { exit, stdout } = await sojourn("reproduce", "--study", WVS, "--json");
    expect(exit).toBe(0);
    const json = JSON.parse(stdout);
    expect(Object.keys(json.models)).toHaveLength(10);
    expect(json.models.orderedAll).toMatchObject({ n: 5381, family: "ordered" });
    expect(json.hypotheses).toHaveLength(15);
    expect(json.flow).toEqual([{ reason: "rows", en: "rows read", zh: "读入的行", dropped: 0, left: 5381 }]);
  });

  it("code writes its columns, verdicts and trace read them", async () => {
    const out = join(tmpdir(), "wvs-coded.csv");
    expect((await sojourn("code", "--study", WVS, "--out", out)).exit).toBe(0);
    expect(readFileSync(out, "utf8").split("\n")[0]).toBe("id,country,tooLittle,amount,male,religion,degree,age,norway,sweden,usa,enough,tooMuch");
    expect((await sojourn("verdicts", "--study", WVS)).stdout).toMatch(/W1 man .*✓ \*\*\*/);
  });

  it("trace follows a coefficient, also into a page, whatever stands in its labels", async () => {
    const { path: own, put } = folder();
    cpSync(WVS, own, { recursive: true });
    put("study.json", readFileSync(join(WVS, "study.json"), "utf8").replace("../wvs.csv", dataFile("wvs.csv")));
    put("models.json", readFileSync(join(WVS, "models.json"), "utf8").replace('"zh": "男性"', '"zh": "男性 <70 & 以上"'));
    const page = join(own, "trace.html");
    const { stdout } = await sojourn("trace", "binaryUSA.male", "--study", own, "--json", "--html", page);
    expect(JSON.parse(stdout)).toMatchObject({ printed: null, rule: { file: "coding.json" } });
    const html = readFileSync(page, "utf8");
    expect(html).toContain("<title>binaryUSA，男性 &lt;70 &amp; 以上：从题目到星号</title>");
    expect(html).toMatch(/<main>.*<table[\s\S]*<\/table>[\s\S]*<\/main>/);
  });

  it("inspect looks at its data by its own codebook", async () => {
    const { stdout } = await sojourn("inspect", "--study", WVS, "--json");
    expect(JSON.parse(stdout)).toMatchObject({ rows: 5381, combinations: [], columns: [{ column: "poverty" }, { column: "religion" }, { column: "degree" }, { column: "country" }, { column: "age" }, { column: "gender" }] });
    expect(JSON.parse(stdout)).not.toHaveProperty("straightLining");
    expect((await sojourn("inspect", "--study", WVS)).stdout).not.toContain("contact");
  });

  it("a reading beside it, a folder that is none, and a cell that it lacks are refused", async () => {
    expect(await sojourn("verdicts", "--study", WVS, "--reading", "age=withAge")).toMatchObject({ exit: 2, stderr: expect.stringContaining("is a reading of the paper") });
    expect(await sojourn("reproduce", "--study", "nowhere")).toMatchObject({ exit: 2, stderr: expect.stringContaining("nowhere: is no folder") });
    expect(await sojourn("trace", "M4.age2", "--study", WVS)).toMatchObject({ exit: 2, stderr: expect.stringContaining('there is no model "M4"') });
  });
});
