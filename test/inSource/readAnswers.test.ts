import { describe, expect, test } from "vitest";
import type { Batch, SourceColumn } from "../../src/engines/engine";
import { readAnswers } from "../../src/inSource/readAnswers";
import { checkMapping } from "../../src/survey/readMapping";
import type { Codebook } from "../../src/survey/codebook";
import { fakeEngine } from "../engines/fakeEngine";
import { codebook } from "../survey/rawFile";

/** Two questions and the wave of the paper's codebook. */
const short: Codebook = { ...codebook, columns: codebook.columns.filter(({ name }) => ["id", "wave", "gender", "age"].includes(name)) };
const column = (name: string, kind: SourceColumn["kind"] = "text"): SourceColumn => ({ name, kind, type: kind });
const mapping = (of: object) => checkMapping(of, "map.json", short);
/** As many rows; then of wave, age, gender (the order of the codebook) which texts occur. */
const grouped = (...cells: [grouping: number, wave: string | null, age: string | null, gender: string | null, n: number][]): Batch[] => [[0, 1, 2, 3, 4].map((j) => cells.map((cell) => cell[j])) as unknown as Batch];
const found = grouped([3, "2019", null, null, 5], [5, null, "30", null, 2], [5, null, " 031", null, 1], [5, null, "refused", null, 1], [5, null, null, null, 1], [6, null, null, "2", 3], [6, null, null, "男", 2]);

