import { expect, test, vi } from "vitest";
import { defaultReadings } from "../../src/sfrc/readings";
import type { PanelState } from "../../src/exhibits/panelState";
import type { Answer } from "../src/kernel/answer";
import { NotebookSession } from "../src/panel/notebookSession";

// Of JupyterLab nothing is needed here but what a session does with an answer.
vi.mock("@jupyterlab/notebook", () => ({ NotebookActions: {} }));
vi.mock("@lumino/signaling", () => ({ Signal: class {} }));

test("an answer of a kernel tells the run of all readings what is in force; a trouble tells nothing", () => {
  const heed = vi.fn();
  const session = Object.assign(Object.create(NotebookSession.prototype), { panel: { isDisposed: false }, allReadings: { heed }, stale: { update: vi.fn() }, changed: { emit: vi.fn() } }) as { take: (answer: Answer) => void };
  session.take({ readings: defaultReadings, error: "no" });
  expect(heed).not.toHaveBeenCalled();
  const state: PanelState = { readings: defaultReadings, study: { id: "sfrc", title: { en: "", zh: "" }, hypotheses: [], groups: [] }, files: [], synthetic: true, inForce: { data: ["one"], readings: {}, version: "1" }, verdicts: [] };
  session.take(state);
  expect(heed).toHaveBeenCalledWith(state);
});
