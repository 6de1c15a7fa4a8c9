import type { Table } from "../display/table";
import { descriptiveTable } from "../display/tables/descriptiveTable";
import type { PublishedTable } from "../published/publishedTable";
import type { CodedSample } from "../sfrc/codeSample";
import { table1 } from "../sfrc/table1";

/** Table 1 as printed beside what the coded people give. */
export const table1Table = (coded: CodedSample, { table1: published = {} }: PublishedTable): Table =>
  descriptiveTable({
    id: "table-1",
    title: { en: "Table 1: the sample described", zh: "表1：描述性统计" },
    published, counted: table1(coded), synthetic: coded.synthetic,
  });