describe("the answers of a source", () => {
  test("are understood by mapping, labels and codes, each text once", async () => {
    const engine = fakeEngine([column("wave", "integer"), column("age"), column('se"x')], [[[[5]]], found]);
    const { columns, rows, synthetic } = await readAnswers(engine, short, mapping({ columns: { gender: 'se"x' }, values: { gender: { 2: "female" } } }));
    expect(rows).toBe(5);
    expect(synthetic).toBe(false);
    expect([...columns.get("gender")!.codes]).toEqual([["2", "female"], ["男", "male"]]);
    expect([...columns.get("age")!.codes]).toEqual([["30", "30"], [" 031", "31"]]);
    expect(columns.get("gender")!.raw).toBe('CAST(s."se""x" AS VARCHAR)');
    expect(engine.asked[1]).toMatch(/^SELECT GROUPING\(r0, r1, r2\) AS g, .* GROUP BY GROUPING SETS \(\(r0\), \(r1\), \(r2\)\) LIMIT 100001$/);
  });

  test("that the codebook does not know are refused in one list, with how many rows have them", async () => {
    const engine = fakeEngine([column("wave"), column("age"), column("gender")], [[[[5]]], found]);
    await expect(readAnswers(engine, short)).rejects.toThrow(/fake, column gender: "2" is not in the codebook/);
    const more = fakeEngine([column("wave"), column("age"), column("gender")], [[[[9]]], grouped([6, null, null, "x", 7], [5, null, "200", null, 2])]);
    await expect(readAnswers(more, short)).rejects.toThrow(/2 columns and answers do not fit the codebook:\s+gender "x" ×7; age "200" ×2/);
  });

  test("are found where the engine folded the names, unless two differ in capitals only", async () => {
    const folded: Codebook = { ...short, columns: short.columns.map((one) => (one.name === "gender" ? { ...one, name: "ownGender" } : one)) };
    const engine = fakeEngine([column("wave"), column("AGE"), column("owngender")], [[[[5]]], grouped([6, null, null, "男", 2])]);
    const { columns } = await readAnswers(engine, folded);
    expect(columns.get("ownGender")).toMatchObject({ raw: 'CAST(s."owngender" AS VARCHAR)', codes: new Map([["男", "male"]]) });
    expect(columns.get("age")!.raw).toBe('CAST(s."AGE" AS VARCHAR)');
    const both = fakeEngine([column("wave"), column("age"), column("owngender"), column("OWNGENDER")], []);
    await expect(readAnswers(both, folded)).rejects.toThrow(/column ownGender: owngender, OWNGENDER differ from it in capital letters only/);
    const exact = fakeEngine([column("wave"), column("age"), column("Gender"), column("gender")], [[[[5]]], grouped()]);
    expect((await readAnswers(exact, short)).columns.get("gender")!.raw).toBe('CAST(s."gender" AS VARCHAR)');
    const mapped = fakeEngine([column("wave"), column("age"), column("geschlecht")], [[[[5]]], grouped()]);
    expect((await readAnswers(mapped, short, mapping({ columns: { gender: "Geschlecht" } }))).columns.get("gender")!.raw).toBe('CAST(s."geschlecht" AS VARCHAR)');
  });

  test("are not those of a name that the mapping puts elsewhere", async () => {
    const engine = fakeEngine([column("wave"), column("age"), column("GENDER"), column("Geschlecht")], [[[[5]]], grouped()]);
    expect((await readAnswers(engine, short, mapping({ columns: { gender: "Geschlecht" } }))).columns.get("gender")!.raw).toBe('CAST(s."Geschlecht" AS VARCHAR)');
  });

  test("are no ids, which are only compared; whether any row is synthetic is asked of the source's own column", async () => {
    const withSource: Codebook = { ...short, columns: codebook.columns.filter(({ name }) => ["id", "source", "wave", "gender", "age"].includes(name)) };
    const engine = (found: number | null) => fakeEngine([column("id"), column("source"), column("wave"), column("age"), column("gender")], [[[[5]]], found === null ? [] : grouped([3, "2019", null, null, 5]), [], [[[found]]]]);
    const some = engine(1);
    expect((await readAnswers(some, withSource)).synthetic).toBe(true);
    expect(some.asked[1]).toMatch(/^SELECT GROUPING\(r0, r1, r2\) /);
    expect(some.asked[2]).toMatch(/^SELECT id, .*GROUP BY 1\) AS i WHERE n > 1 /);
    expect(some.asked[3]).toBe(`SELECT max(CASE WHEN lower(TRIM(CAST(s."source" AS VARCHAR))) = 'synthetic' THEN 1 ELSE 0 END) AS found FROM "t" AS s`);
    expect((await readAnswers(engine(0), withSource)).synthetic).toBe(false);
    expect((await readAnswers(engine(null), withSource)).synthetic).toBe(false);
  });

  test("are at most a hundred thousand different texts", async () => {
    const n = 100_001;
    const many = fakeEngine([column("wave"), column("age"), column("gender")], [[[[5]]], [[Array<number>(n).fill(5), Array<null>(n).fill(null), Array<string>(n).fill("30"), Array<null>(n).fill(null), Array<number>(n).fill(1)]]]);
    await expect(readAnswers(many, short)).rejects.toThrow(/fake: the columns of answers hold more than 100000 different texts \(expected a table of raw answers\)/);
  });

  test("name a column that is not there, and an id that stands twice or is empty", async () => {
    await expect(readAnswers(fakeEngine([column("wave"), column("age")], [[[[5]]], grouped()]), short)).rejects.toThrow(/missing column gender/);
    const ids = (id: string | null) => fakeEngine([column("id"), column("wave"), column("age"), column("gender")], [[[[5]]], grouped(), [[[id], [2]]]]);
    await expect(readAnswers(ids("A"), short)).rejects.toThrow(/column id: "A" is the id of 2 rows/);
    await expect(readAnswers(ids(null), short)).rejects.toThrow(/column id: the id is empty in 2 rows/);
    await expect(readAnswers(fakeEngine([], [[[[0]]]]), short)).rejects.toThrow(/there are no rows/);
  });

  test("have one wave where the mapping gives it, which no row may contradict", async () => {
    const engine = () => fakeEngine([column("wave"), column("age"), column("gender")], [[[[5]]], grouped([3, "2019", null, null, 5])]);
    expect((await readAnswers(engine(), short, mapping({ wave: 2019 }))).wave).toBe("2019");
    await expect(readAnswers(engine(), short, mapping({ wave: 2018 }))).rejects.toThrow(/"2019" contradicts the wave 2018 of map\.json/);
    const several = fakeEngine([column("wave"), column("age"), column("gender")], [[[[5]]], grouped([3, "2018", null, null, 3], [3, "2019", null, null, 1], [3, "2017", null, null, 1])]);
    await expect(readAnswers(several, short, mapping({ wave: 2018 }))).rejects.toThrow(/"2019" contradicts the wave 2018/);
    const without = fakeEngine([column("age"), column("gender")], [[[[5]]], []]);
    expect((await readAnswers(without, short, mapping({ wave: 2018 }))).wave).toBe("2018");
  });

  test("refuse what a mapping says of single files, and columns that are lists", async () => {
    await expect(readAnswers(fakeEngine([], []), short, mapping({ wave: { "a.csv": 2019 } }))).rejects.toThrow(/map\.json: wave is told file by file/);
    await expect(readAnswers(fakeEngine([], []), short, mapping({ files: { "a.csv": { wave: 2019 } } }))).rejects.toThrow(/map\.json: files says what is otherwise in single files/);
    await expect(readAnswers(fakeEngine([column("wave"), column("age"), { name: "gender", kind: "other", type: "INTEGER[]" }], [[[[5]]]]), short)).rejects.toThrow(/column gender: its type is INTEGER\[\]/);
  });
});
