import type { Bilingual } from "../bilingual";
import type { Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import { departures } from "../sfrc/readings";
import { sessionReadings } from "../sfrc/sessionReadings";
import { originOfSurvey } from "../survey/fingerprint";
import type { Survey } from "../survey/respondent";

const INVENTED: Bilingual = {
  en: "invented: a synthetic stand-in, drawn to agree with what the paper prints; what it does not print is the generator's doing and no evidence about anybody",
  zh: "虚构：合成替代数据，为与原文数字一致而抽取；原文未报告之处出自生成程序，不能作为实证依据",
};
const REAL: Bilingual = { en: "answers of respondents, as the files have them", zh: "受访者的回答，以文件所载为准" };

/** What the numbers of a notebook come from: which files, how many rows, whether anybody was asked, under which readings. */
export function dataTable(survey: Survey): Table {
  const other = departures(sessionReadings()).join(", ");
  return plainTable({
    id: "data", ...originOfSurvey(survey, sessionReadings()),
    title: { en: "The data of this notebook", zh: "本章所用数据" },
    stub: { en: "about them", zh: "说明" },
    columns: [{ en: "here", zh: "此处" }],
    rows: [
      [{ en: "files", zh: "文件" }, survey.files.map((file) => file.split(/[\\/]/).at(-1)).join(", ")],
      [{ en: "rows", zh: "行数" }, { number: survey.respondents.length, format: { decimals: 0 } }],
      [{ en: "what they are", zh: "性质" }, survey.synthetic ? INVENTED : REAL],
      [{ en: "readings", zh: "编码方案" }, other === "" ? { en: "all at their defaults", zh: "全部为默认" } : other],
    ],
  });
}
