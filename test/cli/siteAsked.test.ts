import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeEach, expect, it, vi } from "vitest";
import { useLanguage } from "../../src/cli/language";
import * as site from "../../src/cli/site";
import { dataFile } from "../../src/projectFolder";
import * as renderSite from "../../src/site/renderSite";
import { inventedFile } from "../sfrc/inventedSurvey";
import { folder } from "../survey/rawFile";
import { inProcess } from "./inProcess";

const sojourn = inProcess(site);
const here = folder();
const notebooks = join(here.path, "notebooks");
mkdirSync(notebooks);
const survey = inventedFile((row) => ({ ...row, source: "" }));
const asked: renderSite.SiteRequest[] = [];
const rendered = (report: Partial<renderSite.SiteReport> = {}) => vi.spyOn(renderSite, "renderSite").mockImplementation(async (request) => (asked.push(request), { index: join(request.out, "index.html"), pages: ["a", "b"], figures: 3, otherData: [], ...report }));

beforeEach(() => {
  asked.length = 0;
  useLanguage("en");
  return () => useLanguage(undefined);
});

it("of notebooks alone no verdicts are shown, and no data named", async () => {
  rendered();
  const out = join(here.path, "site");
  expect(await sojourn("site", "--notebooks", notebooks, "--out", out)).toEqual({ exit: 0, stdout: `2 pages, 3 figures: ${relative(process.cwd(), join(out, "index.html"))}`, stderr: "" });
  const [{ provenance, downloads, verdicts, traces, inspection, live, auditExample, ...rest }] = asked;
  expect([rest, provenance.data, provenance.nodeMajor, verdicts, traces, inspection, live]).toEqual([{ notebooks, out }, [], Number(process.versions.node.split(".")[0]), undefined, undefined, undefined, undefined]);
  expect(downloads).toEqual(["codebook.json", "published.json", "claims.json", "README.md"].map(dataFile));
  expect(auditExample).toMatch(/^变量\t.*\n\t.*\n.*\n[^]*\n注：括号内为标准误；\*\*\* p<0\.01，\*\* p<0\.05，\* p<0\.1$/);
  useLanguage("zh");
  expect((await sojourn("site", "--notebooks", notebooks, "--out", out)).stdout).toBe(`2 页，3 幅图：${relative(process.cwd(), join(out, "index.html"))}`);
});

it("pages whose results are of other data are warned of by name", async () => {
  rendered({ otherData: ["a.html", "b.html"] });
  const warned = async () => (await sojourn("site", "--notebooks", notebooks, "--out", join(here.path, "o"))).stderr.split("\n");
  expect(await warned()).toEqual(["a.html", "b.html"].map((page) => `warning: ${page}: some of its results were made from other data than the site's; run it again on these, or name its own with --data.`));
  useLanguage("zh");
  expect(await warned()).toEqual(["a.html", "b.html"].map((page) => `注意：${page}：其中有些结果所用的数据与网站的不同；请用这些数据重新运行，或用 --data 指明它自己的数据。`));
});

it("somebody's own data are named and kept secret, as --data says or the folder's own choice", async () => {
  rendered();
  await sojourn("site", "--notebooks", notebooks, "--data", survey, "--out", join(here.path, "o"));
  const [{ provenance: { data }, verdicts, inspection, traces, live }] = asked;
  expect(data.map(({ path, secret }) => [path, secret])).toEqual([[survey, true]]);
  expect([verdicts!.hypotheses.length, verdicts!.groups.map(({ id, model }) => [id, model]), inspection!.length, live]).toEqual([7, [["changchun", "M1"], ["south", "M3"], ["all", "M4"]], 3, undefined]);
  expect(traces!.models.map(({ id }) => id)).toEqual(["M1", "M2", "M3", "M4", "O1", "O3", "O4"]);
  writeFileSync(join(notebooks, "sojourn.json"), JSON.stringify({ files: [relative(notebooks, survey)], readings: { gender: "male" } }));
  await sojourn("site", "--notebooks", notebooks, "--out", join(here.path, "o"));
  expect(asked[1].provenance.data.map(({ path, secret }) => [path, secret])).toEqual([[survey, true]]);
  expect(asked[1].verdicts).toEqual(verdicts); // whether 1 is male or female turns no verdict
});
