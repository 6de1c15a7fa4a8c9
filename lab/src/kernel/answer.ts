import type { PanelState, PanelTrouble } from "../../../src/exhibits/panelState";
import { PANEL_MIME } from "../mimeTypes";


export type Answer = PanelState | PanelTrouble;

/** The answer in an output message's data, if it is one. */
export function answerIn(data: unknown): Answer | undefined {
  const found = (data as Record<string, unknown> | undefined)?.[PANEL_MIME] as Partial<PanelState & PanelTrouble> | undefined;
  if (typeof found !== "object" || found === null || typeof found.readings !== "object") return undefined;
  return Array.isArray(found.verdicts) || typeof found.error === "string" ? (found as Answer) : undefined;
}

export const isTrouble = (answer: Answer): answer is PanelTrouble => "error" in answer;
