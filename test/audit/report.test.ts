import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audit/audit";
import { auditHtml } from "../../src/display/auditReport/auditHtml";
import { auditText } from "../../src/display/auditReport/auditText";
import { dataFile } from "../../src/projectFolder";
import { CHECKS } from "../../src/audit/registry";
import { parsePublished } from "../../src/published/parsePublished";
import { readClaims } from "../../src/published/readClaims";
import { readPublished } from "../../src/published/readPublished";
import { misplaced, type Pair, pairs } from "../languages";

const published = readPublished(dataFile("published.json"));
const report = audit(published, { claims: readClaims(dataFile("claims.json")) });

describe("the audit as a page", () => {
  const html = auditHtml(published, report);
  const { document } = new JSDOM(html).window;

  it("stands alone: no script, no link, no image, nothing from the network", () => {
    expect(document.querySelectorAll("script, link, img, iframe, [src], [href]")).toHaveLength(0);
    expect(html).not.toMatch(/https?:|url\(/);
  });

  it("holds every finding in both languages, with its reference and code", () => {
    const items = [...document.querySelectorAll("#findings li")];
    expect(items).toHaveLength(report.findings.length);
    items.forEach((item, i) => {
      for (const text of [report.findings[i].message, report.findings[i].messageZh, report.findings[i].reference, report.findings[i].code]) expect(item.textContent).toContain(text);
    });
  });

  it("shows the R² definitions, the pooling test, the differences, the claims and every check", () => {
    const rows = (id: string) => document.querySelectorAll(`#${id} tbody tr`).length;
    expect(rows("pseudo-r2")).toBe(8);
    expect(rows("pooling")).toBe(1);
    expect(rows("differences")).toBe(21);
    expect(rows("claims")).toBe(report.claims.length);
    expect(rows("every-check")).toBe(report.checks.filter(({ check }) => check !== "claims" && check !== "measurement").length);
  });

  it("has headings, captions and scopes, and the same structure in either language", () => {
    expect(document.querySelectorAll("table").length).toBe(document.querySelectorAll("caption").length);
    expect([...document.querySelectorAll("th")].every((th) => th.hasAttribute("scope"))).toBe(true);
    expect(document.querySelectorAll("h1, h2").length).toBeGreaterThan(6);
    expect([...document.querySelectorAll("h2")].every((h) => h.querySelector("[lang=zh]") && h.querySelector("[lang=en]"))).toBe(true);
  });

  it("escapes what a table may bring along", () => {
    const hostile = { ...published, source: "<script>alert(1)</script>", models: { "<b>": { ...published.models.M1, rows: [{ term: "x&<y", coef: "1.00", se: "0.10", stars: "*" }] } }, pooled: [], categories: {}, measurement: [] };
    const page = auditHtml(hostile, audit(hostile));
    expect(page).not.toContain("<script>");
    expect(page).not.toContain("<b>:");
    expect(new JSDOM(page).window.document.querySelector("#findings")!.textContent).toContain("x&<y");
  });

  it.each([["the paper's", published, report] as const, ...CHECKS.flatMap(({ name, passes, fails }) => [passes, fails].map(({ table, options }, i) => {
    const parsed = parsePublished(table, "example");
    return [`${name}, ${i === 0 ? "passing" : "failing"}`, parsed, audit(parsed, options)] as const;
  }))])("says in each language what is in it: %s", (_, table, found) => {
    const answers = Object.values(table.table1 ?? {}).flatMap((one) => (typeof one === "object" ? Object.keys(one) : []));
    expect(misplaced(pairs(found, "report"), answers)).toEqual([]);
    const shown = new JSDOM(auditHtml(table, found)).window.document;
    const told = [...shown.querySelectorAll("span[lang=zh]")].map((zh, i): Pair => ({ path: `${i}`, zh: zh.textContent!, en: zh.nextElementSibling!.textContent! }));
    expect(told.length).toBeGreaterThan(60);
    expect(misplaced(told, answers)).toEqual([]);
  });

  it("says what was supposed and not used in each language, and what the R² may be", () => {
    const draft = { ...published, supposed: [{ field: "scale", value: "logOdds", why: "no word" }, { field: "odd", value: "x", why: "none" }], unused: [{ where: "row", text: "Controls: Yes" }] } as unknown as typeof published;
    const supposed = new JSDOM(auditHtml(draft, report)).window.document.querySelector("#supposed")!;
    const told = [...supposed.querySelectorAll("span[lang=zh]")].map((zh): Pair => ({ path: "supposed", zh: zh.textContent!, en: zh.nextElementSibling!.textContent! }));
    expect(misplaced(told).filter(({ en }) => en !== "odd")).toEqual([]);
    expect([...supposed.querySelectorAll("tbody tr")].map((row) => [...row.children].slice(1).map(({ textContent }) => textContent))).toEqual([["logOdds", "no word"], ["x", "none"], ["Controls: Yes"]]);
  });

  it("prints no NaN and no undefined", () => expect(html).not.toMatch(/NaN|undefined|\[object/));
});

describe("the audit in a terminal", () => {
  it("counts verdicts by check and tells every finding", () => {
    const text = auditText(report);
    expect(text).toMatch(/Stars against coefficient and standard error +consistent +66 +cannot tell +7 +only by rounding +1 +inconsistent +0/);
    expect(text).toContain("Nagelkerke");
    expect(text).toContain("M1 111 (76)");
    for (const { message } of report.findings) expect(text).toContain(message);
  });

  it("speaks one language at a time", () => {
    const zh = auditText(report, "zh");
    for (const { messageZh, message } of report.findings) {
      expect(zh).toContain(messageZh);
      expect(zh).not.toContain(message);
    }
    expect(zh).toMatch(/星号与系数、标准误是否相符 +相符 +66/);
    expect(zh).not.toMatch(/consistent|needs|findings/);
  });

  it("lists what did not run, and the one thing that would let it", () => {
    expect(auditText(report)).toMatch(/Not run, and what would let it run:\n(- .+\n)*- The whole against its parts \(O4\): needs the log-likelihoods of the whole and all parts/);
  });

  it("says so where there is nothing to say", () => {
    const quiet = { models: { A: { ...published.models.M1, pseudoR2: undefined, logLik: undefined, family: "ordered logit" as const, rows: [{ term: "x", coef: "1.00", se: "0.50", stars: "**" }] } } };
    expect(auditText(audit(quiet))).toContain("No findings.");
  });
});

it("reading a pasted table and validating its JSON need no file system either", () => {
  const folder = join(__dirname, "../../src/published");
  const sources = readdirSync(join(folder, "table"), { encoding: "utf8", recursive: true }).filter((name) => name.endsWith(".ts") && !name.endsWith("nodeLibraries.ts")).map((name) => join("table", name)).concat("parsePublished.ts", "readAround.ts", "jsonSpot.ts", "judgeClaims.ts");
  for (const name of sources) expect(readFileSync(join(folder, name), "utf8"), name).not.toMatch(/from "node:|require\(|process\.|\bBuffer\b|readJson/);
});

it("the audit knows no file system and no study, so that it also runs in a browser", () => {
  const folder = join(__dirname, "../../src/audit");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts")).map((name) => readFileSync(join(folder, name), "utf8"));
  const terms = [...new Set(Object.values(published.models).flatMap(({ rows }) => rows.map(({ term }) => term)))].filter((term) => term !== "const");
  for (const source of sources) {
    expect(source).not.toMatch(/from "node:|require\(|process\./);
    expect(source).not.toMatch(/from ".*(readPublished|readClaims|readJson)"/);
    for (const term of terms.filter((one) => one.length > 6)) expect(source).not.toContain(term);
  }
});
