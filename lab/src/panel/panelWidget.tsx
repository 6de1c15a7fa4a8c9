import { ReactWidget, SidePanel, infoIcon } from "@jupyterlab/ui-components";
import { Signal } from "@lumino/signaling";
import * as React from "react";
import type { Language } from "../../../src/bilingual";
import { languageFor } from "../language";
import { WORDS } from "../words";
import { HypothesesView } from "./hypothesesView";
import type { NotebookSession } from "./notebookSession";
import { ReadingsView } from "./readingsView";

export const PANEL_ID = "sojourn-panel";

/** The side panel of the notebook in front: its hypotheses above, its readings beneath. */
export class PanelWidget extends SidePanel {
  private readonly changed = new Signal<this, void>(this);
  private readonly hypotheses: ReactWidget;
  private readonly readings: ReactWidget;
  private current: NotebookSession | undefined;

  constructor(goTo: (hypothesis: string) => void) {
    super();
    this.id = PANEL_ID;
    this.addClass("sojourn-panel");
    this.title.icon = infoIcon;
    this.node.setAttribute("role", "region");
    this.hypotheses = view(this.changed, () => <HypothesesView session={this.current} language={this.language} goTo={goTo} />);
    this.readings = view(this.changed, () => <ReadingsView session={this.current} language={this.language} />);
    this.addWidget(this.hypotheses);
    this.addWidget(this.readings);
    this.speak();
  }

  /** That of the notebook in front. */
  private get language(): Language {
    return this.current?.language ?? languageFor();
  }

  /** The notebook that the panel is about from now on. */
  follow(session: NotebookSession | undefined): void {
    this.current?.changed.disconnect(this.refresh, this);
    this.current = session;
    session?.changed.connect(this.refresh, this);
    this.speak();
    void session?.panel.context.ready.then(() => this.current === session && this.speak());
  }

  /** Says everything again, in the language that now holds. */
  speak(): void {
    const { language } = this;
    this.title.caption = WORDS.panel[language];
    this.node.setAttribute("aria-label", WORDS.panel[language]);
    this.hypotheses.title.label = WORDS.hypotheses[language];
    this.readings.title.label = WORDS.readings[language];
    this.refresh();
  }

  private refresh(): void {
    this.changed.emit();
  }
}

function view(changed: Signal<unknown, void>, draw: () => React.ReactElement): ReactWidget {
  const widget = ReactWidget.create(<Redrawn changed={changed} draw={draw} />);
  widget.addClass("sojourn-view");
  return widget;
}

function Redrawn({ changed, draw }: { readonly changed: Signal<unknown, void>; readonly draw: () => React.ReactElement }): React.ReactElement {
  const [, redraw] = React.useReducer((count: number) => count + 1, 0);
  React.useEffect(() => {
    changed.connect(redraw);
    return () => void changed.disconnect(redraw);
  }, [changed]);
  return draw();
}
