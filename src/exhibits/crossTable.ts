import type { Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import { joinWords } from "../display/words";
import type { CodedNumber, CodedSample } from "../sfrc/codeSample";
import { groups } from "../sfrc/models";
import { terms } from "../sfrc/terms";
import { membersOf } from "../study/group";

const COUNT = { decimals: 0 } as const;

/** A 0/1 variable against a 0/1 outcome, group by group: the small cells behind a large estimate. */
export function crossTable({ people, synthetic, madeFrom }: CodedSample, variable: CodedNumber, outcome: CodedNumber): Table {
  const label = terms.find(({ name }) => name === variable)?.label ?? variable;
  const values = [0, 1];
  return plainTable({
    id: `cross-${variable}-${outcome}`, synthetic, madeFrom,
    title: joinWords([label, { en: "against wishing to stay", zh: "与居留意愿" }]),
    stub: { en: "group and value", zh: "组别与取值" },
    columns: [{ en: "do not wish to stay", zh: "不愿居留" }, { en: "wish to stay", zh: "愿意居留" }],
    rows: groups.flatMap((group) => values.map((value): [ReturnType<typeof joinWords>, ...{ number: number; format: typeof COUNT }[]] => [
      joinWords([group.label, `= ${value}`]),
      ...values.map((wish) => ({ number: membersOf(group, people).filter((person) => person[variable] === value && person[outcome] === wish).length, format: COUNT })),
    ])),
  });
}
