import { describe, expect, it } from "vitest";
import { cellScript, CellSyntaxError } from "../../../src/site/client/kernel/cellSource";
import { markedCell } from "../../../src/site/client/kernel/markedCell";

describe("a cell made ready to run", () => {
  it("names what it declares at its top, whatever way it is taken apart, and nothing inside", () => {
    const source = "const { a, b: [c, ...d], e = 1 } = x as any; let f: number; function g() { const inner = 1; } class H {} enum I { J } for (let k = 0;;) break;";
    expect(cellScript(source).declared).toEqual(["a", "c", "d", "e", "f", "g", "H", "I"]);
  });

  it("turns imports into a list, types among them, and keeps its lines", () => {
    const { imports, code } = cellScript("import { a as b, type C } from \"sojourn\";\nimport * as all from 'sojourn/models';\nimport d from 'e';\nb();");
    expect(imports).toEqual([
      { from: "sojourn", names: [{ local: "b", imported: "a" }] },
      { from: "sojourn/models", names: [{ local: "all", imported: "*" }] },
      { from: "e", names: [{ local: "d", imported: "default" }] },
    ]);
    expect(code.split("\n")).toHaveLength(4);
    expect(code.trim()).toBe("b();");
  });

  it("keeps an import that only a later cell uses", () => {
    expect(cellScript('import { readSurvey } from "sojourn";').imports[0].names).toHaveLength(1);
  });

  it("drops types and the word export, and keeps top-level await", () => {
    const { code, declared } = cellScript("export const n: number = await f<string>(x!);");
    expect(code.replace(/\s+/g, " ").trim()).toBe("const n = await f(x);");
    expect(declared).toEqual(["n"]);
  });

  it.each([
    ["const b = = 2;", 1, 11], ["const a = 1;\nconst b = = 2;", 2, 11], ["if (", 1, 5], ["const a = 1;\nconst a = 2;", 2, 7], ["a\n\n  )", 3, 3],
    ["const n: Map<string, number> = 1; const n: string = 2;", 1, 41], // two types before it, which are gone when the second parser sees it
  ])("says line and column, both from 1, where %j is no TypeScript", (source, line, column) => {
    let found: unknown;
    try {
      cellScript(source);
    } catch (error) {
      found = error;
    }
    expect(found).toBeInstanceOf(CellSyntaxError);
    expect([(found as CellSyntaxError).line, (found as CellSyntaxError).column]).toEqual([line, column]);
  });
});

describe("a place in a cell that runs", () => {
  const source = "import { f } from 'sojourn';\nconst a: Record<string, number> = f(null as any); let b = <number>a; g(b!).h;\nfunction g<T>(x: T, y?: string): T { return x.z; }\nenum E { A } class C { constructor(private readonly n: number) { n.k(); } } await new C(1);\n";
  const { code, where, statement } = markedCell(cellScript(source));

  it("is found in what was written, whatever types and marks stand before it", () => {
    const lines = code.split("\n");
    for (const [line, token] of [[2, "f(null"], [2, "h;"], [3, "z;"], [4, "new C(1)"]] as const) {
      const column = lines[line - 1].indexOf(token) + 1;
      expect([token, where(line, column)]).toEqual([token, { line, column: source.split("\n")[line - 1].indexOf(token) + 1 }]);
    }
    const inBody = lines[3].indexOf("n.k()") + 1;
    expect(where(4, inBody)).toEqual({ line: 4, column: source.split("\n")[3].indexOf("n.k()") + 1 });
  });

  it("is the statement that was running, where an error brings none: functions and imports are no such statements", () => {
    const places = [0, 1, 2, 3, 4, 5, 6, 7].map((mark) => statement(mark)).filter((place) => place !== undefined);
    expect(places.slice(0, 3)).toEqual([{ line: 2, column: 1 }, { line: 2, column: 51 }, { line: 2, column: 70 }]);
    expect(places.at(-1)).toEqual({ line: 4, column: source.split("\n")[3].indexOf("await") + 1 });
    expect(code).toContain("$scope.at=0;const a");
  });

  it("runs as it would without marks, where no semicolon ends a line", () => {
    const script = markedCell(cellScript("let n = 1\nlabel: for (;;) { n++; break label }\n;[2].forEach((x) => { n += x })\nn"));
    const scope = { at: -1 };
    expect(new Function("$scope", `${script.code.replace(/n$/, "return n")}`)(scope)).toBe(4);
    expect(scope.at).toBe(4);
  });
});
