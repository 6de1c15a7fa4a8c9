import { expect, it } from "vitest";
import * as tables from "../../src/display/reader/tableWords";
import * as labels from "../../src/display/labels";
import * as vocabulary from "../../src/display/vocabulary";
import * as synthetic from "../../src/display/synthetic";
import * as live from "../../src/site/client/live/words";
import * as search from "../../src/site/client/search/words";
import * as front from "../../src/site/frontWords";
import * as traces from "../../src/site/trace/traceWords";
import * as pages from "../../src/site/words";
import { misplaced, pairs } from "../languages";

const WORDS = { tables, labels, vocabulary, synthetic, live, search, front, traces, pages };

it.each(Object.entries(WORDS))("whatever %s say stands in the language under whose name it is", (name, words) => {
  const all = pairs({ ...words }, name);
  expect(all.length).toBeGreaterThan(0);
  expect(misplaced(all)).toEqual([]);
});
