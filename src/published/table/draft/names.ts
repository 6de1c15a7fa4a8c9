import type { Headed } from "../roles/heads";
import type { ModelColumns } from "../roles/models";
import { STUB } from "../roles/vocabulary";
import { tidyLabel } from "../source/characters";
import { isCaption } from "../source/regions";

/** What a model is called. */
export interface ModelNames {
  readonly heading: string;
  readonly group: string;
  readonly outcome: string;
  /** Every heading over it. */
  readonly names: readonly string[];
}

const NUMBERED = /^(?:(?:model|模型|m|specification|spec\.?|column|方程|equation)[ -]?)?\(?(?:[1-9]\d?|[ivx]{1,4}|[一二三四五六七八九十]|[a-z])\)?$/i;
const DEPENDENT = /^(?:dependent variables?|dep\.? ?var(?:iable|\.)?|outcomes?|因变量|被解释变量)\s*(?:is|:|：|=)?\s*/i;

/** Headings of the models: a number, a group, an outcome where one stands over all or is named as dependent. */
export function headingsOf({ stub }: Headed, columns: readonly ModelColumns[], lines: readonly string[], overAll: readonly string[]): { models: ModelNames[] } {
  const all = columns.map(({ names }) => glued(names).map(headingText).filter(Boolean));
  const overall = overAll.map((line) => headingText(line).replace(DEPENDENT, "")).filter((line) => line !== "" && !STUB.test(line) && !/\d\.\d/.test(line)).at(-1);
  const inText = outcomeIn(lines);
  return {
    models: all.map((names) => {
      const shared = columns.length > 1 ? names.filter((name) => all.every((others) => others.includes(name))) : [];
      const named = names.find((name) => DEPENDENT.test(name) && name.replace(DEPENDENT, "") !== "")?.replace(DEPENDENT, "");
      const over = shared.map((name) => name.replace(DEPENDENT, "")).filter(Boolean);
      const own = names.filter((name) => !shared.includes(name) && !(DEPENDENT.test(name)));
      const heading = own.find((name) => NUMBERED.test(name)) ?? own[0] ?? named ?? (stub || inText || lines.findLast((line) => line.length < 300 && isCaption(line)) || "");
      return {
        heading, group: own.filter((name) => name !== heading).join(", ") || (own.includes(heading) && !NUMBERED.test(heading) ? heading : ""),
        outcome: named ?? over.at(-1) ?? (columns.length === 1 ? inText ?? overall ?? (/^\S+$/.test(stub) ? stub : "") : overall ?? inText ?? ""), names,
      };
    }),
  };
}

/** A word broken over two lines of headings, as its hyphen shows, made one. */
const glued = (names: readonly string[]): string[] => names.reduce<string[]>((sofar, name) => {
  const last = sofar.at(-1);
  return last !== undefined && /\p{L}-$/u.test(last) && /^\p{Ll}/u.test(name) ? [...sofar.slice(0, -1), last.slice(0, -1) + name] : [...sofar, name];
}, []);

const headingText = (text: string): string => tidyLabel(text.replace(/\^[a-z0-9]/g, "").replace(/(\p{L})- (?=\p{Ll})/gu, "$1")).replace(/(?<=\p{Script=Han}) (?=\d)/u, "");

/** "Dep. Variable: had", "y ~ x" in a call, "Dependent variable: low". */
function outcomeIn(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    if (line.length > 500) continue;
    const said = /(?:formula ?[=:] ?|glm\(|lm\()\s*([\w.]+) ?~/.exec(line)?.[1] ?? /(?:dep\. variable|dependent variable|因变量|被解释变量) ?[:：=] ?(\S{1,40})/i.exec(line)?.[1];
    if (said) return said;
  }
  return undefined;
}
