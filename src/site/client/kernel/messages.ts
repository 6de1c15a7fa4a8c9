import type { Language } from "../../../bilingual";
import type { AllReadingsShare, NoShare } from "../../../exhibits/allReadings";
import type { PanelState, PanelTrouble } from "../../../exhibits/panelState";
import type { Readings } from "../../../sfrc/readings";
import type { CellResult } from "./runCell";

/** What a page asks its worker; each question has a number, by which it is answered. */
export type Question =
  | { readonly id: number; readonly kind: "files"; readonly files: readonly { readonly path: string; readonly content: string | Uint8Array | undefined }[] }
  | { readonly id: number; readonly kind: "formats"; readonly source: string }
  | { readonly id: number; readonly kind: "run"; readonly language: Language; readonly source: string }
  | { readonly id: number; readonly kind: "panel"; readonly language: Language; readonly change?: Partial<Readings> }
  | { readonly id: number; readonly kind: "allReadings"; readonly language: Language; readonly from: number }
  | ({ readonly id: number; readonly kind: "exercise"; readonly language: Language; readonly exercise: string } & ExerciseQuestion);

/** A hint of an exercise, or whether an answer to it is right. */
export type ExerciseQuestion = { readonly step: number } | { readonly given: unknown };

export type Answer =
  | { readonly id: number; readonly result: CellResult }
  | { readonly id: number; readonly panel: PanelState | PanelTrouble }
  | { readonly id: number; readonly share: AllReadingsShare | NoShare }
  | { readonly id: number; readonly said: string }
  | { readonly id: number; readonly done: true };
