import type { ContextFigure } from "../study/proposal";

/** Figures in the paper's text that none of its tables bears on, with what a reader could hold them against. */
export const contextFigures: readonly ContextFigure[] = [
  {
    section: "5",
    figure: "44.31%",
    of: { en: "share of foreign high-skilled workers among those who came to work in Changchun", zh: "长春外籍高技术人才占来华工作群体的比例" },
    source: { en: "none given; it is 187 of 422 to both decimals, so perhaps a share within the survey", zh: "未注明来源；恰为 422 人中的 187 人（保留两位小数），可能是调查之内的比例" },
  },
  {
    section: "4.1.1",
    figure: "194,765 m²",
    of: { en: "flats for foreign experts begun in Changchun's car-industry zone", zh: "长春汽车经开区外籍专家公寓总面积" },
    source: { en: "told to the authors in the field", zh: "作者调查中了解" },
  },
  {
    section: "4.1.2",
    figure: "2016",
    of: { en: "Yiwu's card for foreign traders introduced", zh: "义乌推出外籍商友卡" },
    source: { en: "none given", zh: "未注明来源" },
  },
  {
    section: "5",
    figure: "2024-06-05",
    of: { en: "service station for foreign residents opened in Changchun", zh: "长春华阳社区外籍人员服务驿站启动" },
    source: { en: "none given", zh: "未注明来源" },
  },
  {
    section: "1",
    figure: "1983",
    of: { en: "national rules on recruiting foreign talent, issued", zh: "引进国外人才工作的国家规定出台" },
    source: { en: "the document, by its title", zh: "文件名称" },
  },
  {
    section: "3.1",
    figure: "2013-07-01",
    of: { en: "exit-entry law in force: every foreigner passes the counters where people were asked", zh: "出境入境管理法施行：办证大厅成为必经之地" },
    source: { en: "the law, by its title", zh: "法律名称" },
  },
  {
    section: "3.1",
    figure: "14",
    of: { en: "languages of the questionnaire", zh: "问卷语言版本数" },
    source: { en: "none given", zh: "未注明来源" },
  },
];
