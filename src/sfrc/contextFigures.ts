import type { ContextFigure } from "../study/proposal";

/** Figures in the paper's text that none of its tables bears on, with what a reader could hold them against. */
export const contextFigures: readonly ContextFigure[] = [
  {
    section: "5",
    figure: "44.31%",
    of: { en: "foreign high-skilled workers among Changchun's foreign workers", zh: "长春外籍高技术人才占来华工作群体的比例" },
    source: { en: "none given; only microdata or a register could tell", zh: "未注明来源；须有微观数据或登记资料" },
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
    source: { en: "city policy; none given", zh: "城市政策；未注明来源" },
  },
  {
    section: "5",
    figure: "2024-06-05",
    of: { en: "service station for foreign residents opened in Changchun", zh: "长春华阳社区外籍人员服务驿站启动" },
    source: { en: "city news; none given", zh: "城市新闻；未注明来源" },
  },
  {
    section: "1",
    figure: "1983",
    of: { en: "first national rules on recruiting foreign talent", zh: "首个引进国外人才工作的国家规定" },
    source: { en: "State Council document", zh: "国务院文件" },
  },
  {
    section: "3.1",
    figure: "2013-07-01",
    of: { en: "exit-entry law in force: every foreigner passes the counters where people were asked", zh: "出境入境管理法施行：办证大厅成为必经之地" },
    source: { en: "law; why the counters were chosen for the survey", zh: "法律；亦为调查地点的依据" },
  },
  {
    section: "3.1",
    figure: "14",
    of: { en: "languages of the questionnaire", zh: "问卷语言版本数" },
    source: { en: "survey documentation", zh: "调查文档" },
  },
];
