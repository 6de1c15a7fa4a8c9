import type { Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import { READINGS } from "../sfrc/readingList";

/** Every choice that the paper leaves open, by name, its default first. */
export const readingsTable = (): Table =>
  plainTable({
    id: "readings", synthetic: false,
    title: { en: "What the paper leaves open", zh: "论文未言明之处" },
    stub: { en: "reading", zh: "读法" },
    columns: [{ en: "what is open", zh: "未言明之处" }, { en: "choices, the default first", zh: "选项（首项为默认）" }, { en: "paper", zh: "论文章节" }],
    rows: READINGS.map(({ name, en, zh, choices, paperSection }) => [
      name,
      { en, zh },
      {
        en: Object.entries(choices).map(([choice, text]) => `${choice}: ${text.en}`).join(" · "),
        zh: Object.entries(choices).map(([choice, text]) => `${choice}：${text.zh}`).join(" · "),
      },
      paperSection,
    ]),
  });
