/** The reader's texts of a notebook's cells, in the storage of the browser, under the notebook's version: the original is never touched. */
export class CellStore {
  private readonly key: string;

  constructor(notebook: string, version: string) {
    this.key = `sojourn-cells:${notebook}:${version}`;
  }

  texts(): Readonly<Record<string, string>> {
    try {
      const kept: unknown = JSON.parse(String(localStorage.getItem(this.key))); // "null" where nothing is kept
      if (typeof kept !== "object" || kept === null) return {};
      return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
    } catch {
      return {}; // storage is shut, or holds what is no text of ours
    }
  }

  /** @returns whether it could be kept */
  keep(cell: string, text: string | undefined): boolean {
    const { [cell]: _, ...others } = this.texts();
    try {
      localStorage.setItem(this.key, JSON.stringify(text === undefined ? others : { ...others, [cell]: text }));
      return true;
    } catch {
      return false; // shut or full: the text holds until the page is left
    }
  }
}
