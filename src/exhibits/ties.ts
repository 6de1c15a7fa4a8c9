import type { Figure } from "../display/figure";
import { distribution } from "../display/figures/distribution";
import type { Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import { joinWords } from "../display/words";
import type { CodedSample } from "../sfrc/codeSample";
import type { TwoCounts } from "../sfrc/coding/chinaOrHome";
import { behaviourCounts } from "../sfrc/coding/participationBehaviour";
import { cognitionCounts } from "../sfrc/coding/participationCognition";
import { terms } from "../sfrc/terms";
import { refuseUnknown } from "../faults/nearest";
import { answersOf } from "./answersOf";

const COUNTS = { participationBehaviour: behaviourCounts, participationCognition: cognitionCounts } as const;
export type Participation = keyof typeof COUNTS;

const COUNT = { decimals: 0 } as const;
const PERCENT = { decimals: 1, percent: true } as const;

/** How many respondents stand at each pair of counts, China's and home's; ties marked. */
export function countsFigure(coded: CodedSample, variable: Participation): Figure {
  refuseUnknown("countsFigure", [variable], Object.keys(COUNTS));
  const { synthetic, madeFrom } = coded;
  const counts = answersOf(coded, "countsFigure").map(COUNTS[variable]).filter((pair) => pair !== undefined);
  const most = Math.max(...counts.flatMap(({ china, home }) => [china, home]));
  const steps = Array.from({ length: most + 1 }, (_, count) => count);
  const pairs = steps.flatMap((china) => steps.map((home) => ({ china, home }))).filter((pair) => counts.some((one) => same(one, pair)));
  return distribution({
    id: `counts-${variable}`, synthetic, madeFrom,
    title: joinWords([labelOf(variable), { en: "pairs of counts, China : home", zh: "中国 : 母国 计数" }], ": "),
    categories: pairs.map(pairName),
    groups: [{ name: { en: "respondents", zh: "人数" }, counts: pairs.map((pair) => counts.filter((one) => same(one, pair)).length) }],
  });
}

/** For both participation variables: China ahead, home ahead, ties, and ties of nothing at all. */
export function tiesTable(coded: CodedSample): Table {
  const { synthetic, madeFrom } = coded;
  const respondents = answersOf(coded, "tiesTable");
  const kinds: readonly { readonly en: string; readonly zh: string; readonly holds: (pair: TwoCounts) => boolean }[] = [
    { en: "China ahead", zh: "中国较多", holds: ({ china, home }) => china > home },
    { en: "home ahead", zh: "母国较多", holds: ({ china, home }) => home > china },
    { en: "tie", zh: "相等", holds: ({ china, home }) => china === home },
    { en: "of these 0 : 0", zh: "其中 0 : 0", holds: ({ china, home }) => china === 0 && home === 0 },
  ];
  const variables = Object.keys(COUNTS) as Participation[];
  return plainTable({
    id: "ties", synthetic, madeFrom,
    title: { en: "Who is ahead, and how many ties", zh: "孰多孰少，几人相等" },
    stub: { en: "two counts", zh: "两个计数" },
    columns: variables.flatMap((variable) => [labelOf(variable), "%"]),
    rows: kinds.map(({ en, zh, holds }) => [
      { en, zh },
      ...variables.flatMap((variable) => {
        const counts = respondents.map(COUNTS[variable]).filter((pair) => pair !== undefined);
        const count = counts.filter(holds).length;
        return [{ number: count, format: COUNT }, { number: (100 * count) / counts.length, format: PERCENT }];
      }),
    ]),
    notes: [{ en: "The paper prints no ties; they decide who counts as taking part at home.", zh: "论文未报告相等者人数，而其归属决定谁算“母国参与”。" }],
  });
}

const same = (a: TwoCounts, b: TwoCounts): boolean => a.china === b.china && a.home === b.home;
const labelOf = (variable: Participation) => terms.find(({ name }) => name === variable)!.label;

function pairName({ china, home }: TwoCounts) {
  const pair = `${china} : ${home}`;
  return china === home ? { en: `${pair} (tie)`, zh: `${pair}（相等）` } : pair;
}
