/** What --help says in Chinese of the commands on a survey and on the paper: map, inspect, code, reproduce, verdicts, trace, multiverse, synthesize. */
export const OF_SURVEYS: Readonly<Record<string, string>> = {
  "Write a synthetic raw survey that meets every count, percentage and mean of Table 1": "写出一份合成的原始调查数据，与表 1 的每一个频数、百分比和均值相符",
  "Propose how a survey's own files map to the codebook: all columns and answers that do not fit, in one list": "为调查自身的文件提出与编码手册的对应：所有不符的列和答案列在一张清单里",
  "Look at a survey before any model: answers, missing by kind, impossible combinations, duplicates, straight-lining, who is lost at each step": "建模之前先看调查数据：答案分布、各类缺失、不可能的组合、重复、直线作答、每一步剔除了谁",
  "Select the paper's sample from raw survey files and code its variables": "从原始调查文件中筛选论文的样本，并编码其变量",
  "Code the survey, fit M1–M4, O1, O3, O4 and print Tables 1–3 beside the published ones": "编码调查数据，拟合 M1–M4、O1、O3、O4，并列出表 1–3 及论文刊印的数字",
  "Print which hypotheses are supported in which group, beside the paper's table": "列出哪些假设在哪一组得到支持，并与论文的表对照",
  "Follow a printed coefficient back: question → answers → rule → column → estimate → star → what the text says": "追溯一个刊印的系数：问题 → 答案 → 规则 → 列 → 估计值 → 星号 → 正文的说法",
  "Fit every defensible choice of a paper, and test each curve under the null": "拟合一篇论文所有站得住脚的选择，并在零假设下检验每条曲线",

  // The survey's files.
  "the file's encoding where it is not found by itself: utf-8, utf-16le, utf-16be, gb18030, big5, windows-1252, shift_jis, euc-jp, euc-kr": "文件的字符编码，无法自动识别时给出：utf-8、utf-16le、utf-16be、gb18030、big5、windows-1252、shift_jis、euc-jp、euc-kr",
  "what stands between cells where it is not found by itself: \",\", \";\", tab or \"|\"": "单元格之间的分隔符，无法自动识别时给出：\",\"、\";\"、tab 或 \"|\"",
  "which sheet of an Excel workbook that has several": "Excel 工作簿有多张工作表时，取哪一张",
  "the survey's files (CSV, .xlsx, .sav, .zsav, .dta, Parquet, or one of these in gzip)": "调查文件（CSV、.xlsx、.sav、.zsav、.dta、Parquet，或其 gzip 压缩文件）",
  "the survey's files; the stand-in (or the study's own) where none is given": "调查文件；不给出时用替代数据（或研究自带的数据）",
  "raw survey files, stacked (CSV, SPSS, Stata, Excel or Parquet; columns as in data/codebook.json, or by --mapping)": "原始调查文件，上下合并（CSV、SPSS、Stata、Excel 或 Parquet；列同 data/codebook.json，或由 --mapping 对应）",
  "a raw survey file instead of the stand-in; repeatable, files are stacked": "用原始调查文件代替替代数据；可重复给出，各文件上下合并",
  "how the files differ from the codebook (JSON)": "文件与编码手册的不同之处（JSON）",
  "how the raw files differ from the codebook (JSON)": "原始文件与编码手册的不同之处（JSON）",
  "a study of your own instead of the paper (docs/your-own-study.md)": "用自己的研究代替本论文（docs/your-own-study.md）",
  "a study of your own instead of the paper: its codebook, coding, models, hypotheses (docs/study.md)": "用自己的研究代替本论文：其编码手册、编码规则、模型和假设（docs/study.md）",
  "the codebook of a study of your own instead of the paper's": "用自己研究的编码手册代替本论文的",
  "a choice where the paper leaves the coding open; repeatable": "论文未写明编码方式之处的选择；可重复给出",
  "a choice where the paper leaves the coding open (sojourn code --readings lists them); repeatable": "论文未写明编码方式之处的选择（sojourn code --readings 列出全部）；可重复给出",
  "print the outcome as JSON": "以 JSON 输出结果",

  // map, inspect, code
  "write the mapping here; an earlier one is read first, and what you settled in it stays": "映射写到这里；已有的映射会先读入，其中已确定的内容保留",
  "write a page that shows every column with its answers and what was found (HTML)": "写出一个网页，列出每一列、其答案及找到的对应（HTML）",
  "print {columns, values, doubtful, missing, leftOver} as JSON": "以 JSON 输出 {columns, values, doubtful, missing, leftOver}",
  "Exit 1 while a question (\"?\") is left: correct it in the mapping, or delete the question mark where the proposal is right, and run it again.": "尚有疑问（\"?\"）时退出码为 1：请在映射中改正；建议正确的，删去问号即可，然后重新运行。",
  "name respondents' ids where they stand more than once (left out otherwise)": "列出出现不止一次的受访者编号（否则不列）",
  "print the inspection as JSON": "以 JSON 输出查看结果",
  "where to write the coded file (CSV)": "编码后的文件（CSV）写到哪里",
  "list all readings and their choices, and do nothing else": "列出全部编码方案及其选项，不做其他事",

  // reproduce, verdicts, trace
  "raw answers of any size instead of --data: Parquet or CSV files, a folder or a glob in quotes, postgres://…, trino://… (see sojourn engines)": "任意规模的原始答案，代替 --data：Parquet 或 CSV 文件、文件夹或加引号的通配符、postgres://…、trino://…（见 sojourn engines）",
  "with --from: the table of the source": "与 --from 同用：数据来源中的表",
  "with --from: equal people counted together, or Newton steps in SQL (default: by how many patterns there are)": "与 --from 同用：把取值相同的人合并计数，或用 SQL 逐步做牛顿迭代（默认：视不同取值组合的数目而定）",
  "draw missing answers in so many data sets and pool, instead of dropping people": "多重插补：插补缺失的答案，生成这么多份数据并合并结果，而不是剔除这些人",
  "print the hypotheses as JSON, as reproduce --json has them": "以 JSON 输出各假设，同 reproduce --json",
  "such as M4.supportUnit": "如 M4.supportUnit",
  "print the trace as JSON": "以 JSON 输出追溯结果",
  "write it as a page": "写成网页",

  // multiverse
  "decisions and options (JSON, docs/multiverse.md); the paper's, or the study's multiverse.json": "决定及其选项（JSON，docs/multiverse.md）；不给出时用论文的，或研究的 multiverse.json",
  "cross these decisions only, the others as in the paper (comma-separated)": "只交叉这些决定，其余同论文（以逗号分隔）",
  "draws from the model without the term: a test under the null": "从不含该变量的模型抽取的次数：零假设下的检验",
  "with --draws: the same seed gives the same draws, whatever the workers (default: 1)": "与 --draws 同用：种子相同，抽取结果相同，与线程数无关（默认：1）",
  "with --draws: threads for them (default: 1)": "与 --draws 同用：所用的线程数（默认：1）",
  "universes as a table: .csv or .parquet": "把各设定写成表：.csv 或 .parquet",
  "E-values, power, smallest detectable effects, type S and M errors of the hypotheses, too": "另给出各假设的 E 值、检验功效、最小可检测效应、S 型与 M 型错误",
  "universes, null and decisions as JSON": "以 JSON 输出各设定、零假设下的检验和各决定",
  "fit the i-th of n parts of the universes, without draws, into --out (docs/multiverse.md merges them)": "把全部设定分成 n 份，拟合其中第 i 份，不抽取，写入 --out（合并方法见 docs/multiverse.md）",
  "go on with the draws that an interrupted run with the same --out has left": "接着做被中断的、--out 相同的那次运行留下的抽取",

  // synthesize
  "a whole number; that of data/sfrc-synthetic.json gives data/sfrc-synthetic.csv, byte for byte": "整数；用 data/sfrc-synthetic.json 中的种子，得到逐字节相同的 data/sfrc-synthetic.csv",
  "where to write the raw survey (CSV)": "原始调查数据（CSV）写到哪里",
};
