import { BadInput } from "../badInput";
import type { Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import { joinWords } from "../display/words";
import { said } from "../faults/said";
import type { CodedNumber, CodedSample } from "../sfrc/codeSample";
import { groups } from "../sfrc/models";
import { terms } from "../sfrc/terms";
import { membersOf } from "../study/group";
import { refuseCounts } from "./answersOf";
import { outcomeWords } from "./outcomeWords";

const COUNT = { decimals: 0 } as const;

/**
 * A 0/1 variable against a 0/1 outcome, group by group: the small cells behind a large estimate.
 *
 * @throws {BadInput} a column that is not 0/1, of whose other values nothing would be told
 */
export function crossTable(coded: CodedSample, variable: CodedNumber, outcome: CodedNumber): Table {
  refuseCounts(coded, "crossTable");
  const { people, synthetic, madeFrom } = coded;
  for (const column of [variable, outcome]) refuseOtherValues(coded, column);
  const label = terms.find(({ name }) => name === variable)?.label ?? variable;
  const words = outcomeWords(outcome);
  const values = [0, 1];
  return plainTable({
    id: `cross-${variable}-${outcome}`, synthetic, madeFrom,
    title: joinWords([label, words.against]),
    stub: { en: "group and value", zh: "组别与取值" },
    columns: [words.no, words.yes],
    rows: groups.flatMap((group) => values.map((value): [ReturnType<typeof joinWords>, ...{ number: number; format: typeof COUNT }[]] => [
      joinWords([group.label, `= ${value}`]),
      ...values.map((wish) => ({ number: membersOf(group, people).filter((person) => person[variable] === value && person[outcome] === wish).length, format: COUNT })),
    ])),
  });
}

function refuseOtherValues({ people }: CodedSample, column: CodedNumber): void {
  const values = [...new Set(people.map((person) => person[column]).filter((value) => value !== undefined))];
  const other = values.find((value) => value !== 0 && value !== 1);
  if (other !== undefined) throw new BadInput({ file: "crossTable", column }, said`somebody has ${String(other)}`, "a column of 0 and 1");
  if (values.length === 0) throw new BadInput({ file: "crossTable", column }, "no coded person has a value", "a column of 0 and 1");
}
