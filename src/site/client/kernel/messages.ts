import type { Language } from "../../../bilingual";
import type { AllReadingsShare, NoShare } from "../../../exhibits/allReadings";
import type { PanelState, PanelTrouble } from "../../../exhibits/panelState";
import type { Readings } from "../../../sfrc/readings";
import type { CellResult } from "./runCell";

/** What a page asks its worker, in its language; each question has a number, by which it is answered. */
export type Question = { readonly id: number; readonly language: Language } & (
  | { readonly kind: "files"; readonly files: readonly { readonly path: string; readonly content: string | Uint8Array | undefined }[] }
  | { readonly kind: "formats"; readonly source: string }
  | { readonly kind: "run"; readonly source: string }
  | { readonly kind: "panel"; readonly change?: Partial<Readings> }
  | { readonly kind: "allReadings"; readonly from: number }
  | ({ readonly kind: "exercise"; readonly exercise: string } & ExerciseQuestion)
);

/** A hint of an exercise, or whether an answer to it is right. */
export type ExerciseQuestion = { readonly step: number } | { readonly given: unknown };

export type Answer =
  | { readonly id: number; readonly result: CellResult }
  | { readonly id: number; readonly panel: PanelState | PanelTrouble }
  | { readonly id: number; readonly share: AllReadingsShare | NoShare }
  | { readonly id: number; readonly said: string }
  | { readonly id: number; readonly done: true }
  | { readonly id: number; readonly trouble: string };
