import type { PanelState, PanelTrouble } from "../../../src/exhibits/panelState";
import type { AllReadingsShare, NoShare } from "../../../src/exhibits/allReadings";
import { ALL_READINGS_MIME, PANEL_MIME } from "../mimeTypes";

export type Answer = PanelState | PanelTrouble;

/** The answer in an output message's data, if it is one. */
export function answerIn(data: unknown): Answer | undefined {
  const found = (data as Record<string, unknown> | undefined)?.[PANEL_MIME] as Partial<PanelState & PanelTrouble> | undefined;
  if (typeof found !== "object" || found === null || typeof found.readings !== "object") return undefined;
  return Array.isArray(found.verdicts) || typeof found.error === "string" ? (found as Answer) : undefined;
}

export const isTrouble = (answer: Answer): answer is PanelTrouble => "error" in answer;

/** The share of all readings in an output message's data, if it is one; what went wrong before there was one is told as the panel's trouble. */
export function shareIn(data: unknown): AllReadingsShare | NoShare | undefined {
  const found = (data as Record<string, unknown> | undefined)?.[ALL_READINGS_MIME] as Partial<AllReadingsShare & NoShare> | undefined;
  if (typeof found === "object" && found !== null && (typeof found.error === "string" || (Array.isArray(found.universes) && typeof found.to === "number"))) return found as AllReadingsShare | NoShare;
  const answer = answerIn(data);
  return answer && isTrouble(answer) ? { from: 0, error: answer.error } : undefined;
}
