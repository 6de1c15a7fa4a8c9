import { expect, test } from "vitest";
import { quotedName, quotedText } from "../../src/engines/sqlText";

// SQL:1999, <delimited identifier> and <character string literal>: the quote within is doubled, and nothing else is special.
test.each([["age", '"age"', "'age'"], ['say "no"', '"say ""no"""', "'say \"no\"'"], ["it's", '"it\'s"', "'it''s'"], ["''", "\"''\"", "''''''"], ["select", '"select"', "'select'"], ["年龄\\n", '"年龄\\n"', "'年龄\\n'"], ["", '""', "''"]])("%j as a name and as a text", (text, name, literal) => {
  expect([quotedName(text), quotedText(text)]).toEqual([name, literal]);
});
