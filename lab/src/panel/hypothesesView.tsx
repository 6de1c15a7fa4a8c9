import * as React from "react";
import type { Language } from "../../../src/bilingual";
import { SYNTHETIC_BANNER } from "../../../src/display/synthetic";
import { isTrouble } from "../kernel/answer";
import { WORDS } from "../words";
import type { NotebookSession } from "./notebookSession";
import { shownStudy } from "./shownStudy";
import { type Said, type VerdictCell, type VerdictRow, verdictRows } from "./verdictRows";
import { departures } from "../../../src/sfrc/readings";

interface Props {
  readonly session: NotebookSession | undefined;
  readonly language: Language;
  /** Goes to the cell that decides a hypothesis, or opens the notebook that holds it. */
  readonly goTo: (hypothesis: string) => void;
}

/** H1–H4b by group: what the paper's table says, and beneath it what the running kernel finds. */
export function HypothesesView({ session, language, goTo }: Props): React.ReactElement {
  const answer = session?.answer;
  const verdicts = answer && !isTrouble(answer) ? answer.verdicts : undefined;
  const study = shownStudy(session);
  return (
    <div className="sojourn-hypotheses" lang={language}>
      <Changed session={session} language={language} />
      <Standing session={session} language={language} />
      {study && <table>
        <caption className="sojourn-hidden">{WORDS.hypotheses[language]}</caption>
        <thead>
          <tr>
            <th scope="col"><span className="sojourn-hidden">{WORDS.hypothesis[language]}</span></th>
            {study.groups.map(({ id, label, model }) => <th scope="col" key={id}>{label[language]} <span className="sojourn-model">{model}</span></th>)}
          </tr>
        </thead>
        {verdictRows(verdicts, study).map((row) => <Hypothesis key={row.id} row={row} language={language} goTo={goTo} groups={study.groups.length} />)}
      </table>}
      <p className="sojourn-small">{WORDS.rule[language]}</p>
    </div>
  );
}

/** Readings other than the default, by name, before anything else is said. */
function Changed({ session, language }: Omit<Props, "goTo">): React.ReactElement | null {
  const changed = session?.isOurs ? departures(session.readings) : [];
  return changed.length === 0 ? null : <p role="status" className="sojourn-changed-readings"><strong>{WORDS.changedReadings[language]}: {changed.join(", ")}</strong></p>;
}

function Standing({ session, language }: Omit<Props, "goTo">): React.ReactElement {
  const answer = session?.answer;
  if (answer && isTrouble(answer)) return <p role="alert" className="sojourn-trouble">{answer.error}</p>;
  const phase = session ? session.phase : "noNotebook";
  const said = phase === "answered" ? undefined : WORDS[phase][language];
  return (
    <div className="sojourn-small sojourn-standing">
      <span role="status">{said ?? ""}</span>
      {answer && !said && (
        <span>
          {WORDS.data[language]}: {answer.files.map((file) => file.split(/[\\/]/).pop()).join(", ")}
          {answer.synthetic && <strong> · {SYNTHETIC_BANNER[language]}</strong>}
        </span>
      )}
    </div>
  );
}

function Hypothesis({ row, language, goTo, groups }: { readonly row: VerdictRow; readonly groups: number } & Pick<Props, "language" | "goTo">): React.ReactElement {
  return (
    <tbody data-hypothesis={row.id}>
      <tr className="sojourn-claim">
        <th scope="rowgroup" colSpan={1 + groups}>
          <button type="button" className="sojourn-link" onClick={() => goTo(row.id)} title={WORDS.goToCell[language]} aria-label={`${row.id}: ${WORDS.goToCell[language]}`}>{row.id} ↗</button>
          {" "}<span className="sojourn-claim-text">{row.claim[language]}</span>
        </th>
      </tr>
      {row.cells.some(({ paper }) => paper.length > 0) && <tr className="sojourn-by-paper">
        <th scope="row">{WORDS.paper[language]}</th>
        {row.cells.map((cell) => <td key={cell.group}>{cell.paper.map((said, place) => <Saying key={said.model} said={said} second={place > 0} language={language} />)}</td>)}
      </tr>}
      <tr className="sojourn-by-kernel">
        <th scope="row">{WORDS.here[language]}</th>
        {row.cells.map((cell) => <KernelCell key={cell.group} cell={cell} language={language} />)}
      </tr>
    </tbody>
  );
}

function KernelCell({ cell, language }: { readonly cell: VerdictCell; readonly language: Language }): React.ReactElement {
  if (!cell.kernel) return <td className="sojourn-none">–</td>;
  return (
    <td data-group={cell.group} data-differs={cell.differs} title={cell.differs ? WORDS.differs[language] : undefined}>
      {cell.kernel.map((said, place) => <Saying key={said.model} said={said} second={place > 0} language={language} />)}
      {cell.differs && <span className="sojourn-differs">≠ {WORDS.paper[language]}</span>}
    </td>
  );
}

/** `✓ 0.535***`, with the word for whoever cannot see the sign. */
function Saying({ said: { model, number, supported }, second, language }: { readonly said: Said; readonly second: boolean; readonly language: Language }): React.ReactElement {
  const word = supported === null ? (number === null ? WORDS.notFitted : WORDS.notPrinted) : supported ? WORDS.supported : WORDS.notSupported;
  return (
    <div className={second ? "sojourn-saying sojourn-second" : "sojourn-saying"} data-supported={supported}>
      {second && <span className="sojourn-model">{model} </span>}
      <span aria-hidden="true">{supported === null ? "–" : supported ? "✓" : "✗"} </span>
      <span className="sojourn-hidden">{word[language]} </span>
      {number}
    </div>
  );
}
