import * as React from "react";
import type { Language } from "../../../src/bilingual";
import { SYNTHETIC_BANNER } from "../../../src/display/synthetic";
import { type AllReadingsRun, standingWords } from "../../../src/exhibits/allReadingsRun";
import { ALL_READINGS, allReadingsNote, type ReadingsSummary, summariesOf, summaryWords } from "../../../src/exhibits/allReadingsSummary";
import type { ShownStudy } from "./verdictRows";

interface Props {
  readonly all: AllReadingsRun;
  readonly usable: boolean;
  readonly study: ShownStudy | undefined;
  readonly language: Language;
}

/** The button that fits all readings, how far they are, and what they say of each hypothesis. */
export function AllReadingsView({ all, usable, study, language }: Props): React.ReactElement {
  const running = all.standing === "running";
  return (
    <div className="sojourn-all-readings" data-standing={all.standing}>
      {running
        ? <button type="button" className="jp-mod-styled sojourn-button sojourn-all-cancel" onClick={() => all.cancel()}>{ALL_READINGS.cancel[language]}</button>
        : <button type="button" className="jp-mod-styled sojourn-button sojourn-all-start" disabled={!usable} title={ALL_READINGS.help[language]} onClick={() => void all.start()}>{ALL_READINGS.start[language]}</button>}
      {running && <progress max={all.of ?? 1} value={all.done} aria-label={ALL_READINGS.start[language]} />}
      <span role="status" className="sojourn-small">{" "}{standingWords(all, language)}</span>
      {all.shares.length > 0 && <Found all={all} study={study} language={language} />}
    </div>
  );
}

function Found({ all: { shares }, study, language }: Omit<Props, "usable">): React.ReactElement {
  const summaries = React.useMemo(() => summariesOf(shares), [shares]);
  const groups = [...new Set(summaries.map(({ group }) => group))];
  return (
    <>
      <table>
        <caption>{ALL_READINGS.caption[language]}{shares[0].synthetic && <strong> · {SYNTHETIC_BANNER[language]}</strong>}</caption>
        <thead>
          <tr>
            <td />
            {groups.map((group) => <th scope="col" key={group}>{study?.groups.find(({ id }) => id === group)?.label[language] ?? group}</th>)}
          </tr>
        </thead>
        <tbody>
          {[...new Set(summaries.map(({ hypothesis }) => hypothesis))].map((hypothesis) => (
            <tr key={hypothesis} data-hypothesis={hypothesis}>
              <th scope="row">{hypothesis}</th>
              {groups.map((group) => <Cell key={group} summary={summaries.find((one) => one.hypothesis === hypothesis && one.group === group)} language={language} />)}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sojourn-small">{allReadingsNote(shares[0], summaries, language)}</p>
    </>
  );
}

function Cell({ summary, language }: { readonly summary: ReadingsSummary | undefined; readonly language: Language }): React.ReactElement {
  if (!summary) return <td>–</td>;
  const { paper, standing, range, turnedBy, refused } = summaryWords(summary, language);
  return (
    <td data-group={summary.group} data-stands={summary.distinct === 0 ? undefined : summary.standing / summary.distinct}>
      <div className="sojourn-all-paper" title={ALL_READINGS.paperOwn[language]}><span aria-hidden="true">▸ </span><span className="sojourn-hidden">{ALL_READINGS.paperOwn[language]}: </span>{paper}</div>
      <div>{standing}</div>
      <div>{range}</div>
      {turnedBy && <div className="sojourn-small">{turnedBy}</div>}
      {refused && <div className="sojourn-small" title={summary.reasons.map(({ reason, count }) => `${count} × ${reason[language]}`).join("\n")}>{refused}</div>}
    </td>
  );
}
