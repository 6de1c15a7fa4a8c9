import type { MarkdownIt } from "markdown-it";
import katex from "katex";

/**
 * TeX in Markdown, as JupyterLab reads it: `$…$` in a line, `$$…$$` in a line or as a block of its own.
 * The rules leave an element `<code data-tex>` behind; `typeset` turns it into KaTeX's HTML and MathML after the
 * page's HTML has been stripped of what is unsafe (KaTeX needs styles and MathML, which are not allowed from a notebook).
 *
 * A dollar sign counts as an opening one only where no space follows, and as a closing one only where no space precedes
 * and no digit follows (Pandoc's rule): "$5 and $10" is money.
 */
export function readMaths(md: MarkdownIt): void {
  md.inline.ruler.after("escape", "maths", (state, silent) => {
    const rest = state.src.slice(state.pos);
    const found = /^\$\$((?:\\[\s\S]|[^$\\])+)\$\$/.exec(rest) ?? /^\$(?!\s)((?:\\[\s\S]|[^$\\])*(?:\\[\s\S]|[^$\\\s]))\$(?!\d)/.exec(rest);
    if (!found) return false;
    if (!silent) state.push("maths", "code", 0).meta = { tex: found[1], display: found[0].startsWith("$$") };
    state.pos += found[0].length;
    return true;
  });
  md.block.ruler.before("fence", "mathsBlock", (state, startLine, endLine, silent) => {
    const line = (n: number): string => state.src.slice(state.bMarks[n] + state.tShift[n], state.eMarks[n]).trim();
    if (!line(startLine).startsWith("$$")) return false;
    let last = startLine;
    if (!(line(startLine).length > 4 && line(startLine).endsWith("$$"))) {
      do last++; while (last < endLine && !line(last).endsWith("$$"));
      if (last >= endLine) return false;
    }
    if (silent) return true;
    const tex = Array.from({ length: last - startLine + 1 }, (_, i) => line(startLine + i)).join("\n").slice(2, -2);
    const token = state.push("maths", "code", 0);
    Object.assign(token, { block: true, meta: { tex, display: true } });
    state.line = last + 1;
    return true;
  }, { alt: ["paragraph", "blockquote", "list"] });
  md.renderer.rules.maths = (tokens, i) => {
    const { tex, display } = tokens[i].meta as { tex: string; display: boolean };
    const code = `<code data-tex="${display ? "display" : "inline"}">${md.utils.escapeHtml(tex)}</code>`;
    return tokens[i].block ? `<p class="equation">${code}</p>\n` : code;
  };
}

/**
 * One formula as KaTeX's HTML with MathML beside it for screen readers.
 * @throws {Error} TeX that KaTeX cannot read
 */
export const typeset = (tex: string, display: boolean): string =>
  katex.renderToString(tex, { displayMode: display, output: "htmlAndMathml", throwOnError: true, strict: "ignore", trust: false });
