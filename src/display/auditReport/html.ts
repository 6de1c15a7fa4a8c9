import type { Bilingual } from "../../bilingual";

import { escapeHtml } from "../render/escapeHtml";

/** A text in both languages; the style shows one. */
export const both = ({ en, zh }: Bilingual): string => `<span lang="zh">${escapeHtml(zh)}</span><span lang="en">${escapeHtml(en)}</span>`;

export const plain = (value: string | number): string => escapeHtml(String(value));

/** Cells are HTML already; the first is the row's heading. */
export const row = ([first, ...rest]: readonly string[]): string => `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

export const dataTable = (caption: Bilingual, heads: readonly Bilingual[], rows: readonly string[]): string =>
  `<div class="wide"><table><caption>${both(caption)}</caption><thead><tr>${heads.map((head) => `<th scope="col">${both(head)}</th>`).join("")}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table></div>`;

/** One language at a time without a script; on paper the method and code of each finding are open, the list of all checks is left out. */
export const STYLE = `
body{font:16px/1.6 system-ui,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:62rem;margin:1.5rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
body:has(#zh:checked) [lang=en],body:has(#en:checked) [lang=zh]{display:none}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:.88rem;border-top:2px solid;border-bottom:2px solid;margin:1rem 0}
caption{text-align:start;font-weight:600;padding:.3rem 0}
thead tr{border-bottom:1px solid}
th,td{text-align:start;font-weight:400;padding:.2rem .6rem;vertical-align:top;font-variant-numeric:tabular-nums}
thead th{font-weight:600}
li{margin:.6rem 0}li p{margin:.2rem 0}
li.inconsistent{border-inline-start:4px solid #b00020;padding-inline-start:.6rem}
.printed{color:#444}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f4f4f4;padding:.4rem}
input[name=language]:focus-visible+label{outline:2px solid}
@media print{body{margin:0;max-width:none;font-size:10pt}input,label{display:none}li details::details-content{content-visibility:visible;block-size:auto}summary,#every-check{display:none}section{break-inside:auto}tr,li{break-inside:avoid}.wide{overflow:visible}}
`.trim();
