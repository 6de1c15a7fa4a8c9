/**
 * What the paper leaves open, as data: each reading with its choices, the default first, and what each choice does.
 * "paperSection" says where the paper leaves it open. What the paper does settle (`settled`) is here as well: another
 * choice is then no reading of the paper but a test of how much hangs on what it chose.
 */
export const READINGS = [
  {
    name: "changchunWaves", actsAt: "sample", paperSection: "§3(1)", settled: true,
    en: "Which survey years of Changchun are in the sample", zh: "长春样本取哪些调查年份",
    choices: {
      pooled: { en: "2017 and 2018 pooled with 2019", zh: "2017、2018年与2019年合并" },
      only2019: { en: "2019 alone, as in the other cities", zh: "与其他城市一样只取2019年" },
    },
  },
  {
    name: "nonResponse", actsAt: "sample", paperSection: "§3(2)",
    en: "Those who gave no answer where the paper says that all other answers are 0", zh: "论文写明“其他”记为0的题目，未作答者如何处理",
    choices: {
      dropped: { en: "lack a key answer and are left out", zh: "视为关键变量缺失，予以排除" },
      zero: { en: "count as 0 (outcomes, reception, comparisons) and stay in: N grows", zh: "记为0（因变量、接待、比较三类题目），保留在样本中，N变大" },
    },
  },
  {
    name: "stay", actsAt: "coding", paperSection: "§3(2)", settled: true,
    en: "Does staying \"as long as possible\" count as wanting to stay", zh: "“尽量多待一段时间”是否算有居留意愿",
    choices: {
      asLongCounts: { en: "yes, like residing permanently", zh: "算，与永久居留相同" },
      permanentOnly: { en: "no, only residing permanently does", zh: "不算，只有永久居留才算" },
    },
  },
  {
    name: "inMigration", actsAt: "coding", paperSection: "§3(2)",
    en: "How the two questions behind Model 2's outcome are joined", zh: "模型2因变量的两道题如何合并",
    choices: {
      either: { en: "either answer is enough", zh: "满足其一即可" },
      both: { en: "both answers are needed", zh: "须同时满足" },
    },
  },
  {
    name: "consideredBefore", actsAt: "coding", paperSection: "§3(2)",
    en: "Those who considered immigrating before they came, in Model 2", zh: "模型2如何处理来华前就考虑移民者",
    choices: {
      zero: { en: "their answer does not count as wanting to stay; they remain", zh: "该回答不算居留意愿，仍留在样本中" },
      zeroWhateverStay: { en: "they count as not wanting to stay, whatever they hope for", zh: "无论期望居留时间如何，均记为0" },
      dropped: { en: "they are left out of the model", zh: "不进入模型" },
    },
  },
  {
    name: "contactWillingness", actsAt: "coding", paperSection: "§3(2)",
    en: "How the three contact items are combined and rescaled to 1–5", zh: "三道交往题如何合并并归一化到1至5",
    choices: {
      possibleRange: { en: "their sum, from its possible range 3–15 (the mean of the three)", zh: "三题之和，按可能的范围3至15（即三题均值）" },
      observedRange: { en: "their sum, from the smallest and largest in the sample", zh: "三题之和，按样本中的最小值与最大值" },
      firstComponent: { en: "their first principal component, from its smallest and largest score", zh: "三题的第一主成分得分，按其最小值与最大值" },
    },
  },
  {
    name: "contactDirection", actsAt: "coding", paperSection: "§3(2)",
    en: "Which end of the contact scale is high", zh: "交往意愿量表哪一端为高",
    choices: {
      reversed: { en: "5 is very willing", zh: "5为非常愿意" },
      asAsked: { en: "1 is very willing, the order of the questionnaire", zh: "1为非常愿意，即问卷中的次序" },
    },
  },
  {
    name: "marriage", actsAt: "coding", paperSection: "§3(2)",
    en: "Marriage is asked of oneself or of one's children: which answer counts", zh: "通婚题可就本人或子女回答，取哪一个",
    choices: {
      whicheverAnswered: { en: "one's own where answered, else the children's", zh: "回答本人则取本人，否则取子女" },
      larger: { en: "the more willing of the two", zh: "取两者中更愿意的一个" },
      children: { en: "the children's where answered, else one's own", zh: "回答子女则取子女，否则取本人" },
      mean: { en: "the mean of the two", zh: "取两者的均值" },
    },
  },
  {
    name: "supportNetwork", actsAt: "coding", paperSection: "§3(2)",
    en: "Those received \"otherwise\" on arrival", zh: "抵达时接待方式为“其他”者",
    choices: {
      otherIsReference: { en: "are the category the three networks are compared with", zh: "作为三类网络的参照类别" },
      otherLeftOut: { en: "have no support network coded and are left out of the models", zh: "支持网络不赋值，不进入模型" },
    },
  },
  {
    name: "cumulativeCausation", actsAt: "coding", paperSection: "§3(2)",
    en: "Numbers of the cumulative-causation network", zh: "累积因果网络的赋值",
    choices: {
      dummy: { en: "1 has it, 0 has not", zh: "有为1，无为0" },
      asPrinted: { en: "the numbers printed: 1 has it, 2 has not", zh: "按原文数值：有为1，无为2" },
      firstReference: { en: "a factor with the first category as reference: 1 has it not, 0 has", zh: "按原文编码作分类变量、以第一类为参照：无为1，有为0" },
    },
  },
  {
    name: "participationCognition", actsAt: "coding", paperSection: "§3(2)",
    en: "Participation cognition where China and home are best equally often", zh: "社会参与认知：中国与母国同样多时",
    choices: {
      home: { en: "counts as home", zh: "算母国" },
      china: { en: "counts as China", zh: "算中国" },
      missing: { en: "is undefined and left out of the models", zh: "不赋值，不进入模型" },
    },
  },
  {
    name: "participationBehaviour", actsAt: "coding", paperSection: "§3(2)",
    en: "Participation behaviour where China and home are equal, no participation at all included", zh: "社会参与行为：中国与母国同样多时（包括都没有）",
    choices: {
      home: { en: "counts as home", zh: "算母国" },
      china: { en: "counts as China", zh: "算中国" },
      missing: { en: "is undefined and left out of the models", zh: "不赋值，不进入模型" },
    },
  },
  {
    name: "gender", actsAt: "coding", paperSection: "§3(2)",
    en: "Which sex is coded 1", zh: "性别变量以何者为1",
    choices: {
      female: { en: "women", zh: "女性" },
      male: { en: "men", zh: "男性" },
    },
  },
  {
    name: "education", actsAt: "coding", paperSection: "§3(2)",
    en: "Education as two groups or as a score", zh: "教育程度为二分变量还是等级",
    choices: {
      dummy: { en: "1 is college or above, 0 below", zh: "大学及以上为1，大学以下为0" },
      level: { en: "1 primary school to 6 doctorate", zh: "1小学至6博士" },
      graduate: { en: "1 is master or doctor, 0 below", zh: "硕士及以上为1，其余为0" },
    },
  },
  {
    name: "age", actsAt: "modelling", paperSection: "§3(2)", settled: true,
    en: "Whether age enters beside its square", zh: "模型中年龄平方之外是否加入年龄",
    choices: {
      squareOnly: { en: "its square alone, as in the paper", zh: "只有年龄平方，与论文一致" },
      withAge: { en: "age and its square", zh: "年龄与年龄平方" },
    },
  },
  {
    name: "pooledOutcome", actsAt: "modelling", paperSection: "§4(1)",
    en: "Which outcome Models 3 and 4 explain", zh: "模型3、4的因变量",
    choices: {
      transnational: { en: "Model 1's, of the transnational view", zh: "模型1的跨国主义视角" },
      inMigration: { en: "Model 2's, of the in-migration view", zh: "模型2的移入视角" },
    },
  },
  {
    name: "parallelLines", actsAt: "modelling", paperSection: "§4(2)",
    en: "Which test of parallel lines the paper's one p belongs to", zh: "论文的平行性检验是哪一种",
    choices: {
      lr: { en: "likelihood ratio against the general model", zh: "与一般模型的似然比检验" },
      brant: { en: "Brant's Wald test", zh: "Brant的Wald检验" },
      score: { en: "score test", zh: "得分检验" },
    },
  },
  {
    name: "pseudoR2", actsAt: "modelling", paperSection: "§4",
    en: "Which pseudo-R² the paper prints", zh: "论文所列伪R²的定义",
    choices: {
      nagelkerke: { en: "Nagelkerke's, the only one that fits Table 2", zh: "Nagelkerke，唯一与表2相符者" },
      mcFadden: { en: "McFadden's", zh: "McFadden" },
      coxSnell: { en: "Cox and Snell's", zh: "Cox–Snell" },
    },
  },
] as const;
