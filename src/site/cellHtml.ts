import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { PROVENANCE_KEY } from "../display/bundles";
import { isPictureInside } from "../display/safe/safeAddress";
import { tagsOf, type CodeCell, type TextCell } from "../notebook/nbformat/notebook";
import type { Highlight } from "./highlight";
import { exerciseOf, type ExerciseForm } from "./live/exerciseOf";
import { needsNode } from "./live/needsNode";
import { html, scriptJson, trusted, type Markup } from "./markup";
import { outputHtml } from "./outputHtml";
import type { PageInMaking } from "./pageInMaking";
import type { Prose, ProsePlace } from "./prose";
import { decoded, type SiteLink } from "./siteLink";

/** How cells are drawn: Markdown and code each by its own library. */
export interface Pens {
  readonly prose: (source: string, place: ProsePlace) => Prose;
  readonly highlight: Highlight;
  /** Where a link of a notebook leads on the site. */
  readonly link: SiteLink;
  /** The printed numbers (`M4.supportUnit`) whose trace the site shows. */
  readonly traced: ReadonlySet<string>;
  /** The pages run their cells. */
  readonly live: boolean;
  /** The exercises that cells of live pages may ask. */
  readonly exercises: Readonly<Record<string, ExerciseForm>>;
}

/** A cell of prose; its headings join the page's contents list. */
export function proseHtml(cell: TextCell, page: PageInMaking, pens: Pens): Markup {
  const source = cell.cell_type === "markdown" ? cell.source : fenced(cell.source);
  const prose = pens.prose(source, placeOf(cell, page, pens));
  page.headings.push(...prose.headings);
  if (page.subtitle === undefined && prose.subtitle !== undefined) page.subtitle = prose.subtitle;
  page.hasMaths ||= prose.hasMaths;
  return html`<section class="prose" id="${cell.id}">${trusted(prose.html)}</section>`;
}

/** A raw cell is meant for no renderer of ours: shown as it stands. */
const fenced = (source: string): string => `\`\`\`\`\`\`text\n${source}\n\`\`\`\`\`\``;

/** A cell of code: its source in a fold, a number to call it by, and what came out. */
export function codeHtml(cell: CodeCell, page: PageInMaking, pens: Pens): Markup {
  const { words } = page;
  const number = ++page.codeCells;
  const source = cell.source.trim() === "" ? "" : html`<details class="code"${trusted(isFolded(cell) ? "" : " open")}>
<summary>${words.code}</summary>${trusted(pens.highlight(cell.source, "typescript"))}</details>`;
  if (source === "" && cell.outputs.length === 0) return html``;
  const made = page.live ? madeFrom(cell) : [];
  const nodeOnly = page.live && needsNode(cell.source);
  const exercise = page.live ? exerciseOf(cell.source, pens.exercises) : undefined;
  return html`<section class="cell" id="${cell.id}"${exercise && html` data-exercise="${JSON.stringify(exercise)}"`}${nodeOnly && trusted(" data-needs-node")} aria-label="${words.code}, ${words.cell} ${number}">
<a class="cell-number" href="#${cell.id}" title="${words.linkToCell}"><span class="visually-hidden">${words.cell} </span>${number}</a>
${source}
${made.length > 0 && html`<script type="application/json" class="live-made">${scriptJson(made)}</script>
`}${nodeOnly && html`<script type="application/json" class="live-committed">${scriptJson(cell.outputs)}</script>
`}<div class="outputs">${cell.outputs.map((output) => outputHtml(output, cell, page))}</div>
</section>`;
}

/** What its outputs say of where they come from, for the page to mark what other readings have made. */
const madeFrom = ({ outputs }: CodeCell): unknown[] => outputs.flatMap((output) => ("metadata" in output && output.metadata[PROVENANCE_KEY] !== undefined ? [output.metadata[PROVENANCE_KEY]] : []));

/** Its author wants the code shut at first: JupyterLab's "collapse selected code", Jupyter Book's tags. */
function isFolded(cell: CodeCell): boolean {
  const jupyter = cell.metadata.jupyter as { source_hidden?: boolean } | undefined;
  return jupyter?.source_hidden === true || tagsOf(cell).some((tag) => tag === "hide-input" || tag === "hide-cell");
}

/** What the prose of a cell needs to know of its page. */
export const placeOf = (cell: TextCell, page: PageInMaking, pens: Pens): ProsePlace => ({
  language: page.language,
  headingId: (text) => page.takeId(text),
  link: (address) => pens.link(address, { language: page.language, file: page.file, cell: cell.id }),
  picture: (address) => pictureAddress(address, cell, page),
  fail: (what) => new BadInput({ file: page.file, column: `cell ${cell.id}` }, what),
});

/** Pictures in prose: kept in the cell, or in the address itself. Nothing is loaded from elsewhere. */
function pictureAddress(address: string, cell: TextCell, page: PageInMaking): string {
  if (isPictureInside(address)) return address;
  const attached = cell.attachments?.[decoded(address.replace(/^attachment:/, ""), { file: page.file, column: `cell ${cell.id}` })];
  const [type, base64] = (Object.entries(attached ?? {})[0] ?? []) as [string?, (string | readonly string[])?];
  if (address.startsWith("attachment:") && type && /^image\/(png|jpeg|gif|webp)$/.test(type)) return `data:${type};base64,${typeof base64 === "string" ? base64 : (base64 ?? []).join("")}`;
  throw new BadInput({ file: page.file, column: `cell ${cell.id}` }, said`the picture "${address}" is not kept in the notebook`,
    "an attachment of the cell", "The site loads nothing from elsewhere: drag the picture into the cell.");
}
