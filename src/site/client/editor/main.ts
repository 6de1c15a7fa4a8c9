import { autocompletion, closeCompletion, type CompletionSource } from "@codemirror/autocomplete";
import { indentWithTab } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, linter, setDiagnostics } from "@codemirror/lint";
import { Prec } from "@codemirror/state";
import { hoverTooltip, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { basicSetup, EditorView } from "codemirror";

/** An editor in the page. */
export interface Editor {
  focus(): void;
  set(text: string): void;
  /** Marks where a run failed; undefined takes the mark away. */
  mark(error: { readonly line: number; readonly column: number; readonly message: string } | undefined): void;
}

/** What knows the types: asked about a text as it stands. */
export interface Assist {
  diagnostics(text: string): Promise<readonly { readonly from: number; readonly to: number; readonly message: string; readonly severity: "error" | "warning" }[]>;
  completions(text: string, at: number): Promise<readonly { readonly label: string; readonly type: string; readonly detail?: string }[]>;
  hover(text: string, at: number): Promise<{ readonly from: number; readonly to: number; readonly signature: string; readonly documentation: string } | undefined>;
}

export interface EditorOptions {
  readonly label: string;
  readonly changed: (text: string) => void;
  /** Shift-Enter. */
  readonly run: () => void;
  /** Esc: no keyboard is caught in the editor. */
  readonly leave: () => void;
  readonly assist: Assist | undefined;
}

declare global {
  interface Window {
    sojournEditor?: (place: HTMLElement, text: string, options: EditorOptions) => Editor;
  }
}

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: "var(--code-token-keyword)" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--code-token-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-token-constant)" },
  { tag: [tags.comment], color: "var(--code-token-comment)", fontStyle: "italic" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: "var(--code-token-function)" },
  { tag: [tags.punctuation, tags.operator], color: "var(--code-token-punctuation)" },
]);

window.sojournEditor = (parent, text, options) => {
  const view = new EditorView({
    parent, doc: text,
    extensions: [
      Prec.highest(keymap.of([
        { key: "Shift-Enter", run: () => (options.run(), true) },
        { key: "Mod-Enter", run: () => (options.run(), true) },
        // Always out, whatever is open in it: no reader is caught in an editor.
        { key: "Escape", run: (view) => (closeCompletion(view), options.leave(), true) },
      ])),
      basicSetup,
      keymap.of([indentWithTab]),
      javascript({ typescript: true }),
      syntaxHighlighting(colours),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": options.label }),
      EditorView.updateListener.of((update) => { if (update.docChanged) options.changed(update.state.doc.toString()); }),
      ...(options.assist ? assisted(options.assist) : []),
    ],
  });
  return {
    focus: () => view.focus(),
    set: (changed) => {
      if (changed !== view.state.doc.toString()) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: changed } });
    },
    mark: (error) => view.dispatch(setDiagnostics(view.state, error ? [runError(view, error)] : [])),
  };
};

function runError(view: EditorView, { line, column, message }: { line: number; column: number; message: string }): Diagnostic {
  const found = view.state.doc.line(Math.min(line, view.state.doc.lines));
  const from = Math.min(found.from + column - 1, found.to);
  return { from, to: Math.max(from, found.to), severity: "error", message };
}

function assisted(assist: Assist) {
  const complete: CompletionSource = async (asked) => {
    const { state, pos, explicit } = asked;
    const word = asked.matchBefore(/[\w$]+/);
    const afterDot = state.sliceDoc(Math.max(0, pos - 1), pos) === ".";
    if (!word && !afterDot && !explicit) return null;
    const options = await assist.completions(state.doc.toString(), pos);
    return { from: word?.from ?? pos, options: options.map((option) => ({ ...option })), validFor: /^[\w$]*$/ };
  };
  return [
    linter(async (view) => (await assist.diagnostics(view.state.doc.toString())).map((found) => ({ ...found, to: Math.min(found.to, view.state.doc.length) })), { delay: 400 }),
    autocompletion({ override: [complete] }),
    hoverTooltip(async (view, at) => {
      const found = await assist.hover(view.state.doc.toString(), at);
      if (!found) return null;
      return {
        pos: found.from, end: found.to, above: true,
        create: () => {
          const dom = document.createElement("div");
          dom.className = "live-hover";
          const code = dom.appendChild(document.createElement("code"));
          code.textContent = found.signature;
          if (found.documentation !== "") dom.appendChild(document.createElement("p")).textContent = found.documentation;
          return { dom };
        },
      };
    }),
  ];
}
