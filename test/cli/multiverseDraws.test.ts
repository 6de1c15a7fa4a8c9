import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { drawsKept } from "../../src/cli/multiverseDraws";
import type { Curve } from "../../src/multiverse/curves";
import type { Draw } from "../../src/multiverse/nullDraw";
import { bothLanguages } from "../io/bothLanguages";
import { folder } from "../survey/rawFile";

const here = folder();
const curve = (model: string, term: string) => ({ model, term }) as Curve;
const draw = (median: number): Draw => ({ median, shareSignificant: 0, shareOfSign: 0.5, max: 1 }) as unknown as Draw;
const known = (kept: ReturnType<typeof drawsKept>) => Object.fromEntries([...kept.known].map(([key, draws]) => [key, [...draws]]));

it("draws are kept line by line, and a later run goes on with them", () => {
  const file = `${here.path}/m.csv.draws`;
  const first = drawsKept(file, "this", false);
  expect(known(first)).toEqual({});
  first.keep(curve("M1", "x"), 0, [draw(1), null]);
  first.keep(curve("M1", "z"), 4, [draw(2)]);
  first.keep(curve("M1", "x"), 2, [draw(3)]);
  writeFileSync(file, `${readFileSync(file, "utf8")}{"curve":"cut in the mid`); // the process ended while it wrote
  const second = drawsKept(file, "this", true);
  expect(known(second)).toEqual({ '["M1","x"]': [[0, draw(1)], [1, null], [2, draw(3)]], '["M1","z"]': [[4, draw(2)]] });
  second.keep(curve("M1", "z"), 5, [draw(4)]);
  expect(known(drawsKept(file, "this", true))).toEqual({ '["M1","x"]': [[0, draw(1)], [1, null], [2, draw(3)]], '["M1","z"]': [[4, draw(2)], [5, draw(4)]] });
  second.forget();
  expect(existsSync(file)).toBe(false);
  second.forget();
});

it("draws of something else are refused, and forgotten where the run begins anew", () => {
  const file = `${here.path}/o.csv.draws`;
  drawsKept(file, "this", false).keep(curve("M1", "x"), 0, [draw(1)]);
  expect(bothLanguages(() => drawsKept(file, "that", true))).toEqual([
    `${file}, row 1: these draws are of another multiverse, other data, another seed or another version (expected draws of this very run). Leave --resume out to begin anew. Nothing was computed.`,
    `${file}，第 1 行：这些抽样属于其他的多重宇宙、数据、种子或版本（应为：本次运行的抽样）。不写 --resume 则重新开始。未作计算。`,
  ]);
  expect(known(drawsKept(file, "this", true))).toEqual({ '["M1","x"]': [[0, draw(1)]] });
  expect(known(drawsKept(file, "this", false))).toEqual({});
  expect(known(drawsKept(file, "this", true))).toEqual({});
  expect(known(drawsKept(`${here.path}/none.draws`, "this", true))).toEqual({});
});
