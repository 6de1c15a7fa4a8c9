import * as React from "react";
import type { Language } from "../../../src/bilingual";
import { defaultReadings, readingEntries, type ReadingEntry, type Readings } from "../../../src/sfrc/readings";
import { WORDS } from "../words";
import { AllReadingsView } from "./allReadingsView";
import type { NotebookSession } from "./notebookSession";
import { hasReadings, shownStudy } from "./shownStudy";

interface Props {
  readonly session: NotebookSession | undefined;
  readonly language: Language;
}

/** All that the paper leaves open, each with its choices, and what a switch has left stale. */
export function ReadingsView({ session, language }: Props): React.ReactElement {
  const readings: Readings = session?.readings ?? defaultReadings;
  const usable = session?.isOurs ?? false;
  const anyChanged = readingEntries.some(({ name }) => readings[name] !== defaultReadings[name]);
  return (
    <div className="sojourn-readings" lang={language}>
      {session && usable && <Stale session={session} language={language} />}
      <p className="sojourn-small">{WORDS.readingsHelp[language]}</p>
      <button type="button" className="jp-mod-styled sojourn-button" disabled={!usable || !anyChanged} onClick={() => session?.chooseAll(defaultReadings)}>{WORDS.allDefaults[language]}</button>
      {session && hasReadings(session) && <AllReadingsView all={session.allReadings} usable={usable} study={shownStudy(session)} language={language} />}
      {readingEntries.map((reading) => (
        <Reading key={reading.name} reading={reading} chosen={readings[reading.name]} usable={usable} language={language} choose={(choice) => session?.choose(reading.name, choice)} />
      ))}
    </div>
  );
}

function Stale({ session, language }: Required<Props> & { readonly session: NotebookSession }): React.ReactElement {
  const { departures: { size: count }, counts: { agreeing, unknown } } = session.stale;
  const said = [
    ...(count > 0 ? [`⚠ ${count} ${WORDS.staleCount[language]}`] : []),
    ...(agreeing > 0 ? [`${agreeing} ${WORDS.agreeing[language]}`] : []),
    ...(!session.inForce ? [WORDS.notKnownYet[language]] : unknown > 0 ? [`${unknown} ${WORDS.unknownOutputs[language]}`] : []),
  ];
  return (
    <div className={count > 0 ? "sojourn-stale-summary is-stale" : "sojourn-stale-summary"}>
      <span role="status">{said.join(" · ")}</span>
      {count > 0 && <button type="button" className="jp-mod-styled jp-mod-accept sojourn-button sojourn-rerun" onClick={() => void session.stale.runAgain()}>{WORDS.rerun[language]}</button>}
    </div>
  );
}

interface ReadingProps {
  readonly reading: ReadingEntry;
  readonly chosen: string;
  readonly usable: boolean;
  readonly language: Language;
  readonly choose: (choice: string) => void;
}

function Reading({ reading, chosen, usable, language, choose }: ReadingProps): React.ReactElement {
  const id = `sojourn-reading-${reading.name}`;
  const changed = chosen !== reading.default;
  return (
    <div className={changed ? "sojourn-reading is-changed" : "sojourn-reading"}>
      <label htmlFor={id}>
        <span className="sojourn-question">{reading[language]}</span>
        <span className="sojourn-small"><code>{reading.name}</code> · {reading.paperSection}{changed && <strong> · {WORDS.changed[language]}</strong>}</span>
      </label>
      <select id={id} value={chosen} disabled={!usable} onChange={(event) => choose(event.target.value)}>
        {reading.choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}: {reading.meanings[choice][language]}{choice === reading.default ? ` (${WORDS.byDefault[language]})` : ""}
          </option>
        ))}
      </select>
    </div>
  );
}
