/**
 * Makes tables fit for the page: header cells say what they head and stand over numbers where they head numbers, and a
 * wide table scrolls by itself instead of pushing the page.
 *
 * @param name  what the frame is called for a screen reader, before the table's caption
 */
export function frameTables(root: ParentNode, name: string): void {
  for (const table of Array.from(root.querySelectorAll("table"))) {
    for (const th of Array.from(table.querySelectorAll("th:not([scope])"))) th.setAttribute("scope", th.closest("thead") ? "col" : "row");
    alignHeaders(table);
    for (const text of Array.from(table.querySelectorAll("caption, tfoot td"))) holdInSight(text);
    const caption = table.querySelector("caption")?.textContent?.trim().replace(/\s+/g, " ");
    const frame = table.ownerDocument.createElement("div");
    frame.className = "table-frame";
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-label", caption ? `${name}: ${caption}` : name);
    table.replaceWith(frame);
    frame.append(table);
  }
}

/** A column of numbers is set to the right, and so is its heading: the last one above it. */
function alignHeaders(table: HTMLTableElement): void {
  const headings = Array.from(table.querySelectorAll("thead tr:last-child > th"));
  const rows = Array.from(table.querySelectorAll("tbody > tr"), (row) => Array.from(row.children).filter(({ localName }) => localName === "td")).filter((cells) => cells.length > 0);
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  headings.slice(-columns).forEach((heading, column) => {
    const cells = rows.map((row) => row[column]).filter((cell) => cell?.textContent?.trim());
    if (cells.length > 0 && cells.every((cell) => cell.classList.contains("number"))) heading.classList.add("align-right");
  });
}

/** A caption or a note of a table wider than the window stays where it can be read, and breaks at the window's edge. */
function holdInSight(text: Element): void {
  const held = text.ownerDocument.createElement("span");
  held.className = "held";
  held.append(...Array.from(text.childNodes));
  text.append(held);
}
